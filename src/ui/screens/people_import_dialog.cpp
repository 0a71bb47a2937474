#include "ui/screens/people_import_dialog.h"

#include "ui/screens/screen_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/select.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr std::string_view kTableTypes = ".csv,.tsv,.txt,text/csv,text/plain";
constexpr std::size_t kPreviewRows = 200;  // enough to see what is meant; all rows are imported

void plan(PeopleImportState& state, const ScreenContext& screen) {
  state.plan = plan_people_import(screen.view.document(), *state.table, state.columns, screen.new_id);
}

void read_table(PeopleImportState& state, const ScreenContext& screen) {
  state.table.reset();
  state.error.reset();
  if (state.text.empty()) return;
  auto table = parse_csv(state.text);
  if (!table) {
    state.error = table.error();
    return;
  }
  state.table = std::move(*table);
  state.columns = match_columns(*state.table);
  plan(state, screen);
}

/// For each column of the file what it becomes; a change plans anew.
void draw_columns(ScreenContext& screen, Rect& body, PeopleImportState& state) {
  auto& ui = screen.ui;
  std::vector<ui::Choice> meanings;
  for (std::size_t i = 0; i < enum_size<PeopleColumn>(); ++i) meanings.push_back({screen.language.name_of(static_cast<PeopleColumn>(i))});
  for (std::size_t i = 0; i < state.columns.size(); ++i) {
    const ui::IdScope scope(ui, i);
    Rect row = body.cut_top(40);
    const std::string heading = i < state.table->header.size() ? state.table->header[i] : screen.formats.integer(static_cast<std::int64_t>(i + 1));
    const std::string& first = state.table->rows.empty() || i >= state.table->rows[0].size() ? heading : state.table->rows[0][i];
    ui.text(row.cut_left(150), ui::type::control, ui.c.ink, heading);
    Rect choice = row.cut_right(190).middle(32);
    ui.text(row, ui::type::body, ui.c.ink2, first);
    int chosen = static_cast<int>(state.columns[i]);
    if (!ui::select(ui, choice, heading, meanings, chosen)) continue;
    state.columns[i] = static_cast<PeopleColumn>(chosen);
    plan(state, screen);
  }
}

ui::Tone tone_of(PeopleRowState state) {
  switch (state) {
    case PeopleRowState::fresh: return ui::Tone::accent;
    case PeopleRowState::changed: return ui::Tone::neutral;
    case PeopleRowState::unchanged: return ui::Tone::neutral;
    case PeopleRowState::problem: return ui::Tone::bad;
  }
  return ui::Tone::neutral;
}

void draw_preview(ScreenContext& screen, Rect& body, const PeopleImportState& state) {
  auto& ui = screen.ui;
  std::string counts = screen.tr("import_people.new_count", {{"count", state.plan.fresh_count}}) + " · " +
                       screen.tr("import_people.updated_count", {{"count", state.plan.changed_count}}) + " · " +
                       screen.tr("import_people.unchanged_count", {{"count", state.plan.unchanged_count}});
  ui.heading(body.cut_top(28), 3, ui::type::group, ui.c.ink, screen.tr("import_people.preview"));
  ui.text(body.cut_top(24), ui::type::body, ui.c.ink2, counts);
  if (state.plan.problem_count > 0)
    ui.text(body.cut_top(24), ui::type::body, ui.c.bad, screen.tr("import_people.problems", {{"count", state.plan.problem_count}}));
  const ui::Group list(ui, MirrorRole::list, body, screen.tr("import_people.preview"));
  for (std::size_t i = 0; i < std::min(kPreviewRows, state.plan.rows.size()); ++i) {
    const PeopleRow& row = state.plan.rows[i];
    ui.hairline(body.x, body.y, body.width);
    const ui::Columns cells(body.cut_top(36), {44, -3, -3, -3, 96}, 8);
    ui.text(cells[0], ui::type::body.figures(), ui.c.ink3, screen.formats.integer(row.line));
    ui.text(cells[1], ui::type::control, ui.c.ink, row.person.name);
    if (row.state == PeopleRowState::problem) {
      ui.text({cells[2].x, cells[2].y, cells[3].right() - cells[2].x, cells[2].height}, ui::type::body, ui.c.bad, screen.language.describe(row.problems.front()));
    } else {
      ui.text(cells[2], ui::type::body, ui.c.ink2, row.role_name);
      ui.text(cells[3], ui::type::body, ui.c.ink2, row.manager_name);
    }
    ui::chip(ui, cells[4], screen.language.name_of(row.state), tone_of(row.state));
  }
}

void draw_entry(ScreenContext& screen, Rect& body, PeopleImportState& state) {
  auto& ui = screen.ui;
  if (ui::drop_zone(ui, body.cut_top(112), screen.tr("import_people.drop"), {.action = screen.tr("action.choose_file"), .compact = true}))
    ui.frame.open_files({widget_id("table"), std::string(kTableTypes), false});
  body.skip(12);
  ui.text(body.cut_top(24), ui::type::body, ui.c.ink2, screen.tr("import_people.paste"));
  const auto pasted = ui::text_area(ui, body, screen.tr("import_people.paste"), state.text,
                                    {.field = {.placeholder = screen.tr("create_team.add_people_how")}, .least_lines = 5, .most_lines = 8});
  body.skip(pasted.height + 12);
  if (pasted.changed) read_table(state, screen);
}

}  // namespace

void open_people_import(PeopleImportState& state, const ScreenContext& screen, std::string text) {
  state = PeopleImportState();
  state.is_open = true;
  state.is_from_file = !text.empty();
  state.text = std::move(text);
  read_table(state, screen);
}

Intents draw_people_import(ScreenContext& screen, PeopleImportState& state) {
  Intents intents;
  if (!state.is_open) return intents;
  auto& ui = screen.ui;
  const int count = state.table ? state.plan.fresh_count + state.plan.changed_count : 0;
  const std::string confirm = count == 0 ? std::string(screen.tr("action.import")) : screen.tr("import_people.import", {{"count", count}});
  auto options = form_dialog(screen, screen.tr("import_people.title"), confirm, 720);
  options.confirm_disabled = count == 0;
  ui::Dialog dialog(ui, "import", options);
  Rect body = dialog.body();
  if (!state.is_from_file) draw_entry(screen, body, state);
  if (state.error) body.skip(ui::error_note(ui, body, screen.language.describe(*state.error), {}));
  if (state.table) {
    draw_columns(screen, body, state);
    ui.text(body.cut_top(28), ui::type::caption, ui.c.ink3, screen.tr("import_people.create_units"));
    body.skip(8);
    draw_preview(screen, body, state);
  }
  const auto result = dialog.result();
  if (result == ui::Dialog::Result::none) return intents;
  if (result == ui::Dialog::Result::confirmed) intents.edits.push_back(state.plan.edit);
  state = PeopleImportState();
  return intents;
}

}  // namespace fullcircle
