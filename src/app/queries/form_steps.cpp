#include "app/queries/form_steps.h"

#include <algorithm>

namespace fullcircle {
namespace {

bool is_written(std::string_view text) { return text.find_first_not_of(" \n\t\r") != std::string_view::npos; }

bool says_something(const Comment& comment) {
  return is_written(comment.text) || is_written(comment.situation) || is_written(comment.behaviour) || is_written(comment.impact);
}

template <class Entry>
Entry find_or_empty(const std::vector<Entry>& entries, std::string_view item) {
  const auto found = std::ranges::find(entries, item, &Entry::item);
  if (found != entries.end()) return *found;
  Entry empty;
  empty.item = item;
  return empty;
}

template <class Entry>
void replace_or_add(std::vector<Entry>& entries, const Entry& entry) {
  const auto found = std::ranges::find(entries, entry.item, &Entry::item);
  if (found == entries.end())
    entries.push_back(entry);
  else
    *found = entry;
}

}  // namespace

std::vector<FormStep> make_form_steps(const std::vector<FormSection>& sections) {
  std::vector<FormStep> steps;
  for (const FormSection& section : sections) {
    const auto rated = std::ranges::count_if(section.items, [](const FormItem& item) { return item.kind != ItemKind::text; });
    int number = 0;
    bool continues_words = false;
    for (const FormItem& item : section.items) {
      const bool is_words = item.kind == ItemKind::text;
      if (is_words && continues_words) {
        steps.back().items.push_back(&item);
        continue;
      }
      std::string title = section.title;
      if (!is_words && rated > 1) title += " " + std::to_string(++number);
      steps.push_back({std::move(title), {&item}});
      continues_words = is_words;
    }
  }
  return steps;
}

Answer FormAnswers::answer(std::string_view item) const { return find_or_empty(answers, item); }
Comment FormAnswers::comment(std::string_view item) const { return find_or_empty(comments, item); }
void FormAnswers::set(const Answer& answer) { replace_or_add(answers, answer); }
void FormAnswers::set(const Comment& comment) { replace_or_add(comments, comment); }

bool is_answered(const FormStep& step, const FormAnswers& given) {
  return std::ranges::any_of(step.items, [&](const FormItem* item) {
    if (item->kind == ItemKind::text) return says_something(given.comment(item->key));
    const Answer answer = given.answer(item->key);
    return answer.rating || answer.choice || answer.is_not_observed;
  });
}

int count_answered(const std::vector<FormStep>& steps, const FormAnswers& given) {
  return static_cast<int>(std::ranges::count_if(steps, [&](const FormStep& step) { return is_answered(step, given); }));
}

bool is_required(const FormStep& step) {
  return std::ranges::any_of(step.items, [](const FormItem* item) { return item->is_required; });
}

std::string question_text(std::string_view text, std::string_view name) {
  constexpr std::string_view kPlace = "{{name}}";
  std::string words(text);
  for (std::size_t at = words.find(kPlace); at != std::string::npos; at = words.find(kPlace, at + name.size())) words.replace(at, kPlace.size(), name);
  return words;
}

}  // namespace fullcircle
