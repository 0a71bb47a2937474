// The parts of App, shared by its source files and by nobody else.
#pragma once

#include <deque>

#include "app/app.h"
#include "app/encryption/file_opener.h"
#include "app/files/document_opening.h"
#include "app/files/member_file.h"
#include "app/files/request_files.h"
#include "app/session.h"
#include "app/sharing/shared_folder.h"
#include "app/storage/device_store.h"
#include "app/storage/locked_blobs.h"

namespace fullcircle {

/// What the tabs tell each other about the lock by.
inline constexpr std::string_view kLockTabName = "lock";

class App::Impl {
 public:
  /// What came back to the lead in one go; taken in, and taken out again, together.
  struct ReturnedFiles {
    std::vector<IncomingFile> answers;
    std::vector<std::pair<std::string, MemberFile>> members;  ///< with the names of the files
    std::vector<LockedFile> locked;                           ///< encrypted, and not opened
  };

  Impl(AppPorts ports, std::function<void()> on_change);

  void start(std::string browser_language);
  void perform(const Intents& intents);
  void receive_files(std::vector<IncomingFile> files);
  void refresh_time();
  void page_hidden();
  void page_focused();

  // Tasks, by what they touch: app_workspaces.cpp, app_teams.cpp, app_sharing.cpp, app_lock.cpp, app_files.cpp, app_merging.cpp, app_encryption.cpp,
  // app_signing.cpp, app_preferences.cpp, app_paper.cpp.
  void run(const CreateWorkspace& task);
  void run(const OpenSample& task);
  void run(const OpenWorkspace& task);
  void run(const RenameWorkspace& task);
  void run(const ArchiveWorkspace& task);
  void run(const DeleteWorkspace& task);
  void run(const RestoreWorkspace& task);
  void run(const PurgeWorkspace& task);
  void run(const BackUp& task);
  void run(const OfferBackUp& task);
  void run(const ExportRequests& task);
  void run(const ExportAnswer& task);
  void run(const ExportMemberFile& task);
  void run(const ExportForLead& task);
  void run(const SaveExport& task);
  void run(const DropExport& task);
  void run(const SaveFile& task);
  void run(const OpenAddress& task);
  void run(const PrintDocument& task);
  void run(const WriteInsights& task);
  void run(const DismissTable& task);
  void run(const UndoImport& task);
  void run(const AcceptMerge& task);
  void run(const DeclineMerge& task);
  void run(const SettleConflict& task);
  void run(const SettleAllConflicts& task);
  void run(const SettleDeletion& task);
  void run(const DownloadSetAside& task);
  void run(const DiscardSetAside& task);
  void run(const SetTheme& task);
  void run(const SetLanguage& task);
  void run(const SetMe& task);
  void run(const SignReview& task);
  void run(const CheckSignatures& task);
  void run(const Undo& task);
  void run(const Redo& task);
  void run(const MakeKey& task);
  void run(const RestoreKey& task);
  void run(const OpenWithPassphrase& task);
  void run(const SkipLockedFile& task);
  void run(const CancelWork& task);
  void run(const RetrySave& task);
  void run(const TakeOverWriting& task);
  void run(const ChooseFolder& task);
  void run(const AllowFolder& task);
  void run(const LookInFolder& task);
  void run(const LeaveFolder& task);
  void run(const SwitchLockOn& task);
  void run(const Unlock& task);
  void run(const LockNow& task);
  void run(const ChangeLock& task);
  void run(const SwitchLockOff& task);

  // Insights on their way to paper: app_paper.cpp.
  struct PaperInTurns;
  bool write_paper_step();
  void end_paper();

  // Files that came in, by what they are.
  bool is_team_awaited() const;
  void sort_files(std::vector<IncomingFile> files);
  void take_files(std::vector<IncomingFile> files, std::vector<LockedFile> locked);
  void fetch_whole(std::vector<IncomingFile> files, std::size_t index);
  void take_next_files();
  void read_in_turns(IncomingFile file);
  void take_file(const IncomingFile& file, ReturnedFiles& returned);
  void take_request(const IncomingFile& file);
  enum class AfterMerge : std::uint8_t { stay, go_home };
  void take_document(const std::string& file_name, Result<Document> read, AfterMerge after = AfterMerge::stay);
  void take_table(const IncomingFile& file);
  void take_member_file(const IncomingFile& file, ReturnedFiles& returned);
  void take_returned(ReturnedFiles files);
  void take_member_return(const std::string& file_name, MemberFile&& file, ImportLog& log);
  void show_import(const ImportLog& log, bool can_undo);
  void file_problem(const IncomingFile& file, const Error& error);
  void report_file_problems();
  /// What was merged before the last start can still be undone.
  void find_last_import();
  void take_out(Document added);
  /// Shows what merging the file into the open workspace would do, and waits for the answer. One offer at a time, in order.
  void offer_merge(std::string file_name, std::shared_ptr<const Document> document, AfterMerge after = AfterMerge::stay);
  void show_next_offer();
  void merge_import(const std::string& file_name, const Document& document);
  void put_back_released();
  void say_what_was_merged(const MergeCounts& counts);
  /// Why nothing may be merged into the open workspace now.
  std::optional<Error> why_not_writable() const;
  void hand_out(FileToSend file, std::string_view media_type);
  void offer_requests(const std::vector<Id<FeedbackRequest>>& requests, const std::string& lead_key, std::optional<NoticeText> said_after);
  /// What is offered to be saved: files that go out together, as one step.
  struct PendingExport {
    std::vector<FileToSend> files;
    std::string_view media_type;
    RecordId backup_of;                    ///< the team whose backup it is; none for other files
    std::optional<NoticeText> said_after;  ///< once it is saved
  };
  /// Shows what the files hold, and keeps them until the person saves or drops them.
  void offer_export(ExportOffer offer, PendingExport files);
  void offer_document(FileToSend file, const Person& recipient);
  PendingExport make_backup() const;
  void offer_next_export();
  void drop_exports();
  void save_export(const SaveExport& task, const std::string& recipient_key, PendingExport pending);
  void hand_out_all(PendingExport pending);
  void offer_member_file(Id<Person> person);
  /// The key others encrypt files for me with is kept with me, as soon as this device has one.
  void note_own_file_key();
  void note_backup(RecordId workspace);

  /// Hands over the pair of keys that others encrypt to, made and stored first where there is none.
  void with_key(std::function<void(Result<DeviceKey>)> use);
  /// Encrypts in the background, with progress; `use` is called with the file renamed, unless the person cancels.
  void encrypt(std::string bytes, const AgeKeys& keys, std::function<void(Result<std::string>)> use);
  void add_key(const KeyPair& pair, std::function<void(Result<DeviceKey>)> use);
  void follow_opener();
  void record_sign_off(RecordId workspace, Id<Review> review, SignOff sign_off, std::string_view file_key);
  /// Shows work that lasts; the number names it to report_work() and end_work().
  int begin_work(std::string_view label_key, std::string name, std::function<void()> cancel, std::optional<Task> again = {});
  void report_work(int work, double fraction);
  /// From here on nobody can cancel it.
  void keep_work(int work);
  void end_work(int work);

  /// Opens a workspace; once it is there, `fill` may put its first records in. The one that was open stays if it cannot be saved.
  void open_workspace(RecordId id, std::function<void()> fill = {});
  void leave_workspace(std::function<void()> then);
  void enter_workspace(RecordId id, std::function<void()> fill);
  /// A workspace of this device, named and remembered; the one to open next time.
  void remember_workspace(RecordId id);
  /// Now that something is kept here: asks the browser not to clear it, and how much room there is.
  void ask_about_storage();
  void fail_to_open(Error error);
  /// Deletes a team of this device, to be restored for a while.
  void put_away(WorkspaceEntry& entry);
  void say_opened_beside();
  void on_opened(RecordId id, Result<LoadReport> loaded, const std::function<void()>& fill);
  /// Back to the workspace that was open before, if any: nothing was changed.
  void stop_opening();
  /// Removes the workspaces whose time to be restored is over.
  void purge_deleted();
  void purge(RecordId id);

  // The teams of this device: app_teams.cpp.
  /// Puts the open team's size and last change into its entry.
  void measure_workspace();
  /// Out of the list of teams, to be brought back by the notice; another team is opened when it was the open one.
  void put_out_of_the_way(RecordId id, std::string_view notice_key, void (Impl::*mark)(WorkspaceEntry&));
  void archive(WorkspaceEntry& entry);
  /// The team used last of those to choose from, or the first screen.
  void open_another();
  void forget_session();

  // The shared folder of the open team: app_sharing.cpp.
  void join_folder();
  SharedTeam shared_team();
  FolderOutcome take_from_folder(const std::string& name, Document&& document);
  void say_what_the_folder_brought();
  void follow_folder();

  // The lock of what is stored: app_lock.cpp.
  void load_device();
  void watch_lock();
  /// Another tab switched the lock on or off, or locked: what this tab shows goes, except what only it has.
  void follow_lock();
  void show_locked();
  /// Saves all and lets go of the open team. Not done: something could not be saved, and stays open.
  void close_session(std::function<void(Result<>)> done);
  using TakeEnvelope = std::function<void(Result<std::string> key)>;
  /// `job` will hold the number of the encryption's job.
  void open_envelope(std::string passphrase, TakeEnvelope done, std::shared_ptr<int> job);
  void close_envelope(const std::string& key, const std::string& passphrase, TakeEnvelope done, const std::shared_ptr<int>& job);

  // Switching it: app_lock_switch.cpp.
  struct LockWork;
  std::shared_ptr<LockWork> begin_lock_work(Seal seal, std::string_view label_key);
  void cancel_lock_work();
  void follow_rewrite(const LockWork& work, std::size_t index, double from, double to);
  void end_lock_work(const std::shared_ptr<LockWork>& work, const Result<>& result, std::string_view notice_key);
  /// `key` names the sentence; what went wrong, if anything, is put into it.
  void end_switch(const std::shared_ptr<LockWork>& work, std::string_view key, const Result<>& result);
  void reopen_after_lock(RecordId team);
  void add_teams(const std::shared_ptr<LockWork>& work, std::function<void(Result<>)> done);
  void leave_for_lock(const std::shared_ptr<LockWork>& work);
  void prepare_teams(const std::shared_ptr<LockWork>& work, std::size_t index);
  void switch_lock(const std::shared_ptr<LockWork>& work);
  void switch_teams(const std::shared_ptr<LockWork>& work, std::size_t index, std::function<void(Result<>)> done);
  void seal_teams(const std::shared_ptr<LockWork>& work);
  void end_lock(const std::shared_ptr<LockWork>& work);
  void after_failed_switch(const std::shared_ptr<LockWork>& work, Result<> failed);
  void finish_locking();

  void apply(const Edit& edit);
  void apply_quietly(const Edit& edit);
  void use_language(const std::string& code);
  std::string chosen_language() const;
  void save_device();
  void update_state();
  void notice(std::string text, std::vector<NoticeAction> actions = {}, bool is_problem = false);
  NoticeAction undo_action(Task task) const;
  Formats formats() const;
  void problem(const Error& error);
  std::string tr(std::string_view key, Arguments arguments = {}) const { return language_->tr(key, arguments); }

  LockedBlobs blobs_;  ///< what ports_.blobs is
  AppPorts ports_;
  std::function<void()> on_change_;
  AppState state_;
  Effects effects_;
  IdSource new_id_;
  std::function<std::string()> new_token_;
  std::function<std::string()> new_passphrase_;

  std::shared_ptr<const Language> language_;
  std::string browser_language_;

  DeviceStore device_;
  Document nothing_;
  ModelView closed_view_{nothing_};
  std::unique_ptr<Session> session_;
  bool is_import_kept_ = false;  ///< the last import was made before this start: what it added is read when it is undone
  std::unique_ptr<Session> left_session_;  ///< kept until the next one is loaded
  int loading_ = 0;                        ///< the work of that
  PendingExport pending_export_;            ///< what state_.export_offer is about
  std::uint64_t last_offer_ = 0;            ///< its number
  std::deque<Id<Person>> waiting_exports_;  ///< whose member files are offered after it
  std::unique_ptr<Session> renaming_;       ///< a team that is not open, for as long as it takes to rename it
  std::shared_ptr<SharedFolder> folder_;    ///< of the open team, if it has one
  Document from_folder_;                    ///< what this look brought
  MergeCounts from_folder_counts_;
  std::vector<std::string> from_folder_files_;
  bool is_lock_busy_ = false;               ///< switching it or following another tab
  std::shared_ptr<LockWork> lock_work_;     ///< while it can be cancelled
  Document last_import_;  ///< what the last import added, so that it can be taken out again
  bool is_import_last_ = false;  ///< nothing was changed since: Undo means the import
  struct PendingMerge {
    std::string file_name;
    std::shared_ptr<const Document> document;
    AfterMerge after;
  };
  std::deque<PendingMerge> pending_merges_;   ///< the first one is offered
  struct Intake {
    std::vector<IncomingFile> files;
    std::size_t next = 0;                     ///< of files
    ReturnedFiles returned;
    bool is_unsorted = false;                 ///< came while no team was there: not even decrypted
  };
  std::deque<Intake> intakes_;                ///< files received together; the first are being taken in
  std::shared_ptr<DocumentOpening> reading_;  ///< a large one among them
  std::vector<std::string> file_problems_;    ///< of the files received together
  std::shared_ptr<PaperInTurns> paper_;       ///< while it is written
  FileOpener opener_;
  struct Work {
    int number = 0;
    WorkInProgress shown;
    std::function<void()> cancel;
    std::optional<Task> again;  ///< offered once it was cancelled
    Instant told_at;       ///< when the progress was shown last
  };
  std::vector<Work> works_;                   ///< the last one is shown
  int last_work_ = 0;
  int opening_ = 0;                           ///< the work of opening files; 0: none
};

}  // namespace fullcircle
