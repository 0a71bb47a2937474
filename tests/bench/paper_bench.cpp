// What is printed and saved of results, for a team whose results are all released: each is made at one click.
#include <cstdio>
#include <string>
#include <vector>

#include "app/commands/hand_out.h"
#include "app/commands/release_result.h"
#include "app/embedded_text.h"
#include "app/reports/insight_paper.h"
#include "store/edit.h"
#include "support/measure.h"
#include "support/workspaces.h"

namespace fullcircle::bench {
namespace {

const Language& english() {
  static const Language language = *Language::parse("en", embedded_language("en"));
  return language;
}

class Released {
 public:
  explicit Released(int people) : document_(make_workspace(people)), size_(std::to_string(people) + " people: ") {
    StampClock clock{7, [] { return kNow; }};
    const ModelView view = look();
    std::vector<Edit> edits;
    for (const Review& review : view.table<Review>().alive()) edits.push_back(release_result(view, review));
    for (const Edit& edit : edits) apply(document_, clock, edit);
  }

  void measure_paper() {
    const Formats formats(english(), kToday);
    const ModelView view = look();
    const ReviewCycle& cycle = *view.current_cycle();
    const auto paper = [&](const InsightOrder& order) { return write_insights(view, order, english(), formats); };
    const auto measure_one = [&](const char* name, auto&& make) {
      measure({.name = size_ + name, .runs = 3}, [] {}, [&] { bytes_ += make().bytes.size(); });
    };
    measure_one("insights on paper", [&] { return paper({}); });
    measure_one("a table of insights", [&] { return paper({.table = InsightPart::ratings}); });
    measure_one("the quality of ratings on paper", [&] { return paper({.quality_of = cycle.id}); });
    measure_one("calibration on paper", [&] { return write_calibration(view, cycle, false, english(), formats); });
    measure({.name = size_ + "looking for what is out", .runs = 5}, [] {}, [&] { bytes_ += put_back_what_is_out(document_).records().size(); });
    if (bytes_ == 0) std::fprintf(stderr, "nothing was written\n");
  }

 private:
  ModelView look() const {
    ModelView view(document_);
    view.today = kToday;
    view.now = kNow;
    view.me = view.workspace()->lead;
    return view;
  }

  Document document_;
  std::string size_;
  std::size_t bytes_ = 0;
};

}  // namespace
}  // namespace fullcircle::bench

int main() {
  for (const int people : {1'000, 10'000}) fullcircle::bench::Released(people).measure_paper();
}
