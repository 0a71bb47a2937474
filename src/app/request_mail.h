// Mails that write themselves: the draft a request file is attached to, and the reminder after it.
#pragma once

#include <string>
#include <string_view>

#include "app/formats.h"
#include "app/model_view.h"

namespace fullcircle {

/// A "mailto:" address with everything filled in; lines end in CRLF. Source: RFC 6068, section 5.
std::string mail_address(std::string_view to, std::string_view subject, std::string_view body);

/// Stands in a mail for the address of the page; the platform that opens the draft knows it and puts it in.
inline constexpr std::string_view kPageAddress = "{page}";

enum class RequestMail : std::uint8_t { ask, remind };
/// The draft for one rater, in the language of whoever sends it. Files cannot be attached this way: the text names the one to attach.
std::string request_mail(const ModelView& view, const FeedbackRequest& request, RequestMail kind, const Language& language, const Formats& formats);

/// Questions that this group is asked in a form.
int count_questions(const ReviewForm& form, RaterGroup group);

}  // namespace fullcircle
