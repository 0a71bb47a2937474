#include "app/app_impl.h"
#include "app/commands/answer_commands.h"
#include "app/encryption/passphrase.h"

#include <array>

namespace fullcircle {
namespace {

/// 128 bits nobody can guess, as 32 hexadecimal digits.
std::string make_token(Random& random) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::array<std::byte, 16> bytes;
  random.fill(bytes);
  std::string token;
  for (const std::byte byte : bytes) {
    const auto value = std::to_integer<unsigned>(byte);
    token += kDigits[value >> 4];
    token += kDigits[value & 15];
  }
  return token;
}

/// Nobody wants a notice for each answer that is kept while they type; undo still names it.
bool is_quiet(const Edit& edit) { return edit.label_key() == kKeepDraftLabel || edit.label_key().empty(); }

}  // namespace

App::Impl::Impl(AppPorts ports, std::function<void()> on_change)
    : blobs_(ports.blobs, ports.random, ports.clock),
      ports_{blobs_, ports.tabs, ports.clock, ports.random, ports.text, ports.encryption, ports.folders, ports.tab_note},
      on_change_(std::move(on_change)),
      new_id_(make_id_source(ports_.random)),
      new_token_([this] { return make_token(ports_.random); }),
      new_passphrase_([this] { return make_passphrase(ports_.random); }),
      language_(std::make_shared<const Language>()),
      device_(ports_.blobs, ports_.random),
      opener_(ports_.encryption, [this] { follow_opener(); }, [this](FileOpener::Batch batch) { take_files(std::move(batch.files), std::move(batch.locked)); }) {
  blobs_.on_lock_changed = [this] {
    if (state_.phase != AppState::Phase::locked) follow_lock();  // else it is known
  };
}

void App::Impl::perform(const Intents& intents) {
  for (const Edit& edit : intents.edits) apply(edit);
  for (const Task& task : intents.tasks) std::visit([this](const auto& one) { run(one); }, task);
  update_state();
}

void App::Impl::apply(const Edit& edit) {
  if (!session_ || !session_->apply(edit)) return;
  is_import_last_ = false;
  if (!is_quiet(edit)) notice(tr(edit.label_key()), {undo_action(Undo{})});
}

void App::Impl::apply_quietly(const Edit& edit) {
  if (!edit.empty() && session_->apply(edit)) is_import_last_ = false;
}

void App::Impl::run(const DismissTable&) { state_.people_table.clear(); }

void App::Impl::run(const Undo&) {
  if (!session_) return;
  if (is_import_last_) return run(UndoImport{});
  if (const auto label = session_->undo()) notice(tr("notice.undone", {{"what", language_->tr(*label)}}));
}

void App::Impl::run(const Redo&) {
  if (!session_) return;
  is_import_last_ = false;
  if (const auto label = session_->redo()) notice(tr("notice.redone", {{"what", language_->tr(*label)}}));
}

void App::Impl::refresh_time() {
  ModelView& view = session_ ? session_->view() : closed_view_;
  view.now = ports_.clock.now();
  view.today = today(ports_.clock);
}

void App::Impl::page_hidden() {
  if (!session_) return;
  session_->store().flush();
  if (folder_) folder_->write_now();
}

void App::Impl::page_focused() {
  if (state_.phase == AppState::Phase::starting || state_.phase == AppState::Phase::locked) return;
  device_.load_workspaces([this](Result<> loaded) {
    if (!loaded) return;
    state_.workspaces = device_.record().workspaces;
    on_change_();
  });
  if (folder_) folder_->look(false);
}

void App::Impl::update_state() {
  if (!session_) return;
  state_.save = session_->store().state();
  const Workspace* workspace = session_->view().workspace();
  WorkspaceEntry* entry = state_.phase == AppState::Phase::open ? device_.find(session_->workspace()) : nullptr;
  if (entry && workspace && entry->name != workspace->name) {
    entry->name = workspace->name;
    save_device();
  }
  const auto* undo_label = session_->undo_stack().undo_label();
  const auto* redo_label = session_->undo_stack().redo_label();
  state_.undo_label = undo_label ? *undo_label : std::string();
  state_.redo_label = redo_label ? *redo_label : std::string();
  follow_folder();
}

void App::Impl::notice(std::string text, std::vector<NoticeAction> actions, bool is_problem) {
  effects_.notices.push_back({std::move(text), std::move(actions), is_problem});
}

NoticeAction App::Impl::undo_action(Task task) const {
  NoticeAction action{tr("notice.undo"), {}};
  action.intents.tasks.push_back(std::move(task));
  return action;
}

void App::Impl::problem(const Error& error) { notice(language_->describe(error), {}, true); }

Formats App::Impl::formats() const {
  const ModelView& view = session_ ? std::as_const(*session_).view() : closed_view_;
  return Formats(*language_, view.today, ports_.clock.utc_offset_minutes(ports_.clock.now()));
}

// ---- the public face ----

App::App(AppPorts ports, std::function<void()> on_change) : impl_(std::make_unique<Impl>(std::move(ports), std::move(on_change))) {}
App::~App() = default;

void App::start(std::string browser_language) { impl_->start(std::move(browser_language)); }
const AppState& App::state() const { return impl_->state_; }
const ModelView& App::view() const { return impl_->session_ ? std::as_const(*impl_->session_).view() : impl_->closed_view_; }
const Language& App::language() const { return *impl_->language_; }
Formats App::formats() const { return impl_->formats(); }
TextServices& App::text() const { return impl_->ports_.text; }
const std::function<std::string()>& App::new_passphrase() const { return impl_->new_passphrase_; }
const IdSource& App::new_id() const { return impl_->new_id_; }
const std::function<std::string()>& App::new_token() const { return impl_->new_token_; }
void App::perform(const Intents& intents) { impl_->perform(intents); }
void App::receive_files(std::vector<IncomingFile> files) { impl_->receive_files(std::move(files)); }
Effects App::take_effects() { return std::exchange(impl_->effects_, {}); }
void App::refresh_time() { impl_->refresh_time(); }
void App::page_hidden() { impl_->page_hidden(); }
void App::page_focused() { impl_->page_focused(); }

}  // namespace fullcircle
