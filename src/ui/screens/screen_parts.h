// Pieces that several screens need: choices of people, the words of the calendar, names of enumerators.
#pragma once

#include <vector>

#include "app/memo.h"
#include "ui/screens/screen.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/select.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {

/// Everybody who can be chosen, in the order of their names. The labels point into the document: keep it in a Memo.
struct PersonChoices {
  std::vector<Id<Person>> ids;
  std::vector<ui::Choice> choices;

  int index_of(Id<Person> person) const;
  Id<Person> at(int index) const { return index < 0 ? Id<Person>() : ids[static_cast<std::size_t>(index)]; }
};

/// Members who have not left; with `externals` also people from outside.
enum class PeopleAsked : std::uint8_t { members, with_externals };
PersonChoices compute_person_choices(const ModelView& view, TextServices& text, PeopleAsked asked = PeopleAsked::members);

/// A picker bound to an id. Out: changed.
bool person_field(ScreenContext& screen, const Rect& rect, std::string_view label, const PersonChoices& people, Id<Person>& person,
                  std::string_view none = {});

/// The stage as one line of the cycle: "Peer feedback".
std::string stage_name(const ScreenContext& screen, StageKind kind);

/// A dialog with a form: what confirms it, Cancel, and the cross at the top.
ui::DialogOptions form_dialog(const ScreenContext& screen, std::string_view title, std::string_view confirm, float width = 520);

/// Label, several lines of text, hint; cut from `body`.
struct WordsRowOptions {
  int least_lines = 3;
  std::string_view hint, placeholder;
  bool is_optional = false;
};
ui::TextAreaResult words_row(ScreenContext& screen, Rect& body, std::string_view label, std::string& text, const WordsRowOptions& options = {});

/// Which cycle is shown, cut from the right end of `bar`; offered only where there are several.
/// `chosen` changes when another is picked.
void cycle_choice(ScreenContext& screen, Rect& bar, const ReviewCycle& shown, Id<ReviewCycle>& chosen);

/// The same as a field of its own.
void cycle_field(ScreenContext& screen, const Rect& rect, const ReviewCycle& shown, Id<ReviewCycle>& chosen);

/// An entry of a list of pages beside what they show, 32 high. Out: clicked.
bool draw_entry_of_list(ui::Ui& ui, const Rect& row, ui::Icon icon, std::string_view label, bool is_active);

ui::DateWords date_words(const ScreenContext& screen);
/// A day bound to an optional day. Where `wrong` comes out, the caller draws calendar.expected below.
ui::DateResult day_field(ScreenContext& screen, const Rect& rect, std::string_view label, std::optional<Day>& day, std::string_view error = {});
/// Label, field, and under it what is expected when the entry is no date; cut from `area`.
void day_row(ScreenContext& screen, Rect& area, std::string_view label, std::optional<Day>& day, float width = 1e6f);
/// Until the end of the block fields only show what they hold where another tab edits, or a newer program wrote.
class LockedFields {
 public:
  explicit LockedFields(ScreenContext& screen, bool is_of_team = true) : ui_(screen.ui) {
    const StoreMode mode = screen.app.save.mode;
    ui_.fields_locked = is_of_team && (mode == StoreMode::reading || mode == StoreMode::too_new);
  }
  ~LockedFields() { ui_.fields_locked = false; }
  LockedFields(const LockedFields&) = delete;
  LockedFields& operator=(const LockedFields&) = delete;

 private:
  ui::Ui& ui_;
};

/// A number with the marks of the language. Where `wrong` comes out, the caller draws number_expected below.
ui::NumberResult number_field(ScreenContext& screen, const Rect& rect, std::string_view label, std::optional<double>& value, ui::NumberOptions options);
/// Label, field, and under it the hint, the error, or what is expected of an entry that is no allowed number; cut from `area`.
ui::NumberResult number_row(ScreenContext& screen, Rect& area, std::string_view label, std::optional<double>& value, const ui::NumberOptions& options, float width = 1e6f);
/// "Write a number from 0 to 100."
std::string number_expected(const ScreenContext& screen, const ui::NumberOptions& options);

/// What is said of an entry that is no date: "This is not a date. Write it like 22/11/2026 or 22/11."
std::string date_expected(const ScreenContext& screen, const ui::DateWords& words);

/// A picker over all names of an enum. Out: changed.
template <NamedEnum Enum>
bool enum_field(ScreenContext& screen, const Rect& rect, std::string_view label, Enum& value) {
  std::vector<ui::Choice> choices;
  for (std::size_t i = 0; i < enum_size<Enum>(); ++i) choices.push_back({screen.language.name_of(static_cast<Enum>(i))});
  int chosen = static_cast<int>(value);
  if (!ui::select(screen.ui, rect, label, choices, chosen)) return false;
  value = static_cast<Enum>(chosen);
  return true;
}

}  // namespace fullcircle
