// What this device remembers besides the workspaces themselves: which there are, how the person likes the app, who they are.
#pragma once

#include "model/person.h"
#include "model/value_codec.h"

namespace fullcircle {

enum class ThemeChoice : std::uint8_t { system, light, dark };
FULLCIRCLE_ENUM_NAMES(ThemeChoice, "theme", "system", "light", "dark");

struct Preferences {
  ThemeChoice theme = ThemeChoice::system;
  std::string language;  ///< empty: the browser's
  bool has_compact_rows = false;
  UnknownKeys unknown;
  bool operator==(const Preferences&) const = default;
};
constexpr auto fields_of(Preferences*) {
  using P = Preferences;
  return std::tuple{Field{1, "theme", &P::theme}, Field{2, "language", &P::language}, Field{3, "compactRows", &P::has_compact_rows}};
}
static_assert(table_is_complete<Preferences>());

struct WorkspaceEntry {
  RecordId id;
  std::string name;
  Instant last_opened;
  std::optional<Instant> last_backup;
  bool is_sample = false;
  Id<Person> me;  ///< who uses this device in that workspace
  bool is_deleted = false;  ///< its bytes are kept until `purge_after`, so that deleting can be undone
  std::optional<Instant> purge_after;
  bool is_archived = false;            ///< kept, but not among the teams to choose from
  std::optional<Instant> changed_at;   ///< its last change, as of the last time it was open here
  std::int32_t byte_count = 0;         ///< what it takes here, as of then
  std::string shared_as;               ///< the name of the own copy in the shared folder; empty: none is used
  UnknownKeys unknown;
  bool operator==(const WorkspaceEntry&) const = default;
};
constexpr auto fields_of(WorkspaceEntry*) {
  using E = WorkspaceEntry;
  return std::tuple{Field{1, "id", &E::id},
                    Field{2, "name", &E::name},
                    Field{3, "lastOpened", &E::last_opened},
                    Field{4, "lastBackup", &E::last_backup},
                    Field{5, "isSample", &E::is_sample},
                    Field{6, "me", &E::me},
                    Field{7, "isDeleted", &E::is_deleted},
                    Field{8, "purgeAfter", &E::purge_after},
                    Field{9, "isArchived", &E::is_archived},
                    Field{10, "changedAt", &E::changed_at},
                    Field{11, "byteCount", &E::byte_count},
                    Field{12, "sharedAs", &E::shared_as}};
}
static_assert(table_is_complete<WorkspaceEntry>());

/// A pair of keys in the age format. Never taken away again: files that were encrypted to it may still arrive.
struct DeviceKey {
  std::string recipient;  ///< "age1…": what is encrypted to it,
  std::string identity;   ///< "AGE-SECRET-KEY-1…": opens with this
  Instant added_at;       ///< the newest is the one given to others
  UnknownKeys unknown;
  bool operator==(const DeviceKey&) const = default;
};
constexpr auto fields_of(DeviceKey*) {
  using K = DeviceKey;
  return std::tuple{Field{1, "recipient", &K::recipient}, Field{2, "identity", &K::identity}, Field{3, "addedAt", &K::added_at}};
}
static_assert(table_is_complete<DeviceKey>());

struct DeviceRecord {
  std::string actor;  ///< 16 hexadecimal digits: who stamps edits made here; drawn on first use
  RecordId last_workspace;
  std::vector<WorkspaceEntry> workspaces;
  Preferences preferences;
  std::vector<DeviceKey> keys;  ///< newest first
  UnknownKeys unknown;
  bool operator==(const DeviceRecord&) const = default;
};
constexpr auto fields_of(DeviceRecord*) {
  using D = DeviceRecord;
  return std::tuple{Field{1, "actor", &D::actor}, Field{2, "lastWorkspace", &D::last_workspace}, Field{3, "workspaces", &D::workspaces},
                    Field{4, "preferences", &D::preferences}, Field{5, "keys", &D::keys}};
}
static_assert(table_is_complete<DeviceRecord>());

}  // namespace fullcircle
