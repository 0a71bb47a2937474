// Files out and in.
#include <algorithm>

#include "app/app_impl.h"
#include "app/commands/release_result.h"
#include "app/files/answer_import.h"
#include "app/files/document_writer.h"
#include "app/files/member_file.h"
#include "app/storage/kept_import.h"

namespace fullcircle {
namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kBinary = "application/octet-stream";

std::string dated_name(std::string_view name, Day day) { return std::string(name) + "-" + to_text(day); }

}  // namespace

void App::Impl::hand_out(FileToSend file, std::string_view media_type) {
  notice(tr("notice.exported", {{"file", file.name}}));
  apply_quietly(file.edit);
  effects_.files.push_back({std::move(file.name), std::string(media_type), std::move(file.bytes)});
}

void App::Impl::run(const BackUp& task) {
  if (!session_) return;
  const Workspace* workspace = session_->view().workspace();
  const std::string name = safe_file_name(dated_name(workspace ? workspace->name : "fullcircle", session_->view().today));
  std::string bytes = encode_document(session_->document());
  const RecordId id = session_->workspace();
  if (task.passphrase.empty()) {
    effects_.files.push_back({name, std::string(kJson), std::move(bytes)});
    return note_backup(id, name);
  }
  encrypt(std::move(bytes), {.keys = {}, .passphrase = task.passphrase}, [this, id, name = encrypted_file_name(name)](Result<std::string> encrypted) {
    if (!encrypted) return problem(encrypted.error());
    effects_.files.push_back({name, std::string(kBinary), std::move(*encrypted)});
    note_backup(id, name);
  });
}

void App::Impl::note_backup(RecordId workspace, const std::string& file_name) {
  if (auto* entry = device_.find(workspace)) {
    entry->last_backup = ports_.clock.now();
    if (workspace == state_.open_workspace) state_.last_backup = entry->last_backup;
  }
  save_device();
  notice(tr("notice.exported", {{"file", file_name}}));
}

void App::Impl::run(const ExportRequests& task) {
  if (!session_) return;
  with_key([this, id = session_->workspace(), requests = task.requests, had_key = !state_.keys.empty()](Result<DeviceKey> key) {
    if (!session_ || session_->workspace() != id) return;
    export_requests(requests, key ? key->recipient : std::string());
    if (key && !had_key)  // said once, when it begins to matter
      notice(tr("encryption.key_made_for_answers"),
             {{tr("encryption.recovery"), Intents{.go = Route{Page::settings, {}, "encryption"}, .edits = {}, .tasks = {}}}});
    if (!key) notice(tr("encryption.requests_without_key", {{"reason", language_->describe(key.error())}}), {}, true);
    update_state();
    on_change_();
  });
}

void App::Impl::export_requests(const std::vector<Id<FeedbackRequest>>& requests, const std::string& lead_key) {
  std::vector<FileToSend> files;
  Edit edit("edit.request.export");  // all of them are one step
  for (const auto id : requests) {
    auto file = make_request_file(session_->document(), id, session_->view().now, lead_key);
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
  notice(requests.size() == 1 ? tr("notice.exported", {{"file", files.front().name}}) : tr("requests.exported", {{"count", count}}));
  for (FileToSend& file : files) effects_.files.push_back({std::move(file.name), std::string(kJson), std::move(file.bytes)});
}

void App::Impl::run(const ExportAnswer& task) {
  if (!session_) return;
  auto file = make_answer_file(session_->document(), task.request, session_->view().now, session_->view().today);
  if (!file) return problem(file.error());
  const std::string& lead_key = session_->document().table<ReceivedRequest>().find(task.request)->lead_key;
  if (lead_key.empty() || task.protection == AnswerProtection::none) return hand_out(std::move(*file), kJson);
  auto sent = std::make_shared<FileToSend>(std::move(*file));
  sent->name = encrypted_file_name(sent->name);
  encrypt(std::exchange(sent->bytes, {}), {.keys = {lead_key}, .passphrase = {}},
          [this, sent, id = session_->workspace(), request = task.request](Result<std::string> encrypted) {
            if (!session_ || session_->workspace() != id) return;
            if (encrypted) {
              sent->bytes = std::move(*encrypted);
              return hand_out(std::move(*sent), kBinary);
            }
            NoticeAction openly{tr("encryption.answer_openly"), {}};
            openly.intents.tasks.push_back(ExportAnswer{request, AnswerProtection::none});
            notice(language_->describe(encrypted.error()), {std::move(openly)}, true);
          });
}

void App::Impl::run(const ExportMemberFile& task) {
  if (!session_) return;
  const ModelView& view = session_->view();
  const bool is_lead = view.workspace() && view.workspace()->lead == view.me;
  note_own_file_key();
  waiting_exports_.push_back(is_lead ? task.person : view.me);  // a member gives back what they wrote, and nobody else's
  if (state_.export_offer)
    state_.export_offer->waiting = waiting_exports_.size();
  else
    offer_next_export();
}

void App::Impl::offer_next_export() {
  state_.export_offer.reset();
  pending_export_ = FileToSend();
  while (!state_.export_offer && !waiting_exports_.empty()) {
    const Id<Person> person = waiting_exports_.front();
    waiting_exports_.pop_front();
    offer_member_file(person);
  }
}

void App::Impl::offer_member_file(Id<Person> person) {
  const ModelView& view = session_->view();
  const bool is_lead = view.workspace() && view.workspace()->lead == view.me;
  auto bytes = is_lead ? encode_member_file(session_->document(), person) : encode_member_return(session_->document(), person);
  if (!bytes) return problem(bytes.error());
  const std::string name = (is_lead ? "for-" : "from-") + view.name_of(person);
  const Person* recipient = view.find(is_lead || !view.workspace() ? person : view.workspace()->lead);
  offer_export({.name = safe_file_name(dated_name(name, view.today)), .bytes = std::move(*bytes), .edit = is_lead ? hand_out_results(view, person) : Edit()},
               recipient ? *recipient : Person());
}

void App::Impl::run(const ExportForLead& task) {
  if (!session_) return;
  const ModelView& view = session_->view();
  const Person* recipient = view.find(task.person);
  if (!recipient) return problem({"error.member.missing", {}, {}});
  note_own_file_key();
  offer_export({.name = safe_file_name(dated_name((view.workspace() ? view.workspace()->name : std::string()) + "-for-" + recipient->name, view.today)),
                .bytes = encode_document(select_for_lead(session_->document(), task.person)), .edit = Edit()},
               *recipient);
}

void App::Impl::offer_export(FileToSend file, const Person& recipient) {
  const Formats formats = this->formats();
  auto contents = read_file_contents(file.bytes, session_->document(), *language_, RecordWords(*language_, formats, session_->document()));
  if (!contents) return problem(contents.error());
  state_.export_offer = ExportOffer{file.name, std::move(*contents), recipient.name, recipient.file_key, waiting_exports_.size()};
  pending_export_ = std::move(file);
}

void App::Impl::note_own_file_key() {
  const Person* me = session_->view().find(session_->view().me);
  if (!me || !me->file_key.empty() || state_.keys.empty()) return;
  Person known = *me;
  known.file_key = state_.keys.front().recipient;
  Edit edit("edit.person.change");
  edit.update(*me, known);
  apply_quietly(edit);
}

void App::Impl::run(const DropExport&) { drop_exports(); }

void App::Impl::drop_exports() {
  waiting_exports_.clear();
  offer_next_export();
}

void App::Impl::run(const SaveExport& task) {
  if (!session_ || !state_.export_offer) return;
  bool goes_on = true;
  while (goes_on) {
    save_export(task, state_.export_offer->recipient_key, std::exchange(pending_export_, FileToSend()));
    offer_next_export();
    const bool is_possible = state_.export_offer && (task.protection != ExportProtection::for_recipient || !state_.export_offer->recipient_key.empty());
    goes_on = task.waiting_too && is_possible;
  }
}

void App::Impl::save_export(const SaveExport& task, const std::string& recipient_key, FileToSend file) {
  if (task.protection == ExportProtection::none) return hand_out(std::move(file), kJson);
  AgeKeys keys{.keys = {}, .passphrase = task.passphrase};
  if (task.protection == ExportProtection::for_recipient) keys = {.keys = {recipient_key}, .passphrase = {}};
  auto sent = std::make_shared<FileToSend>(std::move(file));
  sent->name = encrypted_file_name(sent->name);
  encrypt(std::exchange(sent->bytes, {}), keys, [this, sent, id = session_->workspace()](Result<std::string> encrypted) {
    if (!session_ || session_->workspace() != id) return;
    if (!encrypted) return problem(encrypted.error());
    sent->bytes = std::move(*encrypted);
    hand_out(std::move(*sent), kBinary);
  });
}

void App::Impl::run(const SaveFile& task) {
  effects_.files.push_back({task.name, task.media_type, task.bytes});
  notice(tr("notice.exported", {{"file", task.name}}));
}

void App::Impl::run(const OpenAddress& task) { effects_.open_address = task.address; }

void App::Impl::run(const PrintDocument& task) { effects_.print_html = task.html; }

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
  for (const LockedFile& file : files.locked)
    import.log.files.push_back({.name = file.name, .outcome = ImportOutcome::unreadable, .detail = file.error.code, .unknown = {}});
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
  is_import_kept_ = false;
  last_import_.set_workspace(session_->workspace());
  if (can_undo) keep_import(ports_.blobs, to_text(session_->workspace()), last_import_, log);
}

void App::Impl::take_table(const IncomingFile& file) {
  if (!session_ || !session_->view().workspace()) return file_problem(file, {"error.people.no_team", {}, {}});
  state_.people_table = file.bytes;
  effects_.go = Route{Page::people, {}, {}};
}

}  // namespace fullcircle
