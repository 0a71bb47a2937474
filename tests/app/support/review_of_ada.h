// Ada's result on a lead's device: rated by her manager and by peers, released and handed out as the app does.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "app/commands/hand_out.h"
#include "app/commands/release_result.h"
#include "app/reports/outgoing.h"
#include "app/support/printed_team.h"

namespace fullcircle::test {

struct ReviewOfAda {
  SmallTeam team;
  Id<Review> id = nth<Review>(60);

  ReviewOfAda() {
    Edit edit("edit.test");
    edit.create(Review{.id = id, .cycle = team.cycle, .person = team.ada, .manager = team.bo});
    team.apply(edit);
    answer(500, 3, RaterGroup::manager);
  }

  const Review& review() const { return team.get(id); }
  void answer(std::uint64_t number, double rating, RaterGroup group = RaterGroup::peer, std::string words = {}) {
    Edit edit("edit.test");
    FeedbackResponse response{.id = nth<FeedbackResponse>(number), .cycle = team.cycle, .subject = team.ada, .group = group, .form = team.form,
                              .answers = {{.item = "clear", .rating = rating}}, .submitted_at = Instant{kTeamStart}};
    if (!words.empty()) response.comments = {{.item = "open", .text = std::move(words)}};
    edit.create(response);
    team.apply(edit);
  }
  void change_managers_rating(double rating) {
    team.change<FeedbackResponse>(nth<FeedbackResponse>(500), [&](FeedbackResponse& manager) { manager.answers[0].rating = rating; });
  }
  void release() { team.apply(release_result(view_at(team), review())); }
  std::optional<ResultToHandOut> next() const { return compute_result_to_hand_out(view_at(team), review()); }
  std::string page() {
    const ModelView view = view_at(team);
    auto given = write_result(view, review(), ResultFormat::page, english(), Formats(english(), view.today));
    REQUIRE(given.has_value());
    return hand_out(team, std::move(*given));
  }
};

}  // namespace fullcircle::test
