#include "app/storage/device_store.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace fullcircle {
namespace {

constexpr std::string_view kRecord = "record";
constexpr std::string_view kUnreadable = ".unreadable";
constexpr std::string_view kWorkspacePrefix = "w.";
constexpr std::string_view kKeyPrefix = "k.";

std::string to_hex_text(std::uint64_t number) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (int i = 15; i >= 0; --i, number >>= 4) text[static_cast<std::size_t>(i)] = kDigits[number & 15];
  return text;
}

template <class Record>
Result<Record> read_as(std::string_view bytes) {
  auto value = parse_json(bytes);
  if (!value) return std::unexpected(value.error());
  Record record;
  if (auto read = from_value(std::move(*value), record); !read) return std::unexpected(read.error());
  return record;
}

std::string name_of(const WorkspaceEntry& entry) { return std::string(kWorkspacePrefix) + to_text(entry.id); }
std::string name_of(const DeviceKey& key) { return std::string(kKeyPrefix) + key.recipient; }

/// Everything but what is stored beside it: no tab writes over another one's workspaces or keys.
DeviceRecord without_parts(DeviceRecord record) {
  record.workspaces.clear();
  record.keys.clear();
  return record;
}

}  // namespace

void DeviceStore::begin() {
  std::array<std::byte, 8> bytes;
  random_.fill(bytes);
  std::uint64_t actor = 1;  // never 0, which means "none"
  for (const std::byte byte : bytes) actor = actor << 8 | std::to_integer<std::uint64_t>(byte);
  record_ = {};
  record_.actor = to_hex_text(actor == 0 ? 1 : actor);
}

void DeviceStore::load(std::function<void(Result<>)> done) {
  auto stored = std::make_shared<std::vector<Blob>>();
  blobs_.read(kDeviceFolder, [](std::string_view name) { return !name.ends_with(kUnreadable); },
              [stored](Blob blob) { stored->push_back(std::move(blob)); }, [this, stored, done](Result<> read) {
                if (!read) {
                  if (record_.actor.empty()) begin();  // a team may be begun all the same: its stamps must be told from everybody else's
                  return done(std::move(read));
                }
                take(*stored, done);
              });
}

void DeviceStore::take(const std::vector<Blob>& stored, std::function<void(Result<>)> done) {
  begin();
  saved_ = {};
  std::vector<WorkspaceEntry> workspaces;
  std::vector<DeviceKey> keys;
  auto transaction = blobs_.begin(kDeviceFolder);
  bool must_save = true;
  for (const Blob& blob : stored) {
    if (blob.name == kRecord) {
      if (auto record = read_as<DeviceRecord>(blob.bytes); record && record->actor.size() == 16) {
        record_ = std::move(*record);
        saved_ = without_parts(record_);
        must_save = false;
        continue;
      }
    } else if (blob.name.starts_with(kKeyPrefix)) {
      if (auto key = read_as<DeviceKey>(blob.bytes); key && blob.name == name_of(*key)) {
        keys.push_back(std::move(*key));
        continue;
      }
    } else if (auto entry = read_as<WorkspaceEntry>(blob.bytes); entry && blob.name == name_of(*entry)) {
      workspaces.push_back(std::move(*entry));
      continue;
    }
    transaction->put(blob.name + std::string(kUnreadable), blob.bytes);
  }
  for (DeviceKey& key : keys) keep_key(std::move(key));
  saved_.workspaces = workspaces;
  for (WorkspaceEntry& entry : workspaces) {
    if (auto* known = find(entry.id)) *known = std::move(entry);
    else record_.workspaces.push_back(std::move(entry));
  }
  if (!must_save) return done({});
  transaction->put(kRecord, to_json(to_value(without_parts(record_))));
  saved_ = record_;
  transaction->commit(std::move(done));
}

void DeviceStore::save(std::function<void(Result<>)> done) {
  auto transaction = blobs_.begin(kDeviceFolder);
  transaction->put(kRecord, to_json(to_value(without_parts(record_))));
  const auto is_in = [](const WorkspaceEntry& entry, const std::vector<WorkspaceEntry>& list) {
    return std::ranges::contains(list, entry.id, &WorkspaceEntry::id);
  };
  for (const WorkspaceEntry& entry : record_.workspaces)
    if (!std::ranges::contains(saved_.workspaces, entry)) transaction->put(name_of(entry), to_json(to_value(entry)));
  for (const WorkspaceEntry& entry : saved_.workspaces)
    if (!is_in(entry, record_.workspaces)) transaction->remove(name_of(entry));
  transaction->commit([this, saved = record_, done = std::move(done)](Result<> result) {
    if (result) saved_ = saved;
    done(std::move(result));
  });
}

void DeviceStore::keep_key(DeviceKey key) {
  auto& keys = record_.keys;
  std::erase_if(keys, [&](const DeviceKey& known) { return known.recipient == key.recipient; });
  keys.insert(std::ranges::upper_bound(keys, key.added_at, std::ranges::greater(), &DeviceKey::added_at), std::move(key));
}

void DeviceStore::load_keys(std::function<void(Result<>)> done) {
  auto found = std::make_shared<std::vector<DeviceKey>>();
  blobs_.read(kDeviceFolder, [](std::string_view name) { return name.starts_with(kKeyPrefix) && !name.ends_with(kUnreadable); },
              [found](const Blob& blob) {
                if (auto key = read_as<DeviceKey>(blob.bytes); key && blob.name == name_of(*key)) found->push_back(std::move(*key));
              },
              [this, found, done = std::move(done)](Result<> read) {
                if (read)
                  for (DeviceKey& key : *found) keep_key(std::move(key));
                done(std::move(read));
              });
}

void DeviceStore::load_workspaces(std::function<void(Result<>)> done) {
  auto found = std::make_shared<std::vector<WorkspaceEntry>>();
  blobs_.read(kDeviceFolder, [](std::string_view name) { return name.starts_with(kWorkspacePrefix) && !name.ends_with(kUnreadable); },
              [found](const Blob& blob) {
                if (auto entry = read_as<WorkspaceEntry>(blob.bytes); entry && blob.name == name_of(*entry)) found->push_back(std::move(*entry));
              },
              [this, found, done = std::move(done)](Result<> read) {
                if (read) {
                  const auto before = std::exchange(saved_.workspaces, *found);
                  for (const WorkspaceEntry& own : record_.workspaces) {  // what was changed here and is not stored yet stays
                    if (std::ranges::contains(before, own)) continue;
                    const auto other = std::ranges::find(*found, own.id, &WorkspaceEntry::id);
                    other == found->end() ? found->push_back(own) : void(*other = own);
                  }
                  record_.workspaces = std::move(*found);
                }
                done(std::move(read));
              });
}

void DeviceStore::forget() { record_ = saved_ = {}; }

void DeviceStore::add_key(DeviceKey key, std::function<void(Result<>)> done) {
  auto transaction = blobs_.begin(kDeviceFolder);
  transaction->put(name_of(key), to_json(to_value(key)));
  transaction->commit([this, key = std::move(key), done = std::move(done)](Result<> saved) {
    if (saved) keep_key(key);
    done(std::move(saved));
  });
}

std::uint64_t DeviceStore::actor() const {
  std::uint64_t actor = 0;
  std::from_chars(record_.actor.data(), record_.actor.data() + record_.actor.size(), actor, 16);
  return actor;
}

WorkspaceEntry* DeviceStore::find(RecordId workspace) {
  const auto found = std::ranges::find(record_.workspaces, workspace, &WorkspaceEntry::id);
  return found == record_.workspaces.end() ? nullptr : &*found;
}

}  // namespace fullcircle
