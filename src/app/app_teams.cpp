// The teams of this device beside the open one: renamed, archived, deleted, brought back.
#include <algorithm>

#include "app/app_impl.h"

namespace fullcircle {
namespace {

constexpr std::int64_t kKeepDeletedMs = std::int64_t{30} * 24 * 3'600'000;

Edit rename_edit(const Workspace& before, const std::string& name) {
  Workspace after = before;
  after.name = name;
  Edit edit("edit.workspace.rename");
  edit.update(before, after);
  return edit;
}

}  // namespace

void App::Impl::measure_workspace() {
  WorkspaceEntry* entry = session_ ? device_.find(session_->workspace()) : nullptr;
  if (!entry) return;
  entry->byte_count = static_cast<std::int32_t>(session_->store().byte_count());
  const Stamp last = session_->document().greatest_stamp();
  if (!last.is_none()) entry->changed_at = last.instant();
}

// ---- renaming ----

void App::Impl::run(const RenameWorkspace& task) {
  WorkspaceEntry* entry = device_.find(task.workspace);
  if (!entry || task.name.empty() || entry->name == task.name) return;
  if (session_ && task.workspace == state_.open_workspace) {
    if (const Workspace* workspace = session_->view().workspace()) apply(rename_edit(*workspace, task.name));
    return;
  }
  if (renaming_) return;
  auto is_renamed = std::make_shared<bool>(false);
  const auto end = [this, task, before = entry->name](Result<> saved) {
    ports_.clock.call_after(0, [this] { renaming_.reset(); });  // it is still at work
    if (!saved) return problem(saved.error()), on_change_();
    if (WorkspaceEntry* renamed = device_.find(task.workspace)) renamed->name = task.name;
    save_device();
    notice(tr("edit.workspace.rename"), {undo_action(RenameWorkspace{task.workspace, before})});
    on_change_();
  };
  const auto go_on = [this, task, is_renamed, end] {
    const StoreMode mode = renaming_->store().state().mode;
    if (*is_renamed || (mode != StoreMode::writing && mode != StoreMode::reading && mode != StoreMode::too_new)) return;
    *is_renamed = true;
    const Workspace* workspace = renaming_->view().workspace();
    if (mode != StoreMode::writing || !workspace) return end(fail(mode == StoreMode::too_new ? "error.storage.too_new" : "error.storage.elsewhere"));
    renaming_->apply(rename_edit(*workspace, task.name));
    renaming_->store().close(end);
  };
  renaming_ = std::make_unique<Session>(Session::Ports{ports_.blobs, ports_.tabs, ports_.clock}, task.workspace, device_.actor(), go_on);
  renaming_->open([end](Result<LoadReport> loaded) {
    if (!loaded) end(std::unexpected(loaded.error()));
  });
}

// ---- out of the way, and back ----

void App::Impl::forget_session() {
  folder_.reset();
  session_.reset();
  left_session_.reset();
  state_.shared_folder = {};
  state_.merge_offer.reset();
  pending_merges_.clear();
  drop_exports();
  state_.last_import.reset();
  state_.can_undo_import = is_import_last_ = is_import_kept_ = false;
  last_import_ = Document();
  state_.people_table.clear();
  state_.open_workspace = {};
}

void App::Impl::open_another() {
  const WorkspaceEntry* next = nullptr;
  for (const WorkspaceEntry& entry : device_.record().workspaces)
    if (!entry.is_deleted && !entry.is_archived && !entry.name.empty() && (!next || entry.last_opened > next->last_opened)) next = &entry;
  effects_.go = Route{};
  if (next) return open_workspace(next->id);
  device_.record().last_workspace = {};
  ports_.tab_note.write({});
  state_.phase = AppState::Phase::first_run;
}

void App::Impl::put_out_of_the_way(RecordId id, std::string_view notice_key, void (Impl::*mark)(WorkspaceEntry&)) {
  const bool is_open = session_ && id == state_.open_workspace;
  const auto go_on = [this, id, is_open, notice_key, mark] {
    WorkspaceEntry* entry = device_.find(id);
    if (!entry) return;
    if (is_open) measure_workspace();
    (this->*mark)(*entry);
    NoticeAction undo = undo_action(RestoreWorkspace{id});
    if (is_open) undo.intents.tasks.push_back(OpenWorkspace{id});
    notice(tr(notice_key, {{"name", entry->name}}), {std::move(undo)});
    if (is_open) {
      forget_session();
      open_another();
    }
    save_device();
    on_change_();
  };
  is_open ? leave_workspace(go_on) : go_on();
}

void App::Impl::archive(WorkspaceEntry& entry) { entry.is_archived = true; }

void App::Impl::put_away(WorkspaceEntry& entry) {
  entry.is_deleted = true;
  entry.purge_after = Instant{ports_.clock.now().ms + kKeepDeletedMs};
}

void App::Impl::run(const ArchiveWorkspace& task) { put_out_of_the_way(task.workspace, "teams.archived_notice", &Impl::archive); }

void App::Impl::run(const DeleteWorkspace& task) { put_out_of_the_way(task.workspace, "settings.workspace_deleted", &Impl::put_away); }

void App::Impl::run(const RestoreWorkspace& task) {
  WorkspaceEntry* entry = device_.find(task.workspace);
  if (!entry) return;
  entry->is_deleted = entry->is_archived = false;
  entry->purge_after.reset();
  save_device();
}

void App::Impl::run(const PurgeWorkspace& task) {
  const WorkspaceEntry* entry = device_.find(task.workspace);
  if (entry && entry->is_deleted) purge(entry->id);
}

}  // namespace fullcircle
