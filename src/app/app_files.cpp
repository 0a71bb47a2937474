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
  hand_out_quietly(std::move(file));
}

void App::Impl::hand_out_quietly(FileToSend file) {
  if (!file.edit.empty()) session_->apply(file.edit);
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
  int count = 0;
  for (const auto id : task.requests) {
    auto file = make_request_file(session_->document(), id, session_->view().now);
    if (!file) {
      problem(file.error());
      continue;
    }
    ++count;
    task.requests.size() == 1 ? hand_out(std::move(*file)) : hand_out_quietly(std::move(*file));
  }
  if (count > 0 && task.requests.size() > 1) notice(tr("requests.exported", {{"count", count}}));
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
  const auto file = is_lead ? encode_member_file(session_->document(), task.person) : encode_member_return(session_->document(), task.person);
  if (!file) return problem(file.error());
  run(SaveFile{safe_file_name(dated_name(view.name_of(task.person), view.today)), std::string(kJson), *file});
}

void App::Impl::run(const SaveFile& task) {
  effects_.files.push_back({task.name, task.media_type, task.bytes});
  notice(tr("notice.exported", {{"file", task.name}}));
}

void App::Impl::run(const OpenAddress& task) { effects_.open_address = task.address; }

void App::Impl::run(const PrintDocument& task) { effects_.print_html = task.html; }

void App::Impl::receive_files(std::vector<IncomingFile> files) {
  std::vector<IncomingFile> answers;
  for (IncomingFile& file : files) {
    switch (detect_file_kind(file.bytes)) {
      case FileKind::answer: answers.push_back(std::move(file)); break;
      case FileKind::request: take_request(file); break;
      case FileKind::member: take_member_file(file); break;
      case FileKind::csv: take_table(file); break;
      default: take_workspace(file); break;
    }
  }
  if (!answers.empty()) take_answers(answers);
  update_state();
}

void App::Impl::take_request(const IncomingFile& file) {
  if (!session_) return open_workspace(new_id_(), [this, file] { take_request(file); });
  auto import = import_request(session_->document(), file.bytes);
  if (!import) return problem(import.error());
  if (!import->edit.empty()) session_->apply(import->edit);
  effects_.go = Route{Page::answer, import->id, {}};
}

void App::Impl::take_answers(const std::vector<IncomingFile>& files) {
  if (!session_) return problem({"error.answer.no_team", {}, {}});
  std::vector<NamedFile> named;
  for (const IncomingFile& file : files) named.push_back({file.name, file.bytes});
  const auto import = import_answers(session_->document(), named, Id<ImportLog>(new_id_()), session_->view().now);
  session_->apply(import.edit);
  state_.last_import = import.log;
  state_.can_undo_import = import.count_taken() > 0;
  effects_.go = Route{Page::requests, {}, {}};
}

void App::Impl::take_table(const IncomingFile& file) {
  if (!session_) return problem({"error.answer.no_team", {}, {}});
  state_.people_table = file.bytes;
  effects_.go = Route{Page::people, {}, "import"};
}

void App::Impl::take_member_file(const IncomingFile& file) {
  auto member = read_member_file(file.bytes);
  if (!member) return problem(member.error());
  const RecordId id = member->document.workspace();
  if (member->is_return) {
    if (!session_ || session_->document().workspace() != id) return problem({"error.answer.no_team", {}, {}});
    auto allowed = select_allowed_changes(session_->document(), member->member, std::move(member->document));
    return merge_import(file.name, allowed.changes);
  }
  auto shared = std::make_shared<MemberFile>(std::move(*member));
  const auto fill = [this, shared] {
    last_import_ = session_->merge_in(shared->document);
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
  state_.last_import = log;
  state_.can_undo_import = report.changes_anything;
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
  if (last_import_.has_no_rows())
    session_->undo();
  else
    session_->retract(std::exchange(last_import_, {}));
  state_.can_undo_import = false;
  state_.last_import.reset();
  notice(tr("notice.import_undone"));
}

}  // namespace fullcircle
