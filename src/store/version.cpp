#include "store/version.h"

#include <algorithm>
#include <iterator>

namespace fullcircle {
namespace {

bool names(const std::vector<Stamp>& stamps, Stamp stamp) { return std::ranges::binary_search(stamps, stamp); }

bool has_twin(const VersionSet& versions, const Version& version) {
  return std::ranges::any_of(versions, [&](const Version& other) { return other.stamp == version.stamp && other.value != version.value; });
}

bool is_replaced(const VersionSet& versions, const Version& version) {
  const bool twin = has_twin(versions, version);
  return std::ranges::any_of(versions, [&](const Version& later) {
    if (later.stamp <= version.stamp) return false;
    return (later.previous == version.stamp && !twin) || names(later.settled, version.stamp);
  });
}

}  // namespace

std::strong_ordering Version::operator<=>(const Version& other) const {
  if (const auto order = stamp <=> other.stamp; order != 0) return order;
  if (const auto order = value <=> other.value; order != 0) return order;
  if (const auto order = previous <=> other.previous; order != 0) return order;
  return settled <=> other.settled;
}

void unite(VersionSet& into, VersionSet&& from) {
  VersionSet both;
  both.reserve(into.size() + from.size());
  std::ranges::set_union(std::make_move_iterator(into.begin()), std::make_move_iterator(into.end()), std::make_move_iterator(from.begin()),
                         std::make_move_iterator(from.end()), std::back_inserter(both), std::ranges::greater{});
  into = std::move(both);
}

std::vector<const Version*> heads_of(const VersionSet& versions) {
  std::vector<const Version*> heads;
  for (const Version& version : versions)
    if (!is_replaced(versions, version)) heads.push_back(&version);
  return heads;
}

std::vector<const Version*> conflicts_of(const VersionSet& versions) {
  std::vector<const Version*> conflicts;
  if (versions.empty()) return conflicts;
  for (const Version* head : heads_of(versions)) {
    const auto same_value = [&](const Version* other) { return other->value == head->value; };
    if (head->value != versions.front().value && std::ranges::none_of(conflicts, same_value)) conflicts.push_back(head);
  }
  return conflicts;
}

}  // namespace fullcircle
