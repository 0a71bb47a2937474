#include "store/scenario.h"

#include "store/row_content.h"

namespace fullcircle::test {
namespace {

constexpr std::int64_t kYearMs = std::int64_t{365} * 86'400'000;
constexpr std::uint16_t kIdCount = 3;

template <class Entity>
void keep_some_fields(const Table<Entity>& from, Table<Entity>& into, Random& random) {
  std::vector<Row<Entity>> rows;
  for (const Row<Entity>& row : from.rows()) {
    if (random.chance(30)) continue;
    RowContent content = content_of(row_ref(row));
    content.bases.clear();
    std::erase_if(content.fields, [&](const auto&) { return random.chance(50); });
    if (content.empty()) continue;  // no file mentions a record of which it says nothing
    add_content(row_ref(rows.emplace_back(Entity{.id = row.entity.id})), std::move(content));
  }
  into.add_rows(std::move(rows));
}

}  // namespace

Scenario::Scenario(std::uint64_t seed) : random_(seed) {
  const std::size_t count = 2 + random_.below(4);
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_copied_profile = i > 0 && random_.chance(15);
    const auto offset = static_cast<std::int64_t>(random_.below(2 * kYearMs)) - kYearMs;
    devices_.emplace_back(is_copied_profile ? 1 : i + 1, is_copied_profile || i == 0 ? kStartMs : kStartMs + offset);
  }
}

std::vector<Document> Scenario::documents() const {
  std::vector<Document> documents;
  for (const Device& device : devices_) documents.push_back(device.document);
  return documents;
}

void Scenario::run(std::size_t steps) {
  for (std::size_t i = 0; i < steps; ++i) {
    if (random_.chance(30))
      for (Device& device : devices_) device.wait_ms(1);
    step(devices_[random_.below(devices_.size())]);
  }
}

void Scenario::step(Device& device) {
  switch (random_.below(12)) {
    case 0: case 1: return create_something(device);
    case 2: case 3: case 4: return edit_something(device);
    case 5: return erase_or_restore(device);
    case 6: device.undo(); return;
    case 7: random_.chance(50) ? device.redo() : device.undo(); return;
    case 8: return settle_something(device);
    case 9: return write_as_newer_program(device);
    default: return receive_something(device);
  }
}

void Scenario::create_something(Device& device) {
  random_.chance(50) ? device.create(random_person()) : device.create(random_goal());
}

void Scenario::edit_something(Device& device) {
  Edit edit("edit.some");
  for (const Person& person : device.document.table<Person>().alive()) {
    Person changed = person;
    change(changed);
    if (random_.chance(50)) edit.update(person, changed);
  }
  for (const Goal& goal : device.document.table<Goal>().alive()) {
    Goal changed = goal;
    change(changed);
    if (random_.chance(50)) edit.update(changed);
  }
  device.apply(edit);
}

void Scenario::erase_or_restore(Device& device) {
  const auto number = static_cast<std::uint16_t>(random_.below(kIdCount));
  Edit edit("edit.life");
  if (random_.chance(70)) {
    random_.chance(50) ? edit.erase(make_id<Person>(number)) : edit.erase(make_id<Goal>(number));
  } else {
    random_.chance(50) ? edit.restore(make_id<Person>(number)) : edit.restore(make_id<Goal>(number));
  }
  device.apply(edit);
}

void Scenario::settle_something(Device& device) {
  for (const Conflict& conflict : conflicts_of(device.document)) {
    if (random_.chance(50)) continue;
    const bool takes_shown = random_.chance(50);
    device.keep(settle(device.document, device.clock(), conflict, takes_shown ? conflict.shown.value : conflict.others.front().value));
  }
  for (const auto& [kind, id] : edited_while_deleted(device.document))
    if (random_.chance(50)) device.keep(settle_deletion(device.document, device.clock(), kind, id, random_.chance(50)));
}

/// Unknown keys, an unknown kind, and a value of a known field this program cannot read.
void Scenario::write_as_newer_program(Device& device) {
  const Stamp stamp = device.clock().next();
  const auto number = static_cast<std::uint16_t>(random_.below(kIdCount));
  Document delta;
  std::vector<Row<Person>> people(1, Row<Person>(Person{.id = make_id<Person>(number)}));
  const auto* present = device.document.table<Person>().find_row(make_id<Person>(number));
  const Stamp previous = present && random_.chance(70) ? shown_stamp(*present, 10) : Stamp{};
  if (random_.chance(50))
    add_version(row_ref(people[0]), "coachingStyle", {.stamp = stamp, .previous = previous, .value = "style_" + random_word()});
  else
    add_version(row_ref(people[0]), "mood" + random_word(), {.stamp = stamp, .value = Value::List{random_word(), 4}});
  delta.table<Person>().add_rows(std::move(people));
  std::vector<Row<UnknownRecord>> badges(1, Row<UnknownRecord>(UnknownRecord{make_id<UnknownRecord>(number)}, random_.chance(50) ? stamp : Stamp{}));
  add_version(row_ref(badges[0]), "title", {.stamp = stamp, .value = random_word()});
  if (random_.chance(50)) delta.unknown_table("badges").add_rows(std::move(badges));
  device.receive(delta);
}

void Scenario::receive_something(Device& device) {
  const Device& sender = devices_[random_.below(devices_.size())];
  if (&sender == &device) return;
  const std::size_t way = random_.below(3);
  if (way == 0) return device.receive(sender.document);
  if (way == 1) return device.receive(filtered(sender.document, random_));
  if (!sender.journal.empty()) device.receive(sender.journal[random_.below(sender.journal.size())]);
}

std::string Scenario::random_word() { return std::string(1, static_cast<char>('a' + random_.below(4))); }

Person Scenario::random_person() {
  Person person{.id = make_id<Person>(static_cast<std::uint16_t>(random_.below(kIdCount)))};
  change(person);
  return person;
}

Goal Scenario::random_goal() {
  Goal goal{.id = make_id<Goal>(static_cast<std::uint16_t>(random_.below(kIdCount)))};
  change(goal);
  return goal;
}

void Scenario::change(Person& person) {
  if (random_.chance(60)) person.name = random_.chance(20) ? "" : random_word();
  if (random_.chance(20)) person.manager = make_id<Person>(static_cast<std::uint16_t>(random_.below(kIdCount)));
  if (random_.chance(20)) person.is_external = !person.is_external;
  if (random_.chance(20)) person.coaching_style = static_cast<CoachingStyle>(random_.below(3));
  if (random_.chance(20)) person.joined_day = random_.chance(30) ? std::nullopt : std::optional(Day{static_cast<int>(random_.below(3))});
}

void Scenario::change(Goal& goal) {
  if (random_.chance(60)) goal.title = random_word();
  if (random_.chance(30)) goal.weight_percent = static_cast<double>(random_.below(3)) * 12.5;
  if (random_.chance(20)) goal.baseline = random_.chance(30) ? std::nullopt : std::optional(0.0);
  if (random_.chance(20)) goal.owner_agreed_at = Instant{static_cast<std::int64_t>(random_.below(3))};
  if (random_.chance(20)) {
    goal.milestones.resize(random_.below(3));
    for (Milestone& milestone : goal.milestones) {
      milestone.title = random_word();
      if (random_.chance(20)) milestone.unknown.members = {{"colour", random_word()}};
    }
  }
}

Document filtered(const Document& document, Random& random) {
  Document part;
  keep_some_fields(document.table<Person>(), part.table<Person>(), random);
  keep_some_fields(document.table<Goal>(), part.table<Goal>(), random);
  return part;
}

}  // namespace fullcircle::test
