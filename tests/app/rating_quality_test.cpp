#include "app/queries/rating_quality.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "app/queries/review_result_view.h"
#include "app/support/sample_team.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

RatingQuality quality_of(const ModelView& view) { return compute_rating_quality(view, *view.current_cycle(), compute_departments(view, {})); }

const RaterQuality& rater_called(const ModelView& view, const RatingQuality& quality, std::string_view name) {
  const auto found = std::ranges::find_if(quality.raters, [&](const RaterQuality& rater) { return view.name_of(rater.rater) == name; });
  REQUIRE(found != quality.raters.end());
  return *found;
}

}  // namespace

TEST_CASE("raters are known by name to the lead alone") {
  const Document document = sample_team();
  ModelView view = lead_view_of(document);
  CHECK(quality_of(view).forms == 31);
  view.me = rater_called(view, quality_of(view), "David").rater;
  CHECK(quality_of(view).raters.empty());
  CHECK(quality_of(view).forms == 0);
}

TEST_CASE("a rater of few people has no figures") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  const RatingQuality quality = quality_of(view);
  for (const RaterQuality& rater : quality.raters) {
    CHECK(rater.is_shown == (rater.counted >= 3));
    if (rater.is_shown) continue;
    CHECK(rater.leniency == Leniency::not_enough);
    CHECK_FALSE(rater.difference);
    CHECK_FALSE(rater.cautious);
    CHECK_FALSE(rater.spread);
    CHECK(rater.without_words == 0);
  }
  CHECK(rater_called(view, quality, "Tom").counted == 3);     // asked about Mara, Jonas and Carla
  CHECK(rater_called(view, quality, "David").counted == 3);   // as the manager, so by name
  CHECK_FALSE(rater_called(view, quality, "Samir").is_shown); // two anonymous answers and one by name
}

TEST_CASE("caution draws differences towards nothing") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  const RatingQuality quality = quality_of(view);
  int compared = 0;
  for (const RaterQuality& rater : quality.raters) {
    if (!rater.cautious || !rater.difference) continue;
    CHECK(std::abs(*rater.cautious) < 1.5);
    ++compared;
  }
  CHECK(compared >= 3);
}

TEST_CASE("people whose result leaves a group out have no adjusted mean") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  const RatingQuality quality = quality_of(view);
  for (const RateeAdjusted& ratee : quality.ratees) {
    CHECK(ratee.raters >= 3);
    const auto result = compute_result(view, *view.review(ratee.person, quality.cycle));
    CHECK(result.left_out.empty());
  }
}

TEST_CASE("answers whose request is gone belong to nobody") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  const ReviewCycle* before = view.cycle_before(*view.current_cycle());
  REQUIRE(before);
  const auto quality = compute_rating_quality(view, *before, compute_departments(view, {}));
  CHECK(quality.unknown_answers == 12 * 3 + 4);
  CHECK(quality.forms == 11);  // of managers of three people or more; the others are too few to be told apart
}

TEST_CASE("subtracting the raters shown from all of them never leaves one or two") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  for (const ReviewCycle& cycle : view.table<ReviewCycle>().alive()) {
    const auto quality = compute_rating_quality(view, cycle, compute_departments(view, {}));
    int shown = 0, others = 0;
    for (const RaterQuality& rater : quality.raters) {
      shown += rater.counted;
      others += rater.counted < rater.people;
    }
    CHECK((quality.forms == shown || others >= quality.minimum));
  }
}
