// Files out and in.
#include <algorithm>
#include <ranges>

#include "app/app_impl.h"
#include "app/commands/hand_out.h"
#include "app/files/answer_import.h"
#include "app/files/document_writer.h"
#include "app/files/member_file.h"
#include "app/storage/kept_import.h"

namespace fullcircle {
namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kBinary = "application/octet-stream";
constexpr std::string_view kCsv = "text/csv", kPage = "text/html";

std::string dated_name(std::string_view name, Day day) { return std::string(name) + "-" + to_text(day); }

}  // namespace

void App::Impl::hand_out(FileToSend file, std::string_view media_type) {
  notice(tr("notice.exported", {{"file", file.name}}));
  apply_quietly(file.edit);
  effects_.files.push_back({std::move(file.name), std::string(media_type), std::move(file.bytes)});
}

App::Impl::PendingExport App::Impl::make_backup() const {
  const Workspace* workspace = session_->view().workspace();
  PendingExport backup{.files = {}, .media_type = kJson, .backup_of = session_->workspace(), .said_after = {}};
  backup.files.push_back({.name = safe_file_name(dated_name(workspace ? workspace->name : "fullcircle", session_->view().today)),
                          .bytes = encode_document(session_->document()), .edit = Edit()});
  return backup;
}

void App::Impl::run(const BackUp& task) {
  if (!session_) return;
  save_export({.protection = task.passphrase.empty() ? ExportProtection::none : ExportProtection::passphrase, .passphrase = task.passphrase}, {}, make_backup());
}

void App::Impl::run(const OfferBackUp& task) {
  if (!session_) return;
  PendingExport backup = make_backup();
  const std::string& bytes = backup.files.front().bytes;
  const Formats formats = this->formats();
  auto contents = read_file_contents(bytes, session_->document(), *language_, RecordWords(*language_, formats, session_->document()));
  if (!contents) return problem(contents.error());
  std::size_t keys = 0;
  for (const DeviceKey& key : state_.keys) keys += bytes.find(key.identity) == std::string::npos;
  if (keys > 0) contents->left_out.push_back({"keys", keys, tr("left_out_of.keys", {{"count", static_cast<std::int64_t>(keys)}}), tr("left_out_of.keys_why")});
  offer_export({.file = backup.files.front().name, .contents = std::move(*contents), .suggested = task.protection}, std::move(backup));
}

void App::Impl::note_backup(RecordId workspace) {
  if (auto* entry = device_.find(workspace)) {
    entry->last_backup = ports_.clock.now();
    if (workspace == state_.open_workspace) state_.last_backup = entry->last_backup;
  }
  save_device();
}

void App::Impl::run(const ExportRequests& task) {
  if (!session_) return;
  with_key([this, id = session_->workspace(), requests = task.requests, had_key = !state_.keys.empty()](Result<DeviceKey> key) {
    if (!session_ || session_->workspace() != id) return;
    std::optional<NoticeText> after;
    if (key && !had_key)  // said once, when it begins to matter
      after = NoticeText{tr("encryption.key_made_for_answers"),
                         {{tr("encryption.recovery"), Intents{.go = Route{Page::settings, {}, "encryption"}, .edits = {}, .tasks = {}}}}};
    if (!key) after = NoticeText{tr("encryption.requests_without_key", {{"reason", language_->describe(key.error())}}), {}, true};
    offer_requests(requests, key ? key->recipient : std::string(), std::move(after));
    update_state();
    on_change_();
  });
}

void App::Impl::offer_requests(const std::vector<Id<FeedbackRequest>>& requests, const std::string& lead_key, std::optional<NoticeText> said_after) {
  PendingExport pending{.files = {}, .media_type = kJson, .backup_of = {}, .said_after = std::move(said_after)};
  FileContents contents;
  std::vector<std::string> names;
  const NameIndex people = index_people(session_->document());
  for (const auto id : requests) {
    auto file = make_request_file(session_->document(), id, session_->view().now, lead_key);
    auto holds = file ? read_small_file_contents(file->bytes, session_->document(), *language_, people) : std::unexpected(file.error());
    if (!holds) {
      problem(holds.error());
      continue;
    }
    add_contents(contents, std::move(*holds));
    names.push_back(file->name);
    pending.files.push_back(std::move(*file));
  }
  if (names.empty()) return;
  std::string title = names.front();
  if (names.size() > 1) {
    title = tr("holds.files", {{"count", static_cast<std::int64_t>(names.size())}});
    contents.inside.insert(contents.inside.begin(), HeldRecords{"files", names.size(), title, std::move(names)});
  }
  offer_export({.file = std::move(title), .contents = std::move(contents), .can_be_protected = false}, std::move(pending));
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
  pending_export_ = PendingExport();
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
  offer_document({.name = safe_file_name(dated_name(name, view.today)), .bytes = std::move(*bytes), .edit = is_lead ? hand_out_results(view, person) : Edit()},
                 recipient ? *recipient : Person());
}

void App::Impl::run(const ExportForLead& task) {
  if (!session_) return;
  const ModelView& view = session_->view();
  const Person* recipient = view.find(task.person);
  if (!recipient) return problem({"error.member.missing", {}, {}});
  note_own_file_key();
  offer_document({.name = safe_file_name(dated_name((view.workspace() ? view.workspace()->name : std::string()) + "-for-" + recipient->name, view.today)),
                  .bytes = encode_document(select_for_lead(session_->document(), task.person)), .edit = Edit()},
                 *recipient);
}

void App::Impl::offer_document(FileToSend file, const Person& recipient) {
  const Formats formats = this->formats();
  auto contents = read_file_contents(file.bytes, session_->document(), *language_, RecordWords(*language_, formats, session_->document()));
  if (!contents) return problem(contents.error());
  const auto suggested = recipient.file_key.empty() ? ExportProtection::none : ExportProtection::for_recipient;  // the safest where it is possible
  PendingExport pending{.files = {}, .media_type = kJson, .backup_of = {}, .said_after = {}};
  ExportOffer offer{file.name, std::move(*contents), recipient.name, recipient.file_key, waiting_exports_.size(), true, suggested};
  pending.files.push_back(std::move(file));
  offer_export(std::move(offer), std::move(pending));
}

void App::Impl::offer_export(ExportOffer offer, PendingExport files) {
  offer.number = ++last_offer_;
  state_.export_offer = std::move(offer);
  pending_export_ = std::move(files);
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
    save_export(task, state_.export_offer->recipient_key, std::exchange(pending_export_, PendingExport()));
    offer_next_export();
    const bool is_possible = state_.export_offer && (task.protection != ExportProtection::for_recipient || !state_.export_offer->recipient_key.empty());
    goes_on = task.waiting_too && is_possible;
  }
}

void App::Impl::save_export(const SaveExport& task, const std::string& recipient_key, PendingExport pending) {
  if (task.protection == ExportProtection::none || pending.files.size() != 1) return hand_out_all(std::move(pending));
  AgeKeys keys{.keys = {}, .passphrase = task.passphrase};
  if (task.protection == ExportProtection::for_recipient) keys = {.keys = {recipient_key}, .passphrase = {}};
  if (task.protection == ExportProtection::for_keys) keys = {.keys = task.keys, .passphrase = {}};
  auto sent = std::make_shared<PendingExport>(std::move(pending));
  FileToSend& file = sent->files.front();
  file.name = encrypted_file_name(file.name);
  sent->media_type = kBinary;
  encrypt(std::exchange(file.bytes, {}), keys, [this, sent, id = session_->workspace()](Result<std::string> encrypted) {
    if (sent->backup_of.is_none() && (!session_ || session_->workspace() != id)) return;
    if (!encrypted) return problem(encrypted.error());
    sent->files.front().bytes = std::move(*encrypted);
    hand_out_all(std::move(*sent));
  });
}

void App::Impl::hand_out_all(PendingExport pending) {
  if (pending.files.empty()) return;
  Edit edit = std::move(pending.files.front().edit);  // all of them are one step
  for (const FileToSend& file : pending.files | std::views::drop(1))
    for (const RecordEdit& record : file.edit.records())
      for (const auto& [field, value] : record.fields) edit.set(record.kind, record.id, field, value);
  apply_quietly(edit);
  if (!pending.backup_of.is_none()) note_backup(pending.backup_of);
  const auto count = static_cast<int>(pending.files.size());
  notice(count == 1 ? tr("notice.exported", {{"file", pending.files.front().name}}) : tr("requests.exported", {{"count", count}}));
  if (pending.said_after) effects_.notices.push_back(std::move(*pending.said_after));
  for (FileToSend& file : pending.files) effects_.files.push_back({std::move(file.name), std::string(pending.media_type), std::move(file.bytes)});
}

void App::Impl::run(const SaveFile& task) {
  if (!session_) return;
  const Formats formats = this->formats();
  PendingExport pending{.files = {}, .media_type = task.media_type == kCsv ? kCsv : kPage, .backup_of = {}, .said_after = {}};
  auto contents = read_report_contents(task.bytes, task.kind, session_->document(), *language_, RecordWords(*language_, formats, session_->document()));
  pending.files.push_back({.name = task.name, .bytes = task.bytes, .edit = task.edit});
  offer_export({.file = task.name, .contents = std::move(contents)}, std::move(pending));
}

void App::Impl::run(const OpenAddress& task) { effects_.open_address = task.address; }

void App::Impl::run(const PrintDocument& task) {
  effects_.print_html = task.html;
  apply_quietly(task.edit);
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
  if (!can_undo) return;
  const RecordId id = session_->workspace();
  keep_import(ports_.blobs, to_text(id), last_import_, log, [this, id](Result<> kept) {
    if (kept || !session_ || session_->workspace() != id) return;
    notice(tr("import.undo_while_open"));
    on_change_();
  });
}

void App::Impl::take_table(const IncomingFile& file) {
  if (!session_ || !session_->view().workspace()) return file_problem(file, {"error.people.no_team", {}, {}});
  state_.people_table = file.bytes;
  effects_.go = Route{Page::people, {}, {}};
}

}  // namespace fullcircle
