// A record as it is stored: the typed entity as it shows, and beside it whatever else is known about its fields.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/id.h"
#include "store/lifecycle.h"
#include "store/version.h"

namespace fullcircle {

/// A heap value that copies with its owner; one word when absent.
template <class T>
class Boxed {
 public:
  Boxed() = default;
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(Boxed&&) noexcept = default;
  Boxed(const Boxed& other) : content_(other ? std::make_unique<T>(*other) : nullptr) {}
  Boxed& operator=(const Boxed& other) {
    if (this != &other) content_ = other ? std::make_unique<T>(*other) : nullptr;
    return *this;
  }

  explicit operator bool() const { return content_ != nullptr; }
  T& operator*() { return *content_; }
  const T& operator*() const { return *content_; }
  T* operator->() { return content_.get(); }
  const T* operator->() const { return content_.get(); }
  T& get_or_make() {
    if (!content_) content_ = std::make_unique<T>();
    return *content_;
  }
  void reset() { content_.reset(); }

 private:
  std::unique_ptr<T> content_;
};

/// The versions of a known field. The value that shows is in the entity; `stamp`, `previous` and `settled` are its.
struct FieldState {
  std::uint16_t field = 0;
  Stamp stamp;
  Stamp previous;
  std::vector<Stamp> settled;
  bool is_raw = false;  ///< this program cannot read the value that shows: it is `raw`, and the entity has the default
  Value raw;
  VersionSet older;     ///< all other versions, greatest first

  bool operator==(const FieldState&) const = default;
};

/// A field only a newer program knows, by its JSON key: all its versions, greatest first.
struct UnknownField {
  std::string key;
  VersionSet versions;

  bool operator==(const UnknownField&) const = default;
};

/// What most records do not have: edits, unknown keys, deletion.
struct RowDetail {
  std::vector<FieldState> fields;      ///< ascending by field id
  std::vector<UnknownField> unknown;   ///< ascending by key
  std::vector<LifecycleEvent> events;  ///< ascending
  std::vector<Stamp> other_bases;      ///< the record was created more than once: the lesser bases, ascending
  Life life = Life::alive;             ///< follows from the rest; kept so that reading is quick

  bool operator==(const RowDetail&) const = default;
};

/// What a row knows besides the entity.
///
/// `base` is the stamp of the creation. A row with a base asserts every field at that stamp, except those listed in
/// `detail->fields`. A field left at its default says nothing: any other version of that stamp takes its place.
/// A row without a base is partial (an edit's delta, a journal segment, a file made for one recipient): it asserts only the listed fields.
struct RowState {
  Stamp base;
  Boxed<RowDetail> detail;

  RowState() = default;
  explicit RowState(Stamp created) : base(created) {}
  RowState(const RowState& other);
  RowState(RowState&&) noexcept = default;
  RowState& operator=(const RowState& other);
  RowState& operator=(RowState&&) noexcept;
  ~RowState();

  bool is_partial() const { return base.is_none(); }
  bool has_base(Stamp stamp) const;
  /// A partial row that lists nothing is no record: nobody has said anything about it.
  Life life() const { return detail ? detail->life : is_partial() ? Life::deleted : Life::alive; }
  bool is_alive() const { return life() != Life::deleted; }
  /// nullptr when the field has the one version of the base, or none.
  const FieldState* find_state(std::uint16_t field) const;
  bool operator==(const RowState& other) const;
};

template <class Entity>
struct Row : RowState {
  Entity entity;

  Row() = default;
  explicit Row(Entity record, Stamp created = {}) : RowState(created), entity(std::move(record)) {}
};

/// Whether nobody has said anything about the record: no creation, field or deletion.
inline bool says_nothing(const RowState& row) { return row.is_partial() && !row.detail; }
/// The stamp of the value that shows; none in a partial row that does not list the field.
Stamp shown_stamp(const RowState& row, std::uint16_t field);
/// The greatest stamp anywhere in the row.
Stamp greatest_stamp(const RowState& row);

}  // namespace fullcircle
