#include "app/queries/signed_lines.h"

#include <algorithm>
#include <charconv>

#include "app/commands/sign_off.h"
#include "app/reports/result_words.h"

namespace fullcircle {
namespace {

class LineWriter {
 public:
  LineWriter(const ModelView& view, const Language& language, const Formats& formats, const Review& content)
      : view_(view), language_(language), formats_(formats), page_(released_result_page(view, content)), words_(language, formats, page_), content_(content) {}

  std::vector<SignedLine> write() {
    add("cycle", tr("field.review.cycle"), page_.cycle ? page_.cycle->name : to_text(content_.cycle));
    add("manager", tr("field.review.manager"), person(content_.manager));
    if (content_.released) write_result(*content_.released);
    add("summary", tr("field.review.summary"), content_.summary);
    write_words("person", content_.person, content_.person_words);
    write_words("manager", content_.manager, content_.manager_words);
    for (std::size_t i = 0; i < content_.actions.size(); ++i) write_action(i, content_.actions[i]);
    return std::move(lines_);
  }

 private:
  std::string tr(std::string_view key) const { return std::string(language_.tr(key)); }

  void add(std::string key, std::string label, std::string text) {
    if (!text.empty()) lines_.push_back({std::move(key), std::move(label), std::move(text)});
  }

  std::string person(Id<Person> id) const {
    if (!id) return {};
    const std::string& name = view_.name_of(id);
    return name.empty() ? tr("common.person_removed") : name;
  }

  /// Decimal text as people write numbers here; anything else as it stands.
  std::string number(const std::string& decimal) const {
    const auto mark = decimal.find('.');
    double value = 0;
    const auto read = std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
    if (read.ec != std::errc() || read.ptr != decimal.data() + decimal.size()) return decimal;
    return formats_.number(value, mark == std::string::npos ? 0 : static_cast<int>(decimal.size() - mark - 1));
  }

  static void join(std::string& text, const std::string& more) {
    if (!more.empty()) text += (text.empty() ? "" : " · ") + more;
  }

  std::string raters(const ReleasedScore& score) const {
    return score.raters > 0 ? " (" + language_.tr("terms.answers", {{"count", static_cast<std::int64_t>(score.raters)}}) + ")" : std::string();
  }

  std::string weight(const std::string& text) const { return text.empty() ? text : language_.tr("signed.weight", {{"weight", number(text)}}); }

  void write_result(const ReleasedResult& released) {
    if (released.form) {
      const ReviewForm* form = view_.find(released.form);
      add("form", tr("signed.form"), language_.tr("signed.form_version", {{"name", form ? form->name : to_text(released.form)}, {"version", released.form_version}}));
    }
    std::string overall = number(released.overall);
    join(overall, page_.label);
    add("overall", tr("result.overall"), overall);
    add("self", words_.column("self"), number(released.self));
    add("others", tr("result.others"), number(released.others));
    for (const ReleasedScore& part : released.parts) {
      std::string text = number(part.score);
      if (!part.left_out.empty()) join(text, language_.tr("terms.left_out", {{"reason", tr("left_out." + part.left_out)}}));
      join(text, weight(part.weight));
      text += raters(part);
      add("part " + part.key, words_.part(part.key), text);
    }
    for (const ReleasedGoal& goal : released.goals) write_goal(goal);
    for (const ReleasedCriterion& criterion : released.criteria) {
      std::string text = criterion.self.empty() ? std::string() : words_.column("self") + " " + number(criterion.self);
      if (!criterion.others.empty()) join(text, tr("result.others") + " " + number(criterion.others));
      for (const ReleasedScore& column : criterion.columns) join(text, words_.column(column.key) + " " + number(column.score) + raters(column));
      add("criterion " + criterion.key, criterion.name, text);
    }
    for (std::size_t i = 0; i < released.comments.size(); ++i) {
      const ReleasedComment& comment = released.comments[i];
      std::string label = tr("signed.comment");
      join(label, words_.column(comment.column));
      join(label, comment.criterion);
      add("comment " + std::to_string(i), std::move(label), comment.text);
    }
  }

  void write_goal(const ReleasedGoal& goal) {
    std::string text;
    const auto measured = [&](const std::string& figure) { return number(figure) + (goal.unit.empty() ? "" : " " + goal.unit); };
    if (!goal.reached.empty() && !goal.target.empty())
      text = language_.tr("signed.reached_of", {{"reached", number(goal.reached)}, {"target", measured(goal.target)}});
    else if (!goal.reached.empty() || !goal.target.empty())
      text = measured(goal.reached.empty() ? goal.target : goal.reached);
    if (const auto share = rating::Decimal::parse(goal.attainment)) join(text, formats_.percent(share->to_double(), 0));
    join(text, weight(goal.weight));
    add("goal " + goal.key, language_.tr("signed.goal", {{"name", goal.title}}), text);
  }

  void write_words(std::string_view side, Id<Person> who, const std::vector<Words>& words) {
    for (const Words& one : words) {
      std::string label = language_.tr("conversation.words_of", {{"name", person(who)}});
      const Review* now = view_.find(content_.id);
      const auto point = now ? std::ranges::find(now->agenda, one.point, &AgendaPoint::key) : std::vector<AgendaPoint>::const_iterator();
      if (now && point != now->agenda.end()) join(label, point->title);
      else if (const std::string key = "conversation.agenda_" + one.point; language_.has(key)) join(label, tr(key));
      add("words " + std::string(side) + " " + one.point, std::move(label), one.text);
    }
  }

  void write_action(std::size_t place, const AgreedAction& action) {
    std::string text = action.text;
    join(text, person(action.who));
    if (action.due_day) join(text, formats_.short_date(*action.due_day));
    if (action.goes_to != ActionTarget::none) join(text, std::string(language_.name_of(action.goes_to)));
    add("action " + std::to_string(place), language_.tr("signed.action", {{"number", static_cast<std::int64_t>(place + 1)}}), text);
  }

  const ModelView& view_;
  const Language& language_;
  const Formats& formats_;
  ResultPage page_;
  ResultWords words_;
  const Review& content_;
  std::vector<SignedLine> lines_;
};

}  // namespace

std::vector<SignedLine> compute_signed_lines(const ModelView& view, const Language& language, const Formats& formats, const Review& content) {
  return LineWriter(view, language, formats, content).write();
}

std::vector<SignedChange> compute_signed_changes(const std::vector<SignedLine>& before, const std::vector<SignedLine>& now) {
  std::vector<SignedChange> changes;
  for (const SignedLine& line : now) {
    const auto old = std::ranges::find(before, line.key, &SignedLine::key);
    if (old == before.end())
      changes.push_back({line.label, {}, line.text});
    else if (old->text != line.text || old->label != line.label)
      changes.push_back({line.label, old->text, line.text});
  }
  for (const SignedLine& line : before)
    if (std::ranges::find(now, line.key, &SignedLine::key) == now.end()) changes.push_back({line.label, line.text, {}});
  return changes;
}

std::vector<SignedChange> compute_signed_changes(const ModelView& view, const Language& language, const Formats& formats, const Review& review,
                                                 const SignOff& sign_off) {
  const auto then = read_signed_text(sign_off.content);
  if (!then) return {};
  auto changes = compute_signed_changes(compute_signed_lines(view, language, formats, *then), compute_signed_lines(view, language, formats, review));
  // Members of a newer version, a comment's mark: never a difference without a word.
  if (changes.empty() && sign_off.content_hash != content_hash(review)) changes.push_back({std::string(language.tr("signed.unseen")), {}, {}});
  return changes;
}

}  // namespace fullcircle
