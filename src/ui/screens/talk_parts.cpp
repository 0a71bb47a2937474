#include "ui/screens/talk_parts.h"

namespace fullcircle {

std::string talk_state_text(const ScreenContext& screen, const TalkRow& row) {
  switch (row.state) {
    case TalkState::open: return std::string(screen.tr("conversations.state_open"));
    case TalkState::planned: return std::string(screen.tr("conversations.state_planned"));
    case TalkState::held: return std::string(screen.tr("conversations.state_held"));
    case TalkState::signed_one: return screen.tr("conversations.state_signed_by", {{"name", screen.view.name_of(row.signer)}});
    case TalkState::signed_both: return std::string(screen.tr("conversations.state_signed"));
    case TalkState::amended: return std::string(screen.tr("conversations.state_amended"));
  }
  return {};
}

ui::Tone talk_tone(TalkState state) {
  switch (state) {
    case TalkState::open: return ui::Tone::neutral;
    case TalkState::planned:
    case TalkState::held:
    case TalkState::signed_one: return ui::Tone::accent;
    case TalkState::signed_both: return ui::Tone::good;
    case TalkState::amended: return ui::Tone::warn;
  }
  return ui::Tone::neutral;
}

Icon talk_icon(TalkState state) {
  switch (state) {
    case TalkState::open: return Icon::circle;
    case TalkState::planned: return Icon::calendar;
    case TalkState::held: return Icon::messages_square;
    case TalkState::signed_one: return Icon::signature;
    case TalkState::signed_both: return Icon::check;
    case TalkState::amended: return Icon::triangle_alert;
  }
  return Icon::none;
}

std::string talk_next_text(const ScreenContext& screen, const TalkRow& row) {
  switch (row.state) {
    case TalkState::open: return std::string(screen.tr("conversations.next_date"));
    case TalkState::planned: return std::string(screen.tr("conversations.next_hold"));
    case TalkState::held: return std::string(screen.tr("conversations.next_sign"));
    case TalkState::signed_one: {
      const Id<Person> other = row.signer == row.review->person ? row.review->manager : row.review->person;
      return screen.tr("conversations.next_sign_other_side", {{"name", screen.view.name_of(other)}});
    }
    case TalkState::signed_both: return std::string(screen.tr("conversations.next_plan"));
    case TalkState::amended: return std::string(screen.tr("conversations.next_sign_again"));
  }
  return {};
}

std::string talk_time_text(const ScreenContext& screen, const Review& review) {
  if (!review.conversation_at) return {};
  return screen.formats.day_and_month(screen.formats.day_of(*review.conversation_at)) + ", " + screen.formats.time(*review.conversation_at);
}

bool is_own_copy(const ModelView& view, const Review& review) {
  const Workspace* workspace = view.workspace();
  return view.me == review.person && workspace && workspace->lead != review.person;
}

}  // namespace fullcircle
