#include "app/storage/device_store.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace fullcircle {
namespace {

constexpr std::string_view kFolder = "device";
constexpr std::string_view kRecord = "record";
constexpr std::string_view kUnreadable = "record.unreadable";

std::string to_hex_text(std::uint64_t number) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (int i = 15; i >= 0; --i, number >>= 4) text[static_cast<std::size_t>(i)] = kDigits[number & 15];
  return text;
}

Result<DeviceRecord> read_record(std::string_view bytes) {
  auto value = parse_json(bytes);
  if (!value) return std::unexpected(value.error());
  DeviceRecord record;
  if (auto read = from_value(std::move(*value), record); !read) return std::unexpected(read.error());
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
  auto stored = std::make_shared<std::string>();
  blobs_.read(kFolder, [](std::string_view name) { return name == kRecord; }, [stored](Blob blob) { *stored = std::move(blob.bytes); },
              [this, stored, done](Result<> read) {
                if (!read) return done(std::move(read));
                take(*stored, done);
              });
}

void DeviceStore::take(const std::string& stored, std::function<void(Result<>)> done) {
  if (auto record = read_record(stored); record && record->actor.size() == 16) {
    record_ = std::move(*record);
    return done({});
  }
  begin();
  auto transaction = blobs_.begin(kFolder);
  if (!stored.empty()) transaction->put(kUnreadable, stored);
  transaction->put(kRecord, to_json(to_value(record_)));
  transaction->commit(std::move(done));
}

void DeviceStore::save(std::function<void(Result<>)> done) {
  auto transaction = blobs_.begin(kFolder);
  transaction->put(kRecord, to_json(to_value(record_)));
  transaction->commit(std::move(done));
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
