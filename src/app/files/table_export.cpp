#include "app/files/table_export.h"

#include "exchange/csv.h"
#include "exchange/json_writer.h"

namespace fullcircle {
namespace {

/// Text as it stands, numbers plain, absent empty, the rest JSON.
std::string cell_of(const Value& value) {
  if (value.is_null()) return {};
  if (const auto* text = value.as_text()) return *text;
  return to_json(value);
}

/// The name or title of the record an id refers to; the id when there is neither.
std::string label_of(const Document& document, RecordId id, const char* target) {
  const auto kind = find_kind_of_target(target);
  const auto row = kind ? document.table(*kind).find_any(id) : std::nullopt;
  if (!row || !row->state.is_alive()) return to_text(id);
  const FieldAccess* label = find_field(row->fields, "name");
  if (!label) label = find_field(row->fields, "title");
  return label ? *static_cast<const std::string*>(label->in(row->entity)) : to_text(id);
}

std::string cell_for(const Document& document, const FieldAccess& field, const void* entity) {
  if (field.type->shape == Shape::id) return label_of(document, *static_cast<const RecordId*>(field.in(entity)), field.type->target);
  return cell_of(field.read(entity));
}

/// Who holds a request's token can answer it.
bool is_shown(std::string_view kind_key, std::string_view field_key, Audience audience) {
  return audience != Audience::device && !(kind_key == Kind<FeedbackRequest>::kFileKey && field_key == "token");
}

std::vector<std::vector<std::string>> rows_of(const Document& document, KindIndex kind) {
  std::vector<const FieldAccess*> fields;
  for (const FieldAccess& field : kind_fields(kind))
    if (is_shown(kind_key(kind), field.key, field.audience)) fields.push_back(&field);
  std::vector<std::vector<std::string>> rows(1, {"id"});
  for (const FieldAccess* field : fields) rows[0].emplace_back(field->key);
  const RowList& list = document.table(kind).list();
  for (std::size_t at = 0; at < list.size(); ++at) {
    if (!list.state(at).is_alive()) continue;
    auto& cells = rows.emplace_back(1, to_text(list.id(at)));
    for (const FieldAccess* field : fields) cells.push_back(cell_for(document, *field, list.entity(at)));
  }
  return rows;
}

}  // namespace

bool is_table_exportable(std::string_view kind_key) {
  return kind_key != Kind<FeedbackResponse>::kFileKey && kind_key != Kind<ReceivedRequest>::kFileKey;
}

Result<std::string> encode_table_csv(const Document& document, std::string_view kind_key) {
  if (!is_table_exportable(kind_key)) return fail("error.csv.not_exported", {}, std::string(kind_key));
  const auto kind = find_kind(kind_key);
  if (!kind) return fail("error.csv.no_such_table", {}, std::string(kind_key));
  return encode_csv(rows_of(document, *kind));
}

}  // namespace fullcircle
