#include "app/sharing/shared_folder.h"

#include <algorithm>

#include "app/files/document_writer.h"
#include "exchange/file_kind.h"
#include "model/sha256.h"

namespace fullcircle {
namespace {

/// Long enough that a sentence is written as one change, short enough that nobody waits for it.
constexpr int kWriteDelay_ms = 4000;

}  // namespace

SharedFolder::SharedFolder(Ports ports, std::string key, std::string own_file, RecordId workspace, SharedTeam team)
    : ports_(ports), key_(std::move(key)), workspace_(workspace), team_(std::move(team)) {
  state_.own_file = std::move(own_file);
}

// ---- which folder ----

void SharedFolder::recall() { ports_.folders.recall(key_, later([](SharedFolder& self, Result<std::string> name) { self.take_access(std::move(name)); })); }

void SharedFolder::allow() { ports_.folders.ask(key_, later([](SharedFolder& self, Result<std::string> name) { self.take_access(std::move(name)); })); }

void SharedFolder::choose(std::function<void(bool)> done) {
  ports_.folders.choose(key_, later([done = std::move(done)](SharedFolder& self, Result<std::string> name) {
    const bool is_cancelled = !name && name.error().code == "error.folder.cancelled";
    if (!is_cancelled) {
      self.seen_.clear();
      self.written_digest_.clear();
      self.take_access(std::move(name));
    }
    done(self.state_.access == SharedFolderState::Access::open);
  }));
}

void SharedFolder::take_access(Result<std::string> name) {
  if (!name) return fail_with(name.error());
  state_.access = SharedFolderState::Access::open;
  state_.folder = std::move(*name);
  state_.problem.reset();
  look(true);
  team_.on_change();
}

void SharedFolder::leave() {
  ports_.folders.forget(key_);
  state_ = {.own_file = state_.own_file};
  queue_.clear();
  team_.on_change();
}

// ---- looking ----

void SharedFolder::look(bool everything) {
  if (state_.access != SharedFolderState::Access::open || !team_.may_write()) return;
  if (state_.is_looking) {
    must_look_again_ = true;
    return;
  }
  state_.is_looking = true;
  ports_.folders.list(key_, later([everything](SharedFolder& self, Result<std::vector<FolderFile>> files) {
    files ? self.take_list(std::move(*files), everything) : self.fail_with(files.error());
  }));
  team_.on_change();
}

void SharedFolder::take_list(std::vector<FolderFile> files, bool everything) {
  if (!state_.is_looking) return;  // left meanwhile
  std::vector<FolderLine> lines;
  for (const FolderFile& file : files) {
    const auto before = std::ranges::find(state_.files, file.name, &FolderLine::name);
    lines.push_back(before != state_.files.end() ? *before : FolderLine{.name = file.name, .problem = {}});
    if (everything || !std::ranges::contains(seen_, file)) queue_.push_back(file);
  }
  std::erase_if(seen_, [&](const FolderFile& file) { return !std::ranges::contains(files, file.name, &FolderFile::name); });
  state_.files = std::move(lines);
  read_next();
}

void SharedFolder::read_next() {
  if (queue_.empty()) return finish();
  ports_.folders.read(key_, queue_.front().name, later([](SharedFolder& self, Result<std::string> bytes) { self.take_bytes(std::move(bytes)); }));
}

void SharedFolder::take_bytes(Result<std::string> bytes) {
  if (queue_.empty()) return;  // left meanwhile
  if (!bytes) return end_file(FolderOutcome::unreadable, bytes.error());
  if (queue_.front().name == state_.own_file) written_digest_ = to_hex(sha256(*bytes));
  if (detect_file_kind(*bytes) != FileKind::encrypted) return take_copy(*bytes);
  ports_.encryption.decrypt(std::move(*bytes), {.keys = team_.identities(), .passphrase = {}},
                            {.on_progress = {}, .done = later([](SharedFolder& self, Result<std::string> opened) {
                               if (self.queue_.empty()) return;
                               opened ? self.take_copy(*opened) : self.end_file(FolderOutcome::locked, opened.error());
                             })});
}

void SharedFolder::take_copy(std::string_view bytes) {
  auto document = read_document(bytes);
  if (!document) return end_file(FolderOutcome::unreadable, document.error());
  if (document->workspace() != workspace_) return end_file(FolderOutcome::other_team);
  const bool is_own = queue_.front().name == state_.own_file;
  if (!team_.may_write()) {  // another tab took over meanwhile
    queue_.clear();
    return finish();
  }
  const FolderOutcome outcome = team_.take(queue_.front().name, std::move(*document));
  end_file(is_own && outcome == FolderOutcome::nothing_new ? FolderOutcome::own : outcome);
}

void SharedFolder::end_file(FolderOutcome outcome, Error problem) {
  FolderFile file = std::move(queue_.front());
  queue_.pop_front();
  const auto line = std::ranges::find(state_.files, file.name, &FolderLine::name);
  if (line != state_.files.end()) *line = {file.name, outcome, std::move(problem)};
  std::erase_if(seen_, [&](const FolderFile& one) { return one.name == file.name; });
  seen_.push_back(std::move(file));
  read_next();
}

void SharedFolder::finish() {
  state_.is_looking = false;
  state_.problem.reset();
  state_.looked_at = ports_.clock.now();
  if (team_.may_write()) team_.on_looked();
  team_.on_change();
  if (std::exchange(must_look_again_, false)) return look(false);
  write();
}

// ---- the own copy ----

void SharedFolder::note_saved() {
  if (state_.access != SharedFolderState::Access::open || write_is_due_ || team_.revision() == written_revision_) return;
  write_is_due_ = true;
  ports_.clock.call_after(kWriteDelay_ms, later([](SharedFolder& self) {
    self.write_is_due_ = false;
    self.write();
  }));
}

void SharedFolder::write_now() { write(); }

void SharedFolder::write() {
  if (state_.access != SharedFolderState::Access::open || state_.is_looking || is_writing_ || !team_.may_write()) return;
  const std::uint64_t revision = team_.revision();
  if (revision == written_revision_) return;
  const std::string bytes = team_.encode();
  std::string digest = to_hex(sha256(bytes));
  if (digest == written_digest_) {
    written_revision_ = revision;
    return;
  }
  is_writing_ = true;
  ports_.folders.write(key_, state_.own_file, bytes, later([revision, digest](SharedFolder& self, Result<FolderFile> file) {
    self.is_writing_ = false;
    if (!file) return self.fail_with(file.error());
    self.written_revision_ = revision;
    self.written_digest_ = digest;
    self.state_.written_at = self.ports_.clock.now();
    std::erase_if(self.seen_, [&](const FolderFile& one) { return one.name == file->name; });
    if (!std::ranges::contains(self.state_.files, file->name, &FolderLine::name)) self.state_.files.push_back({file->name, FolderOutcome::own, {}});
    self.seen_.push_back(std::move(*file));
    self.state_.problem.reset();
    self.note_saved();  // what was changed meanwhile
    self.team_.on_change();
  }));
}

void SharedFolder::fail_with(const Error& error) {
  state_.is_looking = must_look_again_ = false;
  queue_.clear();
  if (error.code == "error.folder.not_allowed") {
    state_.access = SharedFolderState::Access::must_be_allowed;
    if (!error.detail.empty()) state_.folder = error.detail;
  }
  state_.problem = error;
  team_.on_change();
}

}  // namespace fullcircle
