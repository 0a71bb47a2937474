// The file between a lead and a member: to the member what concerns them, back what they may write. Also what a co-lead gets.
#pragma once

#include <string>
#include <string_view>

#include "store/merge.h"

namespace fullcircle {

inline constexpr std::string_view kMemberFormat = "fullcircle.member";

/// Everything the member may see, as it shows now: no history, nobody else's answers, nothing a result does not show.
/// Errors: error.member.missing (no such person, or somebody from outside).
Result<std::string> encode_member_file(const Document& document, Id<Person> member);

/// What the member wrote in their copy, to send back.
/// Errors: error.member.missing.
Result<std::string> encode_member_return(const Document& document, Id<Person> member);

struct MemberFile {
  Id<Person> member;
  bool is_return = false;  ///< from the member to the lead
  Document document;
};
/// Errors: those of DocumentReader; kMissing without "member".
Result<MemberFile> read_member_file(std::string_view bytes);

/// What of a returned file may be merged into the lead's document: only what this member may write. Whatever else the file holds,
/// or claims about itself, is left out.
struct MemberReturn {
  Document changes;
  int refused_fields = 0;  ///< changes that were left out
};
MemberReturn select_allowed_changes(const Document& document, Id<Person> member, Document&& returned);

/// The document as a co-lead gets it: without what never leaves this device, and without notes others keep for themselves.
Document select_for_lead(const Document& document, Id<Person> recipient);
/// As any co-lead may read it: without all notes somebody keeps for themselves.
Document select_for_leads(const Document& document);

}  // namespace fullcircle
