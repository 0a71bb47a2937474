// Sending requests out and getting them in: from the lead's document to a file, and from a file into the rater's document.
#pragma once

#include <string>
#include <string_view>

#include "exchange/request_file.h"
#include "store/edit.h"

namespace fullcircle {

/// A file to hand to the person, and what changes once they have it.
struct FileToSend {
  std::string name;
  std::string bytes;
  Edit edit;
};

/// The questions a group is asked, with the anchors of competencies and values filled in. A question about one of these stands in a
/// section of its own that bears its name: whoever answers has no competencies to look the name up in.
std::vector<FormSection> sections_for(const Document& document, const ReviewForm& form, RaterGroup group);

/// The request as its rater gets it: the form with the anchors of competencies and values filled in, only the items their group is asked.
/// Errors: error.request.missing (no such request), .no_form, .withdrawn (also declined ones).
Result<ReceivedRequest> make_received_request(const Document& document, Id<FeedbackRequest> id);

/// The file for one rater. Its edit marks the request as exported with the form's present version. `lead_key` is the age recipient
/// the answer is to be encrypted to; when it is empty, the answer comes back readable by whoever holds it.
/// Errors: those of make_received_request.
Result<FileToSend> make_request_file(const Document& document, Id<FeedbackRequest> id, Instant now, std::string_view lead_key = {});

/// What that file is called, without making it: for the mail it is attached to.
std::string request_file_name(const Document& document, const FeedbackRequest& request);

/// A request file somebody opened.
struct RequestImport {
  Id<ReceivedRequest> id;
  bool is_known = false;  ///< it was opened here before; the answers written so far stay
  Edit edit;
};
/// Errors: those of read_request_file.
Result<RequestImport> import_request(const Document& document, std::string_view bytes);

/// What the file with the answer is called.
std::string answer_file_name(const ReceivedRequest& request);

/// The answer to a request that was opened here. Its edit notes when it was exported.
/// Errors: error.request.missing.
Result<FileToSend> make_answer_file(const Document& document, Id<ReceivedRequest> id, Instant now, Day today);

/// What a file is called once it is encrypted: "answer.fullcircle.age".
inline std::string encrypted_file_name(const std::string& name) { return name + ".age"; }

/// The name of a file of ours: characters that some system refuses, and spaces, become "-"; ends in ".fullcircle".
std::string safe_file_name(std::string_view name);

}  // namespace fullcircle
