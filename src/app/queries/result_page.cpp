#include "app/queries/result_page.h"

#include <algorithm>
#include <cmath>

#include "app/queries/cycle_progress.h"
#include "app/queries/released_terms.h"
#include "app/queries/scale_words.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

/// Longer than any chain of managers; a ring of managers ends here too.
constexpr int kMostLevels = 64;

bool manages(const ModelView& view, Id<Person> manager, Id<Person> person) {
  for (int level = 0; level < kMostLevels; ++level) {
    const Person* record = view.find(person);
    if (!record || !record->manager) return false;
    if (record->manager == manager) return true;
    person = record->manager;
  }
  return false;
}

/// Place of a column by its first group: self, manager, peers, reports, other teams, customers.
std::size_t order_of(std::string_view key) {
  const auto group = parse_name<RaterGroup>(key.substr(0, key.find('+')));
  return group ? static_cast<std::size_t>(*group) : enum_size<RaterGroup>();
}

rating::GapPolicy gap_policy(const RatingRules& rules) {
  const double width = rules.scale_high - rules.scale_low;
  return {rules.gap_points, rules.scale_low + 0.75 * width, rules.scale_low + 0.5 * width};
}

void collect_parts(const rating::Term& term, std::vector<ResultPart>& parts) {
  if (term.kind == rating::TermKind::Part) {
    parts.push_back({term.key, term.value, term.weight, term.share, term.left_out});
    return;
  }
  for (const rating::Term& below : term.children) collect_parts(below, parts);
}

std::vector<std::size_t> ordered_columns(const rating::ReviewResult& result) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < result.columns.size(); ++i)
    if (!result.columns[i].is_self()) order.push_back(i);
  sort_stably(order, {}, [&](std::size_t i) { return order_of(result.columns[i].key()); });
  return order;
}

void collect_rows(const ReviewResultView& shown, ResultPage& page) {
  const auto order = ordered_columns(shown.result);
  for (std::size_t i : order) page.columns.push_back({shown.result.columns[i].key(), shown.result.columns[i].n, shown.result.columns[i].is_pool()});
  for (const auto& criterion : shown.result.criteria) {
    const auto name = shown.names.find(criterion.id);
    ResultRow row{criterion.part, criterion.id, name == shown.names.end() ? std::string() : name->second, criterion.self, criterion.others,
                  {}, {}, criterion.gap, criterion.agreement};
    for (std::size_t i : order) {
      row.columns.push_back(criterion.cells[i].value);
      row.counts.push_back(criterion.cells[i].n);
    }
    page.rows.push_back(std::move(row));
  }
}

void collect_hidden(const ModelView& view, const Review& review, const ReviewResultView& shown, CountedAnswers counted, ResultPage& page) {
  for (const std::string& group : shown.result.left_out) {
    HiddenGroup hidden{group, 0};
    for (const FeedbackResponse* response : view.responses_about(review.person))
      hidden.answers += is_counted(review, *response, counted) && to_name(response->group) == group;
    page.hidden.push_back(std::move(hidden));
  }
}

ResultPage begin_page(const ModelView& view, const Review& review) {
  ResultPage page;
  page.review = &review;
  page.person = view.find(review.person);
  page.manager = view.find(review.manager);
  page.cycle = view.find(review.cycle);
  page.rules = view.rules(review.cycle);
  return page;
}

/// Every column any criterion was released with.
void collect_released_columns(const ReleasedResult& released, ResultPage& page) {
  for (const ReleasedCriterion& criterion : released.criteria)
    for (const ReleasedScore& score : criterion.columns) {
      auto column = std::ranges::find(page.columns, score.key, &ResultColumn::key);
      if (column == page.columns.end())
        column = page.columns.insert(column, {score.key, 0, score.key.find('+') != std::string::npos});
      column->n = std::max(column->n, static_cast<int>(score.raters));
    }
  sort_stably(page.columns, {}, [](const ResultColumn& column) { return order_of(column.key); });
}

/// Which part what was asked about belongs to; empty once it is not kept any more.
std::string part_of(const ModelView& view, const std::string& key) {
  const auto id = parse_record_id(key);
  if (id && view.find(Id<Competency>(*id))) return std::string(to_name(ReviewPart::competencies));
  return id && view.find(Id<CoreValue>(*id)) ? std::string(to_name(ReviewPart::values)) : std::string();
}

ResultRow released_row(const ModelView& view, const ReleasedCriterion& criterion, const ResultPage& page) {
  ResultRow row;
  row.part = part_of(view, criterion.key);
  row.id = criterion.key;
  row.name = criterion.name;
  row.self = read_score(criterion.self);
  row.others = read_score(criterion.others);
  row.gap = rating::compute_gap(row.self, row.others, gap_policy(page.rules));
  for (const ResultColumn& column : page.columns) {
    const auto score = std::ranges::find(criterion.columns, column.key, &ReleasedScore::key);
    const bool has = score != criterion.columns.end();
    row.columns.push_back(has ? read_score(score->score) : rating::Figure());
    row.counts.push_back(has ? score->raters : 0);
  }
  return row;
}

}  // namespace

rating::Figure read_score(const std::string& text) {
  const auto decimal = rating::Decimal::parse(text);
  return decimal ? rating::Figure(decimal->to_double()) : rating::Figure();
}

ResultAccess result_access(const ModelView& view, const Review& review) {
  if (!view.me) return ResultAccess::none;
  const bool is_lead = view.workspace() && view.workspace()->lead == view.me;
  if (is_lead || review.manager == view.me || manages(view, view.me, review.person)) return ResultAccess::full;
  return review.person == view.me && review.released ? ResultAccess::released : ResultAccess::none;
}

bool is_only_released(const ModelView& view, const Review& review) {
  return review.released && (view.paper || std::ranges::none_of(view.responses_about(review.person), [&](const FeedbackResponse* response) {
    return response->cycle == review.cycle && response->submitted_at;
  }));
}

ResultPage compute_result_page(const ModelView& view, const Review& review, CountedAnswers counted) {
  ResultPage page = begin_page(view, review);
  ReviewResultView shown = compute_review_result_view(view, review, counted);
  collect_rows(shown, page);
  collect_hidden(view, review, shown, counted, page);
  collect_parts(shown.result.overall, page.parts);
  page.self = shown.result.self;
  page.others = shown.result.others;
  page.agreement = shown.result.agreement;
  if (shown.result.rounded) page.overall = shown.result.rounded->text();
  if (shown.result.band && *shown.result.band < page.rules.bands.size()) 
    page.label = label_in_words(view, review.cycle, page.rules.bands[*shown.result.band].label);
  page.comments = shown.comments;
  page.hidden_comments = shown.hidden_comments;
  page.answers_in = shown.answers_in;
  page.answers_asked = shown.answers_asked;
  page.computed = std::move(shown);
  return page;
}

ResultPage released_result_page(const ModelView& view, const Review& review) {
  ResultPage page = begin_page(view, review);
  if (!review.released) return page;
  const ReleasedResult& released = *review.released;
  collect_released_columns(released, page);
  for (const ReleasedCriterion& criterion : released.criteria) page.rows.push_back(released_row(view, criterion, page));
  page.self = read_score(released.self);
  page.others = read_score(released.others);
  page.overall = released.overall;
  if (const auto terms = explain_released(page, {})) collect_parts(*terms, page.parts);
  page.label = label_in_words(view, review.cycle, released.label);
  for (const ReleasedComment& comment : released.comments) {
    const auto tone = parse_name<CommentTone>(comment.tone);
    page.comments.push_back({comment.text, {}, {}, {}, tone.value_or(CommentTone::neutral), comment.column, comment.criterion});
  }
  return page;
}

ResultPage result_page_of(const ModelView& view, const Review& review) {
  const bool is_full = result_access(view, review) == ResultAccess::full && !is_only_released(view, review);
  return is_full ? compute_result_page(view, review) : released_result_page(view, review);
}

std::vector<const ResultRow*> rows_with_gap(const ResultPage& page, rating::GapKind kind) {
  std::vector<const ResultRow*> rows;
  for (const ResultRow& row : page.rows)
    if (row.gap.kind && *row.gap.kind == kind) rows.push_back(&row);
  sort_stably(rows, std::greater<>(), [](const ResultRow* row) { return std::abs(*row->gap.value); });
  return rows;
}

}  // namespace fullcircle
