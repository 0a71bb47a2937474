// The first section of the page of parts, placed like the picture of the design.
#include <array>

#include "ui/screens/parts_screen.h"
#include "app/person_tint.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/list.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/rings.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/select.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/text_field.h"

namespace fullcircle::ui {
namespace {

constexpr float kRightColumn = 716;

/// Height the first section takes beside itself.
constexpr float kSectionHeight = 870;

void label(Ui& ui, const Rect& rect, std::string_view text) { ui.heading(rect.with_height(16), 2, type::head, ui.c.ink3, text); }

std::string hex(Colour colour) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string text = "#";
  for (const int shift : {4, 0, 12, 8, 20, 16}) text += digits[(colour >> shift) & 15];
  return text;
}

struct Swatch {
  const char* name;
  Colour Colours::* colour;
};

constexpr std::array<Swatch, 21> kSwatches{{
    {"canvas", &Colours::canvas}, {"sheet", &Colours::sheet}, {"subtle", &Colours::subtle}, {"hover", &Colours::hover},
    {"press", &Colours::press}, {"line", &Colours::line}, {"line2", &Colours::line2},
    {"field", &Colours::field}, {"ink", &Colours::ink}, {"ink2", &Colours::ink2}, {"ink3", &Colours::ink3},
    {"accent", &Colours::accent}, {"accentFill", &Colours::accent_fill}, {"accentSoft", &Colours::accent_soft},
    {"goodFill", &Colours::good_fill}, {"warnFill", &Colours::warn_fill}, {"badFill", &Colours::bad_fill}, {"self", &Colours::self},
    {"mgr", &Colours::manager}, {"peer", &Colours::peer}, {"rep", &Colours::report},
}};

void draw_colours(Ui& ui, const Rect& area) {
  const std::size_t across = ui.phone() ? 3 : 7;
  for (std::size_t i = 0; i < kSwatches.size(); ++i) {
    const Rect place{area.x + static_cast<float>(i % across) * 94, area.y + static_cast<float>(i / across) * 90, 84, 40};
    const Colour colour = ui.c.*kSwatches[i].colour;
    ui.fill(place, colour, metrics::kRadiusControl);
    ui.outline(place, ui.c.line2, metrics::kRadiusControl);
    ui.text({place.x, place.bottom() + 6, 90, 16}, type::head, ui.c.ink, kSwatches[i].name);
    ui.text({place.x, place.bottom() + 22, 90, 14}, type::axis, ui.c.ink3, hex(colour));
  }
}

void draw_buttons(Ui& ui, Rect area) {
  struct State {
    const char* label;
    Behaviour behaviour;
    bool disabled;
  };
  const std::array<State, 5> states{{{"Default", {}, false},
                                     {"Hover", {.hovered = true}, false},
                                     {"Pressed", {.hovered = true, .pressed = true}, false},
                                     {"Focus", {.focused = true, .focus_visible = true}, false},
                                     {"Off", {}, true}}};
  const std::array<std::pair<const char*, ButtonKind>, 3> kinds{
      {{"Primary", ButtonKind::primary}, {"Secondary", ButtonKind::secondary}, {"Quiet", ButtonKind::quiet}}};
  for (const auto& [name, kind] : kinds) {
    IdScope scope(ui, name);
    Rect row = area.cut_top(48);
    ui.text(row.cut_left(100).with_height(32), type::body, ui.c.ink2, name);
    for (const State& state : states) {
      ButtonOptions options{.kind = kind, .icon = Icon::plus, .disabled = state.disabled};
      ui.pretend(state.behaviour);
      const float width = button_width(ui, state.label, options);
      button(ui, row.cut_left(width).with_height(32), state.label, options);
      ui.pretend({});
      row.cut_left(16);
    }
  }
}

/// A radio button whose label only screen readers hear.
void radio_dot(Ui& ui, const Rect& rect, bool chosen) {
  ui.push_clip(rect.grow(4));
  radio(ui, rect, chosen ? "Chosen" : "Not chosen", chosen);
  ui.pop_clip();
}

void draw_fields(Ui& ui, Rect area, PartsState& state) {
  Rect row = area.cut_top(32);
  text_field(ui, row.cut_left(172), "Name", state.name, {.placeholder = "Name"});
  row.cut_left(12);
  const Rect focused = row.cut_left(172);
  ui.pretend(Behaviour{.focused = true});
  text_field(ui, focused, "Name, focused", state.filled);
  ui.pretend({});
  const float width = ui.text_width(type::body, state.filled);
  ui.paint_text(focused.inset(11, 0), type::body, ui.c.ink, state.filled);
  ui.fill({focused.x + 11 + width + 1, focused.y + 7, 2, 18}, ui.c.accent);
  row.cut_left(12);
  text_field(ui, row.cut_left(172), "Due", state.wrong_date, {.error = "No month 13"});
  row.cut_left(12);
  ui.text(row, type::caption, ui.c.bad, "No month 13");

  area.skip(14);
  row = area.cut_top(32);
  checkbox(ui, row.cut_left(16), "Off", state.off_box, {.hide_label = true});
  row.cut_left(20);
  checkbox(ui, row.cut_left(16), "On", state.on_box, {.hide_label = true});
  row.cut_left(20);
  radio_dot(ui, row.cut_left(16), false);
  row.cut_left(20);
  radio_dot(ui, row.cut_left(16), true);
  row.cut_left(20);
  toggle_switch(ui, row.cut_left(32), "Switch off", state.off_switch);
  row.cut_left(20);
  toggle_switch(ui, row.cut_left(32), "Switch on", state.on_switch);
  row.cut_left(20);
  constexpr Segment segments[] = {{"One"}, {"Two"}, {"Three"}};
  segmented(ui, row.cut_left(segmented_width(ui, segments)), "Choice", segments, state.segment);
  row.cut_left(20);
  constexpr Choice minutes[] = {{"5 minutes"}, {"15 minutes"}, {"30 minutes"}, {"60 minutes"}};
  select(ui, row.cut_left(150), "Lock after", minutes, state.minutes);
}

void draw_chips(Ui& ui, Rect row) {
  struct Sample {
    const char* label;
    Tone tone;
    Icon icon;
  };
  constexpr std::array<Sample, 7> samples{{{"On track", Tone::good, Icon::circle_check},
                                           {"At risk", Tone::warn, Icon::circle_alert},
                                           {"Off track", Tone::bad, Icon::trending_down},
                                           {"New", Tone::accent, Icon::sparkle},
                                           {"Waiting", Tone::neutral, Icon::hourglass},
                                           {"+0.4", Tone::good, Icon::none},
                                           {"\xE2\x88\x92" "0.3", Tone::warn, Icon::none}}};
  for (const Sample& sample : samples) {
    row.cut_left(chip(ui, row, sample.label, sample.tone, sample.icon));
    row.cut_left(10);
  }
}

void draw_type(Ui& ui, Rect area) {
  struct Sample {
    const char* name;
    TextStyle style;
    const char* text;
    float y, x;
  };
  constexpr std::array<Sample, 8> samples{{{"32 / 40 semi", type::first_run, "Reviews that stay", 0, 0},
                                           {"26 / 32 semi", type::greeting, "Good morning, Aisha", 44, 0},
                                           {"22 / 28 semi", type::page_title, "Development plan for Mara", 80, 0},
                                           {"16 / 24 semi", type::section, "Ratings over four cycles", 112, 0},
                                           {"14 / 20 semi", type::group, "Check-ins due", 140, 0},
                                           {"14 / 20 med", type::row, "Second source for 8 key parts", 164, 0},
                                           {"13 / 20 reg", type::body, "Others want to be heard before a decision", 188, 0},
                                           {"12 / 16 reg", type::caption, "Last backup 2 days ago", 212, 0}}};
  for (const Sample& sample : samples) {
    const Rect row{area.x, area.y + sample.y, area.width, sample.style.line};
    ui.text(row.with_width(100), type::caption.figures(), ui.c.ink3, sample.name);
    ui.text({row.x + 106, row.y, row.width - 106, row.height}, sample.style, ui.c.ink, sample.text);
  }
}

void draw_progress(Ui& ui, const Rect& area) {
  constexpr float stages[] = {1, 1, 0.7f, 0, 0, 0};
  cycle_ring(ui, {area.x, area.y, 64, 64}, stages, 6, "Cycle, 45%");
  progress_ring(ui, {area.x + 88, area.y + 12, 40, 40}, 0.6f, 5, "Goals, 60%");
  progress_ring(ui, {area.x + 152, area.y + 23, 18, 18}, 0.6f, 2.5f, "Answers, 60%");
  const Rect bars{area.x + 194, area.y, 180, 6};
  progress_bar(ui, bars.moved(0, 9), 0.82f, "On course", {.forecast = 0.96f, .value_text = "82%, forecast 96%"});
  progress_bar(ui, bars.moved(0, 29), 0.46f, "Off course", {.tone = Tone::bad, .forecast = 0.79f, .value_text = "46%, forecast 79%"});
  progress_bar(ui, bars.moved(0, 49), 1, "Done", {.tone = Tone::good, .value_text = "100%"});
  constexpr float half[] = {1, 1, 0.5f, 0, 0, 0};
  cycle_dashes(ui, {area.x + 398, area.y, 100, 64}, half, "Stage 3 of 6");
}

/// A number whose avatar tint is the one wanted.
std::uint64_t person_of_tint(std::size_t tint) {
  std::uint64_t number = 1;
  while (person_tint(number) != tint) ++number;
  return number;
}

void draw_people(Ui& ui, const Rect& area) {
  struct Sample {
    const char* name;
    float size;
  };
  constexpr std::array<Sample, 7> samples{{{"Mara", 60}, {"Oskar", 44}, {"David", 32}, {"Tom", 32}, {"Elena", 28}, {"Jonas", 22}, {"Lena", 20}}};
  Rect row = area.with_height(60);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    avatar(ui, row.cut_left(samples[i].size), person_of_tint(i), samples[i].name, samples[i].size);
    row.cut_left(12);
  }
}

void draw_rows(Ui& ui, const Rect& area) {
  struct Sample {
    const char* name;
    const char* role;
    std::size_t tint;
  };
  constexpr std::array<Sample, 3> samples{{{"Tom", "Buyer", 3}, {"Priya", "Engineer B", 2}, {"Mara", "Support lead", 0}}};
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const Rect place{area.x + 12, area.y + 44 * static_cast<float>(i), 602, 44};
    ui.pretend(Behaviour{.hovered = i == 1});
    ListRow row(ui, place, i + 1, samples[i].name, {.selected = i == 2, .first = true});
    ui.pretend({});
    Rect inside = row.rect();
    ui.text(inside.cut_right(60), type::body.figures(), ui.c.ink2, "18 Dec", Align::right);
    avatar(ui, inside.cut_left(32), person_of_tint(samples[i].tint), samples[i].name, 32);
    inside.cut_left(12);
    inside.cut_left(ui.text(inside, type::row, ui.c.ink, samples[i].name) + 12);
    ui.text(inside, type::body, ui.c.ink2, samples[i].role);
  }
}

void draw_raised(Ui& ui, const Rect& area) {
  const Rect menu{area.x + 8, area.y, 196, 76};
  ui.raised(menu, metrics::kRadiusChoice);
  Rect inside = menu.inset(6);
  const auto item = [&](Icon icon, std::string_view text, bool hovered) {
    Rect row = inside.cut_top(32);
    if (hovered) ui.fill(row, ui.c.hover, metrics::kRadiusChip);
    row = row.inset(10, 0);
    if (hovered) key_cap(ui, row, "E", Align::right);
    ui.paint_icon(row.cut_left(16), icon, ui.c.ink2);
    row.cut_left(10);
    ui.text(row, type::body, ui.c.ink, text);
  };
  item(Icon::pencil, "Edit", true);
  item(Icon::file_down, "Export", false);
  const Rect notice{area.x + 232, area.y, 210, 44};
  ui.raised(notice, metrics::kRadiusChoice);
  Rect row = notice;
  row.cut_left(14);
  ui.paint_icon(row.cut_left(16), Icon::circle_check, ui.c.good);
  row.cut_left(10);
  ui.text(row, type::body, ui.c.ink, "Check-in saved");
  row.cut_right(18);
  ui.text(row, type::control, ui.c.ink2, "Undo", Align::right);
}

float draw_right_column(Ui& ui, const Rect& area) {
  label(ui, area.moved(0, 74), "Type");
  draw_type(ui, area.moved(0, 106));
  label(ui, area.moved(0, 350), "Progress");
  draw_progress(ui, area.moved(0, 380));
  label(ui, area.moved(0, 456), "People");
  draw_people(ui, area.moved(0, 486));
  label(ui, area.moved(0, 562), "Row: at rest, hover, selected");
  draw_rows(ui, area.moved(0, 592));
  label(ui, area.moved(0, 738), "Raised: menu, notice");
  draw_raised(ui, area.moved(0, 768));
  return kSectionHeight;
}

}  // namespace

float draw_basic_parts(Ui& ui, const Rect& area, PartsState& state) {
  mark(ui, {area.x, area.y + 28, 28, 28});
  ui.heading({area.x + 40, area.y + 28, 100, 28}, 1, type::page_title, ui.c.ink, "Parts");
  ui.text({area.x + 108, area.y + 31, 200, 22}, type::form, ui.c.ink3, ui.theme.dark ? "dark theme" : "light theme");
  label(ui, area.moved(0, 74), "Colour");
  draw_colours(ui, area.moved(0, 104));
  const float below = ui.phone() ? 450 : 0;
  label(ui, area.moved(0, 386 + below), "Buttons");
  draw_buttons(ui, area.moved(0, 424 + below));
  label(ui, area.moved(0, 578 + below), "Fields");
  draw_fields(ui, area.moved(0, 608 + below), state);
  label(ui, area.moved(0, 708 + below), "States, always a word and a shape");
  draw_chips(ui, area.moved(0, 738 + below).with_height(22));
  if (ui.phone()) return kSectionHeight + below + draw_right_column(ui, area.moved(0, kSectionHeight + below - 60));
  Rect right = area;
  right.cut_left(kRightColumn);
  return draw_right_column(ui, right);
}

}  // namespace fullcircle::ui
