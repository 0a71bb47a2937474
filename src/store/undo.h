// Undo and redo. Undoing writes the old values as a new edit, so it merges like any other. Undoing a settlement writes all its
// sides again, so that they stand side by side as before.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/edit.h"

namespace fullcircle {

/// What an undo left alone, because somebody else wrote there since.
struct SkippedUndo {
  KindIndex kind = 0;
  RecordId id;
  std::string_view field_key;  ///< empty: the creation or deletion of the record
};

class UndoStack {
 public:
  struct Outcome {
    Document delta;
    std::string label_key;
    std::vector<SkippedUndo> skipped;
  };

  /// Remembers an applied edit; what could be redone is forgotten. Steps that wrote nothing are not remembered.
  void push(UndoStep&& step);
  /// nullopt when there is nothing to undo.
  std::optional<Outcome> undo(Document& document, StampClock& clock);
  std::optional<Outcome> redo(Document& document, StampClock& clock);

  /// The label of what would be undone or redone; nullptr when there is nothing.
  const std::string* undo_label() const { return done_.empty() ? nullptr : &done_.back().label_key; }
  const std::string* redo_label() const { return undone_.empty() ? nullptr : &undone_.back().label_key; }
  /// What was done to the record until now stays.
  void forget(KindIndex kind, RecordId id);
  /// After a workspace was closed or replaced.
  void clear();

 private:
  static constexpr std::size_t kMostSteps = 500;
  /// A field in which values stood side by side: what is taken back had settled them or came to show the same as one of them,
  /// or what is repeated settles them again.
  struct Resettling {
    KindIndex kind = 0;
    RecordId id;
    std::uint16_t field = 0;
    Value value;                  ///< to show
    UndoRecord::FieldBefore shown;  ///< shows now
    std::vector<Version> beside;  ///< taking back: what stands beside it again
    std::vector<Stamp> settled;   ///< repeating: what no longer does
    bool is_one = false;          ///< false: an edit like any other does
  };
  struct Plan {
    Edit edit;
    std::vector<Resettling> resettlings;
    std::vector<SkippedUndo> skipped;
  };
  struct FieldPlace {
    KindIndex kind = 0;
    RecordId id;
    std::uint16_t field = 0;
    Stamp stamp;
    auto operator<=>(const FieldPlace&) const = default;
  };

  std::optional<Outcome> turn_back(Document& document, StampClock& clock, std::vector<UndoStep>& from, std::vector<UndoStep>& to);
  Plan plan(const Document& document, const UndoStep& step) const;
  void plan_record(const Document& document, const UndoStep& step, const UndoRecord& record, Plan& plan) const;
  Resettling resettling(ConstRowRef row, const UndoRecord& record, const UndoRecord::FieldBefore& before, Stamp written) const;
  /// Writes what is to stand beside the shown values again. Before the edit, so that a deletion in it has seen them.
  Document revive(Document& document, StampClock& clock, const std::vector<Resettling>& fields);
  static void resettle(Document& document, Applied& applied, Resettling&& field);
  void remember_stand_ins(const UndoStep& undone, Stamp rewritten_as);
  bool still_holds(FieldPlace shown, Stamp written) const;
  /// The stamp under which the value stood before any undo wrote it again.
  Stamp original_of(FieldPlace place) const;
  /// The erase of that step, or the one by which an undo repeated it; none when it was taken back.
  Stamp erase_in_force(const RowState& row, const UndoRecord& record, Stamp written) const;
  bool is_untouched_since(ConstRowRef row, KindIndex kind, RecordId id, Stamp written) const;

  std::vector<UndoStep> done_;
  std::vector<UndoStep> undone_;
  /// A value or deletion an undo wrote again, and the stamp under which it stood before: for earlier steps it is still theirs.
  std::map<FieldPlace, Stamp> stand_ins_;
  /// Where taking back a settlement wrote the shown value again, and under which stamp it wrote what stands beside it.
  std::map<FieldPlace, Stamp> revived_;
};

}  // namespace fullcircle
