// Keeps a team in step with the copies of it that lie in a folder: reads those of others, writes one's own.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/ports.h"
#include "app/sharing/folders.h"
#include "store/document.h"

namespace fullcircle {

/// What became of a file in the folder. The last three are left alone.
enum class FolderOutcome : std::uint8_t { own, nothing_new, merged, offered, other_team, locked, unreadable };

struct FolderLine {
  std::string name;
  FolderOutcome outcome = FolderOutcome::unreadable;
  Error problem;  ///< why it was left alone; for merged and offered none
};

struct SharedFolderState {
  enum class Access : std::uint8_t { none, must_be_allowed, open };
  Access access = Access::none;
  std::string folder;                ///< its name
  std::string own_file;
  bool is_looking = false;
  std::optional<Instant> looked_at;
  std::optional<Instant> written_at;
  std::vector<FolderLine> files;     ///< of the last look, in the folder's order
  std::optional<Error> problem;      ///< why the last look or the last writing failed
};

/// What the folder needs from the team that is open.
struct SharedTeam {
  std::function<bool()> may_write;                                          ///< this tab is the one that edits
  std::function<FolderOutcome(const std::string& name, Document&&)> take;   ///< merges or offers a copy of this team
  std::function<void()> on_looked;                                          ///< all that was new has been taken
  std::function<std::string()> encode;                                      ///< the whole team as a file
  std::function<std::uint64_t()> revision;                                  ///< raised by every change
  std::function<std::vector<std::string>()> identities;                     ///< keys of this device
  std::function<void()> on_change;                                          ///< state() is different
};

class SharedFolder : public std::enable_shared_from_this<SharedFolder> {
 public:
  struct Ports {
    Folders& folders;
    Encryption& encryption;
    Clock& clock;
  };

  /// The ports must outlive it, and so must the team; whoever lets go of it ends what is under way.
  SharedFolder(Ports ports, std::string key, std::string own_file, RecordId workspace, SharedTeam team);

  const SharedFolderState& state() const { return state_; }

  /// Finds the folder chosen before and looks into it.
  void recall();
  /// The person chooses a folder. `done` hears whether they did.
  void choose(std::function<void(bool)> done);
  /// The person allows the use of the folder again.
  void allow();
  /// Reads what is new or different since the last look; everything when the person asks for it.
  void look(bool everything);
  /// The team was saved: the own copy follows when nothing more comes for some seconds, at once when the page is hidden.
  void note_saved();
  void write_now();
  void leave();

 private:
  void take_access(Result<std::string> name);
  void take_list(std::vector<FolderFile> files, bool everything);
  void read_next();
  void take_bytes(Result<std::string> bytes);
  void take_copy(std::string_view bytes);
  void end_file(FolderOutcome outcome, Error problem = {});
  void finish();
  void write();
  void fail_with(const Error& error);

  template <class Function>
  auto later(Function function) {
    return [weak = weak_from_this(), function = std::move(function)](auto&&... arguments) {
      if (const auto self = weak.lock()) function(*self, std::forward<decltype(arguments)>(arguments)...);
    };
  }

  Ports ports_;
  const std::string key_;
  const RecordId workspace_;
  const SharedTeam team_;
  SharedFolderState state_;
  std::vector<FolderFile> seen_;       ///< as they were when they were read
  std::deque<FolderFile> queue_;       ///< to be read; the first is under way
  bool must_look_again_ = false;
  bool is_writing_ = false;
  bool write_is_due_ = false;          ///< a timer runs
  std::uint64_t written_revision_ = 0;
  std::string written_digest_;         ///< of the own copy as it lies in the folder
};

}  // namespace fullcircle
