#include "app/queries/goal_tree.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "app/queries/search_words.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

/// Answers for each goal whether it passes the filter; what does not change between goals is prepared once.
class Match {
 public:
  Match(const ModelView& view, GoalStatuses& statuses, const GoalFilter& filter, const SearchKey& search_key)
      : view_(view), statuses_(statuses), filter_(filter), search_key_(search_key), words_(search_key(filter.text)) {}

  bool operator()(const Goal& goal) const {
    if (goal.state == GoalState::dropped && !filter_.with_dropped) return false;
    if (filter_.cycle && goal.cycle && goal.cycle != filter_.cycle) return false;
    if (filter_.owner && goal.owner != filter_.owner) return false;
    if (!words_.empty() && !holds_words(goal)) return false;
    return !filter_.needs_attention || needs_attention(statuses_.of(view_, goal).outlook);
  }

 private:
  bool holds_words(const Goal& goal) const {
    return words_.are_in(search_key_(goal.title + "\n" + view_.name_of(goal.owner)));
  }

  const ModelView& view_;
  GoalStatuses& statuses_;
  const GoalFilter& filter_;
  const SearchKey& search_key_;
  const SearchWords words_;
};

std::vector<const Goal*> children_of(const ModelView& view, const Goal& goal) {
  const auto below = view.goals_under(goal.id);
  std::vector<const Goal*> children(below.begin(), below.end());
  sort_as_listed(view, children);
  return children;
}

/// Builds the tree top down without recursion: a chain of goals may be as long as there are goals.
class TreeBuilder {
 public:
  TreeBuilder(const ModelView& view, const GoalQuestion& question, const Match& match) : view_(view), question_(question), match_(match) {
    for (const Goal& goal : view.table<Goal>().alive())
      if (match(goal)) show_with_ancestors(goal);
  }

  std::vector<GoalRow> build() {
    std::vector<const Goal*> roots;
    for (const Goal& goal : view_.table<Goal>().alive())
      if (shown_.contains(goal.id) && view_.find(goal.parent) == nullptr) roots.push_back(&goal);
    sort_as_listed(view_, roots);
    for (const Goal* root : roots) add_tree(*root);
    // What is left hangs in a ring of goals that support each other; it must not disappear.
    for (const Goal& goal : view_.table<Goal>().alive())
      if (shown_.contains(goal.id) && !placed_.contains(goal.id)) add_tree(goal);
    return std::move(rows_);
  }

 private:
  struct Pending {
    const Goal* goal;
    int level;
    bool is_hidden;
  };

  void show_with_ancestors(const Goal& goal) {
    for (const Goal* at = &goal; at != nullptr && shown_.insert(at->id).second;) at = view_.find(at->parent);
  }

  void add_tree(const Goal& root) {
    std::vector<Pending> pending{{&root, 0, false}};
    while (!pending.empty()) {
      const Pending next = pending.back();
      pending.pop_back();
      if (!placed_.insert(next.goal->id).second) continue;
      std::vector<const Goal*> children;
      for (const Goal* child : children_of(view_, *next.goal))
        if (shown_.contains(child->id) && !placed_.contains(child->id)) children.push_back(child);
      const bool is_folded = !question_.filter.narrows() && question_.folded.contains(next.goal->id);
      if (!next.is_hidden)
        rows_.push_back({.goal = next.goal, .person = next.goal->owner, .level = next.level, .has_children = !children.empty(),
                         .is_folded = is_folded, .is_context = !match_(*next.goal)});
      for (auto child = children.rbegin(); child != children.rend(); ++child)
        pending.push_back({*child, next.level + 1, next.is_hidden || is_folded});
    }
  }

  const ModelView& view_;
  const GoalQuestion& question_;
  const Match& match_;
  std::unordered_set<Id<Goal>> shown_, placed_;
  std::vector<GoalRow> rows_;
};

/// Sorts by a number; goals without one come last either way.
template <class NumberOf>
void sort_by_number(std::vector<const Goal*>& goals, bool is_descending, NumberOf number_of) {
  constexpr double kLast = std::numeric_limits<double>::infinity();
  std::vector<std::pair<double, const Goal*>> keyed;
  for (const Goal* goal : goals) {
    const std::optional<double> number = number_of(*goal);
    keyed.emplace_back(number ? (is_descending ? -*number : *number) : kLast, goal);
  }
  sort_stably(keyed, {}, [](const auto& entry) { return entry.first; });
  std::ranges::transform(keyed, goals.begin(), [](const auto& entry) { return entry.second; });
}

template <class TextOf>
void sort_by_text(std::vector<const Goal*>& goals, bool is_descending, TextOf text_of) {
  std::vector<std::pair<std::string, const Goal*>> keyed;
  for (const Goal* goal : goals) keyed.emplace_back(text_of(*goal), goal);
  sort_stably(keyed, {}, [](const auto& entry) -> const std::string& { return entry.first; });
  if (is_descending) std::ranges::reverse(keyed);
  std::ranges::transform(keyed, goals.begin(), [](const auto& entry) { return entry.second; });
}

void sort_list(const ModelView& view, GoalStatuses& statuses, const GoalQuestion& question, const SearchKey& search_key,
               std::vector<const Goal*>& goals) {
  const bool down = question.is_descending;
  switch (question.order) {
    case GoalOrder::title: return sort_by_text(goals, down, [&](const Goal& goal) { return search_key(goal.title); });
    case GoalOrder::owner: return sort_by_text(goals, down, [&](const Goal& goal) { return search_key(view.name_of(goal.owner)); });
    case GoalOrder::weight: return sort_by_number(goals, down, [](const Goal& goal) { return std::optional(goal.weight_percent); });
    case GoalOrder::progress:
      return sort_by_number(goals, down, [&](const Goal& goal) {
        const auto& attainment = statuses.of(view, goal).attainment;
        return attainment ? std::optional(*attainment) : std::nullopt;
      });
    case GoalOrder::due:
      return sort_by_number(goals, down, [](const Goal& goal) { return goal.due_day ? std::optional<double>(goal.due_day->number) : std::nullopt; });
  }
}

std::vector<GoalRow> arrange_by_person(const ModelView& view, const GoalQuestion& question, const SearchKey& search_key,
                                       const std::vector<const Goal*>& goals) {
  std::unordered_map<Id<Person>, std::vector<const Goal*>> by_owner;
  for (const Goal* goal : goals) by_owner[view.find(goal->owner) ? goal->owner : Id<Person>()].push_back(goal);
  std::vector<std::pair<std::string, Id<Person>>> owners;
  for (const auto& [owner, owned] : by_owner) owners.emplace_back(search_key(view.name_of(owner)), owner);
  // Goals of nobody come last: "" would sort first.
  sort_stably(owners, {}, [](const auto& entry) { return std::tuple(!entry.second, entry.first, RecordId(entry.second)); });
  std::vector<GoalRow> rows;
  for (const auto& [name, owner] : owners) {
    auto& owned = by_owner[owner];
    sort_as_listed(view, owned);
    GoalRow head{.person = owner, .has_children = true, .goal_count = static_cast<int>(owned.size())};
    head.is_folded = !question.filter.narrows() && question.folded.contains(owner);
    for (const Goal* goal : owned)
      if (goal->level == GoalLevel::person && goal->state != GoalState::dropped) head.weight_sum_percent += goal->weight_percent;
    rows.push_back(head);
    if (head.is_folded) continue;
    for (const Goal* goal : owned) rows.push_back({.goal = goal, .person = owner, .level = 1});
  }
  return rows;
}

}  // namespace

const GoalStatus& GoalStatuses::of(const ModelView& view, const Goal& goal) {
  if (const SeenState now = SeenState::of(view); seen_ != now) {
    known_.clear();
    seen_ = now;
  }
  const auto [at, is_new] = known_.try_emplace(goal.id);
  if (is_new) at->second = compute_goal_status(view, goal);
  return at->second;
}

void sort_as_listed(const ModelView& view, std::vector<const Goal*>& goals) {
  const auto key_of = [&](const Goal* goal) {
    const auto* row = view.table<Goal>().find_row(goal->id);
    return std::tuple(goal->level, -goal->weight_percent, row ? row->base : Stamp(), goal->id, goal);
  };
  std::vector<decltype(key_of(nullptr))> keyed;
  keyed.reserve(goals.size());
  for (const Goal* goal : goals) keyed.push_back(key_of(goal));
  sort_stably(keyed);
  std::ranges::transform(keyed, goals.begin(), [](const auto& key) { return std::get<4>(key); });
}

std::vector<GoalRow> arrange_goals(const ModelView& view, GoalStatuses& statuses, const GoalQuestion& question, const SearchKey& search_key) {
  const Match match(view, statuses, question.filter, search_key);
  if (question.arrangement == GoalArrangement::tree) return TreeBuilder(view, question, match).build();
  std::vector<const Goal*> goals;
  for (const Goal& goal : view.table<Goal>().alive())
    if (match(goal)) goals.push_back(&goal);
  if (question.arrangement == GoalArrangement::by_person) return arrange_by_person(view, question, search_key, goals);
  sort_as_listed(view, goals);
  sort_list(view, statuses, question, search_key, goals);
  std::vector<GoalRow> rows;
  for (const Goal* goal : goals) rows.push_back({.goal = goal, .person = goal->owner});
  return rows;
}

std::vector<const Goal*> possible_parents(const ModelView& view, const Goal& goal) {
  std::unordered_set<Id<Goal>> below{goal.id};
  std::vector<Id<Goal>> pending{goal.id};
  while (!pending.empty()) {
    const Id<Goal> at = pending.back();
    pending.pop_back();
    if (!at) continue;
    for (const Goal* child : view.goals_under(at))
      if (below.insert(child->id).second) pending.push_back(child->id);
  }
  std::vector<const Goal*> parents;
  for (const Goal& other : view.table<Goal>().alive())
    if (!below.contains(other.id) && other.state != GoalState::dropped) parents.push_back(&other);
  sort_stably(parents, [](const Goal* left, const Goal* right) {
    return std::tie(left->level, left->title, left->id) < std::tie(right->level, right->title, right->id);
  });
  return parents;
}

}  // namespace fullcircle
