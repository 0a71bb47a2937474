#include "ui/screens/form_question.h"

#include <array>
#include <cmath>

#include "ui/widgets/choice.h"
#include "ui/widgets/comment_field.h"
#include "ui/widgets/rating_scale.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr int kMostSteps = 11;  ///< a scale from 0 to 10 is the longest that can be drawn side by side

/// The steps of the scale with the words for them; owns the figures.
struct ScaleWords {
  std::vector<std::string> figures;
  std::vector<ui::RatingStep> steps;
};

ScaleWords scale_words(const ScreenContext& screen, const AnsweredForm& form, const FormItem& item) {
  ScaleWords words;
  const int low = static_cast<int>(std::lround(form.scale_low)), high = static_cast<int>(std::lround(form.scale_high));
  const int count = std::clamp(high - low + 1, 1, kMostSteps);
  for (int i = 0; i < count; ++i) words.figures.push_back(screen.formats.integer(low + i));
  for (int i = 0; i < count; ++i) {
    ui::RatingStep step{.value = low + i, .figure = words.figures[static_cast<std::size_t>(i)]};
    for (const Anchor& anchor : item.anchors)
      if (anchor.level == step.value) {
        step.word = anchor.label;
        step.anchor = anchor.behaviour;
      }
    words.steps.push_back(step);
  }
  return words;
}

void focus_step(ui::Ui& ui, std::string_view scale_name, std::string_view figure) {
  const ui::IdScope scope(ui, scale_name);
  ui.set_focus(ui.peek_id(figure));
}

/// A figure pressed anywhere on the page chooses it. Out: the value.
std::optional<int> pressed_figure(ui::Ui& ui, std::span<const ui::RatingStep> steps) {
  for (const ui::RatingStep& step : steps)
    if (step.figure.size() == 1 && ui.frame.shortcut({Key::character, step.figure[0], 0})) return step.value;
  return std::nullopt;
}

bool draw_scale(ScreenContext& screen, Rect& area, const AnsweredForm& form, const FormItem& item, std::string_view question, bool take_focus,
                FormAnswers& draft) {
  auto& ui = screen.ui;
  const ScaleWords words = scale_words(screen, form, item);
  Answer answer = draft.answer(item.key);
  std::optional<int> value;
  if (answer.rating) value = static_cast<int>(std::lround(*answer.rating));
  const Rect cards = area.cut_top(ui::rating_cards_height(ui, area.width, words.steps));
  bool changed = ui::rating_cards(ui, cards, question, words.steps, value);
  const auto pressed = pressed_figure(ui, words.steps);
  if (pressed && pressed != value) {
    value = pressed;
    changed = true;
  }
  if (take_focus || pressed) {
    const int wanted = value.value_or(words.steps.front().value);
    for (const ui::RatingStep& step : words.steps)
      if (step.value == wanted) focus_step(ui, question, step.figure);
  }
  if (changed) {
    answer.rating.reset();
    if (value) {
      answer.rating = *value;
      answer.is_not_observed = false;
    }
  }
  if (item.allows_not_observed) {
    area.skip(ui.phone() ? 8 : 14);
    const auto label = screen.tr(ui.phone() ? "answer.cannot_judge_short" : "answer.cannot_judge");
    bool cannot_judge = answer.is_not_observed;
    if (ui::checkbox(ui, area.cut_top(ui.phone() ? 44.0f : 28.0f), label, cannot_judge)) {
      answer.is_not_observed = cannot_judge;
      if (cannot_judge) answer.rating.reset();
      changed = true;
    }
  }
  if (changed) draft.set(answer);
  return changed;
}

bool is_written(std::string_view text) { return text.find_first_not_of(" \n\t\r") != std::string_view::npos; }

bool draw_comment(ScreenContext& screen, Rect& area, const FormItem& item, FormAnswers& draft) {
  auto& ui = screen.ui;
  Comment comment = draft.comment(item.key);
  std::array<std::string, 3> values{comment.situation, comment.behaviour, comment.impact};
  const std::array<ui::CommentPart, 3> parts{{{screen.tr("answer.situation"), screen.tr("answer.situation_how")},
                                              {screen.tr("answer.behaviour"), screen.tr("answer.behaviour_how")},
                                              {screen.tr("answer.impact"), screen.tr("answer.impact_how")}}};
  area.skip(ui.phone() ? 8 : 24);
  Rect head = area.cut_top(20);
  const auto filled = std::ranges::count_if(values, is_written);
  const std::string count = screen.tr("answer.parts_of", {{"count", static_cast<int>(filled)}});
  ui.text(head.cut_right(ui.text_width(ui::type::body.figures(), count) + 2), ui::type::body.figures(), ui.c.ink2, count, ui::Align::right);
  const auto title = screen.tr("answer.what_did_you_see");
  head.cut_left(ui.text(head, ui::type::group, ui.c.ink, title) + 8);
  if (!ui.phone()) ui.text(head, ui::type::body, ui.c.ink2, screen.tr("answer.one_moment"));
  area.skip(9);
  float height = 0;
  const bool changed = ui::comment_field(ui, area, title, values, parts, &height);
  area.cut_top(height);
  if (!changed) return false;
  comment.situation = values[0];
  comment.behaviour = values[1];
  comment.impact = values[2];
  draft.set(comment);
  return true;
}

bool draw_words(ScreenContext& screen, Rect& area, const FormItem& item, std::string_view question, bool take_focus, FormAnswers& draft) {
  auto& ui = screen.ui;
  Comment comment = draft.comment(item.key);
  ui::TextAreaOptions options;
  options.field.key = "words";
  options.field.spell_check = true;
  options.field.placeholder = screen.tr("answer.your_words");
  options.field.hint = item.help;
  options.least_lines = 4;
  const ui::TextAreaResult written = ui::text_area(ui, area, question, comment.text, options);
  if (take_focus && !ui.phone()) ui.set_focus(written.id);
  area.cut_top(written.height);
  if (written.changed) draft.set(comment);
  return written.changed;
}

bool draw_choice(ScreenContext& screen, Rect& area, const FormItem& item, std::string_view question, FormAnswers& draft) {
  auto& ui = screen.ui;
  Answer answer = draft.answer(item.key);
  std::vector<ui::RadioChoice> choices;
  for (const std::string& option : item.options) choices.push_back({.label = option});
  int chosen = answer.choice.value_or(-1);
  const bool changed = ui::radio_list(ui, area.cut_top(ui::radio_list_height(choices)), question, choices, chosen);
  if (!changed) return false;
  answer.choice = chosen;
  draft.set(answer);
  return true;
}

bool draw_answer_to(ScreenContext& screen, Rect& area, const AnsweredForm& form, const FormItem& item, std::string_view question, bool take_focus,
                    FormAnswers& draft) {
  switch (item.kind) {
    case ItemKind::rating: {
      bool changed = draw_scale(screen, area, form, item, question, take_focus, draft);
      if (item.asks_comment) changed |= draw_comment(screen, area, item, draft);
      return changed;
    }
    case ItemKind::text: return draw_words(screen, area, item, question, take_focus, draft);
    case ItemKind::choice: return draw_choice(screen, area, item, question, draft);
  }
  return false;
}

}  // namespace

bool draw_form_question(ScreenContext& screen, Rect& area, const AnsweredForm& form, const FormStep& step, const QuestionPlace& place,
                        FormAnswers& draft) {
  auto& ui = screen.ui;
  const ui::Group group(ui, MirrorRole::region, area, step.title);
  const Arguments where{{"number", static_cast<int>(place.index) + 1}, {"total", static_cast<int>(place.count)}, {"title", step.title}};
  ui.text(area.cut_top(20), ui::type::body, ui.c.ink2, screen.tr(ui.phone() ? "answer.question_of_short" : "answer.question_of", where));
  bool changed = false;
  const bool is_several = step.items.size() > 1;
  for (std::size_t i = 0; i < step.items.size(); ++i) {
    const FormItem& item = *step.items[i];
    const ui::IdScope scope(ui, item.key);
    const std::string question = question_text(item.text, form.subject_name);
    area.skip(i > 0 ? 24 : 8);
    const ui::TextStyle style = is_several ? ui::type::section : ui.phone() ? ui::type::detail_title : ui::type::page_title;
    area.cut_top(ui.paragraph(area, style, ui.c.ink, question));
    if (!item.help.empty()) {
      area.skip(4);
      area.cut_top(ui.paragraph(area, ui::type::body, ui.c.ink2, question_text(item.help, form.subject_name)));
    }
    area.skip(is_several ? 10 : ui.phone() ? 16 : 26);
    changed |= draw_answer_to(screen, area, form, item, question, place.take_focus && i == 0, draft);
  }
  return changed;
}

}  // namespace fullcircle
