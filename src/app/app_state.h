// What screens read about the app itself: storage, workspaces, preferences, imports. The team's data is in ModelView.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/files/file_contents.h"
#include "app/intents.h"
#include "app/queries/merge_preview.h"
#include "app/queries/signature_check.h"
#include "app/sharing/shared_folder.h"
#include "app/storage/device_record.h"
#include "app/storage/workspace_store.h"

namespace fullcircle {

/// Work that has taken more than a moment already; CancelWork ends it.
struct WorkInProgress {
  std::string label_key;
  std::string name;     ///< of a file or a team; may be empty
  double fraction = 0;  ///< from 0 to 1
  bool can_cancel = true;  ///< false: it has come to where it must be ended
};

/// A file that only its passphrase opens.
struct PassphraseQuestion {
  std::string file;
  bool is_wrong = false;  ///< the last one given was not the right one
};

/// A file of the open team, waiting for the person to say whether it is merged.
struct MergeOffer {
  std::string file;
  MergePreview preview;
};

/// A file that is ready to be saved, or several at once, with what is in it.
struct ExportOffer {
  std::string file;           ///< its name, or how many there are
  FileContents contents;
  std::string recipient{};      ///< name of who it is for
  std::string recipient_key{};  ///< "age1…", when one is known for them
  std::size_t waiting = 0;    ///< files for others, offered after this one
  bool can_be_protected = true;
  ExportProtection suggested = ExportProtection::none;
  std::uint64_t number = 0;   ///< tells offers apart
};

struct AppState {
  enum class Phase : std::uint8_t { starting, first_run, open, failed, locked };
  Phase phase = Phase::starting;
  std::optional<Error> failure;            ///< why nothing could be opened

  SaveState save;
  std::optional<Instant> last_backup;
  std::optional<LoadReport> load_report;   ///< of the last opening, when something was set aside
  std::optional<Blobs::Estimate> storage;
  bool storage_is_persistent = false;

  bool is_lock_on = false;                 ///< what is stored on this device is encrypted
  std::optional<Error> lock_problem;       ///< why the last passphrase for the lock did not do
  std::uint64_t lock_changes = 0;          ///< raised when the lock was switched on or off or its passphrase changed

  std::vector<WorkspaceEntry> workspaces;
  RecordId open_workspace;
  Preferences preferences;

  std::optional<MergeOffer> merge_offer;
  std::uint64_t merge_offer_number = 0;    ///< raised with each offer
  std::optional<ImportLog> last_import;    ///< also from before the last start, while it can be undone
  std::optional<ExportOffer> export_offer;
  bool can_undo_import = false;
  std::string people_table;                ///< a table somebody opened, until People has imported or dismissed it
  std::optional<WorkInProgress> work;
  std::optional<PassphraseQuestion> passphrase_question;
  std::vector<DeviceKey> keys;             ///< of this device, the one in use first
  SharedFolderState shared_folder;         ///< of the open team
  bool has_folders = false;                ///< the browser can open a folder

  KeyChecks key_checks;                    ///< of the signatures somebody has looked at

  std::string undo_label, redo_label;      ///< label keys of what would be undone; empty: nothing
};

}  // namespace fullcircle
