// A device in a test: its copy of the document, a clock that the test moves, and what its journal would hold.
#pragma once

#include <memory>

#include "store/history.h"
#include "store/merge.h"
#include "store/retract.h"
#include "store/undo.h"

namespace fullcircle::test {

/// 2026-11-19T00:00Z, in milliseconds.
inline constexpr std::int64_t kStartMs = 1'795'046'400'000;

class Device {
 public:
  explicit Device(Actor actor, std::int64_t now_ms = kStartMs)
      : now_ms_(std::make_shared<std::int64_t>(now_ms)), clock_(actor, [now = now_ms_] { return Instant{*now}; }) {}

  Document document;
  std::vector<Document> journal;  ///< replayed into an empty document, it gives `document`

  void wait_ms(std::int64_t ms) { *now_ms_ += ms; }
  StampClock& clock() { return clock_; }

  /// As the app does it: apply, journal, remember for undo.
  Stamp apply(const Edit& edit) { return keep(fullcircle::apply(document, clock_, edit)); }
  Stamp keep(Applied&& applied) {
    const Stamp stamp = applied.undo.stamp;
    undo_.push(std::move(applied.undo));
    journal.push_back(std::move(applied.delta));
    return stamp;
  }
  std::optional<UndoStack::Outcome> undo() { return journalled(undo_.undo(document, clock_)); }
  std::optional<UndoStack::Outcome> redo() { return journalled(undo_.redo(document, clock_)); }
  UndoStack& undo_stack() { return undo_; }

  void receive(const Document& from) {
    journal.push_back(compute_missing(document, from));
    clock_.observe(from.greatest_stamp());
    merge(document, from);
  }

  template <class Entity>
  Stamp create(const Entity& entity) {
    Edit edit("edit.create");
    edit.create(entity);
    return apply(edit);
  }
  template <class Entity>
  Stamp update(const Entity& entity) {
    Edit edit("edit.update");
    edit.update(entity);
    return apply(edit);
  }
  template <class Entity>
  Stamp erase(Id<Entity> id) {
    Edit edit("edit.erase");
    edit.erase(id);
    return apply(edit);
  }
  /// Sets one member of a record that is there.
  template <class Entity, class Member, class Content>
  Stamp set(Id<Entity> id, Member Entity::* member, Content content) {
    Entity changed = *document.table<Entity>().find(id);
    changed.*member = std::move(content);
    return update(changed);
  }

 private:
  std::optional<UndoStack::Outcome> journalled(std::optional<UndoStack::Outcome> outcome) {
    if (outcome) journal.push_back(outcome->delta);
    return outcome;
  }

  std::shared_ptr<std::int64_t> now_ms_;
  StampClock clock_;
  UndoStack undo_;
};

template <class Entity>
Id<Entity> make_id(std::uint16_t number) {
  return Id<Entity>(RecordId{0x0123'4567'89ab'cdef, number});
}

inline Person make_person(std::uint16_t number, std::string name) {
  Person person{.id = make_id<Person>(number)};
  person.name = std::move(name);
  return person;
}

inline Document merged(const Document& some, const Document& other) {
  Document both = some;
  merge(both, other);
  return both;
}

}  // namespace fullcircle::test
