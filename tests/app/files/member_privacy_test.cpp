// G5, G2: what a member's file must never hold, found by searching its bytes for every text of a whole workspace, and by computing
// with every number it shows, over two files handed out one after the other.
#include <doctest/doctest.h>

#include <charconv>
#include <map>
#include <set>

#include "app/commands/release_result.h"
#include "app/files/member_file.h"
#include "app/support/marked_team.h"
#include "rating/subtraction_attack.h"
#include "store/random.h"

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

namespace {

constexpr int kCriteria = 2, kItemsEach = 2, kMinimum = 3;
/// A file's numbers have at most so many decimals; what their rounding leaves is far below the share of any answer.
constexpr int kMostPlaces = 9;
constexpr double kRoundingNoise = 1e-6;

/// Ada is rated by people of some groups, some of them after her first file was handed out.
class RatedTwice {
 public:
  explicit RatedTwice(test::Random& random) {
    const auto add = [&](RaterGroup group, bool is_late) {
      const int rater = group == RaterGroup::self || group == RaterGroup::manager ? -1 : anonymous_count_++;
      for (int item = 0; item < kCriteria * kItemsEach; ++item)
        if (!random.chance(15)) cells_.push_back({sheets_.size(), item, rater});
      sheets_.push_back({group, is_late});
      if (rater >= 0) anonymous.push_back(rater);
    };
    add(RaterGroup::self, false);
    add(RaterGroup::manager, random.chance(30));
    for (const RaterGroup group : {RaterGroup::peer, RaterGroup::report, RaterGroup::customer}) {
      for (std::size_t i = random.below(5); i > 0; --i) add(group, false);
      for (std::size_t i = random.below(3); i > 0; --i) add(group, true);
    }
    for (const Cell& cell : cells_) rater_of.push_back(cell.rater);
  }

  std::vector<int> rater_of, anonymous;

  /// Every number of both files.
  std::vector<double> shown(const std::vector<double>& answers) const {
    SmallTeam team;
    const Id<Review> id = nth<Review>(60);
    Edit edit("edit.test");
    edit.create(Review{.id = id, .cycle = team.cycle, .person = team.ada, .manager = team.bo});
    edit.create(CoreValue{.id = nth<CoreValue>(13), .name = "Care"});
    team.apply(edit);
    team.change<ReviewForm>(team.form, [](ReviewForm& form) {
      form.sections = {{.title = "All"}};
      for (int i = 0; i < kCriteria * kItemsEach; ++i) {
        FormItem item{.key = "i" + std::to_string(i), .text = "?"};
        i % kCriteria == 0 ? void(item.competency = nth<Competency>(12)) : void(item.core_value = nth<CoreValue>(13));
        form.sections[0].items.push_back(std::move(item));
      }
    });
    team.change<ReviewCycle>(team.cycle, [](ReviewCycle& cycle) {
      cycle.rules.places = kMostPlaces;
      cycle.rules.anonymity_minimum = kMinimum;
      cycle.rules.part_weights = {{.part = ReviewPart::competencies, .weight_percent = 60}, {.part = ReviewPart::values, .weight_percent = 40}};
    });
    std::vector<double> numbers;
    for (const bool is_late : {false, true}) {
      answer(team, answers, is_late);
      ModelView view(team.document);
      view.now = Instant{team.now};
      team.apply(release_result(view, team.get(id)));
      ModelView after(team.document);
      team.apply(hand_out_results(after, team.ada));
      const auto file = read_member_file(*encode_member_file(team.document, team.ada));
      REQUIRE(file.has_value());
      collect(*file->document.table<Review>().find(id)->released, numbers);
    }
    return numbers;
  }

 private:
  struct Cell {
    std::size_t sheet;
    int item, rater;
  };
  struct Sheet {
    RaterGroup group;
    bool is_late;
  };

  void answer(SmallTeam& team, const std::vector<double>& answers, bool is_late) const {
    Edit edit("edit.test");
    for (std::size_t s = 0; s < sheets_.size(); ++s) {
      if (sheets_[s].is_late != is_late) continue;
      FeedbackResponse response{.id = nth<FeedbackResponse>(500 + s), .cycle = team.cycle, .subject = team.ada, .group = sheets_[s].group, .form = team.form, .submitted_at = Instant{kTeamStart}};
      for (std::size_t c = 0; c < cells_.size(); ++c)
        if (cells_[c].sheet == s) response.answers.push_back({.item = "i" + std::to_string(cells_[c].item), .rating = answers[c]});
      edit.create(response);
    }
    team.apply(edit);
  }

  static void collect(const ReleasedResult& released, std::vector<double>& numbers) {
    const auto add = [&](const std::string& text) {
      double value = 0;
      if (!text.empty() && std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc()) numbers.push_back(value);
    };
    for (const auto* text : {&released.overall, &released.self, &released.others}) add(*text);
    for (const ReleasedScore& part : released.parts) add(part.score);
    for (const ReleasedCriterion& criterion : released.criteria) {
      add(criterion.self);
      add(criterion.others);
      for (const ReleasedScore& column : criterion.columns) add(column.score);
    }
  }

  std::vector<Sheet> sheets_;
  std::vector<Cell> cells_;
  int anonymous_count_ = 0;
};

/// Whether anything about fewer raters than the minimum follows from the numbers.
bool gives_away(const rating::test::Matrix& rows, const RatedTwice& review, std::vector<int> chosen = {}, std::size_t from = 0) {
  if (!chosen.empty() && rating::test::leaked(rows, review.rater_of, chosen, kRoundingNoise) > 0) return true;
  if (static_cast<int>(chosen.size()) == kMinimum - 1) return false;
  for (std::size_t i = from; i < review.anonymous.size(); ++i) {
    chosen.push_back(review.anonymous[i]);
    if (gives_away(rows, review, chosen, i + 1)) return true;
    chosen.pop_back();
  }
  return false;
}

}  // namespace

TEST_CASE("G2: from all numbers of two files handed out one after the other, nothing follows about fewer raters than the minimum") {
  test::Random random(20261122);
  int with_numbers = 0;
  for (int i = 0; i < 40; ++i) {
    const RatedTwice review(random);
    const auto rows = rating::test::coefficients_of([&](const auto& answers) { return review.shown(answers); }, review.rater_of.size());
    with_numbers += rating::test::rank_of(rows, kRoundingNoise) > 2;
    CAPTURE(i);
    REQUIRE_FALSE(gives_away(rows, review));
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
    const ModelView view(team.document);
    team.apply(release_result(view, team.get(id)));
    const ModelView after(team.document);
    team.apply(hand_out_results(after, team.ada));
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
