// What the command palette finds: people, goals and pages by the words a person types.
#pragma once

#include <string>
#include <vector>

#include "app/model_view.h"
#include "app/route.h"

namespace fullcircle {

enum class FoundKind : std::uint8_t { person, goal, page };

struct Found {
  FoundKind kind = FoundKind::person;
  const Person* person = nullptr;
  const Goal* goal = nullptr;
  Page page = Page::home;
  int rank = 0;  ///< smaller is better: starts with the text, a word starts with it, holds it
};

/// A page and its name in the person's language.
struct PageName {
  Page page = Page::home;
  std::string_view name;
};

/// The best `most` of each kind, best first; for an empty text the first people and all pages.
std::vector<Found> search_all(const ModelView& view, TextServices& text, std::string_view typed, const std::vector<PageName>& pages, std::size_t most = 5);

}  // namespace fullcircle
