#include <algorithm>
#include <cmath>

#include "ui/screens/result_parts.h"
#include "ui/widgets/charts/radar.h"
#include "ui/widgets/charts/rater_bars.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/section.h"
#include "ui/widgets/states.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kRadarWidth = 388, kRadarHeight = 330, kPhoneRadarHeight = 270, kSideBySideFrom = 860;
constexpr float kNameLeast = 150, kNameMost = 210, kNameGap = 24, kGapWidth = 78, kAgreementWidth = 100, kLegendMark = 46;
constexpr float kBarStep = 9, kAxis = 26, kNarrowHead = 34, kLeastRow = 56, kChipPadding = 8;

ui::Colour column_colour(const ui::Ui& ui, const ResultPage& page, std::size_t column) {
  const std::string& key = page.columns[column].key;
  if (key == "manager") return ui.c.manager;
  if (key == "peer") return ui.c.peer;
  // One third blue; a further group is muted rather than in a new hue.
  for (std::size_t before = 0; before < column; ++before)
    if (page.columns[before].key != "manager" && page.columns[before].key != "peer") return ui.c.field;
  return ui.c.report;
}

std::optional<float> drawn(const rating::Figure& figure) { return figure ? std::optional(static_cast<float>(*figure)) : std::nullopt; }

ui::ChartData table_behind(const ResultDrawing& drawing, std::string_view caption) {
  ui::ChartData data{.caption = caption, .rows = {}};
  std::vector<std::string> head{std::string(drawing.screen.tr("field.action.competency")), std::string(drawing.screen.tr("result.self")),
                                std::string(drawing.screen.tr("result.others"))};
  data.rows.push_back(std::move(head));
  for (const ResultRow& row : drawing.page().rows) data.rows.push_back({row.name, drawing.words.rating(row.self), drawing.words.rating(row.others)});
  return data;
}

float radar_height(const ui::Ui& ui) { return ui.phone() ? kPhoneRadarHeight : kRadarHeight; }

void draw_radar(const ResultDrawing& drawing, Rect area) {
  auto& ui = drawing.screen.ui;
  const ResultPage& page = drawing.page();
  std::vector<ui::RadarAxis> axes;
  for (const ResultRow& row : page.rows) axes.push_back({row.name, drawn(row.self), drawn(row.others)});
  const auto points = drawing.words.scale_points();
  // The net has five rings: they carry the scale's figures when it has five points.
  std::vector<std::string_view> rings;
  for (std::size_t i = 0; i < points.size() && points.size() == 5; ++i) rings.push_back(i % 2 == 0 ? std::string_view(points[i]) : std::string_view());
  const std::string caption = drawing.screen.tr("result.chart_label", {{"name", page.person ? std::string_view(page.person->name) : std::string_view()}});
  ui.heading(area.cut_top(28), 2, ui::type::group, ui.c.ink, drawing.screen.tr("result.self_and_others"));
  area.skip(10);
  ui::radar(ui, area.cut_top(radar_height(ui)), axes, table_behind(drawing, caption),
            {.minimum = static_cast<float>(page.rules.scale_low), .maximum = static_cast<float>(page.rules.scale_high), .ring_labels = rings});
  const ui::LegendEntry marks[] = {{drawing.screen.tr("result.self"), ui.c.self, ui::LegendMark::hollow_dot_line},
                                   {drawing.screen.tr("result.others"), ui.c.accent, ui::LegendMark::dot_line}};
  area.skip(6);
  ui::legend(ui, area.cut_top(24), marks, ui::Align::centre);
}

/// The legend in as many lines as it needs, from the right end where one is enough.
void draw_legend(const ResultDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const ResultPage& page = drawing.page();
  std::vector<std::string> names{drawing.words.column("self")}, counts{{}};
  for (const ResultColumn& column : page.columns) {
    names.push_back(drawing.words.column(column.key));
    counts.push_back(column.n > 0 ? drawing.screen.formats.integer(column.n) : std::string());
  }
  std::vector<ui::LegendEntry> entries{{names[0], ui.c.self, ui::LegendMark::hollow_pill}};
  for (std::size_t i = 0; i < page.columns.size(); ++i)
    entries.push_back({names[i + 1], column_colour(ui, page, i), ui::LegendMark::pill, counts[i + 1]});

  const std::string_view title = drawing.screen.tr("result.by_group");
  const auto width_of = [&](const ui::LegendEntry& entry) {
    return kLegendMark + ui.text_width(ui::type::body, entry.label) + ui.text_width(ui::type::body, entry.count);
  };
  float all = 0;
  for (const auto& entry : entries) all += width_of(entry);
  Rect head = area.cut_top(28);
  ui.heading(head, 2, ui::type::group, ui.c.ink, title);
  if (all + ui.text_width(ui::type::group, title) + 24 < head.width) {
    ui::legend(ui, head, entries, ui::Align::right);
    return;
  }
  for (std::size_t from = 0; from < entries.size();) {
    std::size_t to = from;
    float width = 0;
    while (to < entries.size() && (to == from || width + width_of(entries[to]) <= area.width)) width += width_of(entries[to++]);
    ui::legend(ui, area.cut_top(22), std::span(entries).subspan(from, to - from));
    from = to;
  }
}

struct RowColumns {
  Rect name, plot, gap, agreement;
};

RowColumns split_row(const ResultDrawing& drawing, Rect row, float name_width) {
  RowColumns columns;
  if (drawing.is_computed()) {
    columns.agreement = row.cut_right(kAgreementWidth);
  }
  columns.gap = row.cut_right(kGapWidth);
  row.cut_right(12);
  columns.name = row.cut_left(name_width);
  columns.plot = row;
  return columns;
}

float name_width(const ResultDrawing& drawing) {
  float width = kNameLeast;
  for (const ResultRow& row : drawing.page().rows) width = std::max(width, drawing.screen.ui.text_width(ui::type::row, row.name) + kNameGap);
  return std::min(width, kNameMost);
}

void draw_gap(const ResultDrawing& drawing, const Rect& rect, const ResultRow& row) {
  auto& ui = drawing.screen.ui;
  number_button(drawing, rect.middle(30), {ShownNumber::gap, row.id, {}});
  const std::string text = drawing.words.gap(row.gap);
  const bool is_blind = row.gap.kind && *row.gap.kind == rating::GapKind::BlindSpot;
  const bool is_hidden = row.gap.kind && *row.gap.kind == rating::GapKind::HiddenStrength;
  Rect inside = rect.inset(8, 0);
  if (is_blind || is_hidden) {
    ui::chip(ui, inside, text, is_blind ? ui::Tone::warn : ui::Tone::accent);
    return;
  }
  inside.cut_left(kChipPadding);  // figures stand under one another, with a chip around them or without
  ui.text(inside, ui::type::body.figures(), ui.c.ink2, text);
}

/// `is_at`: the keyboard has come to this row of the figure, which tells its values then.
void draw_bars(const ResultDrawing& drawing, const Rect& plot, const ResultRow& row, const ui::RaterScale& scale, bool is_at) {
  auto& ui = drawing.screen.ui;
  const ResultPage& page = drawing.page();
  std::vector<ui::RaterBar> bars{{drawn(row.self), ui.c.self, true}};
  for (std::size_t i = 0; i < page.columns.size(); ++i) bars.push_back({drawn(row.columns[i]), column_colour(ui, page, i)});
  const std::string values = row.name + ": " + drawing.words.row_values(row);
  auto done = number_button(drawing, plot.grow(4, -4), {ShownNumber::criterion, row.id, {}}, values);
  ui::rater_bars(ui, plot, bars, scale);
  if (is_at) done.focused = done.focus_visible = true;
  ui.tooltip(done, plot, values);
}

void draw_agreement(const ResultDrawing& drawing, const Rect& rect, const ResultRow& row) {
  number_button(drawing, rect.middle(30), {ShownNumber::criterion_agreement, row.id, {}});
  ui::agreement(drawing.screen.ui, rect.inset(8, 0), agreement_blocks(row.agreement), drawing.words.agreement(row.agreement));
}

float row_height(const ResultPage& page) { return std::max(kLeastRow, kBarStep * static_cast<float>(page.columns.size() + 1) + 20); }

void draw_wide_rows(const ResultDrawing& drawing, Rect& area, const ui::RaterScale& scale, const ui::ChartData& data) {
  auto& ui = drawing.screen.ui;
  const ResultPage& page = drawing.page();
  const float names = name_width(drawing), height = row_height(page);
  const float all_rows = height * static_cast<float>(page.rows.size());
  ui::Figure figure(ui, area.with_height(kAxis + all_rows), "bars", data);
  figure.put_values_at({area.right() - kAxis, area.y, kAxis, kAxis});
  const RowColumns head = split_row(drawing, area.cut_top(kAxis), names);
  ui::rater_axis(ui, head.plot, scale);
  Rect gap = head.gap.inset(8, 0);
  gap.cut_left(std::min(kChipPadding, std::max(0.0f, gap.width - ui.text_width(ui::type::body, drawing.screen.tr("result.gap")))));
  ui.text(gap, ui::type::body, ui.c.ink2, drawing.screen.tr("result.gap"));
  if (drawing.is_computed()) ui.text(head.agreement.inset(8, 0), ui::type::body, ui.c.ink2, drawing.screen.tr("result.agreement"));
  const RowColumns all = split_row(drawing, area.with_height(all_rows), names);
  ui::rater_grid(ui, all.plot, scale);
  const ui::Group list(ui, MirrorRole::list, area.with_height(all.plot.height), drawing.screen.tr("result.by_group"));
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    const ResultRow& row = page.rows[i];
    const Rect place = area.cut_top(height);
    const ui::Group item(ui, MirrorRole::list_item, place, {});
    ui.hairline(place.x, place.y, place.width);
    const RowColumns columns = split_row(drawing, place, names);
    ui.text(columns.name, ui::type::row, ui.c.ink, row.name);
    draw_bars(drawing, columns.plot, row, scale, figure.is_at(i + 1));
    draw_gap(drawing, columns.gap, row);
    if (drawing.is_computed()) draw_agreement(drawing, columns.agreement, row);
  }
}

/// On phones name, gap and agreement stand over the bars.
void draw_narrow_rows(const ResultDrawing& drawing, Rect& area, const ui::RaterScale& scale, const ui::ChartData& data) {
  auto& ui = drawing.screen.ui;
  const ResultPage& page = drawing.page();
  const float height = row_height(page);
  ui::Figure figure(ui, area.with_height(kAxis + (kNarrowHead + height - 12) * static_cast<float>(page.rows.size())), "bars", data);
  ui::rater_axis(ui, area.cut_top(kAxis).inset(8, 0), scale);
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    const ResultRow& row = page.rows[i];
    ui.hairline(area.x, area.y, area.width);
    Rect head = area.cut_top(kNarrowHead);
    if (drawing.is_computed()) draw_agreement(drawing, head.cut_right(104), row);
    draw_gap(drawing, head.cut_right(kGapWidth - 8), row);
    ui.text(head, ui::type::row, ui.c.ink, row.name);
    const Rect plot = area.cut_top(height - 12).inset(8, 0);
    ui::rater_grid(ui, plot, scale);
    draw_bars(drawing, plot, row, scale, figure.is_at(i + 1));
  }
}

void draw_groups(const ResultDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const auto points = drawing.words.scale_points();
  const std::vector<std::string_view> ticks(points.begin(), points.end());
  const ui::RaterScale scale{.minimum = static_cast<float>(drawing.page().rules.scale_low), .maximum = static_cast<float>(drawing.page().rules.scale_high), .ticks = ticks};
  const std::string summary = drawing.words.bars_summary();
  const ui::ChartData data{.caption = summary, .rows = drawing.words.bars_table()};
  draw_legend(drawing, area);
  if (area.width >= 480)
    draw_wide_rows(drawing, area, scale, data);
  else
    draw_narrow_rows(drawing, area, scale, data);
  for (const std::string& note : drawing.words.privacy_notes()) {
    area.skip(8);
    area.skip(ui::note(ui, area, Icon::shield_check, note));
  }
}

}  // namespace

void draw_result_charts(const ResultDrawing& drawing, Rect& area) {
  area.skip(14);
  if (!has_radar(drawing.page())) return draw_groups(drawing, area);
  const float height = 28 + 14 + radar_height(drawing.screen.ui) + 30;
  if (area.width < kSideBySideFrom) {
    draw_radar(drawing, area.cut_top(height));
    area.skip(kSectionGap);
    return draw_groups(drawing, area);
  }
  Rect right = area;
  const Rect left = right.cut_left(kRadarWidth);
  right.cut_left(32);
  draw_radar(drawing, left.with_height(height));
  draw_groups(drawing, right);
  area.skip(std::max(height, right.y - area.y));
}

}  // namespace fullcircle
