// What happens in a conversation: its agenda, the words of both sides, and the actions they agree on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/model_view.h"
#include "store/edit.h"

namespace fullcircle {

/// The agenda's point at which both sign; it cannot be removed and stays the last one.
inline constexpr std::string_view kSignPoint = "sign";

/// The two write different fields, so that a member's file and the lead's copy merge without a conflict.
enum class TalkSide : std::uint8_t { person, manager };

const std::string& words_of(const Review& review, TalkSide side, std::string_view point);

/// What one side said to a point; empty text takes the words away.
Edit write_words(const Review& review, TalkSide side, std::string_view point, std::string text);

Edit check_point(const Review& review, std::string_view point, bool is_done);
/// Changes the point with this key, or adds it before the signing.
Edit save_point(const Review& review, AgendaPoint point);
/// What was said to a removed point stays in the record, and comes back with it.
Edit remove_point(const Review& review, std::string_view point);
/// `steps` places down, or up when negative; never past the signing.
Edit move_point(const Review& review, std::string_view point, int steps);

/// Saves the action at `place`, or adds it when there is none. One that goes to a goal becomes a draft goal of whoever does it; one that
/// goes to the plan becomes an action of the reviewed person's plan, which is started if there is none. Text, person and day of what it became
/// follow, as long as nobody has agreed that goal or finished that action.
Edit save_agreed_action(const ModelView& view, const Review& review, std::optional<std::size_t> place, AgreedAction action, const IdSource& new_id);
/// Takes along the draft goal or the planned action it had become.
Edit remove_agreed_action(const ModelView& view, const Review& review, std::size_t place);

Edit set_conversation_time(const Review& review, std::optional<Instant> at);

}  // namespace fullcircle
