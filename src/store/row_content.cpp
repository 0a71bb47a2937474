#include "store/row_content.h"

#include <algorithm>
#include <iterator>

namespace fullcircle {
namespace {

template <class List, class Order = std::ranges::less>
List difference(const List& some, const List& other, Order order = {}) {
  List rest;
  std::ranges::set_difference(some, other, std::back_inserter(rest), order);
  return rest;
}

}  // namespace

const VersionSet& RowContent::versions(std::string_view key) const {
  static const VersionSet kNone;
  const auto at = std::ranges::find(fields, key, &FieldVersions::key);
  return at == fields.end() ? kNone : at->versions;
}

RowContent content_of(ConstRowRef row) {
  RowContent content;
  for (const FieldAccess& field : row.fields) {
    VersionSet versions = versions_of(row, field);
    std::erase_if(versions, [&](const Version& version) { return says_nothing(field, version); });
    if (!versions.empty()) content.fields.push_back({std::string(field.key), std::move(versions)});
  }
  if (row.state.detail) {
    for (const UnknownField& field : row.state.detail->unknown) content.fields.push_back({field.key, field.versions});
    content.events = row.state.detail->events;
    content.bases = row.state.detail->other_bases;
  }
  if (!row.state.is_partial()) content.bases.push_back(row.state.base);
  return content;
}

RowContent subtract(const RowContent& some, const RowContent& other) {
  RowContent rest;
  rest.bases = difference(some.bases, other.bases);
  rest.events = difference(some.events, other.events);
  for (const auto& field : some.fields) {
    VersionSet versions = difference(field.versions, other.versions(field.key), std::ranges::greater{});
    if (!versions.empty()) rest.fields.push_back({field.key, std::move(versions)});
  }
  return rest;
}

void add_content(RowRef row, RowContent&& content) {
  for (Stamp base : content.bases) add_base(row, base);
  for (auto& field : content.fields)
    for (Version& version : field.versions) add_version(row, field.key, std::move(version));
  for (LifecycleEvent& event : content.events) add_event(row, std::move(event));
}

}  // namespace fullcircle
