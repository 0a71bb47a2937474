// A result in words: names of groups and terms, figures, and the lines of an explanation. The screen and the report use the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/result_page.h"
#include "app/queries/result_terms.h"

namespace fullcircle {

/// One line of an explanation, in words; the tree written from top to bottom.
struct TermLine {
  int level = 0;
  std::string path;    ///< "0.2.1": which child of which
  std::string name;
  std::string value;   ///< or why there is none
  std::string weight;  ///< empty where it counts by sum, or alone
  std::string share;
  std::string answers;
  std::string note;    ///< how it follows from what is below, or why it is left out
  bool is_left_out = false;
  bool has_children = false;
};

class ResultWords {
 public:
  /// In: `places` of a rating beside others.
  ResultWords(const Language& language, const Formats& formats, const ResultPage& page, int places = 1) : language_(language), formats_(formats), page_(page), places_(places) {}

  /// "Peers"; of a pool "Customers and reports".
  std::string column(std::string_view key) const;
  std::string part(std::string_view key) const { return std::string(language_.tr("enum.review_part." + std::string(key))); }
  /// A rating on the form's scale, an en dash without one.
  std::string rating(const rating::Figure& figure) const;
  /// The rounded overall with the decimals of the rules; an en dash without one.
  std::string overall() const;
  /// "+0.8".
  std::string gap(const rating::Gap& gap) const;
  std::string agreement(const rating::Maybe<rating::AgreementWord>& word) const;
  /// "Self 4.4, Manager 3.8, Peers 3.5".
  std::string row_values(const ResultRow& row) const;
  /// The table behind the bars: a row for each criterion, heads first.
  std::vector<std::vector<std::string>> bars_table() const;
  /// "6 criteria by rater group: highest Quality 4.2, lowest …, widest gap …", all from the others' view.
  std::string bars_summary() const;
  /// "1", "2", … for every point of the scale.
  std::vector<std::string> scale_points() const;
  /// "Reports: 2 answers. Fewer than 3 people: …", the strong part in double stars; one for every hidden or pooled group, one for answers
  /// that are in nothing that is handed out, and of a released copy one that agreement is not in it.
  std::vector<std::string> privacy_notes() const;
  /// "Support lead · Autumn review · 11 of 12 answers in".
  std::string summary_line(const std::string& role) const;
  std::string comment_source(const ResultComment& comment) const;

  std::string term_name(const rating::Term& term) const;
  /// The exact value, as far as it takes to compute it again by hand.
  std::string term_value(const rating::Term& term) const;
  std::vector<TermLine> term_lines(const rating::Term& term) const;
  /// "Rounded once, half up: 3.615 becomes 3.62"; empty where a number has no more places than are shown, but for the overall. Of a
  /// released copy what its parts lead to, where the last place of that is another.
  std::string rounding(const NumberKey& which) const;
  /// How the agreement shown is meant; beside the view of the others in a released copy, why none is shown. Empty for other numbers.
  std::string about_agreement(ShownNumber number) const;
  /// "Collaboration: gap".
  std::string number_name(const NumberKey& which) const;
  /// The value as the page shows it.
  std::string number_value(const NumberKey& which) const;

 private:
  const ResultRow* row(const std::string& id) const;
  std::string name_of(const std::string& key) const;
  std::string term_note(const rating::Term& term, const rating::Term* parent) const;
  int places_of(ShownNumber number) const;
  std::string released_rounding() const;
  void add_lines(const rating::Term& term, const rating::Term* parent, std::string path, int level, std::vector<TermLine>& lines) const;

  const Language& language_;
  const Formats& formats_;
  const ResultPage& page_;
  int places_;
};

}  // namespace fullcircle
