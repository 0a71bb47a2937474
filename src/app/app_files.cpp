// Files out and in.
#include "app/app_impl.h"
#include "app/files/answer_import.h"
#include "app/files/document_writer.h"
#include "app/files/member_file.h"
#include "exchange/file_kind.h"

namespace fullcircle {
namespace {

constexpr std::string_view kJson = "application/json";

std::string dated_name(std::string_view name, Day day) { return std::string(name) + "-" + to_text(day); }

}  // namespace

void App::Impl::hand_out(FileToSend file) {
  notice(tr("notice.exported", {{"file", file.name}}));
  apply_quietly(file.edit);
  effects_.files.push_back({std::move(file.name), std::string(kJson), std::move(file.bytes)});
}

void App::Impl::run(const BackUp&) {
  if (!session_) return;
  const Workspace* workspace = session_->view().workspace();
  const std::string name = safe_file_name(dated_name(workspace ? workspace->name : "fullcircle", session_->view().today));
  effects_.files.push_back({name, std::string(kJson), encode_document(session_->document())});
  if (auto* entry = device_.find(state_.open_workspace)) entry->last_backup = state_.last_backup = ports_.clock.now();
  save_device();
  notice(tr("notice.exported", {{"file", name}}));
}

void App::Impl::run(const ExportRequests& task) {
  if (!session_) return;
  std::vector<FileToSend> files;
  Edit edit("edit.request.export");  // all of them are one step
  for (const auto id : task.requests) {
    auto file = make_request_file(session_->document(), id, session_->view().now);
    if (!file) {
      problem(file.error());
      continue;
    }
    for (const RecordEdit& record : file->edit.records())
      for (const auto& [field, value] : record.fields) edit.set(record.kind, record.id, field, value);
    files.push_back(std::move(*file));
  }
  if (files.empty()) return;
  apply_quietly(edit);
  const auto count = static_cast<int>(files.size());
  notice(task.requests.size() == 1 ? tr("notice.exported", {{"file", files.front().name}}) : tr("requests.exported", {{"count", count}}));
  for (FileToSend& file : files) effects_.files.push_back({std::move(file.name), std::string(kJson), std::move(file.bytes)});
}

void App::Impl::run(const ExportAnswer& task) {
  auto file = make_answer_file(session_->document(), task.request, session_->view().now, session_->view().today);
  if (!file) return problem(file.error());
  hand_out(std::move(*file));
}

void App::Impl::run(const ExportMemberFile& task) {
  if (!session_) return;
  const ModelView& view = session_->view();
  const bool is_lead = view.workspace() && view.workspace()->lead == view.me;
  const Id<Person> person = is_lead ? task.person : view.me;  // a member gives back what they wrote, and nobody else's
  const auto file = is_lead ? encode_member_file(session_->document(), person) : encode_member_return(session_->document(), person);
  if (!file) return problem(file.error());
  const std::string name = (is_lead ? "for-" : "from-") + view.name_of(person);
  run(SaveFile{safe_file_name(dated_name(name, view.today)), std::string(kJson), *file});
}

void App::Impl::run(const SaveFile& task) {
  effects_.files.push_back({task.name, task.media_type, task.bytes});
  notice(tr("notice.exported", {{"file", task.name}}));
}

void App::Impl::run(const OpenAddress& task) { effects_.open_address = task.address; }

void App::Impl::run(const PrintDocument& task) { effects_.print_html = task.html; }

void App::Impl::receive_files(std::vector<IncomingFile> files) {
  ReturnedFiles returned;
  for (IncomingFile& file : files) {
    if (detect_file_kind(file.bytes) == FileKind::answer)
      returned.answers.push_back(std::move(file));
    else
      take_file(file, returned);
  }
  if (!returned.answers.empty() || !returned.members.empty()) take_returned(std::move(returned));
  report_file_problems();
  update_state();
}

void App::Impl::take_file(const IncomingFile& file, ReturnedFiles& returned) {
  switch (detect_file_kind(file.bytes)) {
    case FileKind::request: return take_request(file);
    case FileKind::member: return take_member_file(file, returned);
    case FileKind::csv: return take_table(file);
    case FileKind::encrypted: return file_problem(file, {"error.file.encrypted", {}, {}});
    default: return take_workspace(file);
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

void App::Impl::take_request(const IncomingFile& file) {
  if (auto request = read_request_file(file.bytes); !request) return file_problem(file, request.error());  // before anything is opened for it
  if (!session_) return open_workspace(new_id_(), [this, file] { take_request(file); });
  auto import = import_request(session_->document(), file.bytes);
  if (!import) return file_problem(file, import.error());
  apply_quietly(import->edit);
  effects_.go = Route{Page::answer, import->id, {}};
}

void App::Impl::take_returned(ReturnedFiles files) {
  if (!session_ || !session_->view().workspace()) {
    file_problems_.push_back(tr("error.answer.no_team"));
    return;
  }
  std::vector<NamedFile> named;
  for (const IncomingFile& file : files.answers) named.push_back({file.name, file.bytes});
  AnswerImport import = import_answers(session_->document(), named, Id<ImportLog>(new_id_()), session_->view().now);
  last_import_ = {};
  for (auto& [name, member] : files.members) take_member_return(name, std::move(member), import.log);
  Edit edit = std::move(import.edit);
  edit.create(import.log);
  merge(last_import_, session_->take_in(edit));
  show_import(import.log, import.log.new_count > 0);
  effects_.go = session_->view().current_cycle() ? Route{Page::requests, {}, {}} : Route{Page::settings, {}, "sharing"};
}

void App::Impl::take_member_return(const std::string& file_name, MemberFile&& file, ImportLog& log) {
  ImportedFile line{.name = file_name, .outcome = ImportOutcome::unknown_request, .detail = {}, .unknown = {}};
  if (file.document.workspace() == session_->document().workspace()) {
    const auto allowed = select_allowed_changes(session_->document(), file.member, std::move(file.document));
    const auto report = preview_merge(session_->document(), allowed.changes);
    merge(last_import_, session_->merge_in(allowed.changes));
    line.outcome = report.changes_anything ? ImportOutcome::fresh : ImportOutcome::already_there;
    log.new_count += report.changes_anything;
    log.known_count += !report.changes_anything;
    log.conflict_count += static_cast<std::int32_t>(report.total().conflicts);
  }
  log.files.push_back(std::move(line));
}

void App::Impl::show_import(const ImportLog& log, bool can_undo) {
  state_.last_import = log;
  state_.can_undo_import = can_undo;
  is_import_last_ = can_undo;
}

void App::Impl::take_table(const IncomingFile& file) {
  if (!session_ || !session_->view().workspace()) return file_problem(file, {"error.people.no_team", {}, {}});
  state_.people_table = file.bytes;
  effects_.go = Route{Page::people, {}, {}};
}

}  // namespace fullcircle
