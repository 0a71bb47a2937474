#include "app/queries/scale_words.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

namespace fullcircle {
namespace {

std::optional<int> bare_step(std::string_view label) {
  int step = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), step);
  if (error != std::errc() || end != label.data() + label.size()) return std::nullopt;
  return step;
}

const std::vector<Anchor>& anchors_of(const ModelView& view, const FormItem& item) {
  static const std::vector<Anchor> kNone;
  if (!item.anchors.empty()) return item.anchors;
  if (const auto* competency = view.find(item.competency)) return competency->anchors;
  if (const auto* value = view.find(item.core_value)) return value->anchors;
  return kNone;
}

}  // namespace

std::string label_in_words(const ModelView& view, Id<ReviewCycle> cycle, const std::string& label) {
  const std::optional<int> step = bare_step(label);
  const ReviewCycle* of = view.find(cycle);
  const ReviewForm* form = of ? view.find(of->form) : nullptr;
  if (!step || !form) return label;
  std::string word;
  for (const FormSection& section : form->sections) {
    for (const FormItem& item : section.items) {
      if (item.kind != ItemKind::rating) continue;
      for (const Anchor& anchor : anchors_of(view, item)) {
        if (anchor.level != *step || anchor.label.empty()) continue;
        if (!word.empty() && word != anchor.label) return label;  // questions with scales of their own have no word in common
        word = anchor.label;
      }
    }
  }
  return word.empty() ? label : word;
}

}  // namespace fullcircle
