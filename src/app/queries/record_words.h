// Any record and any value of a field in words: what a person reads where two versions stand side by side, or a file says what it would change.
#pragma once

#include <string>
#include <string_view>

#include "app/formats.h"
#include "app/language.h"
#include "store/document.h"

namespace fullcircle {

/// Looks names up in one document and, where it lacks a record, in another: a file may name people who are only here, and the reverse.
class RecordWords {
 public:
  /// All must outlive this; `second` may be null.
  RecordWords(const Language& language, const Formats& formats, const Document& first, const Document* second = nullptr)
      : language_(language), formats_(formats), documents_{&first, second} {}

  /// "Reduce response time", "Answer about Mara"; "Without a name" when it has none. Never says who gave an answer.
  std::string title(KindIndex kind, RecordId id) const;
  /// "goal", "person": the kind of one record.
  std::string kind_name(KindIndex kind) const;
  /// "3 goals".
  std::string kind_count(KindIndex kind, std::size_t count) const;
  std::string_view field_name(KindIndex kind, std::string_view field_key) const;
  /// The value as a person writes it: days, names and words instead of what the file holds; an en dash for none.
  std::string value(KindIndex kind, std::uint16_t field, const Value& value) const;
  /// Whose device wrote a stamp: the name it was given, or "another device".
  std::string device(Actor actor) const;

  /// Answers given in confidence: their values are nowhere shown one by one.
  static bool is_confidential(KindIndex kind);

 private:
  template <class Entity>
  const Entity* find(Id<Entity> id) const;
  template <class Entity>
  std::string title_of(const Entity& record) const;
  std::string name_of(Id<Person> person) const;

  const Language& language_;
  const Formats& formats_;
  const Document* documents_[2];
};

}  // namespace fullcircle
