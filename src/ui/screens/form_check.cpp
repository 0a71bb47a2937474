#include "ui/screens/form_check.h"

#include "ui/screens/export_dialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/list.h"
#include "ui/widgets/section.h"
#include "ui/widgets/states.h"
#include "ui/widgets/surface.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kOpenRow = 44, kBlockGap = 22;

void draw_heading(ScreenContext& screen, Rect& area, std::string_view text) {
  screen.ui.heading(area.cut_top(20), 3, ui::type::group, screen.ui.c.ink, text);
  area.skip(4);
}

void draw_sentence(ScreenContext& screen, Rect& area, std::string_view text) {
  area.cut_top(screen.ui.paragraph(area, ui::type::body, screen.ui.c.ink2, text));
}

/// Questions without an answer, each with the way to it. Out: the one chosen.
std::optional<std::size_t> draw_open_steps(ScreenContext& screen, Rect& area, const std::vector<FormStep>& steps, const FormAnswers& draft) {
  auto& ui = screen.ui;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (!is_answered(steps[i], draft)) open.push_back(i);
  if (open.empty()) {
    ui::icon_line(ui, area.cut_top(24), Icon::circle_check, screen.tr("answer.all_answered"), ui.c.good);
    return std::nullopt;
  }
  ui::icon_line(ui, area.cut_top(24), Icon::circle_alert, screen.tr("answer.incomplete", {{"count", static_cast<int>(open.size())}}), ui.c.warn);
  area.skip(4);
  std::optional<std::size_t> chosen;
  const ui::Group list(ui, MirrorRole::list, area.with_height(kOpenRow * static_cast<float>(open.size())), screen.tr("answer.open_questions"));
  for (std::size_t i = 0; i < open.size(); ++i) {
    const FormStep& step = steps[open[i]];
    ui::ListRow row(ui, area.cut_top(kOpenRow), open[i], step.title, {.first = i == 0});
    Rect rest = row.rect();
    ui.paint_icon(rest.cut_right(16), Icon::chevron_right, ui.c.ink3);
    rest.cut_right(8);
    if (!is_required(step)) {
      const auto optional = screen.tr("common.optional");
      ui.text(rest.cut_right(ui.text_width(ui::type::body, optional) + 2), ui::type::body, ui.c.ink3, optional);
      rest.cut_right(8);
    }
    ui.text(rest, ui::type::row, ui.c.ink, step.title);
    if (row.clicked()) chosen = open[i];
  }
  return chosen;
}

void draw_contents(ScreenContext& screen, Rect& area, const AnsweredForm& form) {
  if (form.delivery == AnswerDelivery::file) {
    bool shows_all = true;
    if (form.contents) draw_file_contents(screen, area, *form.contents, shows_all);
    area.skip(8);
    const std::string reader = form.is_encrypted ? screen.tr("answer.encrypted", {{"name", form.asked_by}}) : std::string(screen.tr("answer.not_encrypted"));
    area.cut_top(ui::note(screen.ui, area, form.is_encrypted ? Icon::lock : Icon::lock_open, reader));
    area.skip(kBlockGap);
  }
  draw_heading(screen, area, screen.tr("answer.who_sees"));
  draw_sentence(screen, area, who_sees(screen, form));
  if (names_the_rater(form)) return;
  draw_sentence(screen, area, screen.tr("answer.privacy_words"));
  draw_sentence(screen, area, screen.tr("privacy.cannot_hide"));
}

std::string_view check_title(const ScreenContext& screen, const AnsweredForm& form) {
  return screen.tr(form.delivery == AnswerDelivery::file ? "answer.check" : "answer.check_in_place");
}

void draw_next_steps(ScreenContext& screen, Rect& area, const AnsweredForm& form) {
  auto& ui = screen.ui;
  const auto line = [&](std::string_view text) { area.cut_top(ui::bullet(ui, area, ui::type::form, ui.c.ink2, text) + 6); };
  switch (form.delivery) {
    case AnswerDelivery::file:
      line(screen.tr("answer.exported", {{"file", form.file_name}, {"name", form.asked_by}}));
      line(screen.tr("answer.next_find"));
      line(screen.tr("answer.next_change"));
      break;
    case AnswerDelivery::in_place: line(screen.tr("answer.handed_in_how", {{"name", form.subject_name}})); break;
    case AnswerDelivery::self:
      if (!form.goes_back_to.empty()) line(screen.tr("self_review.give_back", {{"name", form.goes_back_to}}));
      line(screen.tr("self_review.finished_how"));
      break;
    case AnswerDelivery::manager: line(screen.tr("self_review.manager_finished_how", {{"name", form.subject_name}})); break;
  }
}

std::string_view delivered_title(const ScreenContext& screen, const AnsweredForm& form) {
  switch (form.delivery) {
    case AnswerDelivery::file: return screen.tr("edit.answer.export");
    case AnswerDelivery::self: return screen.tr("self_review.finished");
    default: return screen.tr("edit.answer.hand_in");
  }
}

}  // namespace

FormCheckResult draw_form_check(ScreenContext& screen, Rect& area, const AnsweredForm& form, const std::vector<FormStep>& steps,
                                const FormAnswers& draft, bool take_focus) {
  auto& ui = screen.ui;
  FormCheckResult result;
  const ui::Group region(ui, MirrorRole::region, area, check_title(screen, form));
  ui.heading(area.cut_top(28), 2, ui::type::page_title, ui.c.ink, check_title(screen, form));
  area.skip(14);
  result.open_step = draw_open_steps(screen, area, steps, draft);
  area.skip(kBlockGap);
  draw_contents(screen, area, form);
  if (form.is_delivered) {
    area.skip(kBlockGap);
    area.cut_top(ui::note(ui, area, Icon::info, screen.tr(form.delivery == AnswerDelivery::file ? "answer.exported_again" : "answer.handed_in_again")));
  }
  area.skip(kBlockGap);
  Rect row = area.cut_top(kControlForm);
  const auto label = deliver_label(screen, form);
  const ui::ButtonOptions deliver{.kind = ui::ButtonKind::primary, .icon = deliver_icon(form), .height = kControlForm,
                                  .disabled = count_answered(steps, draft) == 0, .key = "deliver"};
  if (take_focus) ui.set_focus(ui::button_id(ui, "deliver"));
  result.deliver = ui::button_right(ui, row, label, deliver);
  result.back = ui::button_left(ui, row, screen.tr("answer.back"), {.icon = Icon::arrow_left, .height = kControlForm});
  return result;
}

FormCheckResult draw_form_delivered(ScreenContext& screen, Rect& area, const AnsweredForm& form, bool take_focus) {
  auto& ui = screen.ui;
  FormCheckResult result;
  const ui::Group region(ui, MirrorRole::region, area, delivered_title(screen, form));
  ui.paint_icon(area.cut_top(28).with_width(28), Icon::circle_check, ui.c.good, 28);
  area.skip(12);
  ui.heading(area.cut_top(28), 2, ui::type::page_title, ui.c.ink, delivered_title(screen, form));
  area.skip(10);
  draw_heading(screen, area, screen.tr("answer.what_next"));
  draw_next_steps(screen, area, form);
  area.skip(kBlockGap);
  Rect row = area.cut_top(kControlForm);
  const auto leave = screen.tr(form.delivery == AnswerDelivery::file ? "answer.all_requests" : "action.done");
  const bool goes_back = !form.goes_back_to.empty();
  if (take_focus) ui.set_focus(ui::button_id(ui, goes_back ? "give-back" : "leave"));
  if (goes_back)
    result.give_back = ui::button_left(ui, row, screen.tr("step.do.give_file_back"),
                                       {.kind = ui::ButtonKind::primary, .icon = Icon::file_down, .height = kControlForm, .key = "give-back"});
  const auto kind = goes_back ? ui::ButtonKind::secondary : ui::ButtonKind::primary;
  result.leave = ui::button_left(ui, row, leave, {.kind = kind, .height = kControlForm, .key = "leave"});
  result.change = ui::button_left(ui, row, screen.tr("self_review.edit_again"), {.icon = Icon::pencil, .height = kControlForm});
  return result;
}

}  // namespace fullcircle
