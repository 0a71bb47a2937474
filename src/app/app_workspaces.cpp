// Creating, opening and leaving workspaces.
#include <algorithm>

#include "app/app_impl.h"
#include "app/sample/sample_workspace.h"
#include "app/templates.h"

namespace fullcircle {

void App::Impl::start(std::string browser_language) {
  browser_language_ = std::move(browser_language);
  use_language(chosen_language());
  refresh_time();
  state_.has_folders = ports_.folders.are_available();
  watch_lock();
  load_device();
}

void App::Impl::load_device() {
  device_.load([this](Result<> loaded) {
    if (!loaded) return blobs_.is_locked() ? show_locked() : fail_to_open(loaded.error());
    state_.is_lock_on = blobs_.has_key();
    state_.preferences = device_.record().preferences;
    state_.workspaces = device_.record().workspaces;
    state_.keys = device_.record().keys;
    use_language(chosen_language());
    purge_deleted();
    RecordId last = parse_record_id(ports_.tab_note.read()).value_or(RecordId());  // two tabs may have two teams open
    const WorkspaceEntry* entry = device_.find(last);
    if (!entry || entry->is_deleted || entry->is_archived) last = device_.record().last_workspace;
    entry = device_.find(last);
    if (!last.is_none() && !(entry && (entry->is_deleted || entry->is_archived))) return open_workspace(last);
    state_.phase = AppState::Phase::first_run;
    take_next_files();
    on_change_();
  });
}

void App::Impl::purge_deleted() {
  for (const WorkspaceEntry& entry : device_.record().workspaces)
    if (entry.is_deleted && entry.purge_after && *entry.purge_after <= ports_.clock.now()) purge(entry.id);
}

void App::Impl::purge(RecordId id) {
  if (state_.has_folders) ports_.folders.forget(to_text(id));
  ports_.blobs.remove_folder(to_text(id), [this, id](Result<> removed) {
    if (!removed) return;  // tried again at the next start
    std::erase_if(device_.record().workspaces, [&](const WorkspaceEntry& other) { return other.id == id && other.is_deleted; });
    save_device();
    on_change_();
  });
}

void App::Impl::fail_to_open(Error error) {
  if (error.code == "error.storage.locked") {  // by another tab, just now
    forget_session();
    return show_locked();
  }
  session_ = std::move(left_session_);
  if (session_) {
    state_.phase = AppState::Phase::open;
    problem(error);
  } else {
    state_.phase = AppState::Phase::failed;
    state_.failure = std::move(error);
    state_.open_workspace = {};  // so that it can be opened again
  }
  update_state();
  take_next_files();
  on_change_();
}

void App::Impl::leave_workspace(std::function<void()> then) {
  if (!session_ || session_->store().state().status == SaveStatus::saved) return then();
  state_.phase = AppState::Phase::starting;  // what were entered now would come too late
  session_->store().close([this, then = std::move(then)](Result<> closed) {
    if (closed) return ports_.clock.call_after(0, then);  // not from within the session that it ends
    state_.phase = AppState::Phase::open;
    problem(closed.error());
    take_next_files();
    on_change_();
  });
}

void App::Impl::open_workspace(RecordId id, std::function<void()> fill) {
  leave_workspace([this, id, fill = std::move(fill)] { enter_workspace(id, fill); });
}

void App::Impl::enter_workspace(RecordId id, std::function<void()> fill) {
  if (session_) measure_workspace();
  const bool is_another = session_ && session_->workspace() != id && state_.phase == AppState::Phase::open;  // else it was closed, with all it had to save
  if (is_another) left_session_ = std::move(session_);
  session_.reset();
  end_work(loading_);
  state_.phase = AppState::Phase::starting;
  session_ = std::make_unique<Session>(Session::Ports{ports_.blobs, ports_.tabs, ports_.clock}, id, device_.actor(), [this] {
    update_state();
    if (loading_ != 0 && state_.save.fraction) report_work(loading_, *state_.save.fraction);
    on_change_();
  });
  const WorkspaceEntry* entry = device_.find(id);
  loading_ = begin_work("open_file.opening", entry && !entry->name.empty() ? entry->name : tr("common.unnamed"), [this] { stop_opening(); }, OpenWorkspace{id});
  session_->open([this, id, fill = std::move(fill)](Result<LoadReport> loaded) { on_opened(id, std::move(loaded), fill); });
}

void App::Impl::stop_opening() {
  loading_ = 0;
  session_ = std::move(left_session_);
  state_.phase = session_ ? AppState::Phase::open : AppState::Phase::first_run;
  if (!session_) state_.open_workspace = {};
  take_next_files();
}

void App::Impl::on_opened(RecordId id, Result<LoadReport> loaded, const std::function<void()>& fill) {
  end_work(std::exchange(loading_, 0));
  if (!loaded) return fail_to_open(loaded.error());
  left_session_.reset();
  folder_.reset();
  state_.shared_folder = {};
  state_.last_import.reset();
  state_.can_undo_import = false;
  state_.load_report.reset();
  state_.merge_offer.reset();
  pending_merges_.clear();
  drop_exports();
  last_import_ = Document();
  is_import_last_ = is_import_kept_ = false;
  if (!loaded->set_aside.empty() || !loaded->kept.empty()) state_.load_report = *loaded;
  state_.phase = AppState::Phase::open;
  state_.open_workspace = id;
  refresh_time();
  remember_workspace(id);
  if (fill) {  // its records may say what the team is called, and whose copy this is
    fill();
    remember_workspace(id);
  }
  session_->name_device(session_->view().name_of(session_->view().me));
  if (ports_.blobs.take_restored(to_text(id))) notice(tr("notice.restored"), {{tr("settings.backup_now"), {.tasks = {BackUp{}}}}}, true);
  put_back_released();
  join_folder();
  ask_about_storage();
  find_last_import();
  take_next_files();
  update_state();
  on_change_();
}

void App::Impl::ask_about_storage() {
  ports_.blobs.ask_to_persist([this](bool is_kept) {
    state_.storage_is_persistent = is_kept;
    on_change_();
  });
  ports_.blobs.estimate([this](std::optional<Blobs::Estimate> estimate) {
    state_.storage = estimate;
    on_change_();
  });
}

void App::Impl::remember_workspace(RecordId id) {
  DeviceRecord& record = device_.record();
  auto entry = std::ranges::find(record.workspaces, id, &WorkspaceEntry::id);
  if (entry == record.workspaces.end()) entry = record.workspaces.insert(entry, WorkspaceEntry{.id = id});
  const Workspace* workspace = session_->view().workspace();
  entry->name = workspace ? workspace->name : std::string();
  entry->is_sample = workspace && workspace->is_sample;
  entry->last_opened = ports_.clock.now();
  // Who somebody is on this device they say once; until then the lead is at the keyboard.
  if (!entry->me && workspace) entry->me = workspace->lead;
  session_->view().me = entry->me;
  state_.last_backup = entry->last_backup;
  record.last_workspace = id;
  ports_.tab_note.write(to_text(id));
  measure_workspace();
  save_device();
}

void App::Impl::run(const CreateWorkspace& task) {
  const RecordId id = new_id_();
  open_workspace(id, [this, id, task] {
    const auto content = make_standard_content(shipped_templates(language_->code()), new_id_);
    Person lead;
    lead.id = Id<Person>(new_id_());
    lead.name = task.own_name;
    lead.joined_day = session_->view().today;
    Workspace workspace;
    workspace.id = Id<Workspace>(id);
    workspace.name = task.team_name;
    workspace.lead = lead.id;
    workspace.rules = default_rules();
    Edit edit;
    edit.create(workspace);
    edit.create(lead);
    for (const Competency& competency : content.competencies) edit.create(competency);
    for (const CoreValue& value : content.values) edit.create(value);
    edit.create(content.form);
    session_->start_with(edit);
    effects_.go = Route{Page::people, {}, {}};
  });
}

void App::Impl::run(const OpenSample&) {
  const RecordId id = new_id_();
  open_workspace(id, [this, id] {
    SampleOptions options;
    options.today = session_->view().today;
    options.now = session_->view().now;
    options.language = language_->code();
    options.workspace = id;
    session_->fill(build_sample_workspace(options));
    effects_.go = Route{};
  });
}

void App::Impl::run(const OpenWorkspace& task) {
  if (task.workspace != state_.open_workspace) open_workspace(task.workspace);
  effects_.go = Route{};
}

void App::Impl::run(const DownloadSetAside& task) {
  if (!session_) return;
  session_->store().read_set_aside(task.name, [this, name = task.name](Result<std::string> bytes) {
    if (bytes)
      effects_.files.push_back({"damaged-" + name + ".bin", "application/octet-stream", std::move(*bytes)});
    else
      problem(bytes.error());
    on_change_();
  });
}

void App::Impl::run(const DiscardSetAside&) {
  if (!session_) return;
  session_->store().discard_set_aside([this](Result<> discarded) {
    discarded ? state_.load_report.reset() : problem(discarded.error());
    on_change_();
  });
}

void App::Impl::run(const RetrySave&) {
  if (session_) session_->store().flush();
}

void App::Impl::run(const TakeOverWriting&) {
  if (session_) session_->store().take_over();
}

}  // namespace fullcircle
