// A team in the middle of a cycle, small enough to be seen at once: Ada is reviewed; her manager Bo, her peers and herself are asked.
#pragma once

#include <doctest/doctest.h>

#include "app/files/document_writer.h"
#include "store/edit.h"
#include "store/merge.h"

namespace fullcircle {

inline constexpr std::int64_t kTeamStart = 1'763'563'923'000;

template <class Entity>
Id<Entity> nth(std::uint64_t number) {
  return Id<Entity>(RecordId{number, 1});
}

struct SmallTeam {
  StampClock clock{0xA1, [this] { return Instant{now += 1000}; }};
  std::int64_t now = kTeamStart;
  Document document;
  Id<Person> ada = nth<Person>(1), bo = nth<Person>(2), cy = nth<Person>(3), di = nth<Person>(4), customer = nth<Person>(5);
  Id<ReviewCycle> cycle = nth<ReviewCycle>(20);
  Id<ReviewForm> form = nth<ReviewForm>(21);
  Id<FeedbackRequest> from_ada = nth<FeedbackRequest>(30), from_bo = nth<FeedbackRequest>(31), from_cy = nth<FeedbackRequest>(32);

  SmallTeam() {
    Edit edit("edit.test");
    edit.create(Workspace{.id = nth<Workspace>(9), .name = "Harbour", .lead = bo});
    edit.create(Role{.id = nth<Role>(10), .name = "Engineer"});
    edit.create(Unit{.id = nth<Unit>(11), .name = "Product"});
    edit.create(Person{.id = ada, .name = "Ada Lovelace", .email = "ada@example.org", .staff_number = "7", .role = nth<Role>(10), .unit = nth<Unit>(11), .manager = bo,
                       .coaching_wish = "Short and straight", .lead_note = "SECRET-LEAD-NOTE"});
    edit.create(Person{.id = bo, .name = "Bo Berg", .email = "bo@example.org", .unit = nth<Unit>(11)});
    edit.create(Person{.id = cy, .name = "Cy Young", .email = "cy@example.org", .unit = nth<Unit>(11), .manager = bo});
    edit.create(Person{.id = di, .name = "Di Diaz", .unit = nth<Unit>(11), .manager = bo});
    edit.create(Person{.id = customer, .name = "Outside Customer", .email = "customer@example.com", .is_external = true});
    edit.create(Competency{.id = nth<Competency>(12), .name = "Clarity", .anchors = {{.level = 1, .label = "Rarely"}, {.level = 5, .label = "Always"}}});
    ReviewForm review_form{.id = form, .name = "Review"};
    review_form.sections = {{.title = "Work",
                             .items = {{.key = "clear", .text = "{{name}} writes clearly", .competency = nth<Competency>(12)},
                                       {.key = "choice", .kind = ItemKind::choice, .text = "Pick", .options = {"a", "b"}},
                                       {.key = "lead", .text = "Leads well", .groups = {RaterGroup::report}},
                                       {.key = "open", .kind = ItemKind::text, .text = "Anything else?"}}}};
    edit.create(review_form);
    ReviewCycle review_cycle{.id = cycle, .name = "Autumn", .state = CycleState::open, .form = form};
    edit.create(review_cycle);
    edit.create(request(from_ada, ada, RaterGroup::self, '1'));
    edit.create(request(from_bo, bo, RaterGroup::manager, '2'));
    edit.create(request(from_cy, cy, RaterGroup::peer, '3'));
    apply(edit);
  }

  FeedbackRequest request(Id<FeedbackRequest> id, Id<Person> rater, RaterGroup group, char digit) const {
    return {.id = id, .cycle = cycle, .subject = ada, .rater = rater, .group = group, .due_day = parse_day("2025-11-30"), .token = std::string(32, digit)};
  }

  Applied apply(const Edit& edit) { return fullcircle::apply(document, clock, edit); }
  template <class Entity>
  const Entity& get(Id<Entity> id) const {
    const Entity* found = document.table<Entity>().find(id);
    REQUIRE(found);
    return *found;
  }
  template <class Entity>
  void change(Id<Entity> id, const std::function<void(Entity&)>& with) {
    Entity after = get(id);
    with(after);
    Edit edit("edit.test");
    edit.update(after);
    apply(edit);
  }
};

}  // namespace fullcircle
