// One person's review in one cycle: state, calibration, conversation, sign-off.
#pragma once

#include "model/development.h"
#include "model/feedback_request.h"
#include "model/goal.h"

namespace fullcircle {

/// A point of the conversation's agenda.
struct AgendaPoint {
  std::string key;    ///< permanent within the review; words refer to it
  std::string title;
  std::int32_t minutes = 0;
  bool is_done = false;
  UnknownKeys unknown;
  bool operator==(const AgendaPoint&) const = default;
};
constexpr auto fields_of(AgendaPoint*) {
  using A = AgendaPoint;
  return std::tuple{Field{1, "key", &A::key}, Field{2, "title", &A::title}, Field{3, "minutes", &A::minutes}, Field{4, "isDone", &A::is_done}};
}
static_assert(table_is_complete<AgendaPoint>());

/// What one side said to an agenda point.
struct Words {
  std::string point;
  std::string text;
  UnknownKeys unknown;
  bool operator==(const Words&) const = default;
};
constexpr auto fields_of(Words*) { return std::tuple{Field{1, "point", &Words::point}, Field{2, "text", &Words::text}}; }
static_assert(table_is_complete<Words>());

enum class ActionTarget : std::uint8_t { none, goal, plan };
FULLCIRCLE_ENUM_NAMES(ActionTarget, "action_target", "none", "goal", "plan");

struct AgreedAction {
  std::string text;
  Id<Person> who;
  std::optional<Day> due_day;
  ActionTarget goes_to = ActionTarget::none;
  Id<Goal> goal;                 ///< what it became, once it did
  Id<DevelopmentAction> action;  ///< what it became, once it did
  UnknownKeys unknown;
  bool operator==(const AgreedAction&) const = default;
};
constexpr auto fields_of(AgreedAction*) {
  using A = AgreedAction;
  return std::tuple{Field{1, "text", &A::text}, Field{2, "who", &A::who}, Field{3, "due", &A::due_day}, Field{4, "goesTo", &A::goes_to},
                    Field{5, "goal", &A::goal}, Field{6, "action", &A::action}};
}
static_assert(table_is_complete<AgreedAction>());

enum class Verdict : std::uint8_t { agree, disagree, received };
FULLCIRCLE_ENUM_NAMES(Verdict, "verdict", "agree", "disagree", "received");

/// A signature under the review's content as it stood. How it is checked: app/SIGN_OFF.md.
struct SignOff {
  Id<Person> person;
  Verdict verdict = Verdict::agree;
  std::string words;
  Instant signed_at;
  std::string content_hash;  ///< SHA-256 of `content`, 64 hexadecimal digits
  std::string content;       ///< what was signed, byte for byte: what a later change is compared with
  std::string key;           ///< public key of Ed25519, 64 hexadecimal digits; empty: acknowledged without a key
  std::string signature;     ///< 128 hexadecimal digits
  UnknownKeys unknown;
  bool operator==(const SignOff&) const = default;
};
constexpr auto fields_of(SignOff*) {
  using S = SignOff;
  return std::tuple{Field{1, "person", &S::person}, Field{2, "verdict", &S::verdict}, Field{3, "words", &S::words},
                    Field{4, "signedAt", &S::signed_at}, Field{5, "contentHash", &S::content_hash}, Field{6, "content", &S::content},
                    Field{7, "key", &S::key}, Field{8, "signature", &S::signature}};
}
static_assert(table_is_complete<SignOff>());

/// A figure as it was released: rounded, as decimal text, empty where it may not be shown. `key` is a part or a rater column.
struct ReleasedScore {
  std::string key;
  std::string score;
  std::int32_t raters = 0;
  std::string weight;    ///< of a part in the overall, as decimal text
  std::string left_out;  ///< a code of rating::LeftOut when it does not count
  UnknownKeys unknown;
  bool operator==(const ReleasedScore&) const = default;
};
constexpr auto fields_of(ReleasedScore*) {
  using S = ReleasedScore;
  return std::tuple{Field{1, "key", &S::key}, Field{2, "score", &S::score}, Field{3, "raters", &S::raters}, Field{4, "weight", &S::weight},
                    Field{5, "leftOut", &S::left_out}};
}
static_assert(table_is_complete<ReleasedScore>());

/// A goal as it stood when the result was released: the goal itself moves on.
struct ReleasedGoal {
  std::string key;         ///< id of the goal
  std::string title;
  std::string target;      ///< with `unit`; empty where the goal has no figure
  std::string reached;
  std::string unit;
  std::string attainment;  ///< 0..cap as decimal text; empty without data
  std::string weight;      ///< among the goals
  UnknownKeys unknown;
  bool operator==(const ReleasedGoal&) const = default;
};
constexpr auto fields_of(ReleasedGoal*) {
  using G = ReleasedGoal;
  return std::tuple{Field{1, "key", &G::key},         Field{2, "title", &G::title}, Field{3, "target", &G::target},
                    Field{4, "reached", &G::reached}, Field{5, "unit", &G::unit},   Field{6, "attainment", &G::attainment},
                    Field{7, "weight", &G::weight}};
}
static_assert(table_is_complete<ReleasedGoal>());

struct ReleasedCriterion {
  std::string key;   ///< id of the competency or value
  std::string name;  ///< as it was called then
  std::string self;
  std::string others;
  std::vector<ReleasedScore> columns;
  UnknownKeys unknown;
  bool operator==(const ReleasedCriterion&) const = default;
};
constexpr auto fields_of(ReleasedCriterion*) {
  using C = ReleasedCriterion;
  return std::tuple{Field{1, "key", &C::key}, Field{2, "name", &C::name}, Field{3, "self", &C::self}, Field{4, "others", &C::others},
                    Field{5, "columns", &C::columns}};
}
static_assert(table_is_complete<ReleasedCriterion>());

struct ReleasedComment {
  std::string text;
  std::string tone;       ///< a comment_tone
  std::string column;     ///< rater column, never a person
  std::string criterion;  ///< name; empty for open questions
  UnknownKeys unknown;
  bool operator==(const ReleasedComment&) const = default;
};
constexpr auto fields_of(ReleasedComment*) {
  using C = ReleasedComment;
  return std::tuple{Field{1, "text", &C::text}, Field{2, "tone", &C::tone}, Field{3, "column", &C::column}, Field{4, "criterion", &C::criterion}};
}
static_assert(table_is_complete<ReleasedComment>());

/// The result as the person got it: it travels in their file, where the answers behind it never are, and it is what both sign.
struct ReleasedResult {
  std::string overall;
  std::string label;
  std::string self;
  std::string others;
  std::vector<ReleasedScore> parts;
  std::vector<ReleasedCriterion> criteria;
  std::vector<ReleasedComment> comments;
  std::vector<ReleasedGoal> goals;
  Id<ReviewForm> form;
  std::int32_t form_version = 0;
  UnknownKeys unknown;
  bool operator==(const ReleasedResult&) const = default;
};
constexpr auto fields_of(ReleasedResult*) {
  using R = ReleasedResult;
  return std::tuple{Field{1, "overall", &R::overall}, Field{2, "label", &R::label},       Field{3, "self", &R::self},
                    Field{4, "others", &R::others},   Field{5, "parts", &R::parts},       Field{6, "criteria", &R::criteria},
                    Field{7, "comments", &R::comments}, Field{8, "goals", &R::goals},     Field{9, "form", &R::form},
                    Field{10, "formVersion", &R::form_version}};
}
static_assert(table_is_complete<ReleasedResult>());

/// An answer that counted for a released result, as it was then.
struct ShownAnswer {
  Id<FeedbackResponse> response;
  std::string digest;  ///< of what was answered
  UnknownKeys unknown;
  bool operator==(const ShownAnswer&) const = default;
};
constexpr auto fields_of(ShownAnswer*) { return std::tuple{Field{1, "response", &ShownAnswer::response}, Field{2, "digest", &ShownAnswer::digest}}; }
static_assert(table_is_complete<ShownAnswer>());

/// Which release left this device, with the anonymous answers behind it: SHA-256 of `released` and of `shown_answers`, 64 hexadecimal digits each.
struct HandedOut {
  std::string released;
  std::string answers;
  UnknownKeys unknown;
  bool operator==(const HandedOut&) const = default;
};
constexpr auto fields_of(HandedOut*) { return std::tuple{Field{1, "released", &HandedOut::released}, Field{2, "answers", &HandedOut::answers}}; }
static_assert(table_is_complete<HandedOut>());

/// The two sides write different fields, so that a member's file and the lead's copy merge without a conflict.
struct Review {
  Id<Review> id;
  Id<ReviewCycle> cycle;
  Id<Person> person;
  Id<Person> manager;              ///< as of the cycle; a later change of manager edits it here
  std::string summary;             ///< the manager's words on the whole
  std::optional<double> calibration_points;  ///< added to the overall; absent: not calibrated
  std::string calibration_reason;
  std::optional<double> potential;
  std::optional<Instant> released_at;  ///< from then on the person may see the result
  std::optional<Instant> conversation_at;
  std::vector<AgendaPoint> agenda;
  std::vector<Words> person_words;
  std::vector<Words> manager_words;
  std::vector<AgreedAction> actions;
  std::optional<SignOff> person_sign_off;
  std::optional<SignOff> manager_sign_off;
  std::optional<ReleasedResult> released;
  std::vector<ShownAnswer> shown_answers;  ///< the anonymous ones behind `released`
  /// When the result first left this device, or was signed on it. From then on no other anonymous answers count for it: the
  /// difference of two files would say what the few that came in between have answered.
  std::optional<Instant> handed_out_at;
  std::optional<HandedOut> handed_out;  ///< absent where no anonymous answers were behind it: then another release may take its place
};
constexpr auto fields_of(Review*) {
  using R = Review;
  constexpr auto subject = Audience::subject;
  return std::tuple{Field{1, "cycle", &R::cycle, subject},
                    Field{2, "person", &R::person, subject},
                    Field{3, "manager", &R::manager, subject},
                    Field{4, "summary", &R::summary, subject},
                    Field{5, "calibrationPoints", &R::calibration_points},
                    Field{6, "calibrationReason", &R::calibration_reason},
                    Field{7, "potential", &R::potential},
                    Field{8, "releasedAt", &R::released_at, subject, MergeRule::greatest},
                    Field{9, "conversationAt", &R::conversation_at, subject},
                    Field{10, "agenda", &R::agenda, subject},
                    Field{11, "personWords", &R::person_words, subject},
                    Field{12, "managerWords", &R::manager_words, subject},
                    Field{13, "actions", &R::actions, subject},
                    Field{14, "personSignOff", &R::person_sign_off, subject},
                    Field{15, "managerSignOff", &R::manager_sign_off, subject},
                    Field{16, "released", &R::released, subject},
                    Field{17, "shownAnswers", &R::shown_answers},
                    Field{18, "handedOutAt", &R::handed_out_at, Audience::leads, MergeRule::greatest},
                    Field{19, "handedOut", &R::handed_out, Audience::leads, MergeRule::greatest}};
}
static_assert(table_is_complete<Review>());

}  // namespace fullcircle
