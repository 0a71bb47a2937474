#include "app/files/document_writer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/files/actor_aliases.h"
#include "app/files/record_codec.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

constexpr std::size_t kReadPieceBytes = std::size_t{1} << 20;

/// Collects the records of one file. Stamps name actors in the order of their first use, which is known only at the end:
/// what stands before the records is put there last.
class FileWriter {
 public:
  FileWriter(const Document& document, std::string_view format) : document_(document), format_(format) {}

  void add(std::string_view kind_key, const ConstRecordAccess& record) {
    if (kind_key != kind_key_) {
      text_ += kind_key_ ? "\n  ],\n" : "\n";
      text_ += "  ";
      append_json_text(text_, kind_key);
      text_ += ": [\n";
      kind_key_ = kind_key;
    } else {
      text_ += ",\n";
    }
    append_record(text_, actors_, record);
  }

  /// Makes the file. `names_all`: also names actors that wrote nothing in it.
  std::string finish(bool names_all, const Value::Object& other_members) {
    text_ += kind_key_ ? "\n  ]\n }" : "}";
    std::string head = " \"actors\": " + actor_list(names_all);
    std::string tail;
    Value::Object others = other_members;
    others.emplace_back("format", std::string(format_));
    others.emplace_back("minReader", kWorkspaceVersion);
    others.emplace_back("version", kWorkspaceVersion);
    if (!document_.workspace().is_none()) others.emplace_back("workspace", to_text(document_.workspace()));
    sort_keys(others);
    for (const auto& [key, value] : others) {
      std::string& side = key < "records" ? head : tail;
      side += ",\n ";
      append_json_text(side, key);
      side += ": ";
      append_json(side, value);
    }
    text_.insert(0, "{\n" + head + ",\n \"records\": {");
    text_ += tail + "\n}\n";
    return std::move(text_);
  }

  std::size_t size() const { return text_.size(); }

 private:
  std::string actor_list(bool names_all) {
    for (const ActorName& name : document_.actor_names())
      if (names_all) actors_.alias_of(name.actor);
    std::vector<const ActorName*> names;
    for (std::size_t i = 0; i < actors_.actors().size(); ++i) {  // a name's stamp may bring a further actor
      const auto named = std::ranges::find(document_.actor_names(), actors_.actors()[i], &ActorName::actor);
      names.push_back(named == document_.actor_names().end() ? nullptr : &*named);
      if (names.back() && !names.back()->named.is_none()) actors_.alias_of(names.back()->named.actor);
    }
    std::string text = "[";
    for (std::size_t i = 0; i < names.size(); ++i) {
      text += i == 0 ? "\n  {\"id\": \"" : ",\n  {\"id\": \"";
      text += actor_to_text(actors_.actors()[i]) + '"';
      if (names[i]) {
        text += ", \"name\": ";
        append_json_text(text, names[i]->name);
        text += ", \"named\": \"";
        actors_.append_stamp(text, names[i]->named);
        text += '"';
      }
      text += '}';
    }
    return text += names.empty() ? "]" : "\n ]";
  }

  const Document& document_;
  std::string_view format_;
  ActorAliases actors_;
  std::string text_;
  std::optional<std::string> kind_key_;
};

struct KindRows {
  std::string_view key;
  const RowList* rows;
  const StructType* type;
};

/// Ascending by key: a kind that one program knows and another does not stands at the same place in both their files.
std::vector<KindRows> list_kinds(const Document& document) {
  std::vector<KindRows> kinds;
  for (KindIndex kind = 0; kind < kKindCount; ++kind) kinds.push_back({kind_key(kind), &document.table(kind).list(), &kind_type(kind)});
  for (const UnknownKind& kind : document.unknown_kinds()) kinds.push_back({kind.key, &kind.table.list(), &kNoFields});
  sort_stably(kinds, {}, &KindRows::key);
  return kinds;
}

/// From half the target on, one record in 16 ends a part; ids are random, so these are spread evenly and stay where they are.
bool ends_part(std::size_t size, std::size_t target_bytes, RecordId id) { return size >= target_bytes || (size >= target_bytes / 2 && id.low % 16 == 0); }

}  // namespace

std::string encode_document(const Document& document, std::string_view format, const Value::Object& other_members) {
  FileWriter writer(document, format);
  for (const auto& [key, rows, type] : list_kinds(document))
    for (std::size_t at = 0; at < rows->size(); ++at) writer.add(key, {(*rows)[at], rows->id(at), *type});
  return writer.finish(true, other_members);
}

/// Between steps it remembers the last record by kind and id: rows may come before it, and go.
class DocumentPartsWriter::State {
 public:
  State(const Document& document, std::size_t target_bytes) : document_(document), target_bytes_(target_bytes) { writer_.emplace(document, kWorkspaceFormat); }

  std::optional<std::string> advance(std::size_t step_bytes) {
    const std::size_t end = writer_->size() + step_bytes;
    const auto kinds = list_kinds(document_);
    for (auto kind = std::ranges::lower_bound(kinds, std::string_view(last_kind_), {}, &KindRows::key); kind != kinds.end(); ++kind) {
      if (kind->key != last_kind_) {
        last_kind_ = kind->key;
        last_ = {};
      }
      const RowList& rows = *kind->rows;
      std::size_t at = rows.position_of(last_);
      if (at < rows.size() && rows.id(at) == last_) ++at;
      for (; at < rows.size(); ++at) {
        if (writer_->size() >= end) return std::nullopt;
        last_ = rows.id(at);
        writer_->add(kind->key, {rows[at], last_, *kind->type});
        ++written_count_;
        if (ends_part(writer_->size(), target_bytes_, last_)) return end_part();
      }
    }
    is_done_ = true;
    return is_first_ || writer_->size() > 0 ? std::optional(end_part()) : std::nullopt;
  }

  bool is_done() const { return is_done_; }

  double fraction() const {
    std::size_t count = 0;
    for (const KindRows& kind : list_kinds(document_)) count += kind.rows->size();
    return count > written_count_ ? static_cast<double>(written_count_) / static_cast<double>(count) : 1;
  }

 private:
  std::string end_part() {
    std::string part = writer_->finish(std::exchange(is_first_, false), {});
    writer_.emplace(document_, kWorkspaceFormat);
    return part;
  }

  const Document& document_;
  const std::size_t target_bytes_;
  std::optional<FileWriter> writer_;
  std::string last_kind_;
  RecordId last_;
  std::size_t written_count_ = 0;
  bool is_first_ = true;
  bool is_done_ = false;
};

DocumentPartsWriter::DocumentPartsWriter(const Document& document, std::size_t target_bytes) : state_(std::make_unique<State>(document, target_bytes)) {}
DocumentPartsWriter::~DocumentPartsWriter() = default;
std::optional<std::string> DocumentPartsWriter::advance(std::size_t step_bytes) { return state_->advance(step_bytes); }
bool DocumentPartsWriter::is_done() const { return state_->is_done(); }
double DocumentPartsWriter::fraction() const { return state_->fraction(); }

void encode_document_parts(const Document& document, std::size_t target_bytes, const std::function<void(std::string_view)>& write) {
  DocumentPartsWriter writer(document, target_bytes);
  while (!writer.is_done())
    if (const auto part = writer.advance(target_bytes)) write(*part);
}

Result<Document> read_document(std::string_view bytes, std::string_view format) {
  DocumentReader reader(format);
  for (std::size_t at = 0; at < bytes.size(); at += kReadPieceBytes)
    if (auto fed = reader.feed(bytes.substr(at, kReadPieceBytes)); !fed) return std::unexpected(fed.error());
  return reader.finish();
}

}  // namespace fullcircle
