// Properties of merging, on generated cases.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <tuple>

#include "store/row_content.h"
#include "store/scenario_cases.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

Document merge_all(const std::vector<Document>& documents) {
  Document all;
  for (const Document& document : documents) merge(all, document);
  return all;
}

/// Merges neighbours pairwise at random until one is left, so that groupings vary too.
Document merge_as_tree(std::vector<Document> documents, Random& random) {
  while (documents.size() > 1) {
    const std::size_t at = random.below(documents.size() - 1);
    const bool swaps = random.chance(50);
    documents[at] = swaps ? merged(documents[at + 1], documents[at]) : merged(documents[at], documents[at + 1]);
    documents.erase(documents.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  }
  return std::move(documents.front());
}

/// Everything a document holds, one item per version, creation and event, found without the merge's own sets.
using Held = std::set<std::tuple<std::string, RecordId, std::string, Stamp, Stamp, std::vector<Stamp>, Value>>;

template <class Entity>
void collect(const Table<Entity>& table, const std::string& kind, Held& held) {
  for (const Row<Entity>& row : table.rows()) {
    const RowContent content = content_of(row_ref(row));
    for (Stamp base : content.bases) held.emplace(kind, row.entity.id, "base", base, Stamp{}, std::vector<Stamp>{}, Value());
    for (const auto& event : content.events)
      held.emplace(kind, row.entity.id, event.action == LifecycleAction::erase ? "erase" : "restore", event.stamp, Stamp{}, event.names, Value());
    for (const auto& field : content.fields)
      for (const Version& version : field.versions)
        held.emplace(kind, row.entity.id, "field " + field.key, version.stamp, version.previous, version.settled, version.value);
  }
}

Held everything_in(const Document& document) {
  Held held;
  collect(document.table<Person>(), "person", held);
  collect(document.table<Goal>(), "goal", held);
  for (const UnknownKind& kind : document.unknown_kinds()) collect(kind.table, kind.key, held);
  return held;
}

/// Whether each item that `held` has beyond `before` is there because another one was written upon it.
bool extra_is_built_upon(const Held& held, const Held& before) {
  std::set<Stamp> links, bases;
  for (const auto& [kind, id, place, stamp, previous, names, value] : held) {
    links.insert(previous);
    links.insert(names.begin(), names.end());
    if (place == "base") bases.insert(stamp);
  }
  return std::ranges::all_of(held, [&](const auto& item) {
    const Stamp stamp = std::get<3>(item);
    return before.contains(item) || links.contains(stamp) || bases.contains(stamp);
  });
}

/// What a field must show, straight from the rule: the greatest version by stamp, then value; a creation says "default" where it says nothing else.
Value expected_value(const RowContent& content, const FieldAccess& field) {
  const VersionSet& versions = content.versions(field.key);
  const Stamp base = content.bases.empty() ? Stamp{} : *std::ranges::max_element(content.bases);
  std::pair<Stamp, Value> best{base, field.default_value()};
  bool base_is_written = false;
  for (const Version& version : versions) base_is_written = base_is_written || version.stamp == base;
  if (base_is_written || base.is_none()) best = {Stamp{}, field.default_value()};
  for (const Version& version : versions)
    if (best.first.is_none() || std::pair(version.stamp, version.value) > best) best = {version.stamp, version.value};
  return best.second;
}

template <class Entity>
bool shows_what_the_rule_says(const Table<Entity>& table) {
  for (const Row<Entity>& row : table.rows()) {
    const RowContent content = content_of(row_ref(row));
    for (const FieldAccess& field : fields_of_kind<Entity>())
      if (shown_value(row_ref(row), field) != expected_value(content, field)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("copies merged in any order and grouping are the same") {
  // Rule: merging is commutative, associative and idempotent.
  for_cases(6000, [](Scenario& scenario) {
    std::vector<Document> documents = scenario.documents();
    const Document all = merge_all(documents);
    scenario.random().shuffle(documents);
    return holds(same_content(merge_as_tree(documents, scenario.random()), all), "another order gives the same") &&
           holds(same_content(merged(all, documents.front()), all), "merging a part again changes nothing") &&
           holds(same_content(merged(all, all), all), "merging the whole again changes nothing");
  });
}

TEST_CASE("a merge holds exactly what its sides held, and shows the greatest") {
  // Rule: the set of versions only grows; nothing is lost and nothing invented.
  for_cases(4000, [](Scenario& scenario) {
    const std::vector<Document> documents = scenario.documents();
    Held expected;
    for (const Document& document : documents) expected.merge(everything_in(document));
    const Document all = merge_all(documents);
    return holds(everything_in(all) == expected, "the union, no more and no less") &&
           holds(shows_what_the_rule_says(all.table<Person>()), "people show the greatest versions") &&
           holds(shows_what_the_rule_says(all.table<Goal>()), "goals show the greatest versions");
  });
}

TEST_CASE("a journal replayed in any order gives the document") {
  // Rule: a delta holds all that an edit or an import wrote, and no delta needs another before it.
  for_cases(4000, [](Scenario& scenario) {
    Device& device = scenario.devices().front();
    std::vector<Document> segments = device.journal;
    scenario.random().shuffle(segments);
    return holds(same_content(merge_all(segments), device.document), "the segments are the document");
  });
}

TEST_CASE("what a merge adds can be computed before and retracted after") {
  // Rule: retracting an import takes out what it added and nothing else; what something here builds on may stay.
  for_cases(4000, [](Scenario& scenario) {
    const Document before = scenario.devices()[0].document;
    const Document& from = scenario.devices()[1].document;
    const Document missing = compute_missing(before, from);
    Document after = merged(before, from);
    if (!holds(same_content(merged(before, missing), after), "what is missing is all the merge adds")) return false;
    if (!holds(compute_missing(after, from).has_no_rows(), "nothing is missing afterwards")) return false;
    retract(after, missing);
    const Held held = everything_in(after), held_before = everything_in(before);
    if (!holds(std::ranges::includes(held, held_before), "what was here stays")) return false;
    return holds(extra_is_built_upon(held, held_before), "what was added goes");
  });
}

TEST_CASE("a preview says what the merge then does") {
  // Rule: the counts agree with the records alive before and after, and "changes nothing" is exact.
  for_cases(4000, [](Scenario& scenario) {
    const Document before = scenario.devices()[0].document;
    const Document& from = scenario.devices()[1].document;
    const MergeReport report = preview_merge(before, from);
    const Document after = merged(before, from);
    const MergeCounts counts = report.total();
    bool good = holds(before.size() + counts.added + counts.restored - counts.deleted == after.size(), "the counts of records") &&
                holds(report.changes_anything == !same_content(before, after), "whether anything changes");
    std::size_t new_conflicts = 0;
    for (const auto& record : report.records)
      for (const auto& field : record.fields) {
        new_conflicts += field.has_new_conflict;
        const auto history = history_of(after, record.kind, record.id, field.field);
        const Value shown = history.empty() ? find_field(kind_fields(record.kind), field.field)->default_value() : history.front().value;
        good = good && holds(shown == field.after, "the value after");
      }
    good = good && holds(counts.conflicts == new_conflicts, "the count of conflicts");
    return good && (!conflicts_of(before).empty() || holds(conflicts_of(after).size() == new_conflicts, "the conflicts there are"));
  });
}

TEST_CASE("settling every conflict on one device settles it on all") {
  // Rule: a settlement names all it saw, so no copy lists those again, whatever else arrives in what order.
  for_cases(2000, [](Scenario& scenario) {
    const std::vector<Document> documents = scenario.documents();
    Device arbiter(99);
    arbiter.receive(merge_all(documents));
    for (const Conflict& conflict : conflicts_of(arbiter.document))
      arbiter.keep(settle(arbiter.document, arbiter.clock(), conflict, conflict.others.back().value));
    for (const auto& [kind, id] : edited_while_deleted(arbiter.document))
      arbiter.keep(settle_deletion(arbiter.document, arbiter.clock(), kind, id, scenario.random().chance(50)));
    if (!holds(conflicts_of(arbiter.document).empty(), "no conflict is left")) return false;
    if (!holds(edited_while_deleted(arbiter.document).empty(), "no deletion is in doubt")) return false;
    return std::ranges::all_of(documents, [&](const Document& document) {
      return holds(same_content(merged(document, arbiter.document), arbiter.document), "every copy agrees once it hears of it");
    });
  });
}

TEST_CASE("undoing everything shows what was there before, and redoing it shows it again") {
  // Rule: alone on a device, undo and redo are exact; what they write is history like any edit.
  for_cases(3000, [](Scenario& scenario) {
    Device device(50);
    device.document = scenario.devices().front().document;
    device.clock().observe(device.document.greatest_stamp());
    const Document before = device.document;
    for (std::uint16_t i = 0; i < 6; ++i) {
      if (const auto conflicts = conflicts_of(device.document); !conflicts.empty() && scenario.random().chance(50))
        device.keep(settle(device.document, device.clock(), conflicts.front(), conflicts.front().others.back().value));
      Edit edit("edit.some");
      const auto number = static_cast<std::uint16_t>(scenario.random().below(5));
      if (const Person* person = device.document.table<Person>().find(make_id<Person>(number)); person && scenario.random().chance(60)) {
        Person changed = *person;
        changed.name += "x";
        changed.is_external = scenario.random().chance(50);
        scenario.random().chance(25) ? edit.erase(person->id) : edit.update(changed);
      } else {
        edit.create(make_person(number, "new"));
      }
      device.apply(edit);
    }
    const auto shows = [](const Document& document) {
      std::map<RecordId, std::vector<Value>> shown;
      for (const Person& person : document.table<Person>().alive())
        for (const FieldAccess& field : fields_of_kind<Person>()) shown[person.id].push_back(field.read(&person));
      return shown;
    };
    const auto last = shows(device.document);
    std::size_t skipped = 0;
    const std::size_t last_conflicts = conflicts_of(device.document).size();
    while (const auto outcome = device.undo()) skipped += outcome->skipped.size();
    if (!holds(shows(device.document) == shows(before), "undo shows what was there")) return false;
    if (!holds(conflicts_of(device.document).size() == conflicts_of(before).size(), "undo lists the conflicts there were")) return false;
    while (const auto outcome = device.redo()) skipped += outcome->skipped.size();
    if (!holds(conflicts_of(device.document).size() == last_conflicts, "redo settles them again")) return false;
    return holds(shows(device.document) == last, "redo shows it again") && holds(skipped == 0, "nothing is skipped");
  });
}
