// The sample team on the afternoon its story is told for, and how its people see it.
#pragma once

#include "app/model_view.h"
#include "app/sample/sample_workspace.h"
#include "store/undo.h"

namespace fullcircle::test {

inline const Day kToday = to_day({2026, 11, 19});
inline const Instant kNow{kToday.number * 86'400'000LL + 15 * 3'600'000LL};

inline Document sample_team(int people = kStoryPeople) {
  SampleOptions options;
  options.people = people;
  options.today = kToday;
  options.now = kNow;
  return build_sample_workspace(options);
}

/// As nobody in particular sees it; the document must outlive the view.
inline ModelView view_of(const Document& document) {
  ModelView view(document);
  view.today = kToday;
  view.now = kNow;
  return view;
}

inline ModelView lead_view_of(const Document& document) {
  ModelView view = view_of(document);
  view.me = view.workspace()->lead;
  return view;
}

/// The sample team in the lead's hands, to be changed.
struct LeadsTeam {
  Document document = sample_team();
  ModelView view = lead_view_of(document);
  StampClock clock{7, [this] { return view.now; }};

  LeadsTeam() = default;
  LeadsTeam(const LeadsTeam&) = delete;  // the view and the clock point into it
  void apply(const Edit& edit) { fullcircle::apply(document, clock, edit); }
  template <class Entity>
  void change(Id<Entity> id, auto&& how) {
    Entity after = *view.find(id);
    how(after);
    Edit edit("edit.test");
    edit.update(*view.find(id), after);
    apply(edit);
  }
};

/// Out: none where nobody has this name.
inline Id<Person> person_called(const ModelView& view, std::string_view name) {
  for (const Person& person : view.table<Person>().alive())
    if (person.name == name) return person.id;
  return {};
}

}  // namespace fullcircle::test
