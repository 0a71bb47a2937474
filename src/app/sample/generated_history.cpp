#include <algorithm>

#include "app/sample/earlier_cycles.h"
#include "app/sample/generated.h"
#include "rating/rounding.h"

namespace fullcircle {
namespace {

constexpr int kHalfYear = 182;
/// Ids and figures of their own: what else a sample holds does not change with the number of cycles.
constexpr std::uint64_t kHistorySeed = 0x68697374;

std::string score(const Generated& sample, double value) {
  return rating::round_score(std::clamp(value, sample.rules.scale_low, sample.rules.scale_high), sample.rules.places).text();
}

/// What somebody would be rated today.
Review latest_review(const Generated& sample, const Generated::Member& member, SeededRandom& random) {
  Review review;
  review.person = member.id;
  if (member.manager >= 0) review.manager = sample.members[static_cast<std::size_t>(member.manager)].id;
  ReleasedResult& result = review.released.emplace();
  result.self = score(sample, member.level + 0.2);
  result.others = score(sample, member.level);
  if (sample.members.size() <= kMostWithCriteria)
    for (const Competency& competency : sample.competencies) {
      const bool is_asked = std::ranges::contains(sample.form.sections[0].items, competency.id, &FormItem::competency);
      if (!is_asked) continue;
      const double level = member.level + 0.4 * random.spread();
      result.criteria.push_back({to_text(competency.id), competency.name, score(sample, level + 0.3 * random.spread()), score(sample, level), {}, {}});
    }
  result.parts = {{std::string(to_name(ReviewPart::goals)), score(sample, member.level + 0.6 * random.spread()), 0, {}},
                  {std::string(to_name(ReviewPart::competencies)), result.others, 0, {}}};
  return review;
}

}  // namespace

void build_generated_history(Generated& sample) {
  SampleWriter& writer = sample.writer;
  SeededRandom random(kHistorySeed);
  std::vector<Review> everybody;
  for (const Generated::Member& member : sample.members) everybody.push_back(latest_review(sample, member, random));
  const int cycles = sample.members.size() <= kMostWithCriteria ? 3 : 2;
  for (int back = cycles; back > 0; --back) {
    const int shift = -back * kHalfYear;
    std::vector<Review> latest;
    for (std::size_t i = 0; i < everybody.size(); ++i)
      if (sample.members[i].joined <= *sample.cycle_record.start_day + shift) latest.push_back(everybody[i]);
    EarlierCycle earlier = make_earlier_cycle(writer, random, sample.cycle_record, latest, shift);
    const int end_day = *earlier.cycle.end_day - writer.today;
    for (Review& review : earlier.reviews) writer.add(std::move(review), writer.at(end_day - 8, 15));
    writer.add(std::move(earlier.cycle), writer.at(end_day - 60, 10));
  }
}

}  // namespace fullcircle
