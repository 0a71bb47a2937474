// What a screen wants done. Screens draw and return these; the app carries them out, so that nothing changes while drawing.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/reports/insight_order.h"
#include "app/route.h"
#include "app/storage/device_record.h"
#include "model/kinds.h"
#include "store/edit.h"

namespace fullcircle {

struct CreateWorkspace { std::string team_name, own_name; };
struct OpenSample {};
struct OpenWorkspace { RecordId workspace; };
struct RenameWorkspace { RecordId workspace; std::string name; };   ///< also one that is not open
struct ArchiveWorkspace { RecordId workspace; };               ///< kept, and out of the way
struct DeleteWorkspace { RecordId workspace; };
struct RestoreWorkspace { RecordId workspace; };               ///< takes a deletion or archiving back
struct PurgeWorkspace { RecordId workspace; };                 ///< removes a deleted one for good
struct BackUp { std::string passphrase{}; };                ///< saves the whole workspace as a file at once; readable by all when the passphrase is empty
enum class ExportProtection : std::uint8_t { none, for_recipient, passphrase, for_keys };
struct OfferBackUp { ExportProtection protection = ExportProtection::none; };  ///< the same, offered with what it holds: SaveExport writes it
struct ExportRequests { std::vector<Id<FeedbackRequest>> requests; };  ///< offered the same way, all together
enum class AnswerProtection : std::uint8_t { for_lead, none };
struct ExportAnswer { Id<ReceivedRequest> request; AnswerProtection protection = AnswerProtection::for_lead; };
struct ExportMemberFile { Id<Person> person; };             ///< offered the same way
struct ExportForLead { Id<Person> person; };                ///< a copy of the team for a co-lead, offered the same way
/// Of state().export_offer. `waiting_too`: the files offered after it as well, each for its own recipient where that was
/// chosen; whoever has no key is asked about.
struct SaveExport { ExportProtection protection = ExportProtection::none; std::string passphrase{}; bool waiting_too = false; std::vector<std::string> keys{}; };
struct DropExport {};                                       ///< and those that wait after it
/// What a screen has prepared, a table or a page, offered the same way; `kind` says why something is left out (app/files/file_contents.h).
struct SaveFile { std::string name, media_type, bytes, kind; Edit edit = Edit(); };  ///< `edit`: what is noted once it was saved
struct OpenAddress { std::string address; };                ///< mailto: and the like; leaves nothing behind
struct PrintDocument { std::string html; Edit edit = Edit(); };  ///< a whole document, printed by the browser
/// Insights on paper or as a table, written in turns of the page: printed, or offered as the file.
struct WriteInsights { InsightOrder order; std::string file_name; };
struct DismissTable {};                                     ///< the opened table of people is done with
struct UndoImport {};
struct AcceptMerge {};                                      ///< of the file whose preview is shown
struct DeclineMerge {};
struct SettleConflict { KindIndex kind = 0; RecordId record; std::uint16_t field = 0; Value keep; };
struct SettleAllConflicts {};                               ///< every field keeps what is shown, every record in doubt stays
struct SettleDeletion { KindIndex kind = 0; RecordId record; bool keep = false; };
struct DownloadSetAside { std::string name; };              ///< a damaged part that is kept for the person
struct DiscardSetAside {};
struct SetTheme { ThemeChoice theme; };
struct SetLanguage { std::string code; };                   ///< empty: the browser's
struct SetMe { Id<Person> person; };
/// Signs a review as it stands: with the key of this device when its own person signs, as an acknowledgement without one otherwise.
struct SignReview { Id<Review> review; Id<Person> signer; Verdict verdict = Verdict::agree; std::string words; };
struct CheckSignatures { Id<Review> review; };              ///< of both sides; the findings come in state().key_checks
struct Undo {};
struct Redo {};
struct MakeKey {};                                          ///< the first pair of keys of this device
struct RestoreKey { std::string recovery_text; };           ///< the keys of another device, or of this one before it was cleared
struct OpenWithPassphrase { std::string passphrase; };      ///< the file that is asked about
struct SkipLockedFile {};                                   ///< leaves that file alone
struct CancelWork {};                                       ///< what state().work tells of
struct RetrySave {};
struct TakeOverWriting {};                                  ///< "Edit here" in a second tab
struct ChooseFolder {};                                     ///< the browser asks which one; only in answer to a click, as the next
struct AllowFolder {};
struct LookInFolder {};
struct LeaveFolder {};
struct SwitchLockOn { std::string passphrase; };
struct Unlock { std::string passphrase; };
struct LockNow {};
struct ChangeLock { std::string passphrase, next; };
struct SwitchLockOff { std::string passphrase; };

using Task = std::variant<CreateWorkspace, OpenSample, OpenWorkspace, RenameWorkspace, ArchiveWorkspace, DeleteWorkspace, RestoreWorkspace, PurgeWorkspace, BackUp, OfferBackUp, ExportRequests, ExportAnswer, ExportMemberFile, ExportForLead, SaveExport, DropExport,
                          SaveFile, OpenAddress, PrintDocument, WriteInsights, DismissTable, UndoImport, AcceptMerge, DeclineMerge, SettleConflict,
                          SettleAllConflicts, SettleDeletion, DownloadSetAside, DiscardSetAside, SetTheme, SetLanguage, SetMe, SignReview, CheckSignatures, Undo, Redo, MakeKey,
                          RestoreKey, OpenWithPassphrase, SkipLockedFile, CancelWork, RetrySave, TakeOverWriting,
                          ChooseFolder, AllowFolder, LookInFolder, LeaveFolder, SwitchLockOn, Unlock, LockNow, ChangeLock, SwitchLockOff>;

struct Intents {
  std::optional<Route> go;
  std::vector<Edit> edits;  ///< each one step of undo, announced by its label
  std::vector<Task> tasks;

  void add(Intents more) {
    if (more.go) go = std::move(more.go);
    for (auto& edit : more.edits) edits.push_back(std::move(edit));
    for (auto& task : more.tasks) tasks.push_back(std::move(task));
  }
};

}  // namespace fullcircle
