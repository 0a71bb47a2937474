// Two copies of a workspace, 1,000 edits made in each: merged as what changed, and as whole files.
#include <cstdio>
#include <string>
#include <vector>

#include "app/files/document_writer.h"
#include "store/edit.h"
#include "store/merge.h"
#include "support/measure.h"
#include "support/workspaces.h"

namespace fullcircle::bench {
namespace {

constexpr int kEdits = 1'000;

/// Edits the titles of the first goals, one step each, and returns all that was written.
Document edit_goals(Document& document, Actor actor, const std::string& words) {
  StampClock clock(actor, [] { return kNow; });
  clock.observe(document.greatest_stamp());
  std::vector<Goal> goals;
  for (const Goal& goal : document.table<Goal>().alive()) {
    if (goals.size() == kEdits) break;
    goals.push_back(goal);
  }
  Document written;
  for (Goal& goal : goals) {
    goal.title = words + goal.title;
    Edit edit("edit.goal");
    edit.update(goal);
    merge(written, apply(document, clock, edit).delta);
  }
  return written;
}

}  // namespace
}  // namespace fullcircle::bench

int main() {
  using namespace fullcircle;
  using namespace fullcircle::bench;
  const Document base = make_workspace(1'000);
  Document mine = base, theirs = base;
  edit_goals(mine, 1001, "Here: ");
  const Document delta = edit_goals(theirs, 1002, "There: ");
  const std::string delta_file = encode_document(delta), whole_file = encode_document(theirs);

  Document into;
  const auto start_over = [&] { into = mine; };
  const auto merge_file = [&](const std::string& file) {
    if (auto read = read_document(file)) merge(into, std::move(*read));
  };
  measure({.name = "1,000 against 1,000 edits: merge what changed", .aim_ms = 20}, start_over, [&] { merge_file(delta_file); });
  measure({.name = "1,000 against 1,000 edits: merge whole files of 1,000 people", .aim_ms = 100}, start_over, [&] { merge_file(whole_file); });
  if (same_content(into, mine)) {
    std::fprintf(stderr, "the merge changed nothing\n");
    return 1;
  }
  measure({.name = "1,000 against 1,000 edits: preview", .aim_ms = 0}, start_over, [&] { preview_merge(mine, delta); });
}
