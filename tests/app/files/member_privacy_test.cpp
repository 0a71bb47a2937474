// G5, G2: what a member's file must never hold, found by searching its bytes for every text of a whole workspace, and by computing
// with every number it shows, over two files handed out one after the other.
#include <doctest/doctest.h>

#include <set>

#include "app/support/marked_team.h"
#include "app/support/rated_twice.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

/// Somebody outside who owns a published goal or helps with an action is there as that, by id and without a name.
bool has_a_part_of_their_own(const Document& document, Id<Person> person) {
  for (const Goal& goal : document.table<Goal>().alive())
    if (goal.owner == person) return true;
  for (const DevelopmentAction& action : document.table<DevelopmentAction>().alive())
    if (action.mentor == person) return true;
  return false;
}

/// The rule once more, record by record, written from what a member is promised and not from the code that makes the file.
class Promise {
 public:
  Promise(const Document& document, Id<Person> member) : document_(document), member_(member) {}

  bool may_hold(const Mark& mark) const {
    if (mark.is_old) return false;  // no history
    const auto is = [&]<class Entity>(const Entity*) { return mark.kind == kKindIndex<Entity>; };
    if (is(static_cast<Workspace*>(nullptr)) || is(static_cast<Unit*>(nullptr)) || is(static_cast<Role*>(nullptr)) || is(static_cast<Competency*>(nullptr)) ||
        is(static_cast<CoreValue*>(nullptr)))
      return true;
    if (const auto* person = find<Person>(mark)) return may_hold(*person, mark.field);
    if (const auto* goal = find<Goal>(mark)) return may_hold(*goal);
    if (const auto* point = find<ProgressPoint>(mark)) return goal_is_mine(point->goal);
    if (const auto* cycle = find<ReviewCycle>(mark)) return takes_part(cycle->id);
    if (const auto* form = find<ReviewForm>(mark)) return is_asked(form->id);
    if (const auto* review = find<Review>(mark)) return may_hold(*review, mark.field);
    if (const auto* request = find<FeedbackRequest>(mark)) return request->subject == member_ && request->rater == member_;
    if (const auto* response = find<FeedbackResponse>(mark)) return response->subject == member_ && response->author == member_ && response->group == RaterGroup::self;
    if (const auto* feedback = find<Feedback>(mark)) return feedback->author == member_ || (feedback->about == member_ && !feedback->is_private);
    if (const auto* check_in = find<CheckIn>(mark)) return check_in->person == member_ && mark.field != "privateNote";
    if (const auto* plan = find<DevelopmentPlan>(mark)) return plan->person == member_;
    if (const auto* action = find<DevelopmentAction>(mark)) {
      const auto* plan = document_.table<DevelopmentPlan>().find(action->plan);
      return plan && plan->person == member_;
    }
    return false;  // imports, requests the lead was sent
  }

 private:
  template <class Entity>
  const Entity* find(const Mark& mark) const {
    return mark.kind == kKindIndex<Entity> ? document_.table<Entity>().find(Id<Entity>(mark.id)) : nullptr;
  }
  bool may_hold(const Person& person, std::string_view field) const {
    static const std::set<std::string_view> kOfAnybody{"name", "coachingWish", "signingKey", "fileKey"};
    if (field == "leadNote" || (person.is_external && person.id != member_)) return false;
    return person.id == member_ || kOfAnybody.contains(field);
  }
  bool may_hold(const Goal& goal) const {
    if (goal.owner == member_ || goal.level == GoalLevel::organisation || goal.level == GoalLevel::unit) return goal.owner == member_ || goal.state != GoalState::draft || supports_mine(goal.id);
    return supports_mine(goal.id);
  }
  bool may_hold(const Review& review, std::string_view field) const {
    static const std::set<std::string_view> kReleased{"summary", "managerWords", "managerSignOff", "released", "actions"}, kAlways{"personWords", "personSignOff", "agenda"};
    return review.person == member_ && (kAlways.contains(field) || (review.released_at && kReleased.contains(field)));
  }
  bool goal_is_mine(Id<Goal> id) const {
    const Goal* goal = document_.table<Goal>().find(id);
    return goal && goal->owner == member_;
  }
  bool supports_mine(Id<Goal> above) const {
    for (const Goal& goal : document_.table<Goal>().alive()) {
      if (goal.owner != member_) continue;
      int levels = 0;
      for (const Goal* at = &goal; at && levels < 30; at = document_.table<Goal>().find(at->parent), ++levels)
        if (at->id == above) return true;
    }
    return false;
  }
  bool takes_part(Id<ReviewCycle> cycle) const {
    for (const Review& review : document_.table<Review>().alive())
      if (review.person == member_ && review.cycle == cycle) return true;
    return false;
  }
  bool is_asked(Id<ReviewForm> form) const {
    for (const ReviewCycle& cycle : document_.table<ReviewCycle>().alive())
      if (cycle.form == form && takes_part(cycle.id)) return true;
    return false;
  }

  const Document& document_;
  Id<Person> member_;
};

}  // namespace

TEST_CASE("G5: of every text of a whole team, a member's file holds none that is not theirs to read") {
  const MarkedTeam team;
  REQUIRE(team.marks.size() > 2000);
  int members = 0;
  std::size_t held = 0;
  for (const Person& member : team.document.table<Person>().alive()) {
    const auto bytes = encode_member_file(team.document, member.id);
    if (member.is_external) {
      CHECK_FALSE(bytes.has_value());
      continue;
    }
    REQUIRE(bytes.has_value());
    ++members;
    const Promise promise(team.document, member.id);
    for (const std::size_t number : marks_in(*bytes)) {
      ++held;
      const Mark& mark = team.marks[number];
      CHECK_MESSAGE(promise.may_hold(mark), kind_key(mark.kind) << " " << to_text(mark.id) << " " << mark.field << (mark.is_old ? " (old)" : "") << " in the file of " << to_text(member.id));
    }
  }
  CHECK(members >= 14);
  CHECK(held > 1000);
}

TEST_CASE("G5: a member's file names no request, answer or person from outside that would say who was asked") {
  const MarkedTeam team;
  for (const Person& member : team.document.table<Person>().alive()) {
    if (member.is_external) continue;
    const std::string bytes = *encode_member_file(team.document, member.id);
    const auto absent = [&](RecordId id) {
      const auto at = bytes.find(to_text(id));
      CHECK_MESSAGE(at == std::string::npos, bytes.substr(at > 300 ? at - 300 : 0, 400));
    };
    for (const FeedbackRequest& request : team.document.table<FeedbackRequest>().alive())
      if (request.rater != member.id || request.subject != member.id) absent(request.id);
    for (const FeedbackResponse& response : team.document.table<FeedbackResponse>().alive())
      if (response.author != member.id || response.subject != member.id) absent(response.id);
    for (const Person& person : team.document.table<Person>().alive())
      if (person.is_external && !has_a_part_of_their_own(team.document, person.id)) absent(person.id);
    CHECK(bytes.find("shownAnswers") == std::string::npos);
  }
}

// ---- by computing

TEST_CASE("G2: from all numbers of two files handed out one after the other, nothing follows about fewer raters than the minimum") {
  test::Random random(20261122);
  int with_numbers = 0;
  for (int i = 0; i < 40; ++i) {
    const RatedTwice review(random);
    const auto rows = review.coefficients([](SmallTeam& team, Id<Review> id, Moment, std::vector<double>& numbers) {
      team.apply(release_result(view_at(team), team.get(id)));
      collect_member_file(team, id, numbers);
    });
    with_numbers += rating::test::rank_of(rows, kRoundingNoise) > 2;
    CAPTURE(i);
    REQUIRE_FALSE(review.gives_somebody_away(rows));
  }
  CHECK(with_numbers > 20);
}

TEST_CASE("G2: an answer that is changed or lost after the file was handed out changes none of its numbers") {
  SmallTeam team;
  const Id<Review> id = nth<Review>(60);
  Edit edit("edit.test");
  edit.create(Review{.id = id, .cycle = team.cycle, .person = team.ada, .manager = team.bo});
  for (std::uint64_t i = 0; i < 4; ++i)
    edit.create(FeedbackResponse{.id = nth<FeedbackResponse>(500 + i), .cycle = team.cycle, .subject = team.ada, .group = RaterGroup::peer, .form = team.form,
                                 .answers = {{.item = "clear", .rating = 2.0 + static_cast<double>(i) / 2}}, .submitted_at = Instant{kTeamStart}});
  team.apply(edit);
  const auto release = [&] {
    team.apply(release_result(view_at(team), team.get(id)));
    team.apply(hand_out_results(view_at(team), team.ada));
    return *team.get(id).released;
  };
  const ReleasedResult first = release();
  CHECK(first.others != "");
  team.change<FeedbackResponse>(nth<FeedbackResponse>(500), [](FeedbackResponse& response) { response.answers[0].rating = 5; });
  CHECK(release() == first);
  const ModelView view(team.document);
  CHECK(count_answers_too_late(view, team.get(id)) == 1);
  CHECK(withdraw_result(team.get(id)).empty());
  Edit gone("edit.test");
  gone.erase(nth<FeedbackResponse>(500));
  team.apply(gone);
  CHECK(release() == first);
}
