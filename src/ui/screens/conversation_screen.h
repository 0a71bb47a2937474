// The conversation: agenda, both sides' words, agreed actions, sign-off.
#pragma once

#include <array>
#include <optional>

#include "app/commands/conversation_commands.h"
#include "app/memo.h"
#include "app/queries/conversation_view.h"
#include "app/queries/signed_lines.h"
#include "ui/screens/draft_text.h"
#include "ui/screens/screen_parts.h"

namespace fullcircle {

struct PointForm {
  AgendaPoint point;
  bool is_new = false, was_tried = false;
};

struct AgreedActionForm {
  std::optional<std::size_t> place;  ///< none: a new one
  AgreedAction action;
  bool was_tried = false;
};

struct SignForm {
  TalkSide side = TalkSide::person;
  int verdict = 0;
  std::string words;
  bool is_self = false, was_tried = false;  ///< is_self: the person at the keyboard says that they are who signs
};

struct TalkTimeForm {
  std::optional<Day> day;
  std::string time;
  bool was_tried = false;
};

struct ConversationState {
  Id<Review> review;                     ///< whose drafts these are
  std::string point;                     ///< key of the agenda's point that is shown
  std::string address;                   ///< the point that the page's address named when it was last followed
  std::array<DraftText, 2> words;        ///< by TalkSide
  std::optional<Instant> timer_started;  ///< while it runs
  std::int64_t timer_ms = 0;             ///< of the runs before
  std::optional<PointForm> point_form;
  std::optional<AgreedActionForm> action_form;
  std::optional<SignForm> sign_form;
  std::optional<TalkTimeForm> time_form;
  std::optional<TalkSide> shown_sign_off;  ///< whose signed content is open
  Memo<std::vector<SignedLine>, std::string> signed_lines;      ///< by check_name()
  Memo<std::vector<SignedChange>, std::string> signed_changes;
  Memo<TalkFacts, Id<Review>> facts;
  Memo<PersonChoices> people;
};

/// In: `area` is the whole window.
Intents draw_conversation(ScreenContext& screen, Rect area, ConversationState& state);

}  // namespace fullcircle
