// A workspace of 1,000 and of 10,000 people (5 goals, 8 raters, 20 questions each): writing, reading, rating.
#include <cstdio>
#include <optional>
#include <string>

#include "app/files/document_writer.h"
#include "app/model_view.h"
#include "app/queries/team_results.h"
#include "support/measure.h"
#include "support/workspaces.h"

namespace fullcircle::bench {
namespace {

struct Aims {
  double read_ms, read_mb, rate_ms;
};

void measure_size(int people, const Aims& aims) {
  const std::string size = std::to_string(people) + " people";
  const Document document = make_workspace(people);
  std::string file;
  measure({.name = size + ": write the file", .runs = 3}, [&] { file = {}; }, [&] { file = encode_document(document); });
  std::printf("row\t%s: the file\tMB\t%.1f\t%.1f\t0\n", size.c_str(), file.size() / 1e6, file.size() / 1e6);

  std::optional<Document> read;
  measure({.name = size + ": read the file", .aim_ms = aims.read_ms, .aim_mb = aims.read_mb, .runs = 3}, [&] { read.reset(); },
          [&] {
            if (auto result = read_document(file)) read = std::move(*result);
          });
  if (!read) std::fprintf(stderr, "the file just written cannot be read\n");

  std::optional<ModelView> view;
  std::size_t rated = 0;
  const auto rate_all = [&] {
    for (const Review& review : view->table<Review>().alive()) rated += view->results().of(*view, review).rounded.has_value();
  };
  measure({.name = size + ": rate all, first time", .aim_ms = aims.rate_ms, .runs = 3}, [&] { view.emplace(document); }, rate_all);
  measure({.name = size + ": rate all, again", .aim_ms = aims.rate_ms, .runs = 5}, [] {}, rate_all);
  if (rated == 0) std::fprintf(stderr, "nobody was rated\n");
}

}  // namespace
}  // namespace fullcircle::bench

int main() {
  fullcircle::bench::measure_size(1'000, {});
  fullcircle::bench::measure_size(10'000, {.read_ms = 700, .read_mb = 200, .rate_ms = 15});
}
