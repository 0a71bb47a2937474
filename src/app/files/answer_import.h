// Taking answers in: many files at once, each with its own outcome, all of them one step that can be undone.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "exchange/answer_file.h"
#include "model/feedback.h"
#include "store/edit.h"

namespace fullcircle {

struct NamedFile {
  std::string name;
  std::string_view bytes;
};

struct AnswerOutcome {
  std::string file_name;
  ImportOutcome outcome = ImportOutcome::unreadable;
  Error error;                  ///< of an unreadable file: what and where
  Id<FeedbackRequest> request;  ///< none when it is not known
  Id<FeedbackResponse> response;
  bool is_older = false;        ///< of one that is already there: sent again although a later answer is here
  int days_late = 0;            ///< of one that is taken in: days after the request's due day
};

/// What the log keeps as the detail of such a file.
inline constexpr std::string_view kOlderAnswer = "older";
/// And of one that came after the due day, with the number of days behind it; also where it replaces one that was in time.
inline constexpr std::string_view kDaysLate = "days late ";

struct AnswerImport {
  std::vector<AnswerOutcome> files;  ///< in the order given
  ImportLog log;
  Edit edit;                         ///< the responses, the requests they answer, and the log; only the log when nothing is new

  /// Responses that are new or changed.
  int count_taken() const;
};

/// What taking these files in would do; nothing happens until the edit is applied.
///
/// fresh, late (answered after the due day), changed (a later answer to the same request, itself late or not): taken in.
/// already_there: the same answer, or an older one than is here. wrong_version: of another form or another version of it.
/// altered: the code does not fit the content. withdrawn: the request was withdrawn or declined. unknown_request: not of this team.
/// unreadable: no answer file, or one that answers what was not asked.
AnswerImport import_answers(const Document& document, std::span<const NamedFile> files, Id<ImportLog> log, Instant now);

}  // namespace fullcircle
