#include "ui/screens/form_answering.h"

#include <array>

#include "ui/screens/form_check.h"
#include "ui/screens/form_question.h"
#include "ui/widgets/button.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/steps.h"
#include "ui/widgets/surface.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kCardPadding = 36, kCardTop = 32, kFooterPadding = 16, kPhoneDash = 4, kPhoneSide = 16, kRailHead = 26;
constexpr double kKeepAfterMs = 600;  ///< a draft is stored when typing rests this long
constexpr int kMinutesPerStep = 1;

/// One frame of the form.
class FormPage {
 public:
  FormPage(ScreenContext& screen, const AnsweredForm& form, FormAnsweringState& state)
      : screen_(screen), ui_(screen.ui), form_(form), state_(state), steps_(make_form_steps(*form.sections)) {
    begin();
    answered_ = count_answered(steps_, state_.draft);
  }

  FormAnsweringResult draw(Rect window) {
    const ui::Group page(ui_, MirrorRole::region, window, form_.title);
    draw_header(window);
    ui_.phone() ? draw_phone(window) : draw_wide(window);
    take_keys();
    keep_when_due();
    return result_;
  }

 private:
  void begin() {
    if (state_.form != form_.id) {
      state_ = {};
      state_.form = form_.id;
      state_.draft = state_.kept = form_.kept;
      state_.part = form_.is_delivered ? AnsweringPart::delivered : AnsweringPart::questions;
      while (state_.shown + 1 < steps_.size() && is_answered(steps_[state_.shown], state_.draft)) ++state_.shown;
      state_.wants_focus = true;
    } else if (!state_.changed_at_ms && form_.kept != state_.kept) {
      state_.draft = state_.kept = form_.kept;  // undone, or changed in another tab
    }
    if (state_.delivered_before && *state_.delivered_before != form_.delivered_at) {  // the file is there
      state_.delivered_before.reset();
      show(AnsweringPart::delivered);
    }
    if (state_.part == AnsweringPart::delivered && !form_.is_delivered) state_.part = AnsweringPart::check;  // taken back
    state_.shown = std::min(state_.shown, steps_.empty() ? 0 : steps_.size() - 1);
    take_focus_ = std::exchange(state_.wants_focus, false);
  }

  void show(AnsweringPart part) {
    state_.part = part;
    turn_page();
  }
  void show(std::size_t step) {
    state_.part = AnsweringPart::questions;
    state_.shown = step;
    turn_page();
  }
  void turn_page() {
    state_.wants_focus = true;
    if (state_.changed_at_ms) keep();
    ui_.frame.redraw();
  }

  void go_next() {
    if (state_.part != AnsweringPart::questions) return;
    if (state_.shown + 1 < steps_.size())
      show(state_.shown + 1);
    else
      show(AnsweringPart::check);
  }
  void go_back() {
    if (state_.part == AnsweringPart::check)
      show(steps_.size() - 1);
    else if (state_.shown > 0)
      show(state_.shown - 1);
  }

  void keep() {
    state_.changed_at_ms.reset();
    state_.kept = state_.draft;
    result_.keep = true;
  }
  void keep_when_due() {
    if (!state_.changed_at_ms) return;
    const double due = *state_.changed_at_ms + kKeepAfterMs;
    if (ui_.now_ms() >= due || ui_.frame.input().page_hidden || result_.leave)
      keep();
    else
      ui_.frame.redraw_at(due);
  }
  void deliver() {
    keep();
    result_.deliver = true;
    if (form_.is_encrypted)
      state_.delivered_before = form_.delivered_at;  // takes a moment, and may fail
    else
      show(AnsweringPart::delivered);
  }

  void take_keys() {
    constexpr auto control = key_modifier::control;
    if (ui_.frame.shortcut({Key::enter, 0, control, true})) go_next();
    if (ui_.frame.shortcut({Key::enter, 0, control | key_modifier::shift, true})) go_back();
  }

  std::string progress_text() const {
    return screen_.tr("answer.progress", {{"answered", answered_}, {"total", static_cast<int>(steps_.size())}});
  }

  // ---- header

  void draw_header(Rect& window) {
    const std::string progress = progress_text();
    const float share = steps_.empty() ? 0 : static_cast<float>(answered_) / static_cast<float>(steps_.size());
    Rect actions = ui::focus_header(ui_, window, {.person = form_.person, .person_name = form_.subject_name, .title = form_.title, .caption = form_.caption,
                                                  .progress = ui_.phone() ? -1 : share, .progress_name = progress});
    if (ui_.phone()) {
      draw_phone_menu(actions);
      draw_phone_progress(window);
      return;
    }
    if (ui::icon_button_right(ui_, actions, Icon::x, screen_.tr("action.close"), {.height = kControlHeader}, 12)) result_.leave = true;
    if (state_.part == AnsweringPart::questions &&
        ui::button_right(ui_, actions, deliver_label(screen_, form_), {.kind = ui::ButtonKind::primary, .icon = deliver_icon(form_), .height = kControlHeader}, 20))
      show(AnsweringPart::check);
    ui_.text(actions, ui::type::body, ui_.c.ink2, progress, ui::Align::right);
  }

  void draw_phone_menu(Rect& actions) {
    const std::array<ui::MenuItem, 1> items{{{.label = screen_.tr("action.close"), .icon = Icon::x}}};
    if (ui::more_menu(ui_, actions.cut_right(kPhoneTarget).middle(kPhoneTarget), screen_.tr("action.more"), items) == 0) result_.leave = true;
  }

  void draw_phone_progress(Rect& window) {
    const Rect line = window.cut_top(kPhoneDash + 12).with_height(kPhoneDash).inset(kPhoneSide, 0);
    const ui::Group said(ui_, MirrorItem{.id = ui_.make_id("progress"), .role = MirrorRole::progress, .rect = line, .name = progress_text(), .tab_index = -1,
                                         .number = static_cast<double>(answered_), .minimum = 0, .maximum = static_cast<double>(steps_.size())});
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const Rect dash = line.column(i, steps_.size(), 4);
      ui_.fill(dash, ui_.c.track, kPhoneDash / 2);
      const bool is_done = is_answered(steps_[i], state_.draft);
      const bool is_shown = state_.part == AnsweringPart::questions && i == state_.shown;
      if (is_done || is_shown) ui_.fill(is_done ? dash : dash.with_width(dash.width / 2), ui_.c.accent, kPhoneDash / 2);
    }
  }

  // ---- wide

  void draw_wide(const Rect& window) {
    ui::ScrollArea scroll(ui_, window, "form");
    if (take_focus_) ui_.frame.scroll_to(scroll.id(), {});
    const ui::FocusAreas areas = ui::focus_areas(ui_, scroll.content().with_height(window.height));
    if (areas.rail.width > 0) draw_rail(areas.rail);
    float& height = ui_.memory.heights[ui_.make_id("card")];
    const Rect card = areas.card.with_height(std::max(height, 1.0f));
    ui::card(ui_, card);
    Rect body = areas.card;
    body.skip(kCardTop);
    Rect inside = body.inset(kCardPadding, 0);
    draw_part(inside);
    float bottom = inside.y + 28;
    if (state_.part == AnsweringPart::questions) {
      ui_.hairline(card.x + 1, bottom, card.width - 2);
      draw_footer(Rect{inside.x, bottom + kFooterPadding, inside.width, kControlForm});
      bottom += kControlForm + 2 * kFooterPadding;
    }
    if (height != bottom - card.y) {
      height = bottom - card.y;
      ui_.frame.redraw();
    }
    Rect aside = areas.aside;
    Rect below{card.x, bottom + 28, card.width, 0};
    draw_aside(areas.aside.width > 0 ? aside : below);
  }

  void draw_part(Rect& area) {
    switch (state_.part) {
      case AnsweringPart::questions: draw_question(area); break;
      case AnsweringPart::check: follow(draw_form_check(screen_, area, form_, steps_, state_.draft, take_focus_)); break;
      case AnsweringPart::delivered: follow(draw_form_delivered(screen_, area, form_, take_focus_)); break;
    }
  }

  void follow(const FormCheckResult& wanted) {
    if (wanted.open_step) show(*wanted.open_step);
    if (wanted.back) go_back();
    if (wanted.deliver) deliver();
    if (wanted.change) show(std::size_t{0});
    if (wanted.leave) result_.leave = true;
    if (wanted.give_back) result_.give_back = true;
  }

  void draw_question(Rect& area) {
    if (steps_.empty()) return;
    const QuestionPlace place{state_.shown, steps_.size(), take_focus_};
    if (draw_form_question(screen_, area, form_, steps_[state_.shown], place, state_.draft)) {
      state_.changed_at_ms = ui_.now_ms();
      answered_ = count_answered(steps_, state_.draft);
    }
    area.skip(12);
    Rect line = area;
    ui_.paint_icon(line.with_height(18).with_width(14), Icon::shield_check, ui_.c.ink3, 14);
    line.cut_left(22);
    area.cut_top(ui_.paragraph(line, ui::type::caption, ui_.c.ink2, who_sees(screen_, form_)));
  }

  std::string next_title() const {
    const bool is_last = state_.shown + 1 >= steps_.size();
    const auto check = screen_.tr(form_.delivery == AnswerDelivery::file ? "answer.check" : "answer.check_in_place");
    return screen_.tr("answer.next_question", {{"title", is_last ? check : std::string_view(steps_[state_.shown + 1].title)}});
  }

  void draw_footer(Rect row) {
    const ui::ButtonOptions back{.icon = Icon::arrow_left, .height = kControlForm, .disabled = state_.shown == 0};
    if (ui::button_left(ui_, row, screen_.tr("answer.back"), back)) go_back();
    if (ui::button_right(ui_, row, screen_.tr("answer.next"), {.trailing = Icon::arrow_right, .height = kControlForm}, 12)) go_next();
    ui_.text(row, ui::type::body, ui_.c.ink2, next_title(), ui::Align::right);
  }

  void draw_rail(Rect rail) {
    const int open = static_cast<int>(steps_.size()) - answered_;
    const Rect head = rail.cut_top(kRailHead).with_height(16).inset(12, 0);
    if (open > 0 && state_.part != AnsweringPart::delivered) ui_.text(head, ui::type::head, ui_.c.ink2, screen_.tr("answer.minutes_left", {{"count", open * kMinutesPerStep}}));
    std::vector<ui::Step> lines;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      const bool is_shown = state_.part == AnsweringPart::questions && i == state_.shown;
      const bool is_done = is_answered(steps_[i], state_.draft);
      lines.push_back({.label = steps_[i].title, .state = is_shown && !is_done ? ui::StepState::current : is_done ? ui::StepState::done : ui::StepState::open});
    }
    const float height = 40 * static_cast<float>(lines.size());
    const int shown = state_.part == AnsweringPart::questions ? static_cast<int>(state_.shown) : -1;
    const int clicked = ui::step_rail(ui_, rail.cut_top(height), screen_.tr("answer.steps"), lines, shown);
    rail.skip(20);
    Rect foot = rail.inset(12, 0);
    if (state_.part != AnsweringPart::delivered) draw_saved(foot);
    if (state_.part == AnsweringPart::questions) {
      foot.skip(12);
      foot.cut_top(ui_.paragraph(foot, ui::type::caption, ui_.c.ink3, screen_.tr("answer.keys")));
    }
    if (clicked >= 0) show(static_cast<std::size_t>(clicked));
  }

  void draw_saved(Rect& area) {
    const SaveState& save = screen_.app.save;
    const bool is_stored = save.status == SaveStatus::saved && !state_.changed_at_ms;
    if (save.reason)
      area.cut_top(ui_.paragraph(area, ui::type::caption, ui_.c.bad, screen_.language.describe(*save.reason)));
    else if (save.mode == StoreMode::reading)
      ui::icon_line(ui_, area.cut_top(18), Icon::hard_drive, screen_.tr("storage.read_only"), ui_.c.ink3, ui::type::caption, 14);
    else if (is_stored && answered_ > 0)
      ui::icon_line(ui_, area.cut_top(18), Icon::hard_drive, screen_.tr("answer.draft_saved"), ui_.c.ink3, ui::type::caption, 14);
    else
      area.cut_top(18);
  }

  void draw_aside(Rect area) {
    const ui::Group region(ui_, MirrorRole::complementary, area, screen_.tr("answer.comment_helps"));
    bool is_first = true;
    const auto begin = [&](std::string_view head) {
      if (!is_first) draw_divider(area);
      is_first = false;
      if (!head.empty()) draw_head(area, head);
    };
    if (state_.part == AnsweringPart::questions) {
      begin({});
      draw_comment_guide(area);
    }
    if (!form_.coaching_wish.empty() && form_.delivery != AnswerDelivery::self) {
      begin(screen_.tr("answer.coaching_wish", {{"name", form_.subject_name}}));
      area.cut_top(ui_.paragraph(area, ui::type::body, ui_.c.ink2, form_.coaching_wish));
    }
    if (form_.delivery == AnswerDelivery::file && state_.part != AnsweringPart::delivered) {
      begin(screen_.tr("answer.nothing_sent"));
      area.cut_top(ui_.paragraph(area, ui::type::body, ui_.c.ink2, screen_.tr("answer.nothing_sent_how", {{"name", form_.asked_by}})));
    }
    if (!names_the_rater(form_) && state_.part == AnsweringPart::questions) {
      begin(screen_.tr("privacy.confidential"));
      area.cut_top(ui_.paragraph(area, ui::type::body, ui_.c.ink2, screen_.tr("privacy.cannot_hide")));
    }
  }

  void draw_comment_guide(Rect& area) {
    struct Part {
      std::string_view label, how;
    };
    constexpr std::array<Part, 3> kParts{
        {{"answer.situation", "answer.situation_how"}, {"answer.behaviour", "answer.behaviour_how"}, {"answer.impact", "answer.impact_how"}}};
    draw_head(area, screen_.tr("answer.comment_helps"));
    area.skip(10);
    for (const Part& part : kParts) {
      ui_.text(area.cut_top(20), ui::type::control, ui_.c.ink, screen_.tr(part.label));
      area.cut_top(ui_.paragraph(area, ui::type::body, ui_.c.ink2, screen_.tr(part.how)) + 20);
    }
    area.cut_top(ui::quote(ui_, area, screen_.tr("answer.example")));
  }

  void draw_head(Rect& area, std::string_view text) {
    ui_.heading(area.cut_top(24), 2, ui::type::group, ui_.c.ink, text);
    area.skip(2);
  }
  void draw_divider(Rect& area) {
    area.skip(20);
    ui_.hairline(area.x, area.y, area.width);
    area.skip(16);
  }

  // ---- phone

  void draw_phone(Rect window) {
    if (state_.part == AnsweringPart::questions) draw_phone_actions(ui::phone_actions(ui_, window));
    ui::ScrollArea scroll(ui_, window, "form");
    if (take_focus_) ui_.frame.scroll_to(scroll.id(), {});
    Rect content = scroll.content().inset(kPhoneSide, 8);
    draw_part(content);
    content.skip(28);
    draw_aside(content);
  }

  void draw_phone_actions(Rect row) {
    const float height = row.height;
    if (ui::button(ui_, row.cut_left(height), {}, {.icon = Icon::arrow_left, .height = height, .disabled = state_.shown == 0, .key = "back", .name = screen_.tr("answer.back")}))
      go_back();
    row.cut_left(10);
    const float deliver_width = std::min(row.width - 90, ui::button_width(ui_, deliver_label(screen_, form_), {.icon = deliver_icon(form_), .height = height}));
    if (ui::button(ui_, row.cut_right(deliver_width), deliver_label(screen_, form_),
                   {.kind = ui::ButtonKind::primary, .icon = deliver_icon(form_), .height = height}))
      show(AnsweringPart::check);
    row.cut_right(10);
    if (ui::button(ui_, row, screen_.tr("answer.next"), {.height = height})) go_next();
  }

  ScreenContext& screen_;
  ui::Ui& ui_;
  const AnsweredForm& form_;
  FormAnsweringState& state_;
  std::vector<FormStep> steps_;
  FormAnsweringResult result_;
  int answered_ = 0;
  bool take_focus_ = false;
};

}  // namespace

bool names_the_rater(const AnsweredForm& form) { return form.group == RaterGroup::self || form.group == RaterGroup::manager; }

std::string who_sees(const ScreenContext& screen, const AnsweredForm& form) {
  if (form.group == RaterGroup::self) return std::string(screen.tr("self_review.who_sees"));
  const std::string group(screen.tr("group_role." + std::string(to_name(form.group))));
  if (names_the_rater(form)) return screen.tr("answer.privacy_named", {{"name", form.subject_name}, {"group", group}});
  return screen.tr("answer.privacy_group", {{"name", form.subject_name}, {"others", form.anonymity_minimum - 1}});
}

std::string_view deliver_label(const ScreenContext& screen, const AnsweredForm& form) {
  switch (form.delivery) {
    case AnswerDelivery::file: return screen.tr("answer.export");
    case AnswerDelivery::self: return screen.tr("self_review.finish");
    default: return screen.tr("answer.hand_in");
  }
}

Icon deliver_icon(const AnsweredForm& form) { return form.delivery == AnswerDelivery::file ? Icon::file_down : Icon::check; }

FormAnsweringResult draw_form_answering(ScreenContext& screen, Rect window, const AnsweredForm& form, FormAnsweringState& state) {
  return FormPage(screen, form, state).draw(window);
}

}  // namespace fullcircle
