// All records of a workspace, or of any part of one: a snapshot, a journal segment and a file from somebody else are documents too.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "store/table.h"

namespace fullcircle {

/// Records of a kind only a newer program knows.
struct UnknownKind {
  std::string key;
  Table<UnknownRecord> table;
};

/// What people call the device behind an actor: "Anna's laptop". The latest name stays.
struct ActorName {
  Actor actor = 0;
  Stamp named;
  std::string name;

  auto operator<=>(const ActorName&) const = default;
};

class Document {
 public:
  Document();
  Document(const Document& other);
  Document(Document&& other) noexcept;
  Document& operator=(const Document& other);
  Document& operator=(Document&& other) noexcept;
  ~Document();

  template <class Entity>
  Table<Entity>& table() {
    return std::get<Table<Entity>>(tables_);
  }
  template <class Entity>
  const Table<Entity>& table() const {
    return std::get<Table<Entity>>(tables_);
  }
  AnyTable& table(KindIndex kind);
  const AnyTable& table(KindIndex kind) const { return const_cast<Document*>(this)->table(kind); }

  /// Ascending by key.
  const std::vector<UnknownKind>& unknown_kinds() const { return unknown_kinds_; }
  /// The table of a kind by a key this program does not know; made when it is not there.
  Table<UnknownRecord>& unknown_table(std::string_view key);
  /// The same to read; an empty one when it is not there.
  const Table<UnknownRecord>& find_unknown_table(std::string_view key) const;

  /// The workspace this is (part of); none until it is known. Two different ones: the greater, so that merging stays commutative;
  /// the app asks before it merges another workspace's file.
  RecordId workspace() const { return workspace_; }
  void set_workspace(RecordId id) { workspace_ = id; }

  /// Ascending by actor.
  const std::vector<ActorName>& actor_names() const { return actor_names_; }
  /// Nothing happens when a later name is known.
  void name_actor(ActorName name);
  /// Empty when nobody named it.
  std::string_view name_of(Actor actor) const;

  /// Records alive, of known kinds.
  std::size_t size() const;
  /// No rows at all, not even deleted ones.
  bool has_no_rows() const;
  /// Raised by every change to any table.
  std::uint64_t revision() const;
  /// The greatest stamp anywhere; what a clock must observe after this document came in.
  Stamp greatest_stamp() const;

 private:
  template <class... Entities>
  static std::tuple<Table<Entities>...> tables_for(KindList<Entities...>);

  decltype(tables_for(AllKinds{})) tables_;
  std::vector<UnknownKind> unknown_kinds_;
  RecordId workspace_;
  std::vector<ActorName> actor_names_;
};

/// Same content: same rows, versions, deletions and names, whatever the order they came in.
bool same_content(const Document& left, const Document& right);

}  // namespace fullcircle
