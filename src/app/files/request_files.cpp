#include "app/files/request_files.h"

#include <algorithm>

#include "exchange/answer_file.h"

namespace fullcircle {
namespace {

template <class Entity>
std::string name_of(const Document& document, Id<Entity> id) {
  const Entity* entity = document.table<Entity>().find(id);
  return entity ? entity->name : std::string();
}

std::vector<Anchor> anchors_of(const Document& document, const FormItem& item) {
  if (!item.anchors.empty()) return item.anchors;
  if (const auto* competency = document.table<Competency>().find(item.competency)) return competency->anchors;
  if (const auto* value = document.table<CoreValue>().find(item.core_value)) return value->anchors;
  return {};
}

/// The name of the competency or value a question is about; empty when it is about neither.
std::string subject_of(const Document& document, const FormItem& item) {
  return item.competency ? name_of(document, item.competency) : name_of(document, item.core_value);
}

/// Ends the section before it where `item` begins one of its own, or follows such a one.
FormSection& section_for(std::vector<FormSection>& sections, const FormSection& asked, std::string own_title, bool& is_open) {
  if (!own_title.empty() || !is_open) {
    sections.push_back({.title = own_title.empty() ? asked.title : own_title, .help = asked.help});
    is_open = own_title.empty();
  }
  return sections.back();
}

bool is_asked(const FormItem& item, RaterGroup group) { return item.groups.empty() || std::ranges::find(item.groups, group) != item.groups.end(); }

}  // namespace

std::vector<FormSection> sections_for(const Document& document, const ReviewForm& form, RaterGroup group) {
  std::vector<FormSection> sections;
  for (const FormSection& section : form.sections) {
    bool is_open = false;
    for (const FormItem& item : section.items) {
      if (!is_asked(item, group)) continue;
      FormItem asked = item;
      asked.anchors = anchors_of(document, item);
      section_for(sections, section, subject_of(document, item), is_open).items.push_back(std::move(asked));
    }
  }
  return sections;
}

Result<ReceivedRequest> make_received_request(const Document& document, Id<FeedbackRequest> id) {
  const FeedbackRequest* request = document.table<FeedbackRequest>().find(id);
  const Person* subject = request ? document.table<Person>().find(request->subject) : nullptr;
  if (!subject) return fail("error.request.missing");
  if (request->state == RequestState::withdrawn || request->state == RequestState::declined) return fail("error.request.withdrawn");
  const ReviewCycle* cycle = document.table<ReviewCycle>().find(request->cycle);
  const ReviewForm* form = cycle ? document.table<ReviewForm>().find(cycle->form) : nullptr;
  if (!form) return fail("error.request.no_form");
  ReceivedRequest made{.id = Id<ReceivedRequest>(RecordId(request->id)), .subject_name = subject->name, .subject_role = name_of(document, subject->role)};
  for (const Workspace& workspace : document.table<Workspace>().alive()) {
    made.team_name = workspace.name;
    made.asked_by = name_of(document, workspace.lead);
  }
  made.group = request->group;
  made.anonymity_minimum = cycle->rules.anonymity_minimum;
  made.scale_low = cycle->rules.scale_low;
  made.scale_high = cycle->rules.scale_high;
  made.due_day = request->due_day;
  made.token = request->token;
  made.coaching_wish = subject->coaching_wish;
  made.form = form->id;
  made.form_version = form->version;
  made.sections = sections_for(document, *form, request->group);
  return made;
}

std::string request_file_name(const Document& document, const FeedbackRequest& request) {
  if (request.group == RaterGroup::self) return safe_file_name("self-review-" + name_of(document, request.subject));
  return safe_file_name("request-" + name_of(document, request.subject) + "-" + name_of(document, request.rater));
}

Result<FileToSend> make_request_file(const Document& document, Id<FeedbackRequest> id, Instant now, std::string_view lead_key) {
  auto made = make_received_request(document, id);
  if (!made) return std::unexpected(made.error());
  made->lead_key = lead_key;
  FeedbackRequest after = *document.table<FeedbackRequest>().find(id);
  FileToSend file{.name = request_file_name(document, after), .bytes = encode_request_file(*made), .edit = Edit("edit.request.export")};
  const FeedbackRequest before = after;
  if (after.state != RequestState::received) after.state = RequestState::exported;
  after.form_version = made->form_version;
  after.exported_at = now;
  file.edit.update(before, after);
  return file;
}

Result<RequestImport> import_request(const Document& document, std::string_view bytes) {
  auto request = read_request_file(bytes);
  if (!request) return std::unexpected(request.error());
  RequestImport import{.id = request->id, .is_known = false, .edit = Edit("edit.request.open")};
  const ReceivedRequest* known = document.table<ReceivedRequest>().find(request->id);
  import.is_known = known != nullptr;
  if (!known) {
    import.edit.create(*request);
    return import;
  }
  request->answers = known->answers;
  request->comments = known->comments;
  request->answered_at = known->answered_at;
  import.edit.update(*known, *request);
  return import;
}

std::string answer_file_name(const ReceivedRequest& request) {
  // Named by the request, not by the rater: the name of a file is kept in the log of imports.
  return safe_file_name("answer-" + request.subject_name + "-" + to_text(request.id).substr(0, 6));
}

Result<FileToSend> make_answer_file(const Document& document, Id<ReceivedRequest> id, Instant now, Day today) {
  const ReceivedRequest* request = document.table<ReceivedRequest>().find(id);
  if (!request) return fail("error.request.missing");
  FileToSend file{.name = answer_file_name(*request),
                  .bytes = encode_answer_file(*request, today),
                  .edit = Edit("edit.answer.export")};
  ReceivedRequest after = *request;
  after.answered_at = now;
  file.edit.update(*request, after);
  return file;
}

std::string safe_file_name(std::string_view name) {
  constexpr std::string_view kRefused = "\\/:*?\"<>|";
  constexpr std::size_t kMostBytes = 120;
  std::string safe;
  for (char c : name) {
    const bool is_refused = static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || kRefused.find(c) != std::string_view::npos;
    if (!is_refused)
      safe += c;
    else if (!safe.ends_with('-'))
      safe += '-';
  }
  if (safe.size() > kMostBytes) {
    std::size_t end = kMostBytes;
    while (end > 0 && (static_cast<unsigned char>(safe[end]) & 0xC0) == 0x80) --end;  // not in the middle of a character
    safe.resize(end);
  }
  while (safe.starts_with('-') || safe.starts_with('.')) safe.erase(0, 1);
  while (safe.ends_with('-') || safe.ends_with('.')) safe.pop_back();
  return (safe.empty() ? "file" : safe) + ".fullcircle";
}

}  // namespace fullcircle
