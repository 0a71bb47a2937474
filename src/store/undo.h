// Undo and redo. Undoing writes the old values as a new edit, so it merges like any other.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/edit.h"

namespace fullcircle {

/// What an undo left alone, because something was written there since.
struct SkippedUndo {
  KindIndex kind = 0;
  RecordId id;
  std::string_view field_key;  ///< empty: the creation or deletion of the record
};

struct UndoPlan {
  Edit edit;
  std::vector<SkippedUndo> skipped;
};

/// The edit that turns back what `step` wrote, where the document still holds it.
UndoPlan plan_undo(const Document& document, const UndoStep& step);

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
  /// After a workspace was closed or replaced.
  void clear();

 private:
  static constexpr std::size_t kMostSteps = 500;

  std::vector<UndoStep> done_;
  std::vector<UndoStep> undone_;
};

}  // namespace fullcircle
