// One open workspace: its document, the clock that stamps edits, undo, and the store that keeps it. Every change goes through here.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/files/document_reader.h"
#include "app/model_view.h"
#include "app/storage/workspace_store.h"
#include "store/history.h"
#include "store/merge.h"
#include "store/retract.h"
#include "store/undo.h"

namespace fullcircle {

class Session {
 public:
  struct Ports {
    Blobs& blobs;
    Tabs& tabs;
    Clock& clock;
  };

  /// The ports must outlive the session. `on_change`: the save state changed or another tab's edits came in.
  Session(Ports ports, RecordId workspace, Actor actor, std::function<void()> on_change);

  RecordId workspace() const { return workspace_; }
  /// Errors: those of WorkspaceStore::open.
  void open(std::function<void(Result<LoadReport>)> done);

  ModelView& view() { return view_; }
  const ModelView& view() const { return view_; }
  const Document& document() const { return document_; }
  WorkspaceStore& store() { return store_; }
  const WorkspaceStore& store() const { return store_; }

  /// Applies and journals the first records of a new workspace, which are not to be undone.
  void start_with(const Edit& edit);
  /// Applies, journals and remembers for undo, unless it is final. Out: whether anything changed.
  bool apply(const Edit& edit);
  void settle(std::vector<Settlement> settlements);
  void settle_deletion(KindIndex kind, RecordId id, bool keep);
  /// What the other devices call this one in previews and conflicts: whoever uses it. Not journalled; said anew on each opening.
  void name_device(const std::string& name);

  /// The label of what was undone; nullopt when there was nothing.
  std::optional<std::string> undo();
  std::optional<std::string> redo();
  const UndoStack& undo_stack() const { return undo_; }

  /// Applies and journals an edit that is undone as an import is, not as a step. Out: what it wrote, to be given to `retract` later.
  Document take_in(const Edit& edit);
  /// Merges another document in and journals what it added. Out: what it added, to be given to `retract` later.
  Document merge_in(const Document& from);
  /// Takes in what a new workspace begins with, and stores the whole at once. Nothing takes it out again.
  void fill(Document&& from);
  /// Takes an import out again and stores the whole document anew.
  void retract(const Document& added);

 private:
  DocumentAccess access();
  Result<> merge_piece(std::string_view piece, bool is_last);
  /// Puts what was read anew in the place of the document.
  void take_fresh();
  bool keep(Applied&& applied);
  void journal(const Document& delta);

  RecordId workspace_;
  std::function<void()> on_change_;
  Document document_;
  std::optional<Document> fresh_;  ///< being read, because another tab took records out
  std::optional<DocumentReader> incoming_;  ///< a stored document whose last piece is still to come
  ModelView view_;
  StampClock clock_;
  UndoStack undo_;
  WorkspaceStore store_;
};

}  // namespace fullcircle
