#include "app/queries/conversation_view.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/commands/conversation_commands.h"
#include "app/queries/plan_view.h"
#include "app/support/sample_team.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

/// Mara's review of the running cycle, and what is done to it.
struct Talk {
  Document document = sample_team();
  ModelView view = view_of(document);
  StampClock clock{0xA1, [] { return kNow; }};
  Id<Review> id;
  std::uint16_t drawn = 0;
  IdSource new_id = [this] { return RecordId{0xFEED, ++drawn}; };

  Talk() {
    for (const Review* review : view.reviews_in(view.current_cycle()->id))
      if (view.name_of(review->person) == "Mara") id = review->id;
  }
  const Review& review() const { return *view.find(id); }
  void perform(const Edit& edit) { apply(document, clock, edit); }
  TalkState state() const { return compute_talk_state(view, review()); }
  void sign(Id<Person> signer) { perform(sign_review(view, review(), signer, Verdict::agree, {})); }
  void add(std::string text, ActionTarget target) {
    AgreedAction action;
    action.text = std::move(text);
    action.who = review().person;
    action.goes_to = target;
    perform(save_agreed_action(view, review(), std::nullopt, action, new_id));
  }
};

}  // namespace

TEST_CASE("a conversation is signed only when both have signed the same content") {
  Talk talk;
  REQUIRE(talk.id);
  talk.sign(talk.review().manager);
  CHECK(talk.state() == TalkState::signed_one);
  talk.sign(talk.review().person);
  CHECK(talk.state() == TalkState::signed_both);
}

TEST_CASE("words written after a signature ask both to sign again") {
  Talk talk;
  talk.sign(talk.review().manager);
  talk.sign(talk.review().person);
  talk.perform(write_words(talk.review(), TalkSide::manager, "goals", "One more thing"));
  CHECK(talk.state() == TalkState::amended);
  talk.sign(talk.review().manager);
  CHECK(talk.state() == TalkState::amended);
  talk.sign(talk.review().person);
  CHECK(talk.state() == TalkState::signed_both);
}

TEST_CASE("the two sides write their own words") {
  Talk talk;
  const std::string hers = words_of(talk.review(), TalkSide::person, "goals");
  talk.perform(write_words(talk.review(), TalkSide::manager, "goals", "Mine"));
  CHECK(words_of(talk.review(), TalkSide::person, "goals") == hers);
  CHECK(words_of(talk.review(), TalkSide::manager, "goals") == "Mine");
  talk.perform(write_words(talk.review(), TalkSide::manager, "goals", ""));
  CHECK(talk.review().manager_words.empty());
}

TEST_CASE("nothing on the agenda comes after the signing") {
  Talk talk;
  talk.perform(save_point(talk.review(), {"extra", "Holidays", 5, false, {}}));
  CHECK(talk.review().agenda.back().key == kSignPoint);
  talk.perform(move_point(talk.review(), "extra", 5));
  CHECK(talk.review().agenda.back().key == kSignPoint);
  const auto count = talk.review().agenda.size();
  talk.perform(remove_point(talk.review(), kSignPoint));
  CHECK(talk.review().agenda.size() == count);
}

TEST_CASE("an action that goes to a goal becomes a draft of whoever does it") {
  Talk talk;
  talk.add("Second late shift", ActionTarget::goal);
  const Goal* goal = talk.view.find(talk.review().actions.back().goal);
  REQUIRE(goal);
  CHECK(goal->title == "Second late shift");
  CHECK(goal->state == GoalState::draft);
  CHECK(goal->owner == talk.review().person);
}

TEST_CASE("an action that goes to the plan joins the person's plan") {
  Talk talk;
  const auto plan = current_plan(talk.view, talk.review().person)->id;
  talk.add("Case review every Monday", ActionTarget::plan);
  const auto* action = talk.view.find(talk.review().actions.back().action);
  REQUIRE(action);
  CHECK(action->plan == plan);
}

TEST_CASE("removing an agreed action takes its draft goal along, and leaves an agreed one") {
  Talk talk;
  talk.add("First", ActionTarget::goal);
  const auto draft = talk.review().actions.back().goal;
  talk.perform(remove_agreed_action(talk.view, talk.review(), talk.review().actions.size() - 1));
  CHECK_FALSE(talk.view.find(draft));

  talk.add("Second", ActionTarget::goal);
  const auto kept = talk.review().actions.back().goal;
  Goal agreed = *talk.view.find(kept);
  agreed.state = GoalState::agreed;
  Edit edit("edit.goal.agree");
  edit.update(agreed);
  talk.perform(edit);
  talk.perform(remove_agreed_action(talk.view, talk.review(), talk.review().actions.size() - 1));
  CHECK(talk.view.find(kept));
}

TEST_CASE("what was agreed last time is at hand") {
  Talk talk;
  const TalkFacts facts = compute_talk_facts(talk.view, talk.review());
  CHECK(facts.last.size() == 3);
  CHECK_FALSE(facts.goals.empty());
}

TEST_CASE("a result that is not released stays out of the person's own facts") {
  Talk talk;
  REQUIRE_FALSE(talk.review().released);
  talk.view.me = talk.review().person;
  CHECK(compute_talk_facts(talk.view, talk.review()).gaps.empty());
}
