// What the rating of a competency in one cycle is made of: the same dialog as on the page of that result.
#include <algorithm>

#include "ui/screens/person_sections.h"
#include "ui/screens/result_parts.h"

namespace fullcircle {
namespace {

constexpr int kPlaces = 2;  ///< as the trend shows it

}  // namespace

void draw_trend_terms(ScreenContext& screen, const FollowedTrend& followed, PersonState& state, Intents& intents) {
  if (!state.terms.opened) return;
  const auto point = std::ranges::find(followed.points, state.explained, &TrendPoint::review);
  const Review* review = screen.view.find(state.explained);
  if (point == followed.points.end() || !review) {
    state.terms.opened.reset();
    return;
  }
  const ShownResult& shown = state.terms.result.get(screen.view, review->id, [&] { return ShownResult{.page = result_page_of(screen.view, *review)}; });
  const ResultWords words(screen.language, screen.formats, shown.page, kPlaces);
  draw_result_terms(ResultDrawing{screen, shown, words, state.terms}, intents, point->cycle);
}

}  // namespace fullcircle
