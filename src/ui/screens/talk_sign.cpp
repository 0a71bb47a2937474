#include "ui/screens/talk_sign.h"

#include <algorithm>

#include "app/commands/plan_commands.h"
#include "app/commands/sign_off.h"
#include "app/queries/plan_view.h"
#include "app/queries/signature_check.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/talk_parts.h"
#include "ui/screens/talk_signed.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/link.h"
#include "ui/widgets/list.h"
#include "ui/widgets/states.h"
#include "ui/widgets/surface.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kCardHeight = 84;
constexpr float kQuietPadding = 12;  ///< of a quiet button, whose icon stands in line with the text above
constexpr std::initializer_list<float> kActionColumns = {-1, 112, 84, 131};

/// "Goal" or "Plan" with its icon; leads there once the action has become one.
void draw_target(ScreenContext& screen, Rect rect, const AgreedAction& action, Intents& intents) {
  auto& ui = screen.ui;
  if (action.goes_to == ActionTarget::none) {
    ui.text(rect, ui::type::body, ui.c.ink3, screen.tr("common.empty_cell"));
    return;
  }
  const bool is_goal = action.goes_to == ActionTarget::goal;
  const Icon icon = is_goal ? Icon::target : Icon::sprout;
  const auto label = screen.language.name_of(action.goes_to);
  const auto* step = screen.view.find(action.action);
  const bool leads = is_goal ? screen.view.find(action.goal) != nullptr : step != nullptr;
  if (!leads) {
    ui::icon_line(ui, rect, icon, label, ui.c.ink2);
    return;
  }
  const std::string name = std::string(label) + ": " + action.text;
  if (ui::link(ui, rect, label, {.colour = ui.c.ink2, .icon = icon, .name = name}))
    intents.go = is_goal ? Route{Page::goals, action.goal, {}} : Route{Page::plan, step->plan, {}};
}

void draw_action_row(ScreenContext& screen, Rect& area, const Review& review, std::size_t place, ConversationState& state, Intents& intents) {
  auto& ui = screen.ui;
  const AgreedAction& action = review.actions[place];
  const std::string& who = screen.view.name_of(action.who);
  const std::string due = action.due_day ? screen.formats.short_date(*action.due_day) : std::string(screen.tr("common.empty_cell"));
  ui::ListRow row(ui, area.cut_top(ui.phone() ? 64 : kRow), place, action.text, {});
  if (ui.phone()) {
    ui::two_lines(ui, row.rect(), action.text, who + " · " + due + " · " + std::string(screen.language.name_of(action.goes_to)));
  } else {
    const ui::Columns columns(row.rect(), kActionColumns, 12);
    ui.text(columns[0], ui::type::form, ui.c.ink, action.text);
    if (action.who) ui::person_cell(ui, columns[1], person_number(action.who), who);
    ui.text(columns[2], ui::type::body, ui.c.ink2, due);
    draw_target(screen, columns[3], action, intents);
  }
  if (row.clicked() && !is_own_copy(screen.view, review)) state.action_form = AgreedActionForm{place, action, false};
}

struct SignCard {
  TalkSide side;
  Id<Person> person;
  const std::optional<SignOff>& sign_off;
  SignState state;
  bool may_sign = false;   ///< on this device
  SignatureFinding finding = SignatureFinding::acknowledged;
  std::string when, checked;   ///< the lines under the name

  bool is_in_doubt() const { return sign_off && !is_trustworthy(finding); }
  bool is_forged() const { return finding == SignatureFinding::forged; }
  bool is_valid() const { return state == SignState::valid && !is_forged(); }
  bool asks() const { return !is_valid() && person && may_sign; }
};

SignCard make_card(const ScreenContext& screen, const Review& review, TalkSide side, const std::string& hash, Intents& intents) {
  const bool is_person = side == TalkSide::person;
  const auto& sign_off = is_person ? review.person_sign_off : review.manager_sign_off;
  SignCard card{side, is_person ? review.person : review.manager, sign_off, sign_state(sign_off, hash)};
  card.may_sign = is_person || !is_own_copy(screen.view, review);
  if (sign_off) card.finding = compute_finding(screen.view, review, *sign_off, screen.app.key_checks);
  if (card.finding == SignatureFinding::unchecked) intents.tasks.push_back(CheckSignatures{review.id});
  card.when = sign_time_text(screen, sign_off, card.state);
  if (sign_off) card.checked = finding_text(screen, *sign_off, card.finding);
  return card;
}

constexpr float kCardPadding = 18, kCardAvatar = 36, kBesideAvatar = 14, kBelowWords = 10;

std::string_view sign_label(const ScreenContext& screen, const SignCard& card) { return screen.tr(card.sign_off ? "conversation.sign_again" : "conversation.sign"); }
ui::ButtonOptions sign_look(bool is_primary) {
  return {.kind = is_primary ? ui::ButtonKind::primary : ui::ButtonKind::secondary, .icon = Icon::signature, .height = kControlHeader};
}

/// Beside a button the lines would be cut: it stands below them.
bool is_button_below(const ScreenContext& screen, const SignCard& card, float width) {
  if (!card.asks()) return false;
  auto& ui = screen.ui;
  const float lines = std::max({ui.text_width(ui::type::row, screen.view.name_of(card.person)), ui.text_width(ui::type::caption, card.when), ui.text_width(ui::type::caption, card.checked)});
  return 2 * kCardPadding + kCardAvatar + kBesideAvatar + lines + 8 + ui::button_width(ui, sign_label(screen, card), sign_look(false)) > width;
}

void draw_sign_card(ScreenContext& screen, const Rect& rect, const SignCard& card, bool is_primary, ConversationState& state) {
  auto& ui = screen.ui;
  const std::string& name = screen.view.name_of(card.person);
  const ui::Group group(ui, MirrorRole::region, rect, name);
  const bool is_good = card.is_valid() && !card.is_in_doubt();
  ui.fill(rect, is_good ? ui.c.good_soft : ui.c.sheet, kRadiusChoice);
  if (!is_good) ui.outline(rect, card.is_forged() ? ui.c.bad_fill : card.sign_off ? ui.c.warn_fill : ui.c.line2, kRadiusChoice);
  const bool is_below = is_button_below(screen, card, rect.width);
  Rect inside = rect.inset(kCardPadding, 0);
  Rect foot = is_below ? inside.cut_bottom(kControlHeader + kCardPadding).with_height(kControlHeader) : inside;
  if (is_below) inside.cut_top(kCardPadding - kBelowWords);
  foot.cut_left(kCardAvatar + kBesideAvatar);
  ui::avatar(ui, inside.cut_left(kCardAvatar), person_number(card.person), name, kCardAvatar);
  inside.cut_left(kBesideAvatar);
  if (card.is_valid()) {
    const bool has_key = !card.sign_off->key.empty();
    ui.paint_icon(inside.cut_right(20).middle(20), has_key ? Icon::shield_check : Icon::signature, is_good ? ui.c.good : ui.c.warn, 20);
    inside.cut_right(8);
  } else if (card.asks()) {
    ui::ButtonOptions look = sign_look(is_primary);
    const std::string full = screen.tr("conversation.sign_as", {{"name", name}});
    look.key = look.name = full;
    const auto label = sign_label(screen, card);
    if (is_below ? ui::button_left(ui, foot, label, look) : ui::button_right(ui, inside, label, look)) state.sign_form = SignForm{.side = card.side};
  }
  Rect words = inside.middle(card.sign_off ? 56 : 38);
  ui.text(words.cut_top(20), ui::type::row, ui.c.ink, name);
  const auto colour = is_good ? ui.c.good : card.sign_off && card.state == SignState::amended ? ui.c.warn : ui.c.ink2;
  ui.text(words.cut_top(18), ui::type::caption, colour, card.when);
  if (card.sign_off) ui.text(words, ui::type::caption, card.is_forged() ? ui.c.bad : card.is_in_doubt() ? ui.c.warn : ui.c.ink2, card.checked);
}

/// What somebody wrote beside the signature.
void draw_sign_words(ScreenContext& screen, Rect& area, const SignCard& card) {
  if (!card.sign_off || card.sign_off->words.empty()) return;
  area.skip(10);
  area.skip(ui::comment(screen.ui, area, card.sign_off->words, screen.view.name_of(card.person)));
}

/// Once both have signed, the plan is what comes next.
void draw_way_to_plan(ScreenContext& screen, Rect& area, const Review& review, Intents& intents) {
  area.skip(16);
  Rect row = area.cut_top(kControl);
  const auto* plan = current_plan(screen.view, review.person);
  if (!ui::button_left(screen.ui, row, screen.tr(plan ? "conversation.open_plan" : "conversation.start_plan"), {.icon = Icon::sprout})) return;
  if (plan) {
    intents.go = Route{Page::plan, plan->id, {}};
    return;
  }
  const Id<DevelopmentPlan> id(screen.new_id());
  intents.edits.push_back(start_plan(screen.view, id, review.person));
  intents.go = Route{Page::plan, id, {}};
}

/// A signature that is missing here comes in the person's file; one given on the person's own device leaves in it.
void draw_file_to_sign(ScreenContext& screen, Rect& area, const Review& review, const SignCard& person, Intents& intents) {
  auto& ui = screen.ui;
  const Workspace* workspace = screen.view.workspace();
  if (!workspace || workspace->lead == review.person) return;
  const bool is_own = is_own_copy(screen.view, review);
  const bool is_signed = person.state == SignState::valid;
  if (is_own ? !is_signed : is_signed || !review.released_at) return;
  const std::string& name = screen.view.name_of(is_own ? workspace->lead : review.person);
  area.skip(14);
  area.skip(ui::note(ui, area, Icon::info, screen.tr(is_own ? "conversation.file_back" : "conversation.file_to_sign", {{"name", name}})) + 10);
  Rect row = area.cut_top(ui.control_height());
  const std::string label = is_own ? std::string(screen.tr("step.do.give_file_back")) : screen.tr("conversation.export_file", {{"name", name}});
  if (ui::button_left(ui, row, label, {.icon = Icon::file_down, .height = row.height})) intents.tasks.push_back(ExportMemberFile{review.person});
}

}  // namespace

void draw_agreed_actions(ScreenContext& screen, Rect& area, const Review& review, ConversationState& state, Intents& intents) {
  auto& ui = screen.ui;
  const ui::IdScope scope(ui, "agreed");
  const Rect head = area.cut_top(40);
  ui.heading(head, 3, ui::type::group, ui.c.ink, screen.tr("conversation.agreed_actions"));
  if (!ui.phone()) {
    const ui::Columns columns(head, kActionColumns, 12);
    ui.text(columns[1], ui::type::caption, ui.c.ink2, screen.tr("conversation.action_who"));
    ui.text(columns[2], ui::type::caption, ui.c.ink2, screen.tr("conversation.action_due"));
    ui.text(columns[3], ui::type::caption, ui.c.ink2, screen.tr("conversation.action_goes_to"));
  }
  if (!review.actions.empty()) {
    const ui::Group list(ui, MirrorRole::list, area.with_height(kRow * static_cast<float>(review.actions.size())), screen.tr("conversation.agreed_actions"));
    for (std::size_t place = 0; place < review.actions.size(); ++place) draw_action_row(screen, area, review, place, state, intents);
  }
  ui.hairline(area.x, area.y, area.width);
  if (review.actions.empty()) ui.text(area.cut_top(40), ui::type::body, ui.c.ink3, screen.tr("conversation.no_actions"));
  if (is_own_copy(screen.view, review)) return area.skip(8);
  Rect foot = area.cut_top(48);
  foot.x -= kQuietPadding;
  if (ui::button_left(ui, foot, screen.tr("conversation.add_action"), {.kind = ui::ButtonKind::quiet, .icon = Icon::plus})) {
    AgreedAction action;
    action.who = review.person;
    action.goes_to = ActionTarget::plan;
    state.action_form = AgreedActionForm{std::nullopt, std::move(action), false};
  }
}

void draw_sign_off(ScreenContext& screen, Rect& area, const Review& review, ConversationState& state, Intents& intents) {
  auto& ui = screen.ui;
  const std::string hash = content_hash(review);
  const SignCard cards[] = {make_card(screen, review, TalkSide::manager, hash, intents), make_card(screen, review, TalkSide::person, hash, intents)};
  Rect head = area.cut_top(22);
  const auto title = screen.tr("conversation.sign_off");
  ui.heading(head.cut_left(ui.text_width(ui::type::group, title) + 8), 3, ui::type::group, ui.c.ink, title);
  ui.text(head, ui::type::body, ui.c.ink2, screen.tr("conversation.later_change"));
  area.skip(10);
  for (const SignCard& card : cards) {
    if (card.state != SignState::amended) continue;
    draw_amendment(screen, area, review, *card.sign_off, state);
    break;
  }
  const float width = ui.phone() ? area.width : (area.width - 16) / 2;
  const bool is_high = std::ranges::any_of(cards, [&](const SignCard& card) { return is_button_below(screen, card, width); });
  const float height = kCardHeight + (is_high ? kControlHeader + kBelowWords : 0);
  const Rect row = area.cut_top(ui.phone() ? 2 * height + 12 : height);
  // The manager signs first by custom; the one whose turn it is gets the primary button.
  const bool is_own = is_own_copy(screen.view, review);
  const std::size_t turn = cards[0].state == SignState::valid ? 1 : 0;
  for (std::size_t i = 0; i < 2; ++i) draw_sign_card(screen, ui.phone() ? row.row(i, height, 12) : row.column(i, 2, 16), cards[i], i == turn || is_own, state);
  for (const SignCard& card : cards) draw_sign_words(screen, area, card);
  draw_ways_to_signed(screen, area, review, state);
  for (const SignCard& card : cards)
    if (card.sign_off) draw_doubt(screen, area, *card.sign_off, card.finding, intents);
  draw_file_to_sign(screen, area, review, cards[1], intents);
  if (cards[0].state == SignState::valid && cards[1].state == SignState::valid) draw_way_to_plan(screen, area, review, intents);
}

}  // namespace fullcircle
