#include <algorithm>

#include "app/files/record_codec.h"
#include "app/files/record_keys.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

class RecordWriter {
 public:
  RecordWriter(std::string& out, ActorAliases& actors, ConstRecordAccess record)
      : out_(out), actors_(actors), record_(record), detail_(record.row.state.detail ? &*record.row.state.detail : nullptr) {}

  void write() {
    out_ += "  {";
    if (detail_) write_bases();
    if (detail_) write_life();
    write_stamps();
    if (detail_) write_older();
    write_fields();
    out_ += "\n  }";
  }

 private:
  void open_member(std::string_view key) {
    out_ += std::exchange(is_first_, false) ? "\n   " : ",\n   ";
    append_json_text(out_, key);
    out_ += ": ";
  }

  void write_stamp(Stamp stamp) {
    out_ += '"';
    if (!stamp.is_none()) actors_.append_stamp(out_, stamp);
    out_ += '"';
  }

  void write_list(const std::vector<Stamp>& stamps) {
    out_ += '[';
    for (const Stamp& stamp : stamps) {
      if (&stamp != stamps.data()) out_ += ", ";
      write_stamp(stamp);
    }
    out_ += ']';
  }

  /// A version's own stamp alone, or in a list with what it replaced.
  void write_links(Stamp stamp, Stamp previous, const std::vector<Stamp>& settled) {
    if (previous.is_none() && settled.empty()) return write_stamp(stamp);
    std::vector<Stamp> links = {stamp, previous};
    links.insert(links.end(), settled.begin(), settled.end());
    write_list(links);
  }

  void write_bases() {
    if (detail_->other_bases.empty()) return;
    open_member(record_key::kBases);
    write_list(detail_->other_bases);
  }

  void write_life() {
    if (detail_->events.empty()) return;
    open_member(record_key::kLife);
    char before = '[';
    for (const LifecycleEvent& event : detail_->events) {
      out_ += before;
      if (before == ',') out_ += ' ';
      before = ',';
      out_ += event.action == LifecycleAction::erase ? "{\"erase\": " : "{\"restore\": ";
      write_list(event.names);
      out_ += ", \"t\": ";
      write_stamp(event.stamp);
      out_ += '}';
    }
    out_ += ']';
  }

  /// Unknown fields say the same as known ones, but are kept otherwise.
  bool needs_stamp(const UnknownField& field) const {
    const Version& shown = field.versions.front();
    return shown.stamp != record_.row.state.base || !shown.previous.is_none() || !shown.settled.empty();
  }

  void write_stamps() {
    const Stamp base = record_.row.state.base;
    struct Own {
      std::string_view key;
      Stamp stamp, previous;
      const std::vector<Stamp>* settled;
    };
    std::vector<Own> own;
    if (detail_) {
      for (const FieldState& state : detail_->fields)
        own.push_back({find_field(record_.row.fields, state.field)->key, state.stamp, state.previous, &state.settled});
      for (const UnknownField& field : detail_->unknown) {
        const Version& shown = field.versions.front();
        if (needs_stamp(field)) own.push_back({field.key, shown.stamp, shown.previous, &shown.settled});
      }
      sort_stably(own, {}, &Own::key);
    }
    if (base.is_none() && own.empty()) return;
    open_member(record_key::kStamps);
    if (own.empty()) return write_stamp(base);
    char before = '{';
    const auto open = [&](std::string_view key) {
      out_ += before;
      if (before == ',') out_ += ' ';
      before = ',';
      append_json_text(out_, key);
      out_ += ": ";
    };
    if (!base.is_none()) {
      open(record_key::kBaseStamp);
      write_stamp(base);
    }
    for (const Own& field : own) {
      open(field.key);
      write_links(field.stamp, field.previous, *field.settled);
    }
    out_ += '}';
  }

  void write_older() {
    struct Older {
      std::string_view key;
      std::span<const Version> versions;
    };
    std::vector<Older> older;
    for (const FieldState& state : detail_->fields)
      if (!state.older.empty()) older.push_back({find_field(record_.row.fields, state.field)->key, state.older});
    for (const UnknownField& field : detail_->unknown)
      if (field.versions.size() > 1) older.push_back({field.key, std::span(field.versions).subspan(1)});
    if (older.empty()) return;
    sort_stably(older, {}, &Older::key);
    open_member(record_key::kOlder);
    char before = '{';
    for (const Older& field : older) {
      out_ += before;
      if (before == ',') out_ += ' ';
      before = ',';
      append_json_text(out_, field.key);
      out_ += ": ";
      write_versions(field.versions);
    }
    out_ += '}';
  }

  void write_versions(std::span<const Version> versions) {
    char before = '[';
    for (const Version& version : versions) {
      out_ += before;
      if (before == ',') out_ += ' ';
      before = ',';
      out_ += "{\"t\": ";
      write_links(version.stamp, version.previous, version.settled);
      out_ += ", \"v\": ";
      append_json(out_, version.value);
      out_ += '}';
    }
    out_ += ']';
  }

  void write_fields() {
    bool has_id = false;
    std::size_t unknown = 0;
    const auto write_until = [&](const std::string_view* key) {
      if (!has_id && (!key || *key > record_key::kId)) {
        has_id = true;
        write_unknown_until(unknown, &record_key::kId);
        open_member(record_key::kId);
        append_json(out_, record_.id);
      }
      write_unknown_until(unknown, key);
    };
    for (std::size_t i = 0; i < record_.type.by_key.size(); ++i) {
      const FieldAccess& field = record_.type.field_by_key(i);
      write_until(&field.key);
      const FieldState* state = detail_ ? record_.row.state.find_state(field.id) : nullptr;
      const bool is_stated = state || (!record_.row.state.is_partial() && !field.is_default(record_.row.entity));
      if (!is_stated) continue;
      open_member(field.key);
      if (state && state->is_raw)
        append_json(out_, state->raw);
      else
        append_json(out_, *field.type, field.in(record_.row.entity));
    }
    write_until(nullptr);
  }

  /// Unknown fields with a key before `key`, or all that are left.
  void write_unknown_until(std::size_t& next, const std::string_view* key) {
    if (!detail_) return;
    for (; next < detail_->unknown.size() && (!key || detail_->unknown[next].key < *key); ++next) {
      open_member(detail_->unknown[next].key);
      append_json(out_, detail_->unknown[next].versions.front().value);
    }
  }

  std::string& out_;
  ActorAliases& actors_;
  ConstRecordAccess record_;
  const RowDetail* detail_;
  bool is_first_ = true;
};

}  // namespace

void append_record(std::string& out, ActorAliases& actors, ConstRecordAccess record) { RecordWriter(out, actors, record).write(); }

}  // namespace fullcircle
