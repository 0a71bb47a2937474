#include "app/queries/conversation_view.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "app/queries/review_result_view.h"
#include "model/double_text.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

std::optional<double> parse_decimal(const std::string& text) {
  const auto read = read_number(text);
  if (!read || read->length != text.size()) return std::nullopt;
  return read->value;
}

bool has_begun(const Review& review) {
  return std::ranges::any_of(review.agenda, [](const AgendaPoint& point) { return point.is_done; });
}

std::vector<TalkGap> released_gaps(const ReleasedResult& released) {
  std::vector<TalkGap> gaps;
  for (const auto& criterion : released.criteria) {
    const auto self = parse_decimal(criterion.self), others = parse_decimal(criterion.others);
    if (self && others) gaps.push_back({criterion.name, *self, *others});
  }
  return gaps;
}

std::vector<TalkGap> current_gaps(const ModelView& view, const Review& review) {
  std::vector<TalkGap> gaps;
  const auto shown = compute_review_result_view(view, review);
  for (const auto& criterion : shown.result.criteria) {
    const auto name = shown.names.find(criterion.id);
    if (criterion.self && criterion.others && name != shown.names.end()) gaps.push_back({name->second, *criterion.self, *criterion.others});
  }
  return gaps;
}

std::vector<TalkGap> widest_gaps(const ModelView& view, const Review& review, std::size_t most) {
  std::vector<TalkGap> gaps;
  if (review.released)
    gaps = released_gaps(*review.released);
  else if (view.me != review.person)  // what is not released is not for the person's eyes
    gaps = current_gaps(view, review);
  sort_stably(gaps, std::greater<>(), [](const TalkGap& gap) { return std::abs(gap.self - gap.others); });
  if (gaps.size() > most) gaps.resize(most);
  return gaps;
}

bool became_done(const ModelView& view, const AgreedAction& action) {
  const auto* goal = view.find(action.goal);
  const auto* step = view.find(action.action);
  return (goal && goal->state == GoalState::done) || (step && step->state == ActionState::done);
}

int urgency(TalkState state) {
  switch (state) {
    case TalkState::amended: return 0;
    case TalkState::signed_one: return 1;
    case TalkState::held: return 2;
    case TalkState::planned: return 3;
    case TalkState::open: return 4;
    case TalkState::signed_both: return 5;
  }
  return 5;
}

}  // namespace

TalkRow compute_talk_row(const ModelView& view, const Review& review) {
  TalkRow row{&review, TalkState::open, {}};
  if (review.person_sign_off || review.manager_sign_off) {
    const std::string hash = content_hash(review);
    const SignState person = sign_state(review.person_sign_off, hash), manager = sign_state(review.manager_sign_off, hash);
    row.signer = review.person_sign_off ? review.person : review.manager;
    if (person == SignState::amended || manager == SignState::amended) {
      row.state = TalkState::amended;
      row.signer = person == SignState::amended ? review.person : review.manager;
    } else if (person == SignState::valid && manager == SignState::valid) {
      row.state = TalkState::signed_both;
    } else {
      row.state = TalkState::signed_one;
    }
  } else if (has_begun(review) || (review.conversation_at && *review.conversation_at <= view.now)) {
    row.state = TalkState::held;
  } else if (review.conversation_at) {
    row.state = TalkState::planned;
  }
  return row;
}

TalkState compute_talk_state(const ModelView& view, const Review& review) { return compute_talk_row(view, review).state; }

std::vector<TalkRow> compute_talk_rows(const ModelView& view, Id<ReviewCycle> cycle) {
  std::vector<TalkRow> rows;
  for (const Review* review : view.reviews_in(cycle)) rows.push_back(compute_talk_row(view, *review));
  const auto order = [&](const TalkRow& row) {
    return std::tuple(urgency(row.state), row.review->conversation_at.value_or(Instant{}), std::string_view(view.name_of(row.review->person)));
  };
  sort_stably(rows, [&](const TalkRow& a, const TalkRow& b) { return order(a) < order(b); });
  return rows;
}

TalkMinutes compute_talk_minutes(const Review& review) {
  TalkMinutes minutes;
  for (const AgendaPoint& point : review.agenda) {
    minutes.planned += point.minutes;
    if (point.is_done) minutes.done += point.minutes;
  }
  return minutes;
}

TalkFacts compute_talk_facts(const ModelView& view, const Review& review, std::size_t most_gaps) {
  TalkFacts facts;
  facts.goals = rated_goals(view, review.person, review.cycle);
  facts.gaps = widest_gaps(view, review, most_gaps);
  const auto* cycle = view.find(review.cycle);
  const auto* before = cycle ? view.cycle_before(*cycle) : nullptr;
  const Review* last = before ? view.review(review.person, before->id) : nullptr;
  if (!last) return facts;
  for (const AgreedAction& action : last->actions) facts.last.push_back({action.text, became_done(view, action)});
  if (last->conversation_at) facts.last_day = day_of(*last->conversation_at);
  else facts.last_day = before->end_day;
  return facts;
}

}  // namespace fullcircle
