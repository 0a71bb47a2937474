// The shared folder of the open team: copies of others come in as a dropped file would, the own copy goes out.
#include "app/app_impl.h"
#include "app/files/document_writer.h"
#include "app/files/member_file.h"

namespace fullcircle {
namespace {

/// Enough to tell the devices of a few people apart.
constexpr std::size_t kDeviceDigits = 4;

}  // namespace

SharedTeam App::Impl::shared_team() {
  const RecordId id = session_->workspace();  // another one may be on its way in
  return {.may_write = [this, id] { return session_ && session_->workspace() == id && session_->store().state().mode == StoreMode::writing; },
          .take = [this](const std::string& name, Document&& document) { return take_from_folder(name, std::move(document)); },
          .on_looked = [this] { say_what_the_folder_brought(); },
          .encode = [this] { return encode_document(select_for_leads(session_->document())); },
          .revision = [this] { return session_ ? session_->document().revision() : 0; },
          .identities =
              [this] {
                std::vector<std::string> identities;
                for (const DeviceKey& key : state_.keys) identities.push_back(key.identity);
                return identities;
              },
          .on_change =
              [this] {
                follow_folder();
                on_change_();
              }};
}

void App::Impl::join_folder() {
  const WorkspaceEntry* entry = device_.find(session_->workspace());
  const Workspace* workspace = session_->view().workspace();
  if (!entry || !workspace || !state_.has_folders) return;
  std::string own = entry->shared_as;
  if (own.empty()) {
    const std::string& me = session_->view().name_of(session_->view().me);
    own = safe_file_name(workspace->name + (me.empty() ? "" : "-" + me) + "-" + device_.record().actor.substr(0, kDeviceDigits));
  }
  folder_ = std::make_shared<SharedFolder>(SharedFolder::Ports{ports_.folders, ports_.encryption, ports_.clock}, to_text(session_->workspace()), own,
                                           session_->workspace(), shared_team());
  if (!entry->shared_as.empty()) folder_->recall();
}

FolderOutcome App::Impl::take_from_folder(const std::string& name, Document&& document) {
  const MergeReport report = preview_merge(session_->document(), document);
  if (!report.changes_anything) return FolderOutcome::nothing_new;
  const MergeCounts counts = report.total();
  if (counts.conflicts > 0 || report.vanishing_share() > kVanishingShareToAsk) {
    offer_merge(name, std::make_shared<const Document>(std::move(document)));
    return FolderOutcome::offered;
  }
  merge(from_folder_, session_->merge_in(document));
  from_folder_counts_.added += counts.added;
  from_folder_counts_.changed += counts.changed;
  from_folder_counts_.deleted += counts.deleted;
  from_folder_counts_.restored += counts.restored;
  from_folder_files_.push_back(name);
  return FolderOutcome::merged;
}

/// All that one look brought is one step, taken back as one.
void App::Impl::say_what_the_folder_brought() {
  if (from_folder_files_.empty()) return;
  last_import_ = std::exchange(from_folder_, Document());
  const MergeCounts counts = std::exchange(from_folder_counts_, {});
  ImportLog log;
  log.id = Id<ImportLog>(new_id_());
  log.at = session_->view().now;
  for (std::string& name : from_folder_files_) log.files.push_back({std::move(name), ImportOutcome::fresh, {}, {}});
  from_folder_files_.clear();
  log.new_count = static_cast<std::int32_t>(counts.added);
  log.known_count = static_cast<std::int32_t>(counts.changed);
  show_import(log, true);
  say_what_was_merged(counts);
  put_back_released();
  update_state();
}

void App::Impl::follow_folder() {
  if (!folder_) return;
  if (state_.save.status == SaveStatus::saved) folder_->note_saved();
  const SharedFolderState before = std::exchange(state_.shared_folder, folder_->state());
  const SharedFolderState& now = state_.shared_folder;
  if (now.access == SharedFolderState::Access::must_be_allowed && before.access != now.access) {
    NoticeAction allow{tr("folder.allow"), {}};
    allow.intents.tasks.push_back(AllowFolder{});
    notice(tr("folder.waits", {{"name", now.folder}}), {std::move(allow)});
  } else if (now.problem && now.problem != before.problem && now.access == SharedFolderState::Access::open) {
    problem(*now.problem);
  }
}

void App::Impl::run(const ChooseFolder&) {
  if (!folder_) return;
  folder_->choose([this](bool is_open) {
    WorkspaceEntry* entry = device_.find(state_.open_workspace);
    if (!is_open || !entry) return;
    entry->shared_as = folder_->state().own_file;
    save_device();
  });
}

void App::Impl::run(const AllowFolder&) {
  if (folder_) folder_->allow();
}

void App::Impl::run(const LookInFolder&) {
  if (!folder_) return;
  if (const auto reason = why_not_writable()) return problem(*reason);
  folder_->look(true);
}

void App::Impl::run(const LeaveFolder&) {
  WorkspaceEntry* entry = device_.find(state_.open_workspace);
  if (!folder_ || !entry) return;
  folder_->leave();
  entry->shared_as.clear();
  save_device();
  notice(tr("folder.left"));
}

}  // namespace fullcircle
