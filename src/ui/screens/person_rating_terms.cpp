// What a person's rating on one competency in one cycle is made of: the same dialog as on the page of that result.
#include "ui/screens/person_sections.h"
#include "ui/screens/result_parts.h"

namespace fullcircle {

void open_rating_terms(PersonState& state, Id<Review> review, const std::string& criterion, int places) {
  state.explained = {review, places};
  state.terms.opened = NumberKey{ShownNumber::criterion, criterion, {}};
  state.terms.turned.clear();
}

void draw_rating_terms(ScreenContext& screen, PersonState& state, Intents& intents) {
  if (!state.terms.opened) return;
  const Review* review = screen.view.find(state.explained.review);
  if (!review) {
    state.terms.opened.reset();
    return;
  }
  const ShownResult& shown = state.terms.result.get(screen.view, review->id, [&] { return ShownResult{.page = result_page_of(screen.view, *review)}; });
  const ResultWords words(screen.language, screen.formats, shown.page, state.explained.places);
  draw_result_terms(ResultDrawing{screen, shown, words, state.terms}, intents, shown.page.cycle ? std::string_view(shown.page.cycle->name) : std::string_view());
}

}  // namespace fullcircle
