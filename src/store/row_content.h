// A row as the plain sets it stands for: what can be united and subtracted.
#pragma once

#include <string>
#include <vector>

#include "store/row_versions.h"

namespace fullcircle {

/// Versions that say nothing are left out.
struct RowContent {
  struct FieldVersions {
    std::string key;
    VersionSet versions;

    bool operator==(const FieldVersions&) const = default;
  };

  std::vector<Stamp> bases;           ///< ascending
  std::vector<FieldVersions> fields;  ///< known ones in table order, then unknown ones by key; none without versions
  std::vector<LifecycleEvent> events;

  bool empty() const { return bases.empty() && fields.empty() && events.empty(); }
  /// Empty when the field has no versions.
  const VersionSet& versions(std::string_view key) const;
  bool operator==(const RowContent&) const = default;
};

RowContent content_of(ConstRowRef row);
/// What `some` holds and `other` does not.
RowContent subtract(const RowContent& some, const RowContent& other);
/// Adds the content to a row, usually an empty one.
void add_content(RowRef row, RowContent&& content);

}  // namespace fullcircle
