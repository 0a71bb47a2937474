#include "app/queries/person_change_words.h"

namespace fullcircle {

bool is_more_than_noise(const PersonChange& change) { return change.is_known() && *change.change.reliable; }

std::string PersonChangeWords::interval(const rating::Interval& interval) const {
  return language_.tr("calibration.edge_to", {{"from", formats_.difference(interval.low, 2)}, {"to", formats_.difference(interval.high, 2)}});
}

std::string PersonChangeWords::sentence(const PersonChange& change) const {
  const std::string difference = formats_.difference(change.difference(), 2);
  if (!change.is_known())
    return language_.tr("person.change_unknown", {{"cycle", change.before.cycle}, {"difference", difference}, {"reason", language_.name_of(change.gap)}});
  return language_.tr(is_more_than_noise(change) ? "person.change_more" : "person.change_within",
                      {{"cycle", change.before.cycle}, {"difference", difference}, {"index", formats_.number(*change.change.index, 1)}});
}

std::vector<std::string> PersonChangeWords::meaning(const PersonChange& change) const {
  if (!change.is_known()) return {};
  std::vector<std::string> sentences{tr(is_more_than_noise(change) ? "person.change_means_more" : "person.change_means_within")};
  if (change.was_low)
    sentences.push_back(language_.tr("person.change_low", {{"mean", formats_.number(change.mean, 2)}, {"expected", formats_.difference(change.expected(), 2)}}));
  return sentences;
}

std::vector<ValueLine> PersonChangeWords::terms(const PersonChange& change) const {
  std::vector<ValueLine> lines;
  const auto add = [&](std::string label, double value, bool strong = false) { lines.push_back({std::move(label), formats_.number(value, 3), strong}); };
  add(language_.tr("person.change_rating", {{"cycle", change.after.cycle}}), *change.after.others);
  add(language_.tr("person.change_rating", {{"cycle", change.before.cycle}}), *change.before.others);
  lines.push_back({tr("insights.column_difference"), formats_.difference(change.difference(), 3), !change.is_known()});
  if (change.spread) add(language_.tr("person.change_spread", {{"count", change.people}, {"cycle", change.before.cycle}}), *change.spread);
  const RatingReliability& reliability = change.reliability;
  if (reliability.people >= kLeastForSpread && reliability.value)
    add(language_.tr("person.change_reliability",
                     {{"cycle", reliability.cycle}, {"count", reliability.people}, {"raters", formats_.number(reliability.raters, 1)}}),
        *reliability.value);
  if (!change.is_known()) return lines;
  const auto& known = change.change;
  add(tr("person.change_error"), known.standard_error);
  add(tr("person.change_difference_error"), known.difference_error);
  lines.push_back({language_.tr("person.change_smallest", {{"quantile", formats_.number(known.smallest_change / known.difference_error, 2)}}),
                   "± " + formats_.number(known.smallest_change, 3)});
  lines.push_back({tr("person.change_interval"), interval(change.interval())});
  lines.push_back({language_.tr("person.change_expected", {{"mean", formats_.number(change.mean, 2)}}), formats_.difference(change.expected(), 2)});
  add(tr("person.change_index"), *known.index, true);
  return lines;
}

std::string PersonChangeWords::method() const { return language_.tr("person.change_how", {{"people", kLeastForSpread}}); }

}  // namespace fullcircle
