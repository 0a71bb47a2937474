#include "ui/screens/guide_example.h"

#include "ui/screens/value_rows.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr float kPadding = 16;

std::string field_label(const ScreenContext& screen, const ExampleField& field) { return std::string(screen.tr("guide.field_" + std::string(field.key))); }

/// Fields beside each other where they are short; one alone may be a whole table.
void draw_fields(ScreenContext& screen, Rect& area, const GuideExample& example, GuideExampleState& state) {
  auto& ui = screen.ui;
  const std::size_t columns = ui.phone() ? 1 : std::min<std::size_t>(2, example.fields.size());
  const int bad = state.answer ? state.answer->bad_field : -1;
  for (std::size_t first = 0; first < example.fields.size(); first += columns) {
    Rect lowest = area;
    for (std::size_t i = first; i < std::min(first + columns, example.fields.size()); ++i) {
      Rect cell = area.column(i - first, columns, 12);
      const std::string label = field_label(screen, example.fields[i]);
      const ui::FormRowOptions row{.error = bad == static_cast<int>(i) ? screen.tr("guide.example_unreadable") : std::string_view(), .field_height = ui.control_height()};
      ui::text_field(ui, ui::form_row(ui, cell, label, row), label, state.texts[i], {.error = row.error});
      if (cell.y > lowest.y) lowest = cell;
    }
    area.skip(lowest.y - area.y);
  }
}

}  // namespace

void draw_guide_example(ScreenContext& screen, Rect& area, std::string_view key, GuidesState& guides) {
  const GuideExample* example = find_guide_example(key);
  if (!example) return;
  auto& ui = screen.ui;
  GuideExampleState& state = guides.examples.try_emplace(std::string(key)).first->second;
  if (state.texts.empty())
    for (const ExampleField& field : example->fields) state.texts.emplace_back(field.initial);
  const auto compute = [&] {
    state.answer = run_guide_example(*example, state.texts, screen.language, screen.formats);
    state.language = screen.language.code();
  };
  if (!state.answer || state.language != screen.language.code()) compute();

  const std::string title(screen.tr("guide.example_" + std::string(key)));
  const ui::IdScope scope(ui, key);
  const float known = ui.memory.heights[ui.peek_id("box")];
  const Rect box = area.with_height(std::max(known, 80.0f));
  const ui::Group group(ui, MirrorRole::group, box, title);
  ui.fill(box, ui.c.subtle, ui::metrics::kRadiusChoice);
  Rect inside = area.inset(kPadding, 0);
  inside.skip(kPadding);
  ui.heading(inside.cut_top(24), 4, ui::type::group, ui.c.ink, title);
  inside.skip(8);
  draw_fields(screen, inside, *example, state);
  Rect buttons = inside.cut_top(ui.control_height());
  if (ui::button_left(ui, buttons, screen.tr("guide.compute_again"), {.icon = Icon::refresh_cw, .height = buttons.height})) compute();
  inside.skip(10);
  std::vector<ValueRow> rows;
  for (const ExampleRow& row : state.answer->rows) rows.push_back({row.label, row.value, row.is_result});
  if (!rows.empty()) draw_value_rows(ui, inside, rows, title);
  inside.skip(kPadding);
  ui.memory.heights[ui.peek_id("box")] = inside.y - area.y;
  area.skip(inside.y - area.y + 14);
}

}  // namespace fullcircle
