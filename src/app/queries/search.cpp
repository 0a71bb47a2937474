#include "app/queries/search.h"

#include <algorithm>
#include <optional>

#include "model/sorting.h"

namespace fullcircle {
namespace {

/// 0: starts with it, 1: a word does, 2: holds it.
std::optional<int> rank_of(std::string_view key, std::string_view typed) {
  if (typed.empty()) return 2;
  const auto at = key.find(typed);
  if (at == std::string_view::npos) return std::nullopt;
  if (at == 0) return 0;
  return key.find(" " + std::string(typed)) != std::string_view::npos ? 1 : 2;
}

void keep_best(std::vector<Found>& into, std::vector<Found> found, std::size_t most) {
  sort_stably(found, {}, &Found::rank);
  if (found.size() > most) found.resize(most);
  into.insert(into.end(), found.begin(), found.end());
}

}  // namespace

std::vector<Found> search_all(const ModelView& view, TextServices& text, std::string_view typed, const std::vector<PageName>& pages, std::size_t most) {
  const std::string wanted = text.search_key(typed);
  std::vector<Found> people, goals, found_pages, all;
  for (const Person& person : view.table<Person>().alive()) {
    if (person.is_external) continue;
    if (const auto rank = rank_of(text.search_key(person.name), wanted)) people.push_back({.kind = FoundKind::person, .person = &person, .rank = *rank});
  }
  if (!wanted.empty())
    for (const Goal& goal : view.table<Goal>().alive())
      if (const auto rank = rank_of(text.search_key(goal.title), wanted)) goals.push_back({.kind = FoundKind::goal, .goal = &goal, .rank = *rank});
  for (const PageName& page : pages)
    if (const auto rank = rank_of(text.search_key(page.name), wanted)) found_pages.push_back({.kind = FoundKind::page, .page = page.page, .rank = *rank});
  keep_best(all, std::move(people), most);
  keep_best(all, std::move(goals), most);
  keep_best(all, std::move(found_pages), pages.size());
  return all;
}

}  // namespace fullcircle
