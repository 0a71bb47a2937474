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
    switch (detect_file_kind(file.bytes)) {
      case FileKind::answer: returned.answers.push_back(std::move(file)); break;
      case FileKind::request: take_request(file); break;
      case FileKind::member: take_member_file(file, returned); break;
      case FileKind::csv: take_table(file); break;
      default: take_workspace(file); break;
    }
  }
  if (!returned.answers.empty() || !returned.members.empty()) take_returned(std::move(returned));
  update_state();
}

void App::Impl::take_request(const IncomingFile& file) {
  if (!session_) return open_workspace(new_id_(), [this, file] { take_request(file); });
  auto import = import_request(session_->document(), file.bytes);
  if (!import) return problem(import.error());
  apply_quietly(import->edit);
  effects_.go = Route{Page::answer, import->id, {}};
}

void App::Impl::take_returned(ReturnedFiles files) {
  if (!session_ || !session_->view().workspace()) return problem({"error.answer.no_team", {}, {}});
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
  if (!session_) return problem({"error.answer.no_team", {}, {}});
  state_.people_table = file.bytes;
  effects_.go = Route{Page::people, {}, {}};
}

void App::Impl::take_member_file(const IncomingFile& file, ReturnedFiles& returned) {
  auto member = read_member_file(file.bytes);
  if (!member) return problem(member.error());
  if (member->is_return) {
    returned.members.emplace_back(file.name, std::move(*member));
    return;
  }
  const RecordId id = member->document.workspace();
  auto shared = std::make_shared<MemberFile>(std::move(*member));
  const auto fill = [this, shared] {
    session_->merge_in(shared->document);
    run(SetMe{shared->member});
    effects_.go = Route{};
  };
  if (session_ && session_->document().workspace() == id) return fill();
  open_workspace(id, fill);
}

void App::Impl::merge_import(const std::string& file_name, const Document& document) {
  const auto report = preview_merge(session_->document(), document);
  last_import_ = session_->merge_in(document);
  const auto counts = report.total();
  ImportLog log;
  log.id = Id<ImportLog>(new_id_());
  log.at = session_->view().now;
  log.files.push_back({file_name, report.changes_anything ? ImportOutcome::fresh : ImportOutcome::already_there, {}, {}});
  log.new_count = static_cast<std::int32_t>(counts.added);
  log.known_count = static_cast<std::int32_t>(counts.changed);
  log.conflict_count = static_cast<std::int32_t>(counts.conflicts);
  show_import(log, report.changes_anything);
  effects_.go = Route{Page::settings, {}, "sharing"};
}

void App::Impl::take_workspace(const IncomingFile& file) {
  auto document = read_document(file.bytes);
  if (!document) return problem(document.error());
  if (!session_ || session_->document().workspace() != document->workspace()) {
    const RecordId id = document->workspace();
    auto shared = std::make_shared<Document>(std::move(*document));
    return open_workspace(id, [this, shared] {
      last_import_ = session_->merge_in(*shared);
      effects_.go = Route{};
    });
  }
  merge_import(file.name, *document);
}

void App::Impl::run(const UndoImport&) {
  if (!session_ || !state_.can_undo_import) return;
  session_->retract(std::exchange(last_import_, {}));
  state_.can_undo_import = is_import_last_ = false;
  state_.last_import.reset();
  notice(tr("notice.import_undone"));
}

}  // namespace fullcircle
