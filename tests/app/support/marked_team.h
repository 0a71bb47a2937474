// A whole team in which every text can be told from every other, so that a search of any file says what of it is inside.
#pragma once

#include <charconv>
#include <set>

#include "app/files/small_team.h"
#include "app/support/sample_team.h"

namespace fullcircle::test {

/// One text of the workspace, found again in any file by its number.
struct Mark {
  KindIndex kind = 0;
  RecordId id;
  std::string field;     ///< of the record; what is nested belongs to it
  bool is_old = false;   ///< replaced by a later one: history
};

class MarkedTeam {
 public:
  MarkedTeam() {
    const Document sample = with_more(sample_team());
    document.set_workspace(sample.workspace());
    for (const bool is_old : {true, false}) {
      Edit edit("edit.test");
      for_each_kind([&]<class Entity>() {
        for (const Entity& entity : sample.table<Entity>().alive()) {
          Entity marked = entity;
          for_each_field<Entity>([&](const auto& field) { mark(marked.*(field.member), {kKindIndex<Entity>, entity.id, std::string(field.key), is_old}); });
          is_old ? edit.create(marked) : edit.update(marked);
        }
      });
      apply(document, clock, edit);
    }
  }

  Document document;
  std::vector<Mark> marks;

 private:
  /// The sample holds no private note of everybody and no answer by somebody outside: added here.
  Document with_more(Document sample) {
    const ModelView view = lead_view_of(sample);
    Edit edit("edit.test");
    std::uint64_t number = 1000;
    for (const Person& person : sample.table<Person>().alive()) {
      edit.create(Feedback{.id = nth<Feedback>(++number), .author = view.me, .about = person.id, .text = "x", .is_private = true});
      edit.create(Feedback{.id = nth<Feedback>(++number), .author = person.id, .about = view.me, .text = "x", .is_private = true});
      edit.create(CheckIn{.id = nth<CheckIn>(++number), .person = person.id, .with = view.me, .next_steps = "x", .private_note = "x"});
      Person noted = person;
      noted.lead_note = "x";
      edit.update(noted);
    }
    edit.create(ImportLog{.id = nth<ImportLog>(++number), .files = {{.name = "x", .detail = "x"}}});
    edit.create(ReceivedRequest{.id = nth<ReceivedRequest>(++number), .subject_name = "x", .token = "x"});
    apply(sample, clock, edit);
    return sample;
  }

  template <class T>
  void mark(T& value, const Mark& of) {
    if constexpr (std::is_same_v<T, std::string>) {
      if (value.empty()) return;
      value = "Zq" + std::to_string(marks.size()) + "Zq";
      marks.push_back(of);
    } else if constexpr (requires { value.has_value(); }) {
      if (value) mark(*value, of);
    } else if constexpr (requires { value.begin(); }) {
      for (auto& item : value) mark(item, of);
    } else if constexpr (Described<T>) {
      for_each_field<T>([&](const auto& field) { mark(value.*(field.member), of); });
    }
  }

  std::int64_t now_ = kNow.ms + 1000;
  StampClock clock{0xA1, [this] { return Instant{now_ += 1000}; }};
};

inline std::set<std::size_t> marks_in(std::string_view bytes) {
  std::set<std::size_t> found;
  for (auto at = bytes.find("Zq"); at != std::string_view::npos; at = bytes.find("Zq", at + 2)) {
    std::size_t number = 0;
    const auto read = std::from_chars(bytes.data() + at + 2, bytes.data() + bytes.size(), number);
    if (read.ec == std::errc() && bytes.substr(static_cast<std::size_t>(read.ptr - bytes.data())).starts_with("Zq")) found.insert(number);
  }
  return found;
}

}  // namespace fullcircle::test
