// Changing a document: a step of one or more records that is applied, journalled and undone as one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/document.h"

namespace fullcircle {

/// What one edit does to one record.
struct RecordEdit {
  struct FieldValue {
    std::uint16_t field = 0;
    Value value;
  };

  KindIndex kind = 0;
  RecordId id;
  bool creates = false;
  bool erases = false;
  bool restores = false;
  Stamp takes_back;  ///< with `restores`: only this erase; none: all
  std::vector<FieldValue> fields;  ///< ascending by field id
};

/// Collects what a step changes; nothing happens until it is applied.
class Edit {
 public:
  /// `label_key` names the step in the language files: "edit.goal.agree".
  explicit Edit(std::string label_key = {}) : label_key_(std::move(label_key)) {}

  /// A new record; its id must be drawn. On an id that exists it updates, and restores what was deleted.
  template <class Entity>
  void create(const Entity& entity) {
    create(kKindIndex<Entity>, entity.id, &entity);
  }
  /// Sets the fields in which `entity` differs from the document at the time of apply.
  template <class Entity>
  void update(const Entity& entity) {
    update(kKindIndex<Entity>, entity.id, nullptr, &entity);
  }
  /// Sets the fields in which `after` differs from `before`: for a form that was open for a while, so that what
  /// came in meanwhile is not turned back.
  template <class Entity>
  void update(const Entity& before, const Entity& after) {
    update(kKindIndex<Entity>, after.id, &before, &after);
  }
  template <class Entity>
  void erase(Id<Entity> id) {
    erase(kKindIndex<Entity>, id);
  }
  template <class Entity>
  void restore(Id<Entity> id) {
    restore(kKindIndex<Entity>, id);
  }

  void erase(KindIndex kind, RecordId id);
  void restore(KindIndex kind, RecordId id, Stamp only_this_erase = {});
  void set(KindIndex kind, RecordId id, std::uint16_t field, Value value) { set(record_of(kind, id), field, std::move(value)); }

  /// It notes what has happened outside: neither it nor an earlier step on its records is to be undone, even where it sets nothing.
  void make_final() { is_final_ = true; }

  const std::string& label_key() const { return label_key_; }
  bool is_final() const { return is_final_; }
  bool empty() const { return records_.empty(); }
  const std::vector<RecordEdit>& records() const { return records_; }

 private:
  void create(KindIndex kind, RecordId id, const void* entity);
  /// Sets all fields when there is no `before`.
  void update(KindIndex kind, RecordId id, const void* before, const void* after);
  RecordEdit& record_of(KindIndex kind, RecordId id);
  static void set(RecordEdit& record, std::uint16_t field, Value value);

  std::string label_key_;
  bool is_final_ = false;
  std::vector<RecordEdit> records_;
  std::map<std::pair<KindIndex, RecordId>, std::size_t> places_;
};

/// What an applied edit wrote and what was there before. Confirming a record that was edited while deleted is not in it:
/// that changes nothing anybody sees.
struct UndoRecord {
  KindIndex kind = 0;
  RecordId id;
  bool created = false;
  bool erased = false;
  bool restored = false;
  Stamp erase_before;  ///< with `restored`: the last erase it took back
  struct FieldBefore {
    std::uint16_t field = 0;
    Value value;
    Stamp stamp;  ///< of that value; none when the record was new
  };
  std::vector<FieldBefore> before;  ///< ascending by field id
};
struct UndoStep {
  std::string label_key;
  Stamp stamp;  ///< of everything the edit wrote
  std::vector<UndoRecord> records;

  bool empty() const { return records.empty(); }
};

struct Applied {
  Document delta;  ///< only what the edit wrote: what the journal keeps
  UndoStep undo;
};

/// Applies the edit as one step, under one stamp. Nothing can fail: a value already there, and an update, erase or restore of a record
/// that is not there (or is deleted, or is not), do nothing.
Applied apply(Document& document, StampClock& clock, const Edit& edit);

}  // namespace fullcircle
