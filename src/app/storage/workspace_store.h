// One workspace on this device: loads it, saves every edit, says whether it is saved. Knows documents only as bytes.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports.h"
#include "app/storage/load_report.h"
#include "app/storage/snapshot.h"

namespace fullcircle {

/// Whether everything the person did is on the disk.
enum class SaveStatus : std::uint8_t { saved, saving, not_saved };

/// Whether this tab may edit. `reading` means another tab does; `too_new` means a newer program wrote here.
enum class StoreMode : std::uint8_t { closed, opening, writing, reading, too_new };

struct SaveState {
  SaveStatus status = SaveStatus::saved;
  StoreMode mode = StoreMode::closed;
  std::optional<Error> reason;  ///< why not saved; it is tried again by itself
  std::optional<double> fraction;  ///< of a loading, or of a saving, that takes several turns of the page; from 0 to 1
};

/// How the store reaches the document, which the session owns.
struct DocumentAccess {
  /// Merges stored bytes into the document. Called for each stored document, in any order, also for what another tab saved. A long
  /// one comes in several pieces, one after the other; after an error the rest of it does not come.
  MergePiece merge;
  WriteParts write_parts;
  /// Another tab took records out again: what is merged from here on makes a new document, which takes the place of the present one
  /// at the next on_merged. May be called again before that. Without it nothing that was merged ever goes.
  std::function<void()> on_start_over;
  /// state() has changed.
  std::function<void()> on_state;
  /// Another tab's edits have been merged into the document.
  std::function<void()> on_merged;
};

/// Saves by itself 400 ms after an edit. "Saved" is said only when the disk has it; what could not be saved stays
/// queued and is tried again. Nothing stored is ever changed in place. The format is in FORMAT.md beside this file.
class WorkspaceStore {
 public:
  /// The ports must outlive the store.
  WorkspaceStore(Blobs& blobs, Tabs& tabs, Clock& clock, DocumentAccess document);
  ~WorkspaceStore();
  WorkspaceStore(const WorkspaceStore&) = delete;
  WorkspaceStore& operator=(const WorkspaceStore&) = delete;

  /// Loads the workspace. Until `done`, nothing may be appended. An unknown id starts an empty workspace.
  /// Errors: error.storage.unavailable and what else reading can meet. Damage is no error: see LoadReport.
  void open(std::string workspace_id, std::function<void(Result<LoadReport>)> done);

  /// Queues an edit (the partial document with what is new) that the session has already merged into the document.
  /// Also accepted while another tab writes: it stays queued, shows as not saved, and is saved after take_over().
  void append(std::string document);

  /// Records were taken out of the document: the next save writes all of it anew, and the other tabs begin anew with that.
  void save_whole();

  const SaveState& state() const;

  /// Sends everything queued to the disk now: when the page is hidden or goes away, before a backup or an export.
  void flush();

  /// Saves what is queued and lets go of the workspace. On an error it stays open, with the edits queued.
  void close(std::function<void(Result<>)> done);

  /// "Edit here": becomes the tab that writes.
  void take_over();

  /// About what the workspace takes on the disk.
  std::size_t byte_count() const;

  /// The bytes of a part that was set aside. Errors: error.storage.missing and what else reading can meet.
  void read_set_aside(std::string name, std::function<void(Result<std::string>)> done);
  /// Removes what was kept: the person has downloaded it or does not want it.
  void discard_set_aside(std::function<void(Result<>)> done);

 private:
  class State;
  std::shared_ptr<State> state_;  // shared with the calls under way, which outlive the store
};

}  // namespace fullcircle
