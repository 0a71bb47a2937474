// The questionnaire of a review: sections of items that are rated, written or chosen.
#pragma once

#include "model/competency.h"

namespace fullcircle {

enum class ItemKind : std::uint8_t { rating, text, choice };
FULLCIRCLE_ENUM_NAMES(ItemKind, "item_kind", "rating", "text", "choice");

/// What a written answer is for; results group comments by it.
enum class CommentTone : std::uint8_t { neutral, keep, try_out };
FULLCIRCLE_ENUM_NAMES(CommentTone, "comment_tone", "neutral", "keep", "try");

struct FormItem {
  std::string key;   ///< permanent within the form; answers refer to it
  ItemKind kind = ItemKind::rating;
  std::string text;  ///< may hold {{name}}, replaced by the name of the person rated
  std::string help;
  Id<Competency> competency;
  Id<CoreValue> core_value;
  std::vector<Anchor> anchors;         ///< empty: those of the competency or value
  bool allows_not_observed = true;
  bool asks_comment = true;
  bool is_required = true;
  CommentTone tone = CommentTone::neutral;
  std::vector<std::string> options;    ///< of a choice
  std::vector<RaterGroup> groups;      ///< who is asked; empty: everybody
  UnknownKeys unknown;
  bool operator==(const FormItem&) const = default;
};
constexpr auto fields_of(FormItem*) {
  using I = FormItem;
  return std::tuple{Field{1, "key", &I::key},
                    Field{2, "kind", &I::kind},
                    Field{3, "text", &I::text},
                    Field{4, "help", &I::help},
                    Field{5, "competency", &I::competency},
                    Field{6, "coreValue", &I::core_value},
                    Field{7, "anchors", &I::anchors},
                    Field{8, "allowsNotObserved", &I::allows_not_observed},
                    Field{9, "asksComment", &I::asks_comment},
                    Field{10, "isRequired", &I::is_required},
                    Field{11, "tone", &I::tone},
                    Field{12, "options", &I::options},
                    Field{13, "groups", &I::groups}};
}
static_assert(table_is_complete<FormItem>());

struct FormSection {
  std::string title;
  std::string help;
  std::vector<FormItem> items;
  UnknownKeys unknown;
  bool operator==(const FormSection&) const = default;
};
constexpr auto fields_of(FormSection*) {
  using S = FormSection;
  return std::tuple{Field{1, "title", &S::title}, Field{2, "help", &S::help}, Field{3, "items", &S::items}};
}
static_assert(table_is_complete<FormSection>());

struct ReviewForm {
  Id<ReviewForm> id;
  std::string name;
  std::string intro;
  std::int32_t version = 1;  ///< raised by every change after the first request was exported
  std::vector<FormSection> sections;
};
constexpr auto fields_of(ReviewForm*) {
  using F = ReviewForm;
  return std::tuple{Field{1, "name", &F::name, Audience::team}, Field{2, "intro", &F::intro, Audience::team},
                    Field{3, "version", &F::version, Audience::team}, Field{4, "sections", &F::sections, Audience::team}};
}
static_assert(table_is_complete<ReviewForm>());

}  // namespace fullcircle
