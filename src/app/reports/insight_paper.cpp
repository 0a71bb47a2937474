#include "app/reports/insight_paper.h"

#include <algorithm>

#include "app/commands/hand_out.h"
#include "app/reports/insight_report.h"

namespace fullcircle {
namespace {

constexpr std::size_t kCollectedPerStep = 64, kNotedPerStep = 32;

/// The whole where nothing on paper has the criterion.
RatingMeasure measure_of(const InsightFacts& facts, const InsightOrder& order) {
  if (order.criterion.empty()) return {order.is_overall ? RatingMeasure::kOverall : RatingMeasure::kOthers};
  const auto found = std::ranges::find(facts.criteria, order.criterion, &InsightCriterion::id);
  return found == facts.criteria.end() ? RatingMeasure() : RatingMeasure{static_cast<int>(found - facts.criteria.begin())};
}

}  // namespace

InsightPaperWork::InsightPaperWork(const ModelView& view, InsightOrder order, const Language& language, const Formats& formats)
    : view_(view.on_paper()), order_(std::move(order)), language_(language), formats_(formats), collector_(view_) {}

bool InsightPaperWork::step() {
  switch (stage_) {
    case Stage::collect:
      if (collector_.step(view_, kCollectedPerStep)) stage_ = Stage::compare;
      break;
    case Stage::compare: compare(); break;
    case Stage::quality:
      if (quality_->step(view_)) stage_ = Stage::write;
      break;
    case Stage::write:
      written_ = {write(), hand_out_results(view_, std::span<const Review* const>())};
      stage_ = Stage::note;
      break;
    case Stage::note:
      if (note_slice()) stage_ = Stage::done;
      break;
    case Stage::done: break;
  }
  return stage_ == Stage::done;
}

double InsightPaperWork::share() const {
  const auto part_of = [](std::size_t done, std::size_t total) { return total == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(total); };
  const double parts = order_.quality_of ? 3 : 2;
  switch (stage_) {
    case Stage::collect: return part_of(collector_.done(), collector_.total()) / parts;
    case Stage::compare: return 1 / parts;
    case Stage::quality: return (1 + quality_->share()) / parts;
    case Stage::write: return (parts - 1) / parts;
    case Stage::note: return (parts - 1 + part_of(noted_, collector_.facts().rated.size())) / parts;
    case Stage::done: break;
  }
  return 1;
}

Outgoing InsightPaperWork::take() { return std::move(written_); }

void InsightPaperWork::compare() {
  const InsightFacts& facts = collector_.facts();
  board_ = compute_insight_board(view_, facts, order_.within, measure_of(facts, order_));
  stage_ = Stage::write;
  if (const ReviewCycle* cycle = view_.find(order_.quality_of)) {
    quality_.emplace(view_, *cycle, board_.departments);
    stage_ = Stage::quality;
  }
}

std::string InsightPaperWork::write() const {
  const InsightWords words(language_, formats_, view_, collector_.facts(), board_);
  if (quality_) {
    const RatingQuality& quality = quality_->result();
    return order_.table ? encode_insight_csv(words.table(quality, *order_.table))
                        : quality_report_html(words, quality, department() + " · " + view_.find(order_.quality_of)->name, language_, formats_);
  }
  if (!order_.table) return insight_report_html(words, board_, department(), language_, formats_);
  return encode_insight_csv(*order_.table == InsightPart::goals_met ? words.figure_table() : words.table(*order_.table));
}

/// Out: true when all results behind it are noted.
bool InsightPaperWork::note_slice() {
  const InsightFacts& facts = collector_.facts();
  for (const std::size_t end = std::min(noted_ + kNotedPerStep, facts.rated.size()); noted_ < end; ++noted_) {
    const RatedPerson& rated = facts.rated[noted_];
    if (board_.departments.of(rated.person) < 0) continue;
    if (const Review* review = view_.review(rated.person, facts.cycles[static_cast<std::size_t>(rated.cycle)].id)) add_handed_out(view_, *review, written_.edit);
  }
  return noted_ >= facts.rated.size();
}

std::string InsightPaperWork::department() const {
  const Unit* unit = view_.find(order_.within);
  return unit ? unit->name : std::string(language_.tr("insights.all_departments"));
}

Outgoing write_insights(const ModelView& view, const InsightOrder& order, const Language& language, const Formats& formats) {
  InsightPaperWork work(view, order, language, formats);
  while (!work.step()) {
  }
  return work.take();
}

}  // namespace fullcircle
