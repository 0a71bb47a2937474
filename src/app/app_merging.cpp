// Files of a team coming into a workspace: previewed, merged, taken out again; and deciding where two devices disagree.
#include "app/app_impl.h"
#include "app/commands/hand_out.h"
#include "app/files/member_file.h"
#include "app/storage/kept_import.h"
#include "store/history.h"

namespace fullcircle {

void App::Impl::take_member_file(const IncomingFile& file, ReturnedFiles& returned) {
  auto member = read_member_file(file.bytes);
  if (!member) return file_problem(file, member.error());
  if (member->is_return) {
    returned.members.emplace_back(file.name, std::move(*member));
    return;
  }
  const RecordId id = member->document.workspace();
  if (const WorkspaceEntry* entry = device_.find(id); entry && entry->me && entry->me != member->member) {
    const Person* person = member->document.table<Person>().find(member->member);
    return file_problem(file, {"error.file.for_another", {}, person ? person->name : tr("common.unnamed")});
  }
  // What is here already is never changed by a file that only says whose it is: it is shown first, as any other copy.
  if (device_.find(id)) return take_document(file.name, std::move(member->document), AfterMerge::go_home);
  auto shared = std::make_shared<MemberFile>(std::move(*member));
  const bool is_beside = session_ && session_->view().workspace();
  // Requests opened before there was a team belong to the same person: they come along.
  auto requests = session_ && !is_beside ? std::make_shared<const Document>(session_->document()) : nullptr;
  open_workspace(id, [this, shared, requests, is_beside, nameless = state_.open_workspace] {
    session_->merge_in(shared->document);
    if (requests) {
      session_->merge_in(*requests);
      if (WorkspaceEntry* entry = device_.find(nameless)) put_away(*entry);
    }
    run(SetMe{shared->member});
    effects_.go = Route{};
    if (is_beside) say_opened_beside();
  });
}

void App::Impl::say_opened_beside() {
  const Workspace* workspace = session_->view().workspace();
  notice(tr("import.opened_beside", {{"name", workspace ? workspace->name : tr("common.unnamed")}}),
         {{tr("first_run.your_teams"), Intents{.go = Route{Page::settings, {}, "teams"}, .edits = {}, .tasks = {}}}});
}

void App::Impl::take_document(const std::string& file_name, Result<Document> read, AfterMerge after) {
  if (!read) return file_problem({file_name, {}}, read.error());
  auto document = std::make_shared<Document>(std::move(*read));
  const RecordId id = document->workspace();
  if (session_ && session_->workspace() == id) return offer_merge(file_name, document, after);
  if (WorkspaceEntry* entry = device_.find(id)) {  // here, but another one is open, or it was deleted
    entry->is_deleted = entry->is_archived = false;
    entry->purge_after.reset();
    return open_workspace(id, [this, document, name = file_name, after] { offer_merge(name, document, after); });
  }
  open_workspace(id, [this, document] {
    session_->fill(std::move(*document));
    effects_.go = Route{};
    say_opened_beside();
  });
}

std::optional<Error> App::Impl::why_not_writable() const {
  switch (session_->store().state().mode) {
    case StoreMode::reading: return Error{"error.storage.elsewhere", {}, {}};
    case StoreMode::too_new: return Error{"error.storage.too_new", {}, {}};
    default: return std::nullopt;
  }
}

void App::Impl::offer_merge(std::string file_name, std::shared_ptr<const Document> document, AfterMerge after) {
  pending_merges_.push_back({std::move(file_name), std::move(document), after});
  if (pending_merges_.size() == 1) show_next_offer();
}

void App::Impl::show_next_offer() {
  for (state_.merge_offer.reset(); !pending_merges_.empty(); pending_merges_.pop_front()) {
    const auto& [file_name, document, after] = pending_merges_.front();
    if (const auto reason = why_not_writable()) {
      problem(*reason);
      continue;
    }
    const Formats formats = this->formats();
    auto preview = compute_merge_preview(session_->document(), *document, RecordWords(*language_, formats, session_->document(), document.get()));
    if (preview.changes_anything) {
      state_.merge_offer = MergeOffer{file_name, std::move(preview)};
      ++state_.merge_offer_number;
      return;
    }
    notice(tr("import.nothing_new_in", {{"file", file_name}}));
  }
}

void App::Impl::run(const AcceptMerge&) {
  if (!session_ || !state_.merge_offer) return;
  const PendingMerge merge = std::move(pending_merges_.front());
  pending_merges_.pop_front();
  if (const auto reason = why_not_writable()) {
    problem(*reason);
  } else {
    merge_import(merge.file_name, *merge.document);
    if (merge.after == AfterMerge::go_home) effects_.go = Route{};  // where the own file says what there is to do
  }
  show_next_offer();
}

void App::Impl::run(const DeclineMerge&) {
  if (!pending_merges_.empty()) pending_merges_.pop_front();
  show_next_offer();
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
  say_what_was_merged(counts);
  put_back_released();
}

void App::Impl::put_back_released() {
  if (why_not_writable()) return;
  const Edit edit = put_back_what_is_out(session_->document());
  if (edit.empty()) return;
  session_->apply(edit);
  const std::size_t count = edit.records().size();
  const Review* first = session_->view().find(Id<Review>(edit.records().front().id));
  std::vector<NoticeAction> actions{{tr("notice.put_back_show"), Intents{.go = count == 1 ? Route{Page::result, first->id, {}} : Route{Page::results, {}, {}}, .edits = {}, .tasks = {}}}};
  if (is_import_last_) actions.push_back(undo_action(UndoImport{}));  // this stands in the place of the notice that offered it
  notice(tr("notice.put_back", {{"count", static_cast<std::int64_t>(count)}, {"name", session_->view().name_of(first->person)}}), std::move(actions));
}

void App::Impl::say_what_was_merged(const MergeCounts& counts) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view key, std::size_t count) {
    if (count > 0) parts.push_back(tr(key, {{"count", static_cast<std::int64_t>(count)}}));
  };
  add("merge.count_new", counts.added);
  add("merge.count_changed", counts.changed + counts.restored);
  add("merge.count_deleted", counts.deleted);
  add("merge.count_conflicts", counts.conflicts);
  std::vector<NoticeAction> actions;
  if (counts.conflicts > 0) actions.push_back({tr("conflict.decide"), Intents{.go = Route{Page::conflicts, {}, {}}, .edits = {}, .tasks = {}}});
  actions.push_back(undo_action(UndoImport{}));
  notice(parts.empty() ? tr("merge.done_quietly") : tr("merge.done", {{"list", formats().list(parts)}}), std::move(actions));
}

void App::Impl::run(const UndoImport&) {
  if (!session_ || !state_.can_undo_import) return;
  if (!is_import_kept_) return take_out(std::exchange(last_import_, {}));
  const RecordId id = session_->workspace();
  read_kept_import(ports_.blobs, to_text(id), [this, id](Result<Document> added) {
    if (!session_ || session_->workspace() != id || !state_.can_undo_import) return;
    added ? take_out(std::move(*added)) : problem(added.error());
    update_state();
    on_change_();
  });
}

void App::Impl::take_out(Document added) {
  keep_what_is_out(session_->document(), added);
  session_->retract(added);
  drop_kept_import(ports_.blobs, to_text(session_->workspace()));
  state_.can_undo_import = is_import_last_ = is_import_kept_ = false;
  state_.last_import.reset();
  notice(tr("notice.import_undone"));
}

void App::Impl::find_last_import() {
  const RecordId id = session_->workspace();
  find_kept_import(ports_.blobs, to_text(id), [this, id](std::optional<ImportLog> log) {
    if (!log || !session_ || session_->workspace() != id || state_.last_import) return;
    state_.last_import = std::move(log);
    state_.can_undo_import = is_import_kept_ = true;
    on_change_();
  });
}

void App::Impl::run(const SettleConflict& task) {
  if (!session_) return;
  for (const Conflict& conflict : conflicts_of(session_->document(), task.kind, task.record)) {
    if (conflict.field != task.field) continue;
    session_->settle({{conflict, task.keep}});
    is_import_last_ = false;
    notice(tr("edit.settle"), {undo_action(Undo{})});
    return put_back_released();
  }
}

void App::Impl::run(const SettleAllConflicts&) {
  if (!session_) return;
  std::vector<Settlement> settlements;
  for (const Conflict& conflict : conflicts_of(session_->document())) settlements.push_back({conflict, conflict.shown.value});
  for (const auto& [kind, id] : edited_while_deleted(session_->document())) session_->settle_deletion(kind, id, true);
  const bool has_fields = !settlements.empty();
  if (has_fields) session_->settle(std::move(settlements));
  is_import_last_ = false;
  std::vector<NoticeAction> actions;
  if (has_fields) actions.push_back(undo_action(Undo{}));
  notice(tr("edit.settle"), std::move(actions));
}

void App::Impl::run(const SettleDeletion& task) {
  if (!session_) return;
  session_->settle_deletion(task.kind, task.record, task.keep);
  is_import_last_ = false;
  std::vector<NoticeAction> actions;
  if (!task.keep) actions.push_back(undo_action(Undo{}));
  notice(tr(task.keep ? "edit.keep" : "edit.erase"), std::move(actions));
}

}  // namespace fullcircle
