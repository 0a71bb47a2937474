#include <algorithm>

#include "app/files/record_codec.h"
#include "app/files/record_keys.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

/// A field that was written after the record was created: its links stand in `_t`, its value under its own key.
struct OwnStamp {
  std::string key;
  Version version;
  bool has_value = false;
};

/// Needs `_t` before the fields, as we write it; a record in which it comes later is gone through twice. A deletion alone has none.
class RecordReader {
 public:
  RecordReader(JsonReader& json, const ActorAliases& actors, RecordAccess record) : json_(json), actors_(actors), record_(record) {}

  bool read() {
    if (!json_.begin_object()) return false;
    const auto start = json_.mark();
    if (!read_members(true)) return false;
    if (!has_stamps_ && !has_life_) return json_.reject(file_error::kMissing, record_key::kStamps);
    if (has_skipped_) {
      json_.rewind(start);
      if (!read_members(false)) return false;
    }
    add_absent_values();
    return !record_.id.is_none() || json_.reject(file_error::kMissing, record_key::kId);
  }

 private:
  bool read_members(bool is_first_time) {
    std::size_t hint = 0;
    std::string_view key;
    while (json_.next_key(key)) {
      const bool is_reserved = key.starts_with('_') && (key == record_key::kBases || key == record_key::kLife || key == record_key::kStamps || key == record_key::kOlder);
      bool is_read;
      if (is_reserved) {
        is_read = is_first_time ? read_reserved(key) : json_.skip();
      } else if (is_first_time && !has_stamps_) {
        has_skipped_ = true;
        is_read = json_.skip();
      } else if (is_first_time || has_skipped_) {
        is_read = key == record_key::kId ? read_json(json_, record_.id) : read_field(key, hint);
      } else {
        is_read = json_.skip();
      }
      if (!is_read) return false;
    }
    return !json_.failed();
  }

  bool read_reserved(std::string_view key) {
    if (key == record_key::kStamps) return read_own_stamps();
    if (key == record_key::kOlder) return read_older();
    if (key == record_key::kLife) {
      has_life_ = true;
      return read_life();
    }
    std::vector<Stamp> bases;
    if (!read_stamps(bases)) return false;
    for (const Stamp base : bases) add_base(record_.row, base);
    return true;
  }

  bool read_stamp(Stamp& stamp) {
    std::string_view text;
    if (!json_.read_text_view(text)) return false;
    const auto parsed = actors_.parse_stamp(text);
    if (parsed) stamp = *parsed;
    return parsed || json_.reject(file_error::kValue, "stamp as \"0 1763563923123\" of an actor listed");
  }

  bool read_stamps(std::vector<Stamp>& stamps) {
    if (!json_.begin_list()) return false;
    while (json_.next_item())
      if (!read_stamp(stamps.emplace_back())) return false;
    return !json_.failed();
  }

  /// A stamp, or a list: stamp, the one it replaced ("" for none), further ones it settled.
  bool read_links(Version& version) {
    if (json_.peek() == JsonType::text) return read_stamp(version.stamp);
    if (!json_.begin_list()) return false;
    for (int position = 0; json_.next_item(); ++position) {
      if (position == 1) {
        std::string_view text;
        const auto before = json_.mark();
        if (!json_.read_text_view(text)) return false;
        if (text.empty()) continue;
        json_.rewind(before);
      }
      if (!read_stamp(position == 0 ? version.stamp : position == 1 ? version.previous : version.settled.emplace_back())) return false;
    }
    std::ranges::sort(version.settled);
    return !json_.failed() && (!version.stamp.is_none() || json_.reject(file_error::kValue, "stamp"));
  }

  bool read_own_stamps() {
    has_stamps_ = true;
    if (json_.peek() == JsonType::text) {
      Stamp base;
      if (!read_stamp(base)) return false;
      add_base(record_.row, base);
      return true;
    }
    if (!json_.begin_object()) return false;
    std::string_view key;
    while (json_.next_key(key)) {
      if (key == record_key::kBaseStamp) {
        Stamp base;
        if (!read_stamp(base)) return false;
        add_base(record_.row, base);
      } else {
        OwnStamp& own = own_.emplace_back();
        own.key = key;
        if (!read_links(own.version)) return false;
      }
    }
    sort_stably(own_, {}, &OwnStamp::key);
    return !json_.failed();
  }

  bool read_life() {
    if (!json_.begin_list()) return false;
    while (json_.next_item()) {
      LifecycleEvent event;
      if (!json_.begin_object()) return false;
      std::string_view key;
      bool is_read = true;
      while (is_read && json_.next_key(key)) {
        if (key == "t") {
          is_read = read_stamp(event.stamp);
        } else if (key == "erase" || key == "restore") {
          event.action = key == "erase" ? LifecycleAction::erase : LifecycleAction::restore;
          is_read = read_stamps(event.names);
        } else {
          is_read = json_.skip();
        }
      }
      if (!is_read || json_.failed()) return false;
      if (event.stamp.is_none()) return json_.reject(file_error::kMissing, "t");
      std::ranges::sort(event.names);
      add_event(record_.row, std::move(event));
    }
    return !json_.failed();
  }

  bool read_older() {
    if (!json_.begin_object()) return false;
    std::string_view key;
    while (json_.next_key(key)) {
      const std::string field(key);
      if (!json_.begin_list()) return false;
      while (json_.next_item())
        if (!read_older_version(field)) return false;
    }
    return !json_.failed();
  }

  bool read_older_version(const std::string& field) {
    Version version;
    if (!json_.begin_object()) return false;
    std::string_view key;
    while (json_.next_key(key)) {
      const bool is_read = key == "t" ? read_links(version) : key == "v" ? json_.read_value(version.value) : json_.skip();
      if (!is_read) return false;
    }
    if (json_.failed()) return false;
    if (version.stamp.is_none()) return json_.reject(file_error::kMissing, "t");
    add_version(record_.row, field, std::move(version));
    return true;
  }

  bool read_field(std::string_view key, std::size_t& hint) {
    const FieldAccess* known = find_field(record_.type, key, hint);
    OwnStamp* own = find_own(key);
    const bool is_plain = known && !own && !record_.row.state.find_state(known->id) && !record_.row.state.is_partial();
    if (is_plain) {
      const auto before = json_.mark();
      if (read_json(json_, *known->type, known->in(record_.row.entity))) return true;
      if (json_.error().code != file_error::kValue) return false;
      json_.rewind(before);
      known->reset(record_.row.entity);
    } else if (!own && record_.row.state.is_partial()) {
      return json_.reject(file_error::kMissing, "_t." + std::string(key));
    }
    Version version = own ? own->version : Version{.stamp = record_.row.state.base};
    const std::string name(key);
    if (own) own->has_value = true;
    if (!json_.read_value(version.value)) return false;
    add_version(record_.row, name, std::move(version));
    return true;
  }

  OwnStamp* find_own(std::string_view key) {
    const auto at = std::ranges::lower_bound(own_, key, {}, &OwnStamp::key);
    return at != own_.end() && at->key == key ? &*at : nullptr;
  }

  /// A field with a stamp and no value has its default.
  void add_absent_values() {
    for (OwnStamp& own : own_) {
      if (own.has_value) continue;
      if (const FieldAccess* field = find_field(record_.row.fields, std::string_view(own.key))) own.version.value = field->default_value();
      add_version(record_.row, own.key, std::move(own.version));
    }
  }

  JsonReader& json_;
  const ActorAliases& actors_;
  RecordAccess record_;
  std::vector<OwnStamp> own_;  ///< ascending by key
  bool has_stamps_ = false;
  bool has_life_ = false;
  bool has_skipped_ = false;
};

}  // namespace

bool read_record(JsonReader& json, const ActorAliases& actors, RecordAccess record) { return RecordReader(json, actors, record).read(); }

}  // namespace fullcircle
