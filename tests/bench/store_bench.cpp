// Editing and merging at the largest size a workspace is meant for.
#include "store/merge.h"
#include "store/retract.h"
#include "store/undo.h"
#include "support/measure.h"

using namespace fullcircle;
using fullcircle::bench::measure;

namespace {

RecordId id_at(std::uint32_t number) { return {std::uint64_t{number} * 0x9e3779b97f4a7c15, static_cast<std::uint16_t>(number)}; }

/// That many records of a kind, with ids in no particular order.
template <class Entity, class Fill>
Document make_document(std::uint32_t count, Fill&& fill) {
  std::vector<Row<Entity>> rows;
  for (std::uint32_t i = 0; i < count; ++i) {
    Entity entity{.id = Id<Entity>(id_at(i))};
    fill(entity, i);
    rows.emplace_back(std::move(entity), Stamp{std::uint64_t{1000} << 16, 1});
  }
  Document document;
  document.table<Entity>().add_rows(std::move(rows));
  return document;
}

Document make_people(std::uint32_t count) {
  return make_document<Person>(count, [](Person& person, std::uint32_t i) {
    person.name = "Somebody with number " + std::to_string(i);
    person.email = "somebody." + std::to_string(i) + "@example.org";
  });
}

/// One edit of one field of each of the first people, as one delta.
Document rename_people(Document& document, Actor actor, std::uint32_t count) {
  StampClock clock(actor, [actor] { return Instant{static_cast<std::int64_t>(2000 + actor)}; });
  Document deltas;
  for (std::uint32_t i = 0; i < count; ++i) {
    Person person = *document.table<Person>().find(Id<Person>(id_at(i)));
    person.name += " of " + std::to_string(actor);
    Edit edit;
    edit.update(person);
    merge(deltas, apply(document, clock, edit).delta);
  }
  return deltas;
}

}  // namespace

int main() {
  {
    const Document people = make_people(10'000);
    Document edited = people, target, delta;
    const Document edits = rename_people(edited, 2, 1000);
    measure({.name = "1,000 edits merged into 10,000 people", .aim_ms = 10}, [&] { target = people; delta = edits; },
            [&] { merge(target, std::move(delta)); });
    measure({.name = "preview of 1,000 edits on 10,000 people", .aim_ms = 20}, [] {}, [&] { preview_merge(people, edits); });
    measure({.name = "10,000 people merged with a copy that has 1,000 edits", .aim_ms = 50}, [&] { target = people; delta = edited; },
            [&] { merge(target, std::move(delta)); });
    Document missing;
    measure({.name = "what that copy would add, and its retraction", .aim_ms = 50}, [&] { target = edited; },
            [&] {
              missing = compute_missing(people, edited);
              retract(target, missing);
            });
  }
  {
    Document here = make_people(1000), there = here, target;
    rename_people(here, 1, 1000);
    rename_people(there, 2, 1000);
    Document incoming;
    measure({.name = "1,000 people edited on two devices merged: 1,000 conflicts", .aim_ms = 50}, [&] { target = here; incoming = there; },
            [&] { merge(target, std::move(incoming)); });
  }
  {
    Document source, target;
    const Document responses = make_document<FeedbackResponse>(80'000, [](FeedbackResponse&, std::uint32_t) {});
    measure({.name = "80,000 responses loaded into an empty document", .aim_ms = 5}, [&] { source = responses; target = Document(); },
            [&] { merge(target, std::move(source)); });
  }
  {
    const Document goals = make_document<Goal>(50'000, [](Goal& goal, std::uint32_t i) { goal.title = "Goal number " + std::to_string(i); });
    Document target;
    StampClock clock(3, [] { return Instant{3000}; });
    Goal fresh{.id = Id<Goal>(id_at(60'000))};
    Edit edit;
    edit.create(fresh);
    measure({.name = "a goal created among 50,000", .aim_ms = 16}, [&] { target = goals; }, [&] { apply(target, clock, edit); });
  }
  return 0;
}
