#include <algorithm>

#include "ui/screens/gap_figures.h"
#include "ui/screens/result_parts.h"
#include "ui/widgets/link.h"
#include "ui/widgets/section.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/states.h"
#include "ui/widgets/surface.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kThreeColumnsFrom = 860, kColumnStep = 36, kFindingRow = 48, kFindingHead = 32, kCommentsShare = 0.34f;
constexpr std::size_t kFirstComments = 4;

struct Finding {
  std::string_view title, how, none;
  Icon icon{};
  ui::Colour colour = 0;
  rating::GapKind kind{};
};

/// What the criterion means, in the words of its description; empty for one that has none.
std::string_view description_of(const ResultDrawing& drawing, const ResultRow& row) {
  const auto id = parse_record_id(row.id);
  if (!id) return {};
  if (const auto* competency = drawing.screen.view.find(Id<Competency>(*id))) return competency->description;
  return {};
}

/// Name and figures on one line, what the criterion means below it. Cut from `area`.
void draw_finding_row(const ResultDrawing& drawing, Rect& area, const ResultRow& row) {
  auto& ui = drawing.screen.ui;
  const std::string_view about = description_of(drawing, row);
  const float about_height = about.empty() ? 0 : ui.paragraph_height(area.width, ui::type::body, about, 2) + 2;
  const Rect place = area.cut_top(kFindingRow + (about.empty() ? 0 : about_height - 4));
  ui.hairline(place.x, place.y, place.width);
  number_button(drawing, place.inset(-8, 3), {ShownNumber::gap, row.id, {}});
  Rect inside = place;
  inside.skip(about.empty() ? 0.0f : 10.0f);
  Rect line = about.empty() ? inside : inside.cut_top(20);
  const float width = gap_figures_width(drawing.screen, drawing.words.rating(row.self), drawing.words.rating(row.others));
  draw_gap_figures(drawing.screen, line.cut_right(width), drawing.words.rating(row.self), drawing.words.rating(row.others));
  line.cut_right(8);
  ui.text(line, ui::type::row, ui.c.ink, row.name);
  if (about.empty()) return;
  inside.skip(2);
  ui.paragraph(inside, ui::type::body, ui.c.ink2, about, 2);
}

void draw_finding(const ResultDrawing& drawing, Rect& area, const Finding& finding) {
  auto& ui = drawing.screen.ui;
  Rect head = area.cut_top(kFindingHead);
  ui.paint_icon(head.cut_left(16), finding.icon, finding.colour);
  head.cut_left(8);
  ui.heading(head, 2, ui::type::group, ui.c.ink, drawing.screen.tr(finding.title));
  ui.text(area.cut_top(16), ui::type::caption, ui.c.ink3, drawing.screen.tr(finding.how));
  area.skip(6);
  const auto rows = rows_with_gap(drawing.page(), finding.kind);
  for (const ResultRow* row : rows) draw_finding_row(drawing, area, *row);
  if (!rows.empty()) return;
  ui.hairline(area.x, area.y, area.width);
  area.skip(12);
  area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, drawing.screen.tr(finding.none)));
}

std::vector<const ResultComment*> comments_of(const ResultPage& page, int segment) {
  std::vector<const ResultComment*> comments;
  for (const ResultComment& comment : page.comments)
    if (segment == 2 || comment.tone == (segment == 0 ? CommentTone::keep : CommentTone::try_out)) comments.push_back(&comment);
  return comments;
}

void draw_comment_head(const ResultDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const ResultPage& page = drawing.page();
  const auto count = [&](int segment) { return drawing.screen.formats.integer(static_cast<std::int64_t>(comments_of(page, segment).size())); };
  const std::string keep = count(0), try_out = count(1), all = count(2);
  const ui::Segment segments[] = {{drawing.screen.tr("result.comments_keep"), keep}, {drawing.screen.tr("result.comments_try"), try_out}, {drawing.screen.tr("result.comments_all"), all}};
  Rect head = area.cut_top(kFindingHead);
  const float title = ui.text_width(ui::type::group, drawing.screen.tr("result.comments")) + 16;
  const bool fits = title + ui::segmented_width(ui, segments) <= head.width;
  Rect control = head;
  if (!fits) {
    area.skip(4);
    control = area.cut_top(kSegmented);
  }
  if (ui::segmented_right(ui, control, drawing.screen.tr("result.comments"), segments, drawing.state.comment_tone)) drawing.state.shows_all_comments = false;
  ui.heading(head.with_width(title), 2, ui::type::group, ui.c.ink, drawing.screen.tr("result.comments"));
}

void draw_comments(const ResultDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const ResultPage& page = drawing.page();
  draw_comment_head(drawing, area);
  area.skip(14);
  const auto comments = comments_of(page, drawing.state.comment_tone);
  if (comments.empty()) {
    ui.hairline(area.x, area.y, area.width);
    area.skip(12);
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, drawing.screen.tr("result.comments_empty")));
  }
  const std::size_t shown = drawing.state.shows_all_comments ? comments.size() : std::min(comments.size(), kFirstComments);
  for (std::size_t i = 0; i < shown; ++i) {
    ui.hairline(area.x, area.y, area.width);
    area.skip(12);
    area.skip(ui::comment(ui, area, drawing.screen.tr("result.comment_quote", {{"text", comments[i]->text}}), drawing.words.comment_source(*comments[i])));
    area.skip(12);
  }
  if (shown < comments.size() || drawing.state.shows_all_comments) {
    const auto key = drawing.state.shows_all_comments ? "action.show_fewer" : "action.show_all";
    if (comments.size() > kFirstComments && ui::link(ui, area.cut_top(28), drawing.screen.tr(key))) drawing.state.shows_all_comments = !drawing.state.shows_all_comments;
  }
  if (!comments.empty()) ui.text(area.cut_top(20), ui::type::caption, ui.c.ink3, drawing.screen.tr("result.comments_shuffled"));
  if (page.hidden_comments == 0) return;
  area.skip(8);
  area.skip(ui::note(ui, area, Icon::shield_check,
                     drawing.screen.tr("result.comments_hidden", {{"count", page.hidden_comments}, {"minimum", page.rules.anonymity_minimum}})));
}

}  // namespace

void draw_result_findings(const ResultDrawing& drawing, Rect& area) {
  auto& ui = drawing.screen.ui;
  const Finding blind{"result.blind_spots", "result.blind_spots_how", "result.blind_spots_empty", Icon::eye_off, ui.c.warn, rating::GapKind::BlindSpot};
  const Finding hidden{"result.hidden_strengths", "result.hidden_strengths_how", "result.hidden_strengths_empty", Icon::gem, ui.c.accent, rating::GapKind::HiddenStrength};
  area.skip(16);
  ui.hairline(area.x, area.y, area.width);
  area.skip(10);
  if (area.width < kThreeColumnsFrom) {
    draw_finding(drawing, area, blind);
    area.skip(kSectionGap);
    draw_finding(drawing, area, hidden);
    area.skip(kSectionGap);
    return draw_comments(drawing, area);
  }
  Rect left = area;
  const Rect right = left.cut_right((area.width - 2 * kColumnStep) * kCommentsShare + 0.02f * area.width);
  left.cut_right(kColumnStep);
  Rect columns[] = {left.column(0, 2, kColumnStep), left.column(1, 2, kColumnStep), right};
  draw_finding(drawing, columns[0], blind);
  draw_finding(drawing, columns[1], hidden);
  draw_comments(drawing, columns[2]);
  area.skip(std::max({columns[0].y, columns[1].y, columns[2].y}) - area.y);
}

}  // namespace fullcircle
