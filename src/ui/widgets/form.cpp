#include "ui/widgets/form.h"

namespace fullcircle::ui {
namespace {

constexpr float kLabel = 20, kLabelGap = 6, kHintGap = 4, kRowGap = 16;

}  // namespace

Rect form_row_begin(Ui& ui, Rect& area, std::string_view label, const FormRowOptions& options) {
  Rect head = area.cut_top(kLabel);
  const float width = ui.text(head, type::control, ui.c.ink, label);
  if (!options.optional.empty()) {
    head.cut_left(width + 8);
    ui.text(head, type::caption, ui.c.ink3, options.optional);
  }
  area.skip(kLabelGap);
  return area;
}

void form_row_end(Ui& ui, Rect& area, float field_height, const FormRowOptions& options) {
  area.skip(field_height);
  if (!options.error.empty() || !options.hint.empty()) {
    area.skip(kHintGap);
    if (options.error.empty())
      area.skip(ui.paragraph(area, type::caption, ui.c.ink3, options.hint));
    else
      area.skip(ui.paragraph(area, type::caption, ui.c.bad, options.error));
  }
  area.skip(kRowGap);
}

Rect form_row(Ui& ui, Rect& area, std::string_view label, const FormRowOptions& options) {
  const float height = ui.phone() ? metrics::kControlPhone : options.field_height;
  const Rect field = form_row_begin(ui, area, label, options).with_height(height);
  form_row_end(ui, area, height, options);
  return field;
}

Rect setting_row(Ui& ui, Rect& area, std::string_view title, std::string_view caption, bool line) {
  const Rect row = area.cut_top(56);
  if (line) ui.hairline(row.x, row.bottom() - 1, row.width);
  Rect words = row.middle(40);
  words.width *= ui.phone() ? 0.7f : 0.62f;
  ui.text(words.cut_top(20), type::control, ui.c.ink, title);
  ui.text(words, type::body, ui.c.ink2, caption);
  return row;
}

}  // namespace fullcircle::ui
