#include "app/files/table_export.h"

#include <type_traits>

#include "exchange/csv.h"
#include "exchange/json_writer.h"

namespace fullcircle {
namespace {

template <class T>
struct RefersTo : std::false_type {};
template <class Entity>
struct RefersTo<Id<Entity>> : std::true_type {
  using Target = Entity;
};

/// Text as it stands, numbers plain, absent empty, the rest JSON.
std::string cell_of(const Value& value) {
  if (value.is_null()) return {};
  if (const auto* text = value.as_text()) return *text;
  return to_json(value);
}

template <class Target>
std::string label_of(const Document& document, Id<Target> id) {
  const Target* target = document.table<Target>().find(id);
  if constexpr (requires { target->name; }) {
    if (target) return target->name;
  } else if constexpr (requires { target->title; }) {
    if (target) return target->title;
  }
  return to_text(id);
}

template <class T>
std::string cell_for(const Document& document, const T& member) {
  if constexpr (RefersTo<T>::value)
    return label_of(document, member);
  else
    return cell_of(to_value(member));
}

/// Who holds a request's token can answer it.
bool is_shown(std::string_view kind_key, std::string_view field_key, Audience audience) {
  return audience != Audience::device && !(kind_key == Kind<FeedbackRequest>::kFileKey && field_key == "token");
}

template <class Entity>
std::vector<std::vector<std::string>> rows_of(const Document& document) {
  constexpr std::string_view kKind = Kind<Entity>::kFileKey;
  std::vector<std::vector<std::string>> rows(1, {"id"});
  for_each_field<Entity>([&](const auto& field) {
    if (is_shown(kKind, field.key, field.audience)) rows[0].emplace_back(field.key);
  });
  for (const Entity& entity : document.table<Entity>().alive()) {
    auto& cells = rows.emplace_back(1, to_text(entity.id));
    for_each_field<Entity>([&](const auto& field) {
      if (is_shown(kKind, field.key, field.audience)) cells.push_back(cell_for(document, entity.*field.member));
    });
  }
  return rows;
}

}  // namespace

bool is_table_exportable(std::string_view kind_key) {
  return kind_key != Kind<FeedbackResponse>::kFileKey && kind_key != Kind<ReceivedRequest>::kFileKey;
}

Result<std::string> encode_table_csv(const Document& document, std::string_view kind_key) {
  if (!is_table_exportable(kind_key)) return fail("error.csv.not_exported", {}, std::string(kind_key));
  std::vector<std::vector<std::string>> rows;
  for_each_kind([&]<class Entity>() {
    if (Kind<Entity>::kFileKey == kind_key) rows = rows_of<Entity>(document);
  });
  if (rows.empty()) return fail("error.csv.no_such_table", {}, std::string(kind_key));
  return encode_csv(rows);
}

}  // namespace fullcircle
