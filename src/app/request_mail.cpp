#include "app/request_mail.h"

#include <algorithm>

#include "app/files/request_files.h"

namespace fullcircle {
namespace {

constexpr int kMinutesPerQuestion = 1;

bool stands_for_itself(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
}

void append_encoded(std::string& address, std::string_view text, std::string_view kept = {}) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : text) {
    if (c == '\n') {
      address += "%0D%0A";
    } else if (c == '\r') {
      continue;  // every line end is written as both
    } else if (stands_for_itself(c) || kept.find(c) != std::string_view::npos) {
      address += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      address += '%';
      address += kDigits[byte >> 4];
      address += kDigits[byte & 15];
    }
  }
}

}  // namespace

std::string mail_address(std::string_view to, std::string_view subject, std::string_view body) {
  std::string address = "mailto:";
  append_encoded(address, to, "@");
  address += "?subject=";
  append_encoded(address, subject);
  address += "&body=";
  append_encoded(address, body);
  return address;
}

int count_questions(const ReviewForm& form, RaterGroup group) {
  int count = 0;
  for (const FormSection& section : form.sections)
    for (const FormItem& item : section.items) count += item.groups.empty() || std::ranges::find(item.groups, group) != item.groups.end();
  return count;
}

std::string request_mail(const ModelView& view, const FeedbackRequest& request, RequestMail kind, const Language& language, const Formats& formats) {
  const ReviewCycle* cycle = view.find(request.cycle);
  const ReviewForm* form = cycle ? view.find(cycle->form) : nullptr;
  const Person* rater = view.find(request.rater);
  const auto due_day = request.due_day ? request.due_day : cycle ? cycle->end_day : std::nullopt;
  const std::string due = due_day ? formats.day_and_month(*due_day) : std::string(language.tr("common.not_set"));
  const std::string duration = language.tr("common.minutes", {{"count", kMinutesPerQuestion * (form ? count_questions(*form, request.group) : 0)}});
  const std::string file = request_file_name(view.document(), request);
  const std::string& subject = view.name_of(request.subject);
  const std::string& rater_name = view.name_of(request.rater);
  const std::string& sender = view.name_of(view.me);
  const std::string_view group = kind == RequestMail::ask ? "requests.mail" : "requests.remind";
  const std::string title = language.tr(std::string(group) + "_subject", {{"subject", subject}, {"due", due}});
  const std::string body = language.tr(std::string(group) + "_body", {{"rater", rater_name}, {"subject", subject}, {"duration", duration}, {"file", file},
                                                                      {"address", kPageAddress}, {"due", due}, {"sender", sender}});
  return mail_address(rater ? std::string_view(rater->email) : std::string_view(), title, body);
}

}  // namespace fullcircle
