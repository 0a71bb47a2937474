#include "app/queries/rating_quality.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "app/queries/review_result_view.h"
#include "model/sorting.h"
#include "rating/moments.h"

namespace fullcircle {
namespace {

constexpr int kEqualQuestions = 3;  ///< fewer equal ratings say nothing
constexpr std::size_t kRateesPerStep = 256;

double mean_of(const RaterSheet& sheet) { return rating::compute_moments(sheet.ratings).mean; }

bool can_be_equal(const RaterSheet& sheet) { return static_cast<int>(sheet.ratings.size()) >= kEqualQuestions; }

bool is_all_equal(const RaterSheet& sheet) {
  return can_be_equal(sheet) && std::ranges::adjacent_find(sheet.ratings, std::not_equal_to<>()) == sheet.ratings.end();
}

/// Splits off the anonymous sheets that are fewer than the minimum.
std::vector<RaterSheets> split_raters(const SheetsByRater& by_rater, int minimum) {
  std::vector<RaterSheets> raters;
  for (const auto& [id, sheets] : by_rater) {
    RaterSheets named{Id<Person>(id), false, {}}, nobody{Id<Person>(id), true, {}};
    const auto anonymous = std::ranges::count_if(sheets, &RaterSheet::is_anonymous);
    for (const RaterSheet& sheet : sheets) (sheet.is_anonymous && anonymous < minimum ? nobody : named).sheets.push_back(sheet);
    for (RaterSheets* part : {&named, &nobody})
      if (!part->sheets.empty()) raters.push_back(std::move(*part));
  }
  return raters;
}

Leniency word_for(const rating::Figure& cautious, double scale_width) {
  if (!cautious) return Leniency::not_enough;
  const double size = std::abs(*cautious);
  if (size < kMildShare * scale_width) return Leniency::alike;
  const bool much = size >= kMuchMilderShare * scale_width;
  if (*cautious > 0) return much ? Leniency::much_milder : Leniency::milder;
  return much ? Leniency::much_stricter : Leniency::stricter;
}

EvidenceSpan evidence_of(const ModelView& view, Id<Person> rater, const RaterSheet& sheet) {
  bool any = false;
  for (const Feedback* feedback : view.feedback_about(sheet.subject)) {
    if (feedback->author != rater || feedback->day > sheet.day || (feedback->is_private && rater != view.me)) continue;
    if (feedback->day < sheet.day - kRecentEvidenceDays) return EvidenceSpan::spread;
    any = true;
  }
  return any ? EvidenceSpan::recent : EvidenceSpan::none;
}

void fill_own_figures(const ModelView& view, const std::vector<RaterSheet>& sheets, RaterQuality& rater) {
  std::vector<double> ratings;
  for (const RaterSheet& sheet : sheets) {
    ratings.insert(ratings.end(), sheet.ratings.begin(), sheet.ratings.end());
    rater.without_words += !sheet.has_words;
    rater.equal_possible += can_be_equal(sheet);
    rater.all_equal += is_all_equal(sheet);
    const EvidenceSpan evidence = evidence_of(view, rater.rater, sheet);
    rater.any_evidence += evidence != EvidenceSpan::none;
    rater.recent_evidence += evidence == EvidenceSpan::recent;
  }
  rater.spread = rating::compute_moments(ratings).standard_deviation();
}

/// One row for each rater, with how many people they rated by name or not.
std::vector<RaterQuality> rows_of(const SheetsByRater& by_rater) {
  std::vector<RaterQuality> rows;
  for (const auto& [id, sheets] : by_rater) {
    RaterQuality row;
    row.rater = Id<Person>(id);
    row.people = static_cast<int>(sheets.size());
    for (const RaterSheet& sheet : sheets) row.answers += static_cast<int>(sheet.ratings.size());
    row.difference = row.difference_error = row.cautious = row.spread = rating::undefined(rating::Undefined::BelowMinimum);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Marks who uses little of the scale, beside what raters usually use.
void mark_narrow(RatingQuality& quality) {
  std::vector<double> spreads;
  for (const RaterQuality& rater : quality.raters)
    if (rater.is_shown && rater.spread) spreads.push_back(*rater.spread);
  if (spreads.size() < 3) return;
  quality.middle_spread = rating::compute_median(spreads);
  for (RaterQuality& rater : quality.raters) rater.is_narrow = rater.is_shown && rater.spread && *rater.spread < *quality.middle_spread / 2;
}

bool is_shown_alone(const RaterSheets& part, int minimum) { return !part.is_nobody && static_cast<int>(part.sheets.size()) >= minimum; }

/// Of all raters together. The shown ones' own counts stand below: what is left when they are subtracted must be of several others.
void count_forms(const std::vector<RaterSheets>& raters, RatingQuality& quality) {
  const auto hidden = std::ranges::count_if(raters, [&](const RaterSheets& part) { return !is_shown_alone(part, quality.minimum); });
  for (const RaterSheets& part : raters) {
    if (hidden < quality.minimum && !is_shown_alone(part, quality.minimum)) continue;
    for (const RaterSheet& sheet : part.sheets) {
      ++quality.forms;
      quality.forms_without_words += !sheet.has_words;
      quality.forms_equal_possible += can_be_equal(sheet);
      quality.forms_all_equal += is_all_equal(sheet);
    }
  }
}

void sort_by_name(const ModelView& view, RatingQuality& quality) {
  sort_stably(quality.raters, [&](const RaterQuality& a, const RaterQuality& b) {
    return std::tuple(!a.is_shown, std::string_view(view.name_of(a.rater))) < std::tuple(!b.is_shown, std::string_view(view.name_of(b.rater)));
  });
  sort_stably(quality.ratees, {}, [&](const RateeAdjusted& ratee) { return std::string_view(view.name_of(ratee.person)); });
}

}  // namespace

RatingQualityWork::RatingQualityWork(const ModelView& view, const ReviewCycle& cycle, const Departments& departments) {
  quality_.cycle = cycle.id;
  quality_.minimum = cycle.rules.anonymity_minimum;
  quality_.scale_width = cycle.rules.scale_high - cycle.rules.scale_low;
  if (view.workspace() && view.me && view.workspace()->lead == view.me)
    reader_.emplace(view, cycle.id, departments);
  else
    stage_ = Stage::done;
}

bool RatingQualityWork::step(const ModelView& view) {
  switch (stage_) {
    case Stage::read:
      if (reader_->step(view)) take_sheets(view);
      break;
    case Stage::prepare: prepare_fit(); break;
    case Stage::fit:
      if (fit_->step()) take_rater_effects();
      break;
    case Stage::adjust:
      if (adjust_slice(view)) finish(view);
      break;
    case Stage::done: break;
  }
  return stage_ == Stage::done;
}

double RatingQualityWork::share() const {
  constexpr double kRead = 0.9;  // reading takes longest on paper
  if (stage_ == Stage::read) return kRead * reader_->share();
  return stage_ == Stage::done ? 1 : kRead;
}

void RatingQualityWork::take_sheets(const ModelView& view) {
  quality_.unknown_answers = reader_->unknown();
  quality_.raters = rows_of(reader_->sheets());
  raters_ = split_raters(reader_->sheets(), quality_.minimum);
  reader_.reset();
  count_forms(raters_, quality_);
  for (const RaterSheets& part : raters_) {
    if (!is_shown_alone(part, quality_.minimum)) continue;
    RaterQuality& row = *std::ranges::find(quality_.raters, part.rater, &RaterQuality::rater);
    row.is_shown = true;
    row.counted = static_cast<int>(part.sheets.size());
    fill_own_figures(view, part.sheets, row);
  }
  mark_narrow(quality_);
  quality_.is_too_large = raters_.size() > kMostRatersCompared;
  if (raters_.empty() || quality_.is_too_large)
    finish(view);
  else
    stage_ = Stage::prepare;
}

void RatingQualityWork::prepare_fit() {
  std::map<RecordId, std::size_t> ratee_index;
  std::vector<rating::Rating> ratings;
  for (std::size_t rater = 0; rater < raters_.size(); ++rater)
    for (const RaterSheet& sheet : raters_[rater].sheets) {
      const auto [found, is_new] = ratee_index.try_emplace(sheet.subject, ratees_.size());
      if (is_new) {
        ratees_.push_back(sheet.subject);
        sheets_about_.push_back(0);
      }
      ++sheets_about_[found->second];
      ratings.push_back({found->second, rater, mean_of(sheet)});
    }
  effects_ = rating::compute_rater_effects(ratings, ratees_.size(), raters_.size(), {}, {});
  fit_ = std::make_unique<rating::CrossedFit>(std::move(ratings), ratees_.size(), raters_.size());
  stage_ = Stage::fit;
}

void RatingQualityWork::take_rater_effects() {
  const rating::CrossedEffects crossed = fit_->result();
  fit_.reset();
  quality_.components = static_cast<int>(effects_.design.component_count);
  for (std::size_t at = 0; at < raters_.size(); ++at) {
    RaterQuality& row = *std::ranges::find(quality_.raters, raters_[at].rater, &RaterQuality::rater);
    if (raters_[at].is_nobody || !row.is_shown) continue;
    row.component = static_cast<int>(effects_.design.rater_component[at]);
    row.difference = effects_.rater_effects[at].value;
    row.difference_error = effects_.rater_effects[at].standard_error;
    row.cautious = at < crossed.rater_blup.size() ? crossed.rater_blup[at] : rating::undefined(rating::Undefined::NoData);
    row.leniency = word_for(row.difference ? row.cautious : row.difference, quality_.scale_width);
  }
  stage_ = Stage::adjust;
}

/// Out: true when all ratees were taken.
bool RatingQualityWork::adjust_slice(const ModelView& view) {
  const std::size_t end = std::min(adjusted_ + kRateesPerStep, ratees_.size());
  for (std::size_t& at = adjusted_; at < end; ++at) {
    const Review* review = view.review(ratees_[at], quality_.cycle);
    // Raw means of all raters would give the groups away that a result leaves out.
    if (!review || sheets_about_[at] < quality_.minimum || view.results().hides_groups(view, *review, counted_answers(view))) continue;
    const auto& adjusted = effects_.adjusted[at];
    quality_.ratees.push_back({ratees_[at], sheets_about_[at], static_cast<int>(effects_.design.ratee_component[at]), effects_.ratee_means[at],
                               adjusted.value, adjusted.standard_error});
  }
  return adjusted_ >= ratees_.size();
}

void RatingQualityWork::finish(const ModelView& view) {
  sort_by_name(view, quality_);
  stage_ = Stage::done;
}

RatingQuality compute_rating_quality(const ModelView& view, const ReviewCycle& cycle, const Departments& departments) {
  RatingQualityWork work(view, cycle, departments);
  while (!work.step(view)) {
  }
  return work.result();
}

}  // namespace fullcircle
