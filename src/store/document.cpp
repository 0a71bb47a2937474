#include "store/document.h"

#include <algorithm>

namespace fullcircle {
namespace {

bool same_rows(const AnyTable& left, const AnyTable& right) {
  const RowList &some = left.list(), &other = right.list();
  if (some.size() != other.size()) return false;
  for (std::size_t at = 0; at < some.size(); ++at)
    if (some.id(at) != other.id(at) || !same_row(some[at], other[at])) return false;
  return true;
}

bool same_unknown_kinds(const Document& left, const Document& right) {
  const auto all_in = [](const Document& some, const Document& other) {
    return std::ranges::all_of(some.unknown_kinds(), [&](const UnknownKind& kind) {
      return same_rows(kind.table, other.find_unknown_table(kind.key));
    });
  };
  return all_in(left, right) && all_in(right, left);
}

Stamp greatest_in(const AnyTable& table) {
  Stamp greatest;
  for (std::size_t at = 0; at < table.list().size(); ++at) greatest = std::max(greatest, fullcircle::greatest_stamp(table.list().state(at)));
  return greatest;
}

}  // namespace

Document::Document() = default;
Document::Document(const Document& other) = default;
Document::Document(Document&& other) noexcept = default;
Document& Document::operator=(const Document& other) = default;
Document& Document::operator=(Document&& other) noexcept = default;
Document::~Document() = default;

AnyTable& Document::table(KindIndex kind) {
  AnyTable* found = nullptr;
  for_each_kind([&]<class Entity>() {
    if (kKindIndex<Entity> == kind) found = &table<Entity>();
  });
  return *found;
}

const Table<UnknownRecord>& Document::find_unknown_table(std::string_view key) const {
  static const Table<UnknownRecord> kNone;
  const auto at = std::ranges::find(unknown_kinds_, key, &UnknownKind::key);
  return at == unknown_kinds_.end() ? kNone : at->table;
}

Table<UnknownRecord>& Document::unknown_table(std::string_view key) {
  auto at = std::ranges::lower_bound(unknown_kinds_, key, {}, &UnknownKind::key);
  if (at == unknown_kinds_.end() || at->key != key) at = unknown_kinds_.insert(at, UnknownKind{std::string(key), {}});
  return at->table;
}

void Document::name_actor(ActorName name) {
  const auto at = std::ranges::lower_bound(actor_names_, name.actor, {}, &ActorName::actor);
  if (at == actor_names_.end() || at->actor != name.actor)
    actor_names_.insert(at, std::move(name));
  else
    *at = std::max(*at, std::move(name));
}

std::string_view Document::name_of(Actor actor) const {
  const auto at = std::ranges::lower_bound(actor_names_, actor, {}, &ActorName::actor);
  return at != actor_names_.end() && at->actor == actor ? std::string_view(at->name) : std::string_view();
}

std::size_t Document::size() const {
  std::size_t sum = 0;
  for (KindIndex kind = 0; kind < kKindCount; ++kind) sum += table(kind).size();
  return sum;
}

bool Document::has_no_rows() const {
  for (KindIndex kind = 0; kind < kKindCount; ++kind)
    if (!table(kind).list().empty()) return false;
  return std::ranges::all_of(unknown_kinds_, [](const UnknownKind& kind) { return kind.table.list().empty(); });
}

std::uint64_t Document::revision() const {
  std::uint64_t sum = 0;
  for (KindIndex kind = 0; kind < kKindCount; ++kind) sum += table(kind).revision();
  for (const UnknownKind& kind : unknown_kinds_) sum += kind.table.revision();
  return sum;
}

Stamp Document::greatest_stamp() const {
  Stamp greatest;
  for (KindIndex kind = 0; kind < kKindCount; ++kind) greatest = std::max(greatest, greatest_in(table(kind)));
  for (const UnknownKind& kind : unknown_kinds_) greatest = std::max(greatest, greatest_in(kind.table));
  return greatest;
}

bool same_content(const Document& left, const Document& right) {
  bool same = left.workspace() == right.workspace() && left.actor_names() == right.actor_names() && same_unknown_kinds(left, right);
  for (KindIndex kind = 0; kind < kKindCount; ++kind) same = same && same_rows(left.table(kind), right.table(kind));
  return same;
}

}  // namespace fullcircle
