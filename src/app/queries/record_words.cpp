#include "app/queries/record_words.h"

#include <algorithm>

#include "app/queries/value_shape.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostListed = 6;

std::span<const ValueShape> shapes_of_kind(KindIndex kind) {
  std::span<const ValueShape> shapes;
  for_each_kind([&]<class Entity>() {
    if (kKindIndex<Entity> == kind) shapes = value_shapes<Entity>();
  });
  return shapes;
}

template <class T>
std::optional<T> read_as(const Value& value) {
  T out{};
  return from_value(Value(value), out) ? std::optional(out) : std::nullopt;
}

/// What of a signature only a program reads.
bool is_for_checking(std::string_view key, const Value& signature) {
  return key == "content" || key == "contentHash" || key == "signature" || (key == "key" && signature.find("signature"));
}

/// Puts one value into words; knows the names of records only through `title`.
class ValueWriter {
 public:
  using Title = std::function<std::string(RecordId)>;
  ValueWriter(const Language& language, const Formats& formats, Title title)
      : language_(language), formats_(formats), title_(std::move(title)) {}

  std::string write(const ValueShape& shape, const Value& value) const {
    if (const auto* list = value.as_list()) return write_list(shape, *list);
    if (shape.meaning == ValueMeaning::parts) return write_parts(shape, value);
    const std::string text = write_one(shape, value);
    return text.empty() ? std::string(language_.tr("common.empty_cell")) : text;
  }

 private:
  std::string write_one(const ValueShape& shape, const Value& value) const {
    if (value.is_null()) return {};
    switch (shape.meaning) {
      case ValueMeaning::yes_no:
        if (const auto* flag = value.as_bool()) return std::string(language_.tr(*flag ? "common.yes" : "common.no"));
        break;
      case ValueMeaning::day:
        if (const auto day = read_as<Day>(value)) return formats_.short_date(*day);
        break;
      case ValueMeaning::instant:
        if (const auto instant = read_as<Instant>(value)) return formats_.date_and_time(*instant);
        break;
      case ValueMeaning::enumerator:
        if (const auto* name = value.as_text()) return enumerator(shape, *name);
        break;
      case ValueMeaning::reference:
        if (const auto id = read_as<RecordId>(value)) return id->is_none() ? std::string() : title_(*id);
        break;
      default: break;
    }
    return write_plain(value);
  }

  /// A name only a newer program knows stays as it is.
  std::string enumerator(const ValueShape& shape, const std::string& name) const {
    const std::string key = "enum." + std::string(shape.enum_type) + "." + name;
    const auto text = language_.tr(key);
    return text == key ? name : std::string(text);
  }

  std::string write_plain(const Value& value) const {
    if (const auto* text = value.as_text()) return *text;
    if (const auto* integer = value.as_integer()) return formats_.integer(*integer);
    if (const auto* number = value.as_double()) return formats_.short_number(*number);
    if (const auto* flag = value.as_bool()) return std::string(language_.tr(*flag ? "common.yes" : "common.no"));
    return {};
  }

  std::string write_list(const ValueShape& shape, const Value::List& list) const {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < std::min(list.size(), kMostListed); ++i) items.push_back(write(shape, list[i]));
    if (list.size() > kMostListed) items.push_back(language_.tr("conflict.more_items", {{"count", static_cast<int>(list.size() - kMostListed)}}));
    return items.empty() ? std::string(language_.tr("common.empty_cell")) : formats_.list(items);
  }

  /// The members that say something, in table order: "Pilot with two teams, 40, Yes".
  std::string write_parts(const ValueShape& shape, const Value& value) const {
    std::string text;
    for (const ValueShape& part : shape.parts) {
      const Value* member = value.find(part.key);
      if (!member || is_for_checking(part.key, value)) continue;
      const std::string words = write(part, *member);
      if (!words.empty()) text += (text.empty() ? "" : ", ") + words;
    }
    return text.empty() ? std::string(language_.tr("common.empty_cell")) : text;
  }

  const Language& language_;
  const Formats& formats_;
  Title title_;
};

}  // namespace

bool RecordWords::is_confidential(KindIndex kind) { return kind == kKindIndex<FeedbackResponse>; }

template <class Entity>
const Entity* RecordWords::find(Id<Entity> id) const {
  for (const Document* document : documents_) {
    if (!document) continue;
    if (const auto* row = document->table<Entity>().find_row(id)) return &row->entity;
  }
  return nullptr;
}

std::string RecordWords::name_of(Id<Person> person) const {
  const Person* found = find(person);
  return found && !found->name.empty() ? found->name : std::string(language_.tr("common.unnamed"));
}

template <class Entity>
std::string RecordWords::title_of(const Entity& record) const {
  if constexpr (requires { record.name; }) return record.name;
  else if constexpr (requires { record.title; }) return record.title;
  else if constexpr (std::is_same_v<Entity, ProgressPoint>) return title(kKindIndex<Goal>, record.goal) + ", " + formats_.short_date(record.day);
  else if constexpr (std::is_same_v<Entity, FeedbackRequest>)
    return language_.tr("record.request", {{"rater", name_of(record.rater)}, {"name", name_of(record.subject)}});
  else if constexpr (std::is_same_v<Entity, FeedbackResponse>) return language_.tr("record.response", {{"name", name_of(record.subject)}});
  else if constexpr (std::is_same_v<Entity, ReceivedRequest>) return language_.tr("record.response", {{"name", record.subject_name}});
  else if constexpr (std::is_same_v<Entity, Review>) return name_of(record.person) + ", " + title(kKindIndex<ReviewCycle>, record.cycle);
  else if constexpr (std::is_same_v<Entity, Feedback>)
    return language_.tr("record.feedback", {{"author", name_of(record.author)}, {"name", name_of(record.about)}});
  else if constexpr (std::is_same_v<Entity, CheckIn>) return name_of(record.person) + ", " + formats_.short_date(record.day);
  else if constexpr (std::is_same_v<Entity, DevelopmentPlan>) return name_of(record.person);
  else if constexpr (std::is_same_v<Entity, ImportLog>) return formats_.date_and_time(record.at);
  else static_assert(!sizeof(Entity), "a kind without a title");
}

std::string RecordWords::title(KindIndex kind, RecordId id) const {
  std::string text;
  for_each_kind([&]<class Entity>() {
    if (kKindIndex<Entity> != kind) return;
    if (const Entity* record = find(Id<Entity>(id))) text = title_of(*record);
  });
  return text.empty() ? std::string(language_.tr("common.unnamed")) : text;
}

std::string RecordWords::kind_name(KindIndex kind) const {
  std::string key = "record_kind.";
  for_each_kind([&]<class Entity>() {
    if (kKindIndex<Entity> == kind) key += Kind<Entity>::kLanguageKey;
  });
  return std::string(language_.tr(key));
}

std::string RecordWords::kind_count(KindIndex kind, std::size_t count) const {
  std::string key = "kind.";
  for_each_kind([&]<class Entity>() {
    if (kKindIndex<Entity> == kind) key += Kind<Entity>::kLanguageKey;
  });
  return language_.tr(key, {{"count", static_cast<std::int64_t>(count)}});
}

std::string_view RecordWords::field_name(KindIndex kind, std::string_view field_key) const {
  std::string_view name = field_key;
  for_each_kind([&]<class Entity>() {
    if (kKindIndex<Entity> == kind) name = language_.label_of<Entity>(field_key);
  });
  return name;
}

std::string RecordWords::value(KindIndex kind, std::uint16_t field, const Value& value) const {
  if (is_confidential(kind)) return std::string(language_.tr("conflict.confidential"));
  const auto shapes = shapes_of_kind(kind);
  const auto shape = std::ranges::find(shapes, field, &ValueShape::field);
  const auto title_of_any = [this](RecordId id) {
    std::string text;
    for_each_kind([&]<class Entity>() {
      if (text.empty() && find(Id<Entity>(id))) text = title(kKindIndex<Entity>, id);
    });
    return text.empty() ? std::string(language_.tr("common.person_removed")) : text;
  };
  return ValueWriter(language_, formats_, title_of_any).write(shape == shapes.end() ? ValueShape{} : *shape, value);
}

std::string RecordWords::device(Actor actor) const {
  for (const Document* document : documents_)
    if (document && !document->name_of(actor).empty()) return std::string(document->name_of(actor));
  return std::string(language_.tr("conflict.another_device"));
}

}  // namespace fullcircle
