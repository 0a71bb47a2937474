#include "app/files/file_contents.h"

#include <algorithm>
#include <set>

#include "app/files/document_writer.h"
#include "app/files/member_file.h"
#include "exchange/file_kind.h"

namespace fullcircle {
namespace {

struct OpenedFile {
  Document document;
  std::string_view reasons;  ///< group of keys in the language files
};

Result<OpenedFile> open_file(std::string_view bytes) {
  if (detect_file_kind(bytes) != FileKind::member) {
    auto document = read_document(bytes);
    if (!document) return std::unexpected(document.error());
    return OpenedFile{std::move(*document), "left_out_of.copy."};
  }
  auto member = read_member_file(bytes);
  if (!member) return std::unexpected(member.error());
  return OpenedFile{std::move(member->document), member->is_return ? "left_out_of.return." : "left_out_of.member."};
}

std::string_view language_key(KindIndex kind) {
  std::string_view key;
  for_each_kind([&]<class Entity>() {
    if (kKindIndex<Entity> == kind) key = Kind<Entity>::kLanguageKey;
  });
  return key;
}

bool is_there(ConstRowRef row) { return row.state.is_alive() && !says_nothing(row.state); }

class ContentsReader {
 public:
  ContentsReader(const Document& source, const OpenedFile& file, const Language& language, const RecordWords& words)
      : source_(source), file_(file), language_(language), words_(words) {}

  FileContents read(std::size_t bytes) {
    for (KindIndex kind = 0; kind < kKindCount; ++kind) read_kind(kind);
    for (const UnknownKind& kind : file_.document.unknown_kinds()) read_unknown(kind);
    if (versions_left_out_ > 0)
      contents_.left_out.push_back({"history", versions_left_out_, language_.tr("left_out_of.versions", {{"count", static_cast<std::int64_t>(versions_left_out_)}}),
                                    std::string(language_.tr("left_out_of.versions_why"))});
    contents_.bytes = bytes;
    return std::move(contents_);
  }

 private:
  void read_kind(KindIndex kind) {
    HeldRecords held{std::string(kind_key(kind)), 0, {}, {}};
    std::set<std::string, std::less<>> seen;
    std::vector<std::string> goals;  // of each progress entry
    const RowList& inside = file_.document.table(kind).list();
    for (std::size_t at = 0; at < inside.size(); ++at) {
      if (!is_there(inside[at])) continue;
      ++held.count;
      if (RecordWords::is_confidential(kind)) continue;
      if (kind == kKindIndex<ProgressPoint>)
        goals.push_back(words_.title(kKindIndex<Goal>, static_cast<const ProgressPoint*>(inside[at].entity)->goal));
      else if (std::string name = words_.title(kind, inside.id(at)); seen.insert(name).second)
        held.names.push_back(std::move(name));
    }
    // One line for each goal, not one for each of its entries.
    std::ranges::sort(goals);
    for (auto goal = goals.begin(), next = goal; goal != goals.end(); goal = next) {
      next = std::upper_bound(goal, goals.end(), *goal);
      held.names.push_back(language_.tr("export.what_of", {{"name", *goal}, {"what", words_.kind_count(kind, static_cast<std::size_t>(next - goal))}}));
    }
    held.title = words_.kind_count(kind, held.count);
    if (held.count > 0) contents_.inside.push_back(std::move(held));
    find_left_out(kind);
  }

  void read_unknown(const UnknownKind& kind) {
    std::size_t count = 0;
    const RowList& inside = kind.table.list();
    for (std::size_t at = 0; at < inside.size(); ++at) count += is_there(inside[at]);
    if (count > 0) contents_.inside.push_back({kind.key, count, language_.tr("holds.unknown_kind", {{"count", static_cast<std::int64_t>(count)}, {"name", kind.key}}), {}});
  }

  void find_left_out(KindIndex kind) {
    const RowList& all = source_.table(kind).list();
    std::size_t records = 0;
    std::vector<std::size_t> fields(kind_fields(kind).size());
    for (std::size_t at = 0; at < all.size(); ++at) {
      const ConstRowRef row = all[at];
      if (!row.state.is_alive()) continue;
      const auto inside = file_.document.table(kind).find_any(all.id(at));
      if (!inside || !is_there(*inside)) {
        ++records;
        continue;
      }
      for (std::size_t i = 0; i < fields.size(); ++i) fields[i] += !inside->state.is_partial() && row.fields[i].is_default(inside->entity) && !row.fields[i].is_default(row.entity);
      versions_left_out_ += versions_of(row) > versions_of(*inside) ? versions_of(row) - versions_of(*inside) : 0;
    }
    const std::string reasons(file_.reasons);
    if (records > 0) add(std::string(kind_key(kind)), records, words_.kind_count(kind, records), reasons + std::string(language_key(kind)));
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (fields[i] > 0) {
        const FieldAccess& field = kind_fields(kind)[i];
        const std::string title = language_.tr("left_out_of.field", {{"count", static_cast<std::int64_t>(fields[i])}, {"name", words_.field_name(kind, field.key)}});
        add(std::string(kind_key(kind)) + "." + std::string(field.key), fields[i], title, reasons + (field.audience == Audience::subject ? "until_release" : "leads_only"));
      }
  }

  void add(std::string key, std::size_t count, std::string title, const std::string& reason) {
    contents_.left_out.push_back({std::move(key), count, std::move(title), std::string(language_.has(reason) ? language_.tr(reason) : language_.tr("left_out_of.not_theirs"))});
  }

  static std::size_t versions_of(ConstRowRef row) {
    std::size_t count = 0;
    if (row.state.detail)
      for (const FieldState& field : row.state.detail->fields) count += field.older.size();
    return count;
  }

  const Document& source_;
  const OpenedFile& file_;
  const Language& language_;
  const RecordWords& words_;
  FileContents contents_;
  std::size_t versions_left_out_ = 0;
};

/// Adds the names `more` has and `into` lacks.
void join(std::vector<std::string>& into, std::vector<std::string>& more) {
  for (std::string& name : more)
    if (std::ranges::find(into, name) == into.end()) into.push_back(std::move(name));
}

}  // namespace

void add_contents(FileContents& all, FileContents more) {
  const bool is_first = all.bytes == 0;
  all.bytes += more.bytes;
  if (is_first) std::swap(all.left_out, more.left_out);
  else std::erase_if(all.left_out, [&](const LeftOutRecords& left) { return std::ranges::find(more.left_out, left) == more.left_out.end(); });
  for (HeldRecords& held : more.inside) {
    const auto known = std::ranges::find(all.inside, held.key, &HeldRecords::key);
    if (known == all.inside.end()) {
      all.inside.push_back(std::move(held));
      continue;
    }
    known->count += held.count;
    join(known->names, held.names);
  }
}

Result<FileContents> read_file_contents(std::string_view bytes, const Document& source, const Language& language, const RecordWords& words) {
  const auto file = open_file(bytes);
  if (!file) return std::unexpected(file.error());
  return ContentsReader(source, *file, language, words).read(bytes.size());
}

}  // namespace fullcircle
