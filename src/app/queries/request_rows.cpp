#include "app/queries/request_rows.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "app/queries/search_words.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

bool lets_through(RequestFilter filter, RequestStanding standing) {
  switch (filter) {
    case RequestFilter::all: return true;
    case RequestFilter::not_exported: return standing == RequestStanding::not_exported || standing == RequestStanding::nominated;
    case RequestFilter::waiting: return standing == RequestStanding::waiting || standing == RequestStanding::late;
    case RequestFilter::received: return standing == RequestStanding::received || standing == RequestStanding::fresh;
  }
  return true;
}

bool holds_all(const ModelView& view, const FeedbackRequest& request, const SearchWords& words, TextServices& text) {
  if (words.empty()) return true;
  return words.are_in(text.search_key(view.name_of(request.rater) + " " + view.role_of(request.rater) + " " + view.name_of(request.subject)));
}

/// The place of each person's name in the reader's alphabet; one sort for the whole table.
std::unordered_map<Id<Person>, std::size_t> name_places(const ModelView& view, const std::vector<RequestRow>& rows, TextServices& text) {
  std::vector<Id<Person>> people;
  for (const RequestRow& row : rows) {
    people.push_back(row.request->rater);
    people.push_back(row.request->subject);
  }
  sort_stably(people);
  people.erase(std::ranges::unique(people).begin(), people.end());
  std::vector<std::string_view> names;
  for (const auto person : people) names.push_back(view.name_of(person));
  std::unordered_map<Id<Person>, std::size_t> places;
  for (const auto index : text.sorted_order(names)) places.emplace(people[index], places.size());
  return places;
}

/// Rows without the value come last, in both directions.
constexpr std::int64_t kNever = INT64_MAX;

std::int64_t day_number(std::optional<Instant> instant) { return instant ? day_of(*instant).number : kNever; }

std::int64_t sort_value(const RequestRow& row, RequestOrder order, const std::unordered_map<Id<Person>, std::size_t>& places) {
  const FeedbackRequest& request = *row.request;
  switch (order) {
    case RequestOrder::exported: return day_number(request.exported_at);
    case RequestOrder::rater: return static_cast<std::int64_t>(places.at(request.rater));
    case RequestOrder::subject: return static_cast<std::int64_t>(places.at(request.subject));
    case RequestOrder::group: return static_cast<std::int64_t>(request.group);
    case RequestOrder::received: return day_number(request.received_at);
    case RequestOrder::standing: return static_cast<std::int64_t>(row.standing);
  }
  return 0;
}

void sort_rows(const ModelView& view, const RequestQuestion& question, std::vector<RequestRow>& rows, TextServices& text) {
  const auto places = name_places(view, rows, text);
  struct Place {
    std::int64_t value;
    std::size_t subject, rater;
  };
  std::vector<Place> values;
  for (const RequestRow& row : rows)
    values.push_back({sort_value(row, question.order, places), places.at(row.request->subject), places.at(row.request->rater)});
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  sort_stably(order, [&](std::size_t a, std::size_t b) {
    const Place &left = values[a], &right = values[b];
    if (left.value != right.value) {
      if (left.value == kNever || right.value == kNever) return right.value == kNever;
      return question.is_descending ? left.value > right.value : left.value < right.value;
    }
    return left.subject != right.subject ? left.subject < right.subject : left.rater < right.rater;
  });
  std::vector<RequestRow> sorted;
  sorted.reserve(rows.size());
  for (const std::size_t index : order) sorted.push_back(rows[index]);
  rows = std::move(sorted);
}

bool is_fresh(const ModelView& view, const FeedbackRequest& request, std::optional<Instant> last_import) {
  if (!request.received_at) return false;
  if (last_import) return *request.received_at == *last_import;
  return view.now.ms - request.received_at->ms < kFreshMs;
}

}  // namespace

RequestStanding compute_standing(const ModelView& view, const FeedbackRequest& request, std::optional<Instant> last_import) {
  switch (request.state) {
    case RequestState::nominated: return RequestStanding::nominated;
    case RequestState::approved:
      if (!view.me || request.rater != view.me) return RequestStanding::not_exported;
      [[fallthrough]];  // mine need no file: I answer here
    case RequestState::exported: return request.due_day && *request.due_day < view.today ? RequestStanding::late : RequestStanding::waiting;
    case RequestState::received: return is_fresh(view, request, last_import) ? RequestStanding::fresh : RequestStanding::received;
    case RequestState::declined: return RequestStanding::declined;
    case RequestState::withdrawn: return RequestStanding::withdrawn;
  }
  return RequestStanding::not_exported;
}

RequestList list_requests(const ModelView& view, const RequestQuestion& question, TextServices& text) {
  RequestList list;
  const SearchWords words(text.search_key(question.search));
  for (const FeedbackRequest& request : view.table<FeedbackRequest>().alive()) {
    if (request.cycle != question.cycle) continue;
    RequestRow row{&request, compute_standing(view, request, question.last_import), 0};
    if (row.standing == RequestStanding::late) row.days_late = view.today - *request.due_day;
    for (std::size_t i = 0; i < kRequestFilters; ++i) list.counts[i] += lets_through(static_cast<RequestFilter>(i), row.standing);
    list.asked += row.standing != RequestStanding::declined && row.standing != RequestStanding::withdrawn;
    list.answered += request.state == RequestState::received;
    if (row.standing == RequestStanding::not_exported) list.to_export.push_back(request.id);
    if (question.only_fresh && row.standing != RequestStanding::fresh) continue;
    if (lets_through(question.filter, row.standing) && holds_all(view, request, words, text)) list.rows.push_back(row);
  }
  sort_rows(view, question, list.rows, text);
  return list;
}

}  // namespace fullcircle
