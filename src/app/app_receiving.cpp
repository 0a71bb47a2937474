// Files that came in: which kind each is, and the large ones read while the page stays alive.
#include <algorithm>

#include "app/app_impl.h"
#include "app/files/document_writer.h"
#include "exchange/file_errors.h"
#include "exchange/file_kind.h"

namespace fullcircle {
namespace {

/// Shorter ones are read before anybody could notice.
constexpr std::size_t kReadAtOnceBytes = std::size_t{1} << 20;

bool is_workspace(const IncomingFile& file) { return detect_file_kind(file.bytes) == FileKind::workspace; }

bool is_read_in_turns(const IncomingFile& file) { return file.pieces || (file.bytes.size() > kReadAtOnceBytes && is_workspace(file)); }

}  // namespace

/// The system may hand over a file with which the app is opened: it waits for the team that it belongs to.
bool App::Impl::is_team_awaited() const { return state_.phase == AppState::Phase::starting || state_.phase == AppState::Phase::locked; }

void App::Impl::receive_files(std::vector<IncomingFile> files) {
  if (is_team_awaited()) return intakes_.push_back({std::move(files), 0, {}, true});
  sort_files(std::move(files));
}

void App::Impl::sort_files(std::vector<IncomingFile> files) {
  const auto in_pieces = std::ranges::find_if(files, [](const IncomingFile& file) { return file.pieces && !is_workspace(file); });
  if (in_pieces != files.end()) {
    const auto index = static_cast<std::size_t>(in_pieces - files.begin());
    return fetch_whole(std::move(files), index);
  }
  if (std::ranges::none_of(files, [](const IncomingFile& file) { return detect_file_kind(file.bytes) == FileKind::encrypted; }))
    return take_files(std::move(files), {});
  device_.load_keys([this, files = std::move(files)](Result<>) mutable {  // keys that cannot be read now may be known already
    state_.keys = device_.record().keys;
    std::vector<std::string> identities;
    for (const DeviceKey& key : state_.keys) identities.push_back(key.identity);
    opener_.open(std::move(files), std::move(identities));
  });
}

/// Only a workspace is read in pieces; what else is large (an encrypted backup) has to be there as a whole.
void App::Impl::fetch_whole(std::vector<IncomingFile> files, std::size_t index) {
  const auto pieces = files[index].pieces;
  const std::size_t begun = files[index].bytes.size();
  const auto shared = std::make_shared<std::vector<IncomingFile>>(std::move(files));
  const auto go_on = [this, shared, index, pieces](Result<std::string> rest) {
    IncomingFile& file = (*shared)[index];
    file.pieces.reset();
    if (rest) {
      file.bytes += *rest;
    } else {
      file_problem(file, rest.error());
      shared->erase(shared->begin() + static_cast<std::ptrdiff_t>(index));
    }
    receive_files(std::move(*shared));
    on_change_();
  };
  if (pieces->size() > JsonLimits{}.bytes) return go_on(fail(std::string(file_error::kTooLarge), {}, std::to_string(JsonLimits{}.bytes >> 20)));
  pieces->read(begun, pieces->size() - begun, go_on);
}

void App::Impl::take_files(std::vector<IncomingFile> files, std::vector<LockedFile> locked) {
  intakes_.push_back({std::move(files), 0, {}, false});
  intakes_.back().returned.locked = std::move(locked);
  if (intakes_.size() == 1) take_next_files();
}

/// Goes on once a workspace that is being opened is there.
void App::Impl::take_next_files() {
  while (!intakes_.empty()) {
    if (is_team_awaited() || reading_) return;
    Intake& intake = intakes_.front();
    if (intake.is_unsorted) {
      std::vector<IncomingFile> files = std::move(intake.files);
      intakes_.pop_front();
      sort_files(std::move(files));
      continue;
    }
    while (intake.next < intake.files.size()) {
      if (is_team_awaited() || reading_) return;
      IncomingFile& file = intake.files[intake.next++];
      if (is_read_in_turns(file)) return read_in_turns(std::move(file));
      if (detect_file_kind(file.bytes) == FileKind::answer)
        intake.returned.answers.push_back(std::move(file));
      else
        take_file(file, intake.returned);
    }
    ReturnedFiles& returned = intake.returned;
    if (!returned.answers.empty() || !returned.members.empty())
      take_returned(std::move(returned));
    else
      for (const LockedFile& file : returned.locked) file_problem({file.name, {}}, file.error);
    report_file_problems();
    intakes_.pop_front();
  }
  update_state();
}

/// With progress; until it ends nothing has been changed. The files behind it wait.
void App::Impl::read_in_turns(IncomingFile file) {
  const std::string name = file.name;
  const int work = begin_work("open_file.reading", name, [this] {
    reading_.reset();
    take_next_files();
  });
  const auto done = [this, name, work](Result<Document> document) {
    reading_.reset();
    end_work(work);
    take_document(name, std::move(document));
    take_next_files();
    on_change_();
  };
  reading_ = std::make_shared<DocumentOpening>(
      ports_.clock, std::move(file), DocumentOpening::Events{[this, work](double fraction) { report_work(work, fraction); }, done});
  std::shared_ptr(reading_)->start();
}

void App::Impl::take_file(const IncomingFile& file, ReturnedFiles& returned) {
  switch (detect_file_kind(file.bytes)) {
    case FileKind::request: return take_request(file);
    case FileKind::member: return take_member_file(file, returned);
    case FileKind::csv: return take_table(file);
    case FileKind::encrypted: return file_problem(file, {"error.file.encrypted", {}, {}});
    default: return take_document(file.name, read_document(file.bytes));
  }
}

void App::Impl::file_problem(const IncomingFile& file, const Error& error) {
  file_problems_.push_back(tr("open_file.problem", {{"file", file.name}, {"problem", language_->describe(error)}}));
}

/// One notice for all files, because only the newest one is seen.
void App::Impl::report_file_problems() {
  if (file_problems_.empty()) return;
  std::string text = std::move(file_problems_.front());
  if (file_problems_.size() > 1) text += " " + tr("open_file.more_problems", {{"count", static_cast<int>(file_problems_.size() - 1)}});
  file_problems_.clear();
  notice(std::move(text), {}, true);
}

}  // namespace fullcircle
