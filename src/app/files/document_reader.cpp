#include "app/files/document_reader.h"

#include <algorithm>
#include <optional>

#include "app/files/actor_aliases.h"
#include "app/files/record_codec.h"

namespace fullcircle {
namespace {

/// Reads the records of one kind; they come into the document when the kind ends.
class RowsReader {
 public:
  explicit RowsReader(AnyTable& table)
      : table_(table), type_(table.kind() < kKindCount ? kind_type(table.kind()) : kNoFields), rows_(table.kind()) {}

  bool read(JsonReader& json, const ActorAliases& actors) {
    const RowRef row = rows_.add({});
    const bool is_read = read_record(json, actors, {row, *static_cast<RecordId*>(row.entity), type_});
    if (!is_read) rows_.truncate(rows_.size() - 1);
    return is_read;
  }

  void end() { table_.add_rows(std::move(rows_)); }

 private:
  AnyTable& table_;
  const StructType& type_;
  RowList rows_;
};

}  // namespace

class DocumentReader::State {
 public:
  State(std::string_view format, const JsonLimits& limits) : format_(format), limits_(limits), json_({}, limits) {}

  Result<> feed(std::string_view piece) {
    byte_count_ += piece.size();
    if (!is_started_) {
      buffer_ += piece;
      if (buffer_.size() < kLeastStart) return {};  // enough to see a byte-order mark
      start();
    } else if (!json_.failed()) {
      if (!is_deferred_) buffer_.erase(0, json_.release());
      buffer_ += piece;
      json_.continue_with(buffer_);
    }
    if (byte_count_ > limits_.bytes) json_.reject(file_error::kTooLarge, std::to_string(limits_.bytes >> 20));
    return advance();
  }

  Result<Document> finish() {
    if (!is_started_) start();
    is_last_ = true;
    if (auto advanced = advance(); !advanced) return std::unexpected(advanced.error());
    return std::move(document_);
  }

  std::size_t byte_count_ = 0;
  std::size_t record_count_ = 0;
  Value::Object other_members_;

 private:
  static constexpr std::size_t kLeastStart = 4;
  enum class Place { before, top, kinds, rows, waiting, end };

  void start() {
    is_started_ = true;
    json_ = JsonReader(buffer_, limits_);
  }

  /// Steps until the file ends or more of it is needed. A step that runs out of text is taken back.
  Result<> advance() {
    while (place_ != Place::end) {
      if (place_ == Place::waiting && !is_last_) return {};
      const auto before = json_.mark();
      if (step()) continue;
      if (!json_.ran_out() || is_last_) return std::unexpected(json_.error());
      json_.rewind(before);
      return {};
    }
    if (is_last_ && !records_at_ && !json_.finish()) return std::unexpected(json_.error());
    return {};
  }

  bool step() {
    switch (place_) {
      case Place::before:
        if (!json_.begin_object()) return false;
        place_ = Place::top;
        return true;
      case Place::top: return step_top();
      case Place::kinds: return step_kind();
      case Place::rows: return step_row();
      case Place::waiting:
        if (!json_.finish()) return false;
        json_.rewind(*records_at_);
        return begin_records();
      case Place::end: break;
    }
    return true;
  }

  bool step_top() {
    std::string_view view;
    if (!json_.next_key(view)) return !json_.failed() && step_end();
    const std::string key(view);
    if (std::ranges::find(top_keys_, key) != top_keys_.end()) return json_.reject(file_error::kDuplicateKey, key);
    if (key == "records") {
      const auto before = json_.mark();
      if (!has_header()) {  // somebody sorted the file otherwise: the records wait until all else is known
        is_deferred_ = true;
        if (!json_.skip()) return false;
        records_at_ = before;
      } else if (!begin_records()) {
        return false;
      }
    } else if (!read_header(key)) {
      return false;
    }
    top_keys_.push_back(key);
    return true;
  }

  bool read_header(const std::string& key) {
    if (key == "actors") return read_actors();
    Value value;
    if (!json_.read_value(value)) return false;
    if (key == "format") {
      const auto* name = value.as_text();
      has_format_ = name && *name == format_;
      return has_format_ || json_.reject(file_error::kWrongKind, name ? *name : "");
    }
    if (key == "minReader") {
      const auto* version = value.as_integer();
      if (!version || *version < 1) return json_.reject(file_error::kValue, "whole number");
      if (*version > kWorkspaceVersion) return json_.reject(file_error::kTooNew, std::to_string(*version));
      has_min_reader_ = true;
    } else if (key == "version") {
      if (!value.as_integer()) return json_.reject(file_error::kValue, "whole number");
    } else if (key == "workspace") {
      const auto id = value.as_text() ? parse_record_id(*value.as_text()) : std::nullopt;
      if (!id) return json_.reject(file_error::kValue, "record id of 16 characters");
      document_.set_workspace(*id);
    } else {
      other_members_.emplace_back(key, std::move(value));
    }
    return true;
  }

  /// Each is {"id": …}, with "name" and when it was "named" if somebody did.
  bool read_actors() {
    ActorAliases actors;
    std::vector<std::pair<ActorName, std::string>> names;
    if (!json_.begin_list()) return false;
    while (json_.next_item()) {
      ActorName name;
      std::string id, named;
      std::string_view key;
      if (!json_.begin_object()) return false;
      while (json_.next_key(key))
        if (!(key == "id" ? json_.read_text(id) : key == "name" ? json_.read_text(name.name) : key == "named" ? json_.read_text(named) : json_.skip())) return false;
      const auto actor = parse_actor(id);
      if (json_.failed()) return false;
      if (!actor) return json_.reject(file_error::kValue, "actor of 16 hex digits");
      name.actor = *actor;
      if (actors.alias_of(*actor) + 1 != actors.actors().size() || names.size() + 1 != actors.actors().size()) return json_.reject(file_error::kDuplicateKey, id);
      names.emplace_back(std::move(name), std::move(named));
    }
    for (auto& [name, named] : names) {
      if (named.empty()) continue;
      const auto stamp = actors.parse_stamp(named);
      if (!stamp) return json_.reject(file_error::kValue, "stamp");
      name.named = *stamp;
      document_.name_actor(std::move(name));
    }
    actors_ = std::move(actors);
    has_actors_ = !json_.failed();
    return has_actors_;
  }

  bool has_header() const { return has_actors_ && has_format_ && has_min_reader_; }

  bool begin_records() {
    if (!json_.begin_object()) return false;
    place_ = Place::kinds;
    return true;
  }

  bool step_kind() {
    std::string_view view;
    if (!json_.next_key(view)) {
      if (json_.failed()) return false;
      place_ = records_at_ ? Place::end : Place::top;
      return true;
    }
    const std::string key(view);
    if (!json_.begin_list()) return false;
    if (std::ranges::find(kind_keys_, key) != kind_keys_.end()) return json_.reject(file_error::kDuplicateKey, key);
    kind_keys_.push_back(key);
    const auto kind = find_kind(key);
    rows_.emplace(kind ? document_.table(*kind) : document_.unknown_table(key));
    place_ = Place::rows;
    return true;
  }

  bool step_row() {
    if (json_.next_item()) {
      if (!rows_->read(json_, actors_)) return false;
      ++record_count_;
      return true;
    }
    if (json_.failed()) return false;
    rows_->end();
    place_ = Place::kinds;
    return true;
  }

  /// At the closing brace of the file.
  bool step_end() {
    for (const auto& [key, is_there] : {std::pair("format", has_format_), std::pair("minReader", has_min_reader_), std::pair("actors", has_actors_)})
      if (!is_there) return json_.reject(file_error::kMissing, key);
    if (std::ranges::find(top_keys_, "records") == top_keys_.end()) return json_.reject(file_error::kMissing, "records");
    place_ = records_at_ ? Place::waiting : Place::end;
    return true;
  }

  std::string_view format_;
  JsonLimits limits_;
  std::string buffer_;
  JsonReader json_;
  Document document_;
  ActorAliases actors_;
  std::vector<std::string> top_keys_, kind_keys_;
  std::optional<RowsReader> rows_;
  std::optional<JsonReader::Mark> records_at_;
  Place place_ = Place::before;
  bool is_started_ = false, is_last_ = false, is_deferred_ = false;
  bool has_format_ = false, has_min_reader_ = false, has_actors_ = false;
};

DocumentReader::DocumentReader(std::string_view format, const JsonLimits& limits) : state_(std::make_unique<State>(format, limits)) {}
DocumentReader::~DocumentReader() = default;
DocumentReader::DocumentReader(DocumentReader&&) noexcept = default;
DocumentReader& DocumentReader::operator=(DocumentReader&&) noexcept = default;

Result<> DocumentReader::feed(std::string_view piece) { return state_->feed(piece); }
Result<Document> DocumentReader::finish() { return state_->finish(); }
std::size_t DocumentReader::bytes_read() const { return state_->byte_count_; }
std::size_t DocumentReader::records_read() const { return state_->record_count_; }
const Value::Object& DocumentReader::other_members() const { return state_->other_members_; }

}  // namespace fullcircle
