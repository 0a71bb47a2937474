#include "app/files/answer_import.h"

#include <algorithm>
#include <map>

#include "exchange/file_errors.h"
#include "model/time_units.h"

namespace fullcircle {
namespace {

/// The day alone: two leads who take the same file in write the same moment, and no moment tells raters apart.
Instant start_of(Day day) { return {day.number * kMsPerDay}; }

const FormItem* find_item(const ReviewForm& form, std::string_view key) {
  for (const FormSection& section : form.sections)
    for (const FormItem& item : section.items)
      if (item.key == key) return &item;
  return nullptr;
}

std::unexpected<Error> not_asked(std::string_view list, std::size_t index, std::string expected) {
  return fail(std::string(file_error::kValue), std::string(list) + "." + std::to_string(index), std::move(expected));
}

/// Whether the answers are such as the form allows.
Result<> check_answers(const AnswerFile& file, const ReviewForm& form, const RatingRules& rules) {
  for (std::size_t i = 0; i < file.answers.size(); ++i) {
    const Answer& answer = file.answers[i];
    const FormItem* item = find_item(form, answer.item);
    if (!item) return not_asked("answers", i, "item of the form");
    if (std::ranges::count(file.answers, answer.item, &Answer::item) > 1) return not_asked("answers", i, "one answer to an item");
    if (answer.rating && (item->kind != ItemKind::rating || *answer.rating < rules.scale_low || *answer.rating > rules.scale_high))
      return not_asked("answers", i, "rating on the scale");
    if (answer.choice && (item->kind != ItemKind::choice || *answer.choice < 0 || static_cast<std::size_t>(*answer.choice) >= item->options.size()))
      return not_asked("answers", i, "one of the options");
  }
  for (std::size_t i = 0; i < file.comments.size(); ++i)
    if (!find_item(form, file.comments[i].item)) return not_asked("comments", i, "item of the form");
  return {};
}

class AnswerImporter {
 public:
  AnswerImporter(const Document& document, Instant now) : document_(document), now_(now) {}

  AnswerOutcome take(const NamedFile& named) {
    AnswerOutcome outcome{.file_name = named.name};
    auto file = read_answer_file(named.bytes);
    if (!file) {
      outcome.error = file.error();
      return outcome;
    }
    const FeedbackRequest* request = document_.table<FeedbackRequest>().find(file->request);
    if (!request) {
      outcome.outcome = ImportOutcome::unknown_request;
      return outcome;
    }
    outcome.request = request->id;
    outcome.response = response_id_for(request->token);
    outcome.outcome = judge(*file, *request, outcome.error);
    outcome.is_older = std::exchange(is_older_, false);
    outcome.days_late = std::exchange(days_late_, 0);
    return outcome;
  }

  /// The responses taken in, with what they change.
  void add_to(Edit& edit) const {
    for (const auto& [id, response] : taken_) {
      if (const auto* known = document_.table<FeedbackResponse>().find(id))
        edit.update(*known, response);
      else
        edit.create(response);
    }
    for (const auto& id : answered_) {
      const FeedbackRequest& before = *document_.table<FeedbackRequest>().find(id);
      FeedbackRequest after = before;
      after.state = RequestState::received;
      if (!after.received_at) after.received_at = now_;
      edit.update(before, after);
    }
  }

 private:
  ImportOutcome judge(const AnswerFile& file, const FeedbackRequest& request, Error& error) {
    if (!is_genuine(file, request.token)) return ImportOutcome::altered;
    if (request.state == RequestState::withdrawn || request.state == RequestState::declined) return ImportOutcome::withdrawn;
    const ReviewCycle* cycle = document_.table<ReviewCycle>().find(request.cycle);
    const ReviewForm* form = cycle ? document_.table<ReviewForm>().find(cycle->form) : nullptr;
    if (!form || file.form != form->id || file.form_version != form->version) return ImportOutcome::wrong_version;
    if (auto checked = check_answers(file, *form, cycle->rules); !checked) {
      error = checked.error();
      return ImportOutcome::unreadable;
    }
    return decide(response_from(file, request), request);
  }

  static FeedbackResponse response_from(const AnswerFile& file, const FeedbackRequest& request) {
    FeedbackResponse response{.id = response_id_for(request.token), .cycle = request.cycle, .subject = request.subject, .group = request.group};
    if (request.group == RaterGroup::self || request.group == RaterGroup::manager) response.author = request.rater;
    response.form = file.form;
    response.form_version = file.form_version;
    response.answers = file.answers;
    response.comments = file.comments;
    if (file.answered_day) response.submitted_at = start_of(*file.answered_day);
    return response;
  }

  ImportOutcome decide(FeedbackResponse response, const FeedbackRequest& request) {
    const auto in_this_import = taken_.find(response.id);
    const FeedbackResponse* known = in_this_import != taken_.end() ? &in_this_import->second : document_.table<FeedbackResponse>().find(response.id);
    const bool is_draft = known && !known->submitted_at;
    if (known && !is_draft) {
      const bool is_same = known->answers == response.answers && known->comments == response.comments;
      is_older_ = !is_same && response.submitted_at < known->submitted_at;
      if (is_same || is_older_) return ImportOutcome::already_there;
    }
    if (request.due_day && response.submitted_at) days_late_ = std::max(0, day_of(*response.submitted_at, 0) - *request.due_day);
    const auto outcome = known && !is_draft ? ImportOutcome::changed : days_late_ > 0 ? ImportOutcome::late : ImportOutcome::fresh;
    if (std::ranges::find(answered_, request.id) == answered_.end()) answered_.push_back(request.id);
    taken_.insert_or_assign(response.id, std::move(response));
    return outcome;
  }

  const Document& document_;
  Instant now_;
  std::map<Id<FeedbackResponse>, FeedbackResponse> taken_;
  std::vector<Id<FeedbackRequest>> answered_;
  bool is_older_ = false;  ///< the one being judged
  int days_late_ = 0;      ///< it too
};

bool is_taken(ImportOutcome outcome) { return outcome == ImportOutcome::fresh || outcome == ImportOutcome::late || outcome == ImportOutcome::changed; }

std::string detail_of(const AnswerOutcome& outcome) {
  if (outcome.is_older) return std::string(kOlderAnswer);
  if (outcome.days_late > 0) return std::string(kDaysLate) + std::to_string(outcome.days_late);
  if (outcome.outcome != ImportOutcome::unreadable) return {};
  std::string detail = outcome.error.code;
  for (const std::string& more : {outcome.error.place, outcome.error.detail})
    if (!more.empty()) detail += " | " + more;
  return detail;
}

}  // namespace

int AnswerImport::count_taken() const {
  return static_cast<int>(std::ranges::count_if(files, [](const AnswerOutcome& file) { return is_taken(file.outcome); }));
}

AnswerImport import_answers(const Document& document, std::span<const NamedFile> files, Id<ImportLog> log, Instant now) {
  AnswerImport import{.edit = Edit("edit.answers.import")};
  AnswerImporter importer(document, now);
  for (const NamedFile& file : files) import.files.push_back(importer.take(file));
  importer.add_to(import.edit);
  import.log = {.id = log, .at = now};
  for (const AnswerOutcome& outcome : import.files) {
    import.log.files.push_back({.name = outcome.file_name, .outcome = outcome.outcome, .detail = detail_of(outcome)});
    import.log.known_count += outcome.outcome == ImportOutcome::already_there;
  }
  import.log.new_count = import.count_taken();
  import.edit.create(import.log);
  return import;
}

}  // namespace fullcircle
