#include "ui/screens/merge_dialog.h"

#include <array>

#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/list.h"
#include "ui/widgets/section.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr std::size_t kSearchFrom = 9;   // fewer are seen at once
constexpr std::size_t kMostSources = 3;

struct Filter {
  MergeFilter filter;
  std::string_view key;
  std::size_t count;
};

std::vector<Filter> filters_of(const MergePreview& preview) {
  const MergeCounts& total = preview.total;
  const auto conflicts = static_cast<std::size_t>(std::ranges::count_if(preview.rows, &MergeRow::has_conflict));
  std::vector<Filter> filters{{MergeFilter::all, "common.all", preview.rows.size()}};
  const std::array<Filter, 4> others{{{MergeFilter::added, "merge.new", total.added},
                                      {MergeFilter::changed, "merge.changed", total.changed + total.restored},
                                      {MergeFilter::deleted, "merge.deleted", total.deleted},
                                      {MergeFilter::conflicts, "merge.conflicts", conflicts}}};
  for (const Filter& filter : others)
    if (filter.count > 0) filters.push_back(filter);
  return filters;
}

std::string source_line(const ScreenContext& screen, const MergePreview& preview) {
  std::vector<std::string> sources;
  for (std::size_t i = 0; i < std::min(kMostSources, preview.sources.size()); ++i)
    sources.push_back(screen.tr("merge.source", {{"name", preview.sources[i].name}, {"when", screen.formats.date_and_time_inside(preview.sources[i].latest)}}));
  if (preview.sources.size() > kMostSources)
    sources.push_back(screen.tr("merge.more_sources", {{"count", static_cast<int>(preview.sources.size() - kMostSources)}}));
  return sources.empty() ? std::string(screen.tr("merge.only_history")) : screen.tr("merge.from", {{"list", screen.formats.list(sources)}});
}

void draw_totals(ScreenContext& screen, Rect& body, const MergePreview& preview) {
  auto& ui = screen.ui;
  const Rect row = body.cut_top(ui::kStat + 6);
  const MergeCounts& total = preview.total;
  const auto figure = [&](std::size_t index, std::size_t count, std::string_view key, ui::Colour colour) {
    ui::StatOptions options;
    options.colour = count > 0 ? colour : ui.c.ink3;
    ui::stat(ui, row.column(index, 4, 8), screen.formats.integer(static_cast<std::int64_t>(count)), screen.tr(key), options);
  };
  figure(0, total.added, "merge.new", ui.c.accent);
  figure(1, total.changed + total.restored, "merge.changed", ui.c.ink);
  figure(2, total.deleted, "merge.deleted", preview.must_ask ? ui.c.bad : ui.c.ink);
  figure(3, total.conflicts, "merge.conflicts", ui.c.warn);
}

/// "New: 2 people and 3 goals. Deleted: 1 goal."
std::string kinds_line(const ScreenContext& screen, const MergePreview& preview) {
  const auto list = [&](std::string_view key, std::size_t MergeCounts::* count) {
    std::vector<std::string> kinds;
    for (const MergeKindCount& kind : preview.kinds)
      if (kind.counts.*count > 0) {
        std::string text;
        for_each_kind([&]<class Entity>() {
          if (kKindIndex<Entity> == kind.kind)
            text = screen.tr("kind." + std::string(Kind<Entity>::kLanguageKey), {{"count", static_cast<std::int64_t>(kind.counts.*count)}});
        });
        kinds.push_back(std::move(text));
      }
    return kinds.empty() ? std::string() : screen.tr(key, {{"list", screen.formats.list(kinds)}}) + " ";
  };
  return list("merge.kinds_new", &MergeCounts::added) + list("merge.kinds_changed", &MergeCounts::changed) +
         list("merge.kinds_deleted", &MergeCounts::deleted) + list("merge.kinds_restored", &MergeCounts::restored);
}

struct Fate {
  std::string_view key;
  ui::Tone tone;
};
Fate fate_of(const MergeRow& row) {
  if (row.has_conflict) return {"merge.fate_conflict", ui::Tone::warn};
  switch (row.fate) {
    case RecordFate::added: return {"merge.fate_new", ui::Tone::accent};
    case RecordFate::deleted: return {"merge.fate_deleted", ui::Tone::bad};
    case RecordFate::restored: return {"merge.fate_restored", ui::Tone::good};
    case RecordFate::changed: break;
  }
  return {"merge.fate_changed", ui::Tone::neutral};
}

std::string caption_of(const ScreenContext& screen, const MergeRow& row) {
  std::string caption = row.kind_name;
  if (!row.fields.empty()) caption += ": " + row.fields;
  if (row.source.empty()) return caption;
  if (screen.ui.phone()) return caption + " · " + row.source;
  caption += " · " + screen.tr("conflict.written", {{"name", row.source}, {"when", screen.formats.date_and_time(row.when)}});
  return caption;
}

void draw_rows(ScreenContext& screen, Rect& body, const MergePreview& preview, MergeDialogState& state) {
  auto& ui = screen.ui;
  const std::array<ui::Column, 2> columns{{{screen.tr("merge.entry"), -1}, {screen.tr("merge.fate"), ui.phone() ? 96.0f : 128.0f, ui::Align::right}}};
  ui::Table table(ui, body, screen.tr("merge.list"), columns, state.table, state.rows.size(), {.row_height = 52, .head = false, .clickable = false});
  while (const auto drawn = table.next([&](std::size_t i) { return preview.rows[state.rows[i]].id.high ^ preview.rows[state.rows[i]].id.low; })) {
    const MergeRow& row = preview.rows[state.rows[drawn->index]];
    ui::two_lines(ui, table.cell(0), row.title, caption_of(screen, row));
    const Fate fate = fate_of(row);
    Rect cell = table.cell(1);
    ui::chip_right(ui, cell, screen.tr(fate.key), fate.tone, {}, 0);
  }
}

void draw_list(ScreenContext& screen, Rect& body, const MergePreview& preview, MergeDialogState& state) {
  auto& ui = screen.ui;
  const auto filters = filters_of(preview);
  if (preview.rows.size() >= kSearchFrom) {
    ui::search_field(ui, body.cut_top(32), screen.tr("merge.search"), state.search, {.placeholder = screen.tr("merge.search"), .small_text = true});
    body.skip(10);
    if (filters.size() > 2) {
      std::vector<std::string> counts;
      std::vector<ui::Segment> segments;
      for (const Filter& filter : filters) counts.push_back(screen.formats.integer(static_cast<std::int64_t>(filter.count)));
      for (std::size_t i = 0; i < filters.size(); ++i) segments.push_back({screen.tr(filters[i].key), counts[i]});
      state.filter = std::min(state.filter, static_cast<int>(filters.size()) - 1);
      ui::tabs(ui, body.cut_top(40), screen.tr("merge.show"), segments, state.filter);
    }
  }
  if (state.filtered != state.filter || state.searched != state.search) {
    state.rows = filter_merge_rows(preview, screen.text, filters[static_cast<std::size_t>(std::min<std::size_t>(static_cast<std::size_t>(state.filter), filters.size() - 1))].filter, state.search);
    state.filtered = state.filter;
    state.searched = state.search;
  }
  if (state.rows.empty() && !preview.rows.empty())
    ui.text(body.cut_top(48), ui::type::body, ui.c.ink2, screen.tr("common.nothing_found"));
  else
    draw_rows(screen, body, preview, state);
  if (preview.unlisted_changes > 0) {
    body.skip(8);
    ui.text(body.cut_top(20), ui::type::caption, ui.c.ink3, screen.tr("merge.unlisted", {{"count", static_cast<std::int64_t>(preview.unlisted_changes)}}));
  }
}

void draw_question(ScreenContext& screen, Rect& body, const MergePreview& preview, MergeDialogState& state) {
  auto& ui = screen.ui;
  body.skip(ui::error_note(ui, body, screen.tr("import.workspace_large_delete"), screen.tr("merge.large_delete_how")) + 8);
  const std::string agree = screen.tr("merge.agree_delete", {{"count", static_cast<std::int64_t>(preview.total.deleted)}});
  ui::checkbox(ui, body.cut_top(32), agree, state.agrees_to_vanishing);
  body.skip(8);
}

}  // namespace

Intents draw_merge_dialog(ScreenContext& screen, MergeDialogState& state) {
  Intents intents;
  if (!screen.app.merge_offer) return intents;
  const auto& [file, preview] = *screen.app.merge_offer;
  if (state.offer != screen.app.merge_offer_number) {
    state = MergeDialogState();
    state.offer = screen.app.merge_offer_number;
  }
  auto& ui = screen.ui;
  const Workspace* workspace = screen.view.workspace();
  const std::string title = screen.tr("merge.title", {{"team", workspace ? workspace->name : std::string(screen.tr("app.name"))}});
  ui::Dialog dialog(ui, "merge", {.title = title, .width = 680, .confirm = screen.tr("merge.confirm"), .cancel = screen.tr("action.cancel"),
                                  .close = screen.tr("action.close"), .confirm_disabled = preview.must_ask && !state.agrees_to_vanishing,
                                  .danger = preview.must_ask});
  Rect body = dialog.body();
  ui.text(body.cut_top(20), ui::type::control, ui.c.ink, file);
  body.skip(ui.paragraph(body, ui::type::body, ui.c.ink2, source_line(screen, preview)) + 12);
  draw_totals(screen, body, preview);
  if (const auto kinds = kinds_line(screen, preview); !kinds.empty()) body.skip(ui.paragraph(body, ui::type::body, ui.c.ink2, kinds) + 12);
  if (preview.must_ask) draw_question(screen, body, preview, state);
  draw_list(screen, body, preview, state);
  body.skip(8);
  body.skip(ui.paragraph(body, ui::type::caption, ui.c.ink3, screen.tr("merge.undo_until")) + 8);
  switch (dialog.result()) {
    case ui::Dialog::Result::none: break;
    case ui::Dialog::Result::confirmed: intents.tasks.push_back(AcceptMerge{}); break;
    case ui::Dialog::Result::cancelled: intents.tasks.push_back(DeclineMerge{}); break;
  }
  return intents;
}

}  // namespace fullcircle
