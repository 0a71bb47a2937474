// What a lead prints and exports about the whole team and about one person over the cycles.
#pragma once

#include <map>

#include "app/queries/result_trend.h"
#include "app/reports/insight_paper.h"
#include "app/support/rated_twice.h"
#include "app/support/shipped_languages.h"
#include "exchange/answer_file.h"

namespace fullcircle::test {

inline const Language& english() {
  static const auto language = load_language("en");
  return *language;
}

/// What leaves the device, noted as the app does.
inline std::string hand_out(SmallTeam& team, Outgoing outgoing) {
  team.apply(outgoing.edit);
  return std::move(outgoing.bytes);
}

inline std::string print_calibration(SmallTeam& team, Id<ReviewCycle> id) {
  const ModelView view = view_at(team);
  return hand_out(team, write_calibration(view, team.get(id), false, english(), Formats(english(), view.today)));
}

enum class InsightExport : std::uint8_t { page, ratings_table, quality };

inline std::string export_insights(SmallTeam& team, Id<ReviewCycle> cycle, InsightExport kind) {
  const ModelView view = view_at(team);
  const Formats formats(english(), view.today);
  InsightOrder order;
  if (kind == InsightExport::ratings_table) order.table = InsightPart::ratings;
  if (kind == InsightExport::quality) order.quality_of = cycle;
  return hand_out(team, write_insights(view, order, english(), formats));
}

inline std::string print_trend(SmallTeam& team, Id<Person> person) {
  const ModelView view = view_at(team);
  if (compute_result_trend(view.on_paper(person), person).size() < 2) return {};  // no course over time
  return hand_out(team, write_trend(view, person, to_text(nth<Competency>(12)), english(), Formats(english(), view.today)));
}

inline std::string print_plan(SmallTeam& team, Id<DevelopmentPlan> id) {
  const ModelView view = view_at(team);
  return hand_out(team, write_plan(view, team.get(id), english(), Formats(english(), view.today)));
}

/// Twelve people, rated in two cycles by their manager and by five of each other; Ada has a plan, carried out in between.
struct PrintedTeam {
  static constexpr std::uint64_t kPeople = 12, kRaters = 5;
  SmallTeam team;
  Id<ReviewCycle> first = team.cycle, second = nth<ReviewCycle>(22);
  Id<DevelopmentPlan> plan = nth<DevelopmentPlan>(40);

  PrintedTeam() {
    team.change<ReviewCycle>(first, [](ReviewCycle& cycle) {
      cycle.rules.part_weights = {{.part = ReviewPart::competencies, .weight_percent = 100}};
      cycle.rules.bands = {{.from = 1, .label = "Below"}, {.from = 2.5, .label = "Meets"}, {.from = 3.5, .label = "Above"}};
      cycle.start_day = parse_day("2025-01-01"), cycle.end_day = parse_day("2025-06-30");
    });
    ReviewCycle later = team.get(first);
    later.id = second, later.name = "Winter", later.start_day = parse_day("2025-07-01"), later.end_day = parse_day("2025-11-15");
    Edit edit("edit.test");
    edit.create(later);
    for (std::uint64_t p = 0; p < kPeople; ++p) {
      if (p > 0) edit.create(Person{.id = person(p), .name = "Person " + std::to_string(p), .unit = nth<Unit>(11), .manager = team.bo});
      for (const Id<ReviewCycle> cycle : {first, second})
        edit.create(Review{.id = review(p, cycle), .cycle = cycle, .person = person(p), .manager = team.bo, .potential = 3});
    }
    edit.create(DevelopmentPlan{.id = plan, .person = team.ada, .agreed_day = parse_day("2025-07-01"), .focus = {{.competency = nth<Competency>(12), .title = {}, .reason = {}}}});
    edit.create(DevelopmentAction{.id = nth<DevelopmentAction>(41), .plan = plan, .competency = nth<Competency>(12), .area = {}, .title = "Write", .state = ActionState::done, .done_day = parse_day("2025-08-01")});
    team.apply(edit);
    for (std::uint64_t p = 0; p < kPeople; ++p)
      for (const Id<ReviewCycle> cycle : {first, second}) {
        answer(p, cycle, 99, RaterGroup::manager, 3);
        for (std::uint64_t r = 1; r <= kRaters; ++r) answer(p, cycle, p + r, RaterGroup::peer, std::min(5.0, 1 + static_cast<double>((p * 3 + r + (cycle == second)) % 6) / 2 + static_cast<double>(p % 4) / 2));
      }
  }

  Id<Person> person(std::uint64_t p) const { return p == 0 ? team.ada : nth<Person>(1000 + p); }
  Id<Review> review(std::uint64_t p, Id<ReviewCycle> cycle) const { return nth<Review>((cycle == second ? 3000 : 2000) + p); }

  /// With its request, from which the lead knows who was asked.
  void answer(std::uint64_t p, Id<ReviewCycle> cycle, std::uint64_t rater, RaterGroup group, double rating) {
    const std::uint64_t number = ++answers_;
    std::string token = std::to_string(number);
    token.insert(0, 32 - token.size(), '0');
    const Id<Person> by = group == RaterGroup::manager ? team.bo : person(rater % kPeople);
    Edit edit("edit.test");
    edit.create(FeedbackRequest{.id = nth<FeedbackRequest>(5000 + number), .cycle = cycle, .subject = person(p), .rater = by, .group = group, .token = token});
    edit.create(FeedbackResponse{.id = response_id_for(token), .cycle = cycle, .subject = person(p), .group = group, .author = group == RaterGroup::manager ? by : Id<Person>(), .form = team.form,
                                 .answers = {{.item = "clear", .rating = rating}}, .submitted_at = Instant{kTeamStart}});
    team.apply(edit);
  }
  void release(std::uint64_t p) {
    for (const Id<ReviewCycle> cycle : {first, second}) team.apply(release_result(view_at(team), team.get(review(p, cycle))));
  }
  void release_all() {
    for (std::uint64_t p = 0; p < kPeople; ++p) release(p);
  }
  void late_answers() {
    for (const Id<ReviewCycle> cycle : {first, second})
      for (const std::uint64_t p : {0u, 7u}) answer(p, cycle, p + kRaters + 1, RaterGroup::peer, 5);
  }

  using Exports = std::map<std::string, std::string>;
  Exports exports() {
    Exports all;
    all["trend"] = print_trend(team, team.ada);
    all["plan"] = print_plan(team, plan);
    for (const auto& [cycle, name] : {std::pair(first, "first "), std::pair(second, "second ")}) {
      all[std::string(name) + "calibration"] = print_calibration(team, cycle);
      all[std::string(name) + "quality"] = export_insights(team, cycle, InsightExport::quality);
    }
    all["insights"] = export_insights(team, first, InsightExport::page);
    all["ratings table"] = export_insights(team, first, InsightExport::ratings_table);
    return all;
  }

 private:
  std::uint64_t answers_ = 0;
};

}  // namespace fullcircle::test
