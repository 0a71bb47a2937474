// Who was asked for feedback in a cycle, how far each request is, and which of them to show.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "app/model_view.h"
#include "app/ports.h"

namespace fullcircle {

/// What the state of a request means today.
enum class RequestStanding : std::uint8_t { nominated, not_exported, waiting, late, fresh, received, declined, withdrawn };

struct RequestRow {
  const FeedbackRequest* request = nullptr;
  RequestStanding standing = RequestStanding::not_exported;
  int days_late = 0;  ///< of one that is late
};

enum class RequestFilter : std::uint8_t { all, not_exported, waiting, received };
inline constexpr std::size_t kRequestFilters = 4;

/// `exported` is the order in which the work was done: by the day of the export, then by whom it is about.
enum class RequestOrder : std::uint8_t { exported, rater, subject, group, received, standing };

struct RequestQuestion {
  Id<ReviewCycle> cycle;
  RequestFilter filter = RequestFilter::all;
  std::string search;               ///< words that the rater, their role or the subject must hold
  RequestOrder order = RequestOrder::exported;
  bool is_descending = false;
  bool only_fresh = false;             ///< what the last import brought
  std::optional<Instant> last_import;  ///< answers that came with it are fresh
  bool operator==(const RequestQuestion&) const = default;
};

struct RequestList {
  std::vector<RequestRow> rows;                    ///< those that the filter and the search let through, in order
  std::array<int, kRequestFilters> counts{};       ///< by filter, whatever is searched for
  int asked = 0;                                   ///< without withdrawn and declined ones
  int answered = 0;
  std::vector<Id<FeedbackRequest>> to_export;      ///< approved and never exported
};

/// An answer is fresh when it came with the last import; without one, when it came in the last `kFreshMs` before now.
inline constexpr std::int64_t kFreshMs = 24 * 3'600'000LL;
RequestStanding compute_standing(const ModelView& view, const FeedbackRequest& request, std::optional<Instant> last_import);

/// All requests of a cycle with their counts. Names are compared and searched in the person's language.
RequestList list_requests(const ModelView& view, const RequestQuestion& question, TextServices& text);

}  // namespace fullcircle
