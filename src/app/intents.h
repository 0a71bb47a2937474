// What a screen wants done. Screens draw and return these; the app carries them out, so that nothing changes while drawing.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/route.h"
#include "app/storage/device_record.h"
#include "model/kinds.h"
#include "store/edit.h"

namespace fullcircle {

struct CreateWorkspace { std::string team_name, own_name; };
struct OpenSample {};
struct OpenWorkspace { RecordId workspace; };
struct DeleteWorkspace { RecordId workspace; };
struct BackUp {};                                           ///< saves the whole workspace as a file
struct ExportRequests { std::vector<Id<FeedbackRequest>> requests; };
struct ExportAnswer { Id<ReceivedRequest> request; };
struct ExportMemberFile { Id<Person> person; };
struct ExportTable { std::string kind; };                   ///< CSV of one record kind, by its file key
struct MailRequest { Id<FeedbackRequest> request; };        ///< opens a mail draft; the file is attached by hand
struct PrintReview { Id<Review> review; };
struct UndoImport {};
struct SettleConflict { std::size_t index; std::size_t version; };
struct SetTheme { ThemeChoice theme; };
struct SetLanguage { std::string code; };                   ///< empty: the browser's
struct SetMe { Id<Person> person; };
struct Undo {};
struct Redo {};
struct RetrySave {};
struct TakeOverWriting {};                                  ///< "Edit here" in a second tab

using Task = std::variant<CreateWorkspace, OpenSample, OpenWorkspace, DeleteWorkspace, BackUp, ExportRequests, ExportAnswer, ExportMemberFile,
                          ExportTable, MailRequest, PrintReview, UndoImport, SettleConflict, SetTheme, SetLanguage, SetMe, Undo, Redo, RetrySave,
                          TakeOverWriting>;

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
