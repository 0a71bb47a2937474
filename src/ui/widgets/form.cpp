#include "ui/widgets/form.h"

#include <algorithm>

namespace fullcircle::ui {
namespace {

constexpr float kLabel = 20, kLabelGap = 6, kHintGap = 4, kRowGap = 16;
constexpr float kLeastWords = 200, kMostWords = 540, kWordsGap = 16;  // of a setting, beside its control
constexpr float kStackedFoot = 12;

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
  const float height = ui.phone() ? std::max(metrics::kControlPhone, options.field_height) : options.field_height;
  const Rect field = form_row_begin(ui, area, label, options).with_height(height);
  form_row_end(ui, area, height, options);
  return field;
}

Rect setting_row(Ui& ui, Rect& area, std::string_view title, std::string_view caption, bool line, float control) {
  const bool is_stacked = ui.phone() && control > 0;
  const float share = area.width * (ui.phone() ? 0.6f : 0.62f);
  const float width = is_stacked ? area.width : control > 0 ? std::max(std::min(kMostWords, area.width - control - kWordsGap), kLeastWords) : share;
  const float title_height = ui.paragraph_height(width, type::control, title), caption_height = ui.paragraph_height(width, type::body, caption);
  const float height = title_height + caption_height;
  const float below = is_stacked ? ui.control_height() + kStackedFoot : 0;
  Rect row = area.cut_top(std::max(56.0f, height + 16 + below));
  if (line) ui.hairline(row.x, row.bottom() - 1, row.width);
  Rect words = (is_stacked ? row.with_height(height).moved(0, 8) : row.middle(height)).with_width(width);
  words.skip(ui.paragraph(words, type::control, ui.c.ink, title));
  ui.paragraph(words, type::body, ui.c.ink2, caption);
  if (!is_stacked) return row;
  Rect place = row.cut_bottom(ui.control_height() + kStackedFoot).with_height(ui.control_height());
  return place.with_width(std::min(place.width, control));
}

}  // namespace fullcircle::ui
