// Insights in words and tables: the sentences over the charts, the values behind them, and what was counted and how.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/chart_figures.h"
#include "app/queries/insight_board.h"
#include "app/queries/insight_part.h"
#include "app/queries/rating_quality.h"

namespace fullcircle {

/// What stands over the paragraphs of a method, in their order; the last one over all that follow. Keys.
inline constexpr std::array<std::string_view, 4> kMethodHeads = {"insights.counted", "insights.left_out", "insights.method", "insights.caution"};

/// One number that a part shows, or without a row the part as a whole.
struct InsightNumber {
  InsightPart part{};
  int row = -1;     ///< department, line of ratings, criterion, action or person, in the order of the table of the part
  int column = 0;   ///< only of agreement: department of the grid
  InsightNumber(InsightPart part_shown, int of_row = -1, int of_column = 0) : part(part_shown), row(of_row), column(of_column) {}
};

struct InsightTerms {
  std::string title;  ///< the number with its name
  std::vector<ValueLine> lines;
};

/// "6 points more" with its direction; 0: the same, or nothing to compare with.
struct ChangeWords {
  std::string text;
  int direction = 0;
};

class InsightWords {
 public:
  InsightWords(const Language& language, const Formats& formats, const ModelView& view, const InsightFacts& facts, const InsightBoard& board)
      : language_(language), formats_(formats), view_(view), facts_(facts), board_(board) {}

  std::string department(int index) const;
  std::string criterion(int index) const;
  const std::string& cycle(int index) const;
  std::string measure(RatingMeasure measure) const;

  std::string figure_name(InsightPart part) const;
  std::string figure(InsightPart part) const;
  ChangeWords change(InsightPart part) const;

  /// What counts on paper, and how many results do not; empty on a screen.
  std::string on_paper() const;
  bool leaves_results_out() const { return facts_.not_given_out > 0; }

  std::string title(InsightPart part) const;
  /// The finding in one sentence.
  std::string finding(InsightPart part) const;
  /// What is hidden and why; empty where nothing is.
  std::string hidden(InsightPart part) const;
  /// Those chosen were low at first; empty where they were not.
  std::string regression_warning(ChangesShown shown) const;

  std::string action_name(const ActionChange& change) const;
  std::string effect_words(const ActionChange& change, ChangesShown shown) const;
  /// "0.20 more than those without it"; never a cause. In: a known comparison with its interval.
  std::string comparison_words(const ActionChange& change) const;

  /// What was counted, what was left out, and by which method, a paragraph each.
  std::vector<std::string> method(const InsightNumber& number) const;
  /// What one number is made of, down to how it was rounded; none without a row. In: `quality` for its own parts.
  std::optional<InsightTerms> number_terms(const InsightNumber& number, const RatingQuality* quality = nullptr) const;
  /// Part and whole of a figure at the top, of its cycle and the one before; empty for other parts.
  TextTable terms(InsightPart part) const;
  /// The values behind the terms or the chart; empty where the terms are all.
  TextTable table(InsightPart part) const;
  TextTable table(const RatingQuality& quality, InsightPart part) const;
  /// All figures at the top, for a file.
  TextTable figure_table() const;

  /// What the charts show. Lines and bars: at most `kMostInChart`, the highlighted line and the largest departments first.
  static constexpr std::size_t kMostInChart = 8;
  LineFigure rating_figure() const;
  ShareFigure goal_figure() const;
  IntervalFigure change_figure(ChangesShown shown) const;
  /// In: at most so many columns; those of the largest departments stay, in their order.
  HeatFigure agreement_figure(std::size_t most_columns) const;

  std::string leniency(const RaterQuality& rater) const;
  std::string evidence(const RaterQuality& rater) const;
  std::string group_letter(int component) const;

 private:
  const InsightFigure& figure_of(InsightPart part) const;
  std::string changed(double now, double before, int places) const;
  std::string figure_value(InsightPart part, std::optional<double> value) const;
  TextTable rating_table() const;
  TextTable goal_table() const;
  TextTable agreement_table() const;
  TextTable action_table() const;
  TextTable comparison_table() const;
  TextTable rater_table(const RatingQuality& quality) const;
  TextTable adjusted_table(const RatingQuality& quality) const;
  TextTable form_table(const RatingQuality& quality) const;
  std::optional<InsightTerms> cell_terms(const InsightNumber& number) const;
  std::optional<InsightTerms> line_terms(const InsightNumber& number) const;
  ValueLine rounded(std::string_view exact, std::string shown) const;
  /// Counted in a cell, or in the whole grid, and out of how many.
  std::pair<int, int> people_compared(const InsightNumber& number) const;
  const AgreementCell* cell_of(const InsightNumber& number) const;
  int minimum() const;

  const Language& language_;
  const Formats& formats_;
  const ModelView& view_;
  const InsightFacts& facts_;
  const InsightBoard& board_;
};

/// The table as a file for spreadsheets.
std::string encode_insight_csv(const TextTable& table);

}  // namespace fullcircle
