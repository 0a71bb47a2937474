#include "app/storage/workspace_store.h"

#include <utility>

#include "app/storage/stored_names.h"
#include "app/storage/workspace_reader.h"
#include "app/storage/workspace_writer.h"

namespace fullcircle {

/// What ties reading, writing and the other tabs together. The roles: `may_write_` is what the tabs agreed on; the
/// writer has claimed the folder once its mark is on the disk, and only then anything is saved.
class WorkspaceStore::State : public std::enable_shared_from_this<State> {
 public:
  State(Blobs& blobs, Tabs& tabs, Clock& clock, DocumentAccess access)
      : blobs_(blobs), tabs_(tabs), clock_(clock), access_(std::move(access)) {}

  void open(std::string id, std::function<void(Result<LoadReport>)> done);
  void close(std::function<void(Result<>)> done);
  void leave();
  void take_over();
  void read_set_aside(std::string name, std::function<void(Result<std::string>)> done);
  void discard_set_aside(std::function<void(Result<>)> done);
  std::size_t byte_count() const;

  std::shared_ptr<WorkspaceWriter> writer;
  SaveState shown;

 private:
  Tabs::Listener listener();
  void on_opened(Result<WorkspaceReader::Found> found, const std::function<void(Result<LoadReport>)>& done);
  void on_granted();
  void on_asked();
  void on_lost();
  void on_refused(bool had_claimed);
  void read_again();
  void on_read_again(Result<WorkspaceReader::Found> found);
  void on_writer_change();
  void settle_requests();
  void show();

  template <class Function>
  auto later(Function function) {
    return [weak = weak_from_this(), function = std::move(function)](auto&&... arguments) {
      if (const auto self = weak.lock()) function(*self, std::forward<decltype(arguments)>(arguments)...);
    };
  }

  Blobs& blobs_;
  Tabs& tabs_;
  Clock& clock_;
  const DocumentAccess access_;
  std::string folder_;
  std::unique_ptr<WorkspaceReader> reader_;
  bool is_loaded_ = false;
  bool may_write_ = false;
  bool is_reading_ = false;
  bool must_read_again_ = false;
  bool release_is_wanted_ = false;
  WorkspaceReader::Found found_;
  std::function<void(Result<>)> on_closed_;
};

// ---- opening and closing ----

void WorkspaceStore::State::open(std::string id, std::function<void(Result<LoadReport>)> done) {
  folder_ = std::move(id);
  reader_ = std::make_unique<WorkspaceReader>(blobs_, clock_, folder_, access_.merge, access_.on_start_over);
  const WriterEvents events{.on_change = later([](State& self) { self.on_writer_change(); }),
                            .on_refused = later([](State& self, bool had_claimed) { self.on_refused(had_claimed); }),
                            .on_saved = later([](State& self) { self.tabs_.announce(self.folder_); })};
  writer = std::make_shared<WorkspaceWriter>(blobs_, clock_, folder_, reader_->parts(), access_.write_parts, events);
  shown.mode = StoreMode::opening;
  tabs_.join(folder_, listener());
  is_reading_ = true;
  const auto progress = later([](State& self, double fraction) {
    self.shown.fraction = fraction;
    if (self.access_.on_state) self.access_.on_state();
  });
  reader_->read(progress, later([done = std::move(done)](State& self, Result<WorkspaceReader::Found> found) { self.on_opened(std::move(found), done); }));
}

Tabs::Listener WorkspaceStore::State::listener() {
  return {.on_granted = later([](State& self) { self.on_granted(); }),
          .on_elsewhere = later([](State& self) {
            self.may_write_ = false;
            if (self.shown.mode == StoreMode::opening) self.shown.mode = StoreMode::reading;
            self.show();
          }),
          .on_asked = later([](State& self) { self.on_asked(); }),
          .on_lost = later([](State& self) { self.on_lost(); }),
          .on_news = later([](State& self) {
            if (!self.writer->is_claimed()) self.read_again();
          })};
}

void WorkspaceStore::State::on_opened(Result<WorkspaceReader::Found> found, const std::function<void(Result<LoadReport>)>& done) {
  is_reading_ = false;
  shown.fraction.reset();
  if (!found) {
    leave();
    return done(std::unexpected(found.error()));
  }
  is_loaded_ = true;
  found_ = std::move(*found);
  if (found_.is_too_new) {
    tabs_.leave(folder_);
    may_write_ = false;
    shown.mode = StoreMode::too_new;
  }
  done(found_.report);
  if (may_write_) writer->claim(found_);
  else if (must_read_again_) read_again();
}

void WorkspaceStore::State::close(std::function<void(Result<>)> done) {
  on_closed_ = std::move(done);
  if (writer) writer->flush();
  on_writer_change();
}

void WorkspaceStore::State::leave() {
  if (shown.mode == StoreMode::closed) return;
  shown.mode = StoreMode::closed;
  tabs_.leave(folder_);
  writer->resign();
}

// ---- the other tabs ----

void WorkspaceStore::State::on_granted() {
  may_write_ = true;
  if (!is_loaded_) return;
  // Whoever wrote until now may have written something this tab has not read.
  shown.mode == StoreMode::opening && !is_reading_ ? writer->claim(found_) : read_again();
}

void WorkspaceStore::State::on_asked() {
  release_is_wanted_ = true;
  writer->flush();
  settle_requests();
}

void WorkspaceStore::State::on_lost() {
  may_write_ = release_is_wanted_ = false;
  shown.mode = StoreMode::reading;
  writer->resign();
  read_again();
}

void WorkspaceStore::State::on_refused(bool had_claimed) {
  if (had_claimed) {  // it has not heard that it was replaced
    may_write_ = release_is_wanted_ = false;
    shown.mode = StoreMode::reading;
    tabs_.leave(folder_);
    tabs_.join(folder_, listener());
  }
  read_again();
}

void WorkspaceStore::State::take_over() {
  if (shown.mode == StoreMode::reading) tabs_.take_over(folder_);
}

void WorkspaceStore::State::read_again() {
  must_read_again_ = true;
  if (is_reading_ || !is_loaded_) return;
  must_read_again_ = false;
  is_reading_ = true;
  reader_->read({}, later([](State& self, Result<WorkspaceReader::Found> found) { self.on_read_again(std::move(found)); }));
}

void WorkspaceStore::State::on_read_again(Result<WorkspaceReader::Found> found) {
  is_reading_ = false;
  if (shown.mode == StoreMode::closed) return;
  if (!found) {  // as with a save that failed: later
    clock_.call_after(1000, later([](State& self) { self.read_again(); }));
    return;
  }
  found_ = std::move(*found);
  if (found_.has_started_over)  // what was done here and is not saved yet is nowhere else
    writer->queue().each_unsaved([this](const std::string& document) { (void)access_.merge(document, true); });
  if (found_.report.document_count > 0 || found_.has_started_over) access_.on_merged();
  if (must_read_again_) return read_again();
  if (found_.is_too_new) {
    tabs_.leave(folder_);
    may_write_ = false;
    shown.mode = StoreMode::too_new;
    return show();
  }
  if (may_write_ && !writer->is_claimed()) writer->claim(found_);
}

// ---- what is shown ----

void WorkspaceStore::State::on_writer_change() {
  if (shown.mode == StoreMode::closed) return;
  if (writer->is_claimed()) shown.mode = StoreMode::writing;
  settle_requests();
  show();
}

void WorkspaceStore::State::settle_requests() {
  if (shown.mode == StoreMode::closed || !writer->is_idle()) return;
  if (on_closed_) {
    const auto done = std::exchange(on_closed_, nullptr);
    if (writer->has_unsaved()) return done(std::unexpected(writer->failure().value_or(Error{"error.storage.elsewhere", {}, {}})));
    leave();
    return done({});
  }
  if (release_is_wanted_ && !writer->has_unsaved()) {
    release_is_wanted_ = may_write_ = false;
    shown.mode = StoreMode::reading;
    writer->resign();
    tabs_.release(folder_);
  }
}

void WorkspaceStore::State::show() {
  shown.reason.reset();
  if (is_loaded_) shown.fraction = writer->fraction();
  shown.status = SaveStatus::saved;
  if (writer->has_unsaved()) {
    if (shown.mode == StoreMode::reading || shown.mode == StoreMode::too_new) shown.reason = Error{"error.storage.elsewhere", {}, {}};
    else shown.reason = writer->failure();
    shown.status = shown.reason ? SaveStatus::not_saved : SaveStatus::saving;
  }
  if (access_.on_state) access_.on_state();
}

// ---- damaged parts ----

void WorkspaceStore::State::read_set_aside(std::string name, std::function<void(Result<std::string>)> done) {
  auto bytes = std::make_shared<std::optional<std::string>>();
  const std::string kept_end = "." + name;
  blobs_.read(
      folder_, [=](std::string_view other) { return other == name || (other.starts_with(kSetAsidePrefix) && other.ends_with(kept_end)); },
      [bytes](Blob blob) {
        if (!*bytes || blob.name.starts_with(kSetAsidePrefix)) *bytes = std::move(blob.bytes);
      },
      [bytes, name, done = std::move(done)](Result<> read) {
        if (!read) return done(std::unexpected(read.error()));
        if (!*bytes) return done(fail("error.storage.missing", name));
        done(std::move(**bytes));
      });
}

void WorkspaceStore::State::discard_set_aside(std::function<void(Result<>)> done) {
  auto transaction = blobs_.begin(folder_);
  StoredParts& parts = reader_->parts();
  std::erase_if(parts, [&](const auto& part) {
    const bool is_kept = part.first.starts_with(kSetAsidePrefix);
    if (is_kept) transaction->remove(part.first);
    return is_kept;
  });
  transaction->commit(std::move(done));
}

std::size_t WorkspaceStore::State::byte_count() const {
  std::size_t count = 0;
  if (reader_)
    for (const auto& [name, part] : reader_->parts()) count += part.byte_count;
  return count;
}

// ---- facade ----

WorkspaceStore::WorkspaceStore(Blobs& blobs, Tabs& tabs, Clock& clock, DocumentAccess document)
    : state_(std::make_shared<State>(blobs, tabs, clock, std::move(document))) {}

WorkspaceStore::~WorkspaceStore() {
  flush();
  state_->leave();
}

void WorkspaceStore::open(std::string workspace_id, std::function<void(Result<LoadReport>)> done) {
  state_->open(std::move(workspace_id), std::move(done));
}
void WorkspaceStore::append(std::string document) { state_->writer->append(std::move(document)); }
void WorkspaceStore::save_whole() { state_->writer->save_whole(); }
const SaveState& WorkspaceStore::state() const { return state_->shown; }
void WorkspaceStore::flush() {
  if (state_->writer) state_->writer->flush();
}
void WorkspaceStore::close(std::function<void(Result<>)> done) { state_->close(std::move(done)); }
void WorkspaceStore::take_over() { state_->take_over(); }
std::size_t WorkspaceStore::byte_count() const { return state_->byte_count(); }
void WorkspaceStore::read_set_aside(std::string name, std::function<void(Result<std::string>)> done) {
  state_->read_set_aside(std::move(name), std::move(done));
}
void WorkspaceStore::discard_set_aside(std::function<void(Result<>)> done) { state_->discard_set_aside(std::move(done)); }

}  // namespace fullcircle
