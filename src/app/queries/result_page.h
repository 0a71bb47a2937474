// A result as one reader may see it: computed here for those who lead the review, the released copy for the person it is about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/queries/review_result_view.h"

namespace fullcircle {

enum class ResultAccess : std::uint8_t {
  none,      ///< not theirs, or not released yet
  released,  ///< the person's own copy
  full,      ///< the lead of the team, the review's manager, and whoever manages the person
};
ResultAccess result_access(const ModelView& view, const Review& review);

/// The answers are not kept any more, only what was released of them: then this is all there is for anybody. On paper the release is
/// all there is anyway.
bool is_only_released(const ModelView& view, const Review& review);

/// A score as a release keeps it, "3.92"; no data where it kept none.
rating::Figure read_score(const std::string& text);

/// One or more rater groups, without self.
struct ResultColumn {
  std::string key;  ///< "peer", "customer+report"
  int n = 0;        ///< raters
  bool is_pool = false;
};

struct ResultRow {
  std::string part, id, name;
  rating::Figure self, others;
  std::vector<rating::Figure> columns;  ///< parallel to ResultPage::columns
  std::vector<int> counts;              ///< answers behind each
  rating::Gap gap;
  rating::Maybe<rating::AgreementWord> agreement;
};

struct ResultPart {
  std::string key;
  rating::Figure value;
  double weight = 0;
  double share = 0;  ///< 0..1 of what counts; 0 for a part that is left out
  std::optional<rating::LeftOut> left_out;
};

/// Answers that are in no figure because too few gave them.
struct HiddenGroup {
  std::string group;
  int answers = 0;
};

struct ResultPage {
  const Review* review = nullptr;
  const Person* person = nullptr;
  const Person* manager = nullptr;           ///< of the review
  const ReviewCycle* cycle = nullptr;
  RatingRules rules;
  std::optional<ReviewResultView> computed;  ///< empty in a released copy: its terms are those of released_terms.h
  std::vector<ResultColumn> columns;         ///< in the order of RaterGroup
  std::vector<ResultRow> rows;
  std::vector<ResultPart> parts;
  std::vector<HiddenGroup> hidden;
  rating::Figure self, others;
  std::string overall;  ///< rounded, as decimal text; empty without one
  std::string label;    ///< of the band
  rating::Maybe<rating::AgreementWord> agreement;
  std::vector<ResultComment> comments;
  int hidden_comments = 0;
  int answers_in = 0, answers_asked = 0;
  int answers_not_counted = 0;  ///< anonymous ones since the release, which are in no figure of what is handed out

  bool is_released_copy() const { return !computed; }
  bool is_empty() const { return (rows.empty() || (!self && !others)) && overall.empty(); }
};

ResultPage compute_result_page(const ModelView& view, const Review& review, CountedAnswers counted = CountedAnswers::all);
/// What the person got; empty rows before the release.
ResultPage released_result_page(const ModelView& view, const Review& review);
/// As whoever looks may read it: one of the two above.
ResultPage result_page_of(const ModelView& view, const Review& review);

/// Fewer axes make no net, more none that can be read.
inline constexpr std::size_t kLeastRadarAxes = 3, kMostRadarAxes = 12;
inline bool has_radar(const ResultPage& page) { return page.rows.size() >= kLeastRadarAxes && page.rows.size() <= kMostRadarAxes; }

/// Rows whose gap is of this kind, the widest gap first.
std::vector<const ResultRow*> rows_with_gap(const ResultPage& page, rating::GapKind kind);

}  // namespace fullcircle
