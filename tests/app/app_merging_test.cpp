// Files of a team between devices: previewed, merged, undone; conflicts decided; deleted teams purged; a second tab following.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/files/member_file.h"
#include "app/queries/conflict_list.h"
#include "app/support/app_tab.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

using Names = std::vector<std::string>;

/// Ada's team, and a copy of it on Bo's device, whose clock is a minute ahead.
struct TwoDevices {
  AppDevice here{1}, there{99};
  TwoDevices() {
    here.tab.perform(CreateWorkspace{"Harbour", "Ada"});
    here.tab.add_person("Bo");
    there.tab.receive("harbour.fullcircle", here.tab.backup());
    there.tab.perform(SetMe{there.tab.person("Bo").id});
    here.loop.run_for(60'000);
    there.loop.run_for(120'000);
  }
};

const MergePreview& offered(const AppTab& tab) {
  REQUIRE(tab.state().merge_offer.has_value());
  return tab.state().merge_offer->preview;
}

}  // namespace

TEST_CASE("a file of a team that is not on the device opens beside the others") {
  TwoDevices both;
  CHECK(both.there.tab.people() == Names{"Ada", "Bo"});
  CHECK(both.there.tab.last_notice().contains("Harbour"));
  AppDevice third{7};
  third.tab.perform(CreateWorkspace{"Mine", "Cy"});
  third.tab.receive("harbour.fullcircle", both.here.tab.backup());
  CHECK(!third.tab.state().merge_offer);
  CHECK(third.tab.state().workspaces.size() == 2);
  CHECK(third.tab.people() == Names{"Ada", "Bo"});
}

TEST_CASE("a file of the open team is previewed first: nothing changes until the person agrees") {
  TwoDevices both;
  both.there.tab.add_person("Cy");
  both.there.tab.rename("Ada", "Ada Lovelace");
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  const MergePreview& preview = offered(both.here.tab);
  CHECK(both.here.tab.state().merge_offer->file == "from-bo.fullcircle");
  CHECK(preview.total.added == 1);
  CHECK(preview.total.changed == 1);
  CHECK(preview.total.deleted == 0);
  CHECK(!preview.must_ask);
  REQUIRE(preview.sources.size() == 1);
  CHECK(preview.sources[0].name == "Bo");
  REQUIRE(preview.rows.size() == 2);
  CHECK(preview.rows[0].title == "Ada");
  CHECK(preview.rows[0].fields == "Name");
  CHECK(preview.rows[1].title == "Cy");
  CHECK(both.here.tab.people() == Names{"Ada", "Bo"});

  both.here.tab.perform(DeclineMerge{});
  CHECK(!both.here.tab.state().merge_offer);
  CHECK(both.here.tab.people() == Names{"Ada", "Bo"});

  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  both.here.tab.perform(AcceptMerge{});
  CHECK(both.here.tab.people() == Names{"Ada Lovelace", "Bo", "Cy"});
  CHECK(both.here.tab.last_notice() == "Merged: 1 new and 1 changed");
  both.here.tab.click_notice("Undo");
  CHECK(both.here.tab.people() == Names{"Ada", "Bo"});
  CHECK(!both.here.tab.state().can_undo_import);
}

TEST_CASE("a merge is undone after later edits too, and they stay") {
  TwoDevices both;
  both.there.tab.add_person("Cy");
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  both.here.tab.perform(AcceptMerge{});
  both.here.tab.add_person("Di");
  both.here.tab.perform(Undo{});
  CHECK(both.here.tab.people() == Names{"Ada", "Bo", "Cy"});
  both.here.tab.perform(Redo{});
  both.here.tab.perform(UndoImport{});
  CHECK(both.here.tab.people() == Names{"Ada", "Bo", "Di"});
}

TEST_CASE("Undo takes back a merge that was the last thing done") {
  TwoDevices both;
  both.there.tab.add_person("Cy");
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  both.here.tab.perform(AcceptMerge{});
  both.here.tab.perform(Undo{});
  CHECK(both.here.tab.people() == Names{"Ada", "Bo"});
}

TEST_CASE("a file with nothing new is told of and asks nothing") {
  TwoDevices both;
  both.here.tab.receive("old.fullcircle", both.there.tab.backup());
  CHECK(!both.here.tab.state().merge_offer);
  CHECK(both.here.tab.last_notice() == "Nothing new in old.fullcircle.");
}

TEST_CASE("a file that would delete more than a tenth asks expressly") {
  TwoDevices both;
  both.there.tab.remove("Ada");
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  CHECK(offered(both.here.tab).total.deleted == 1);
  CHECK_FALSE(offered(both.here.tab).must_ask);  // one of what a new team holds: forms and competencies count
  for (int i = 0; i < 9; ++i) both.there.tab.add_person("P" + std::to_string(i));
  both.here.tab.perform(AcceptMerge{});
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  both.here.tab.perform(AcceptMerge{});
  for (int i = 0; i < 9; ++i) both.there.tab.remove("P" + std::to_string(i));
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  CHECK(offered(both.here.tab).total.deleted == 9);
  CHECK(offered(both.here.tab).must_ask);
  CHECK(offered(both.here.tab).rows.front().fate == RecordFate::deleted);
}

TEST_CASE("several files are offered one after the other") {
  TwoDevices both;
  both.there.tab.add_person("Cy");
  const std::string first = both.there.tab.backup();
  both.there.tab.add_person("Di");
  const std::string second = both.there.tab.backup();
  both.here.tab.app.receive_files({{"first", first}, {"second", second}});
  both.here.tab.settle();
  CHECK(both.here.tab.state().merge_offer->file == "first");
  both.here.tab.perform(AcceptMerge{});
  REQUIRE(both.here.tab.state().merge_offer);
  CHECK(both.here.tab.state().merge_offer->file == "second");
  CHECK(offered(both.here.tab).total.added == 1);
  both.here.tab.perform(DeclineMerge{});
  CHECK(both.here.tab.people() == Names{"Ada", "Bo", "Cy"});
}

TEST_CASE("rows of a preview are found by what they say") {
  TwoDevices both;
  for (const char* name : {"Cy Young", "Di Diaz", "Eli Young"}) both.there.tab.add_person(name);
  both.there.tab.rename("Ada", "Ada L.");
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  const MergePreview& preview = offered(both.here.tab);
  PlainText text;
  CHECK(filter_merge_rows(preview, text, MergeFilter::all, "").size() == 4);
  CHECK(filter_merge_rows(preview, text, MergeFilter::all, "young").size() == 2);
  CHECK(filter_merge_rows(preview, text, MergeFilter::all, "YOUNG person eli").size() == 1);
  CHECK(filter_merge_rows(preview, text, MergeFilter::changed, "").size() == 1);
  CHECK(filter_merge_rows(preview, text, MergeFilter::added, "").size() == 3);
  CHECK(filter_merge_rows(preview, text, MergeFilter::deleted, "").empty());
}

TEST_CASE("two devices that changed the same field: both values, who and when; one is kept, and that can be undone") {
  TwoDevices both;
  both.here.tab.rename("Bo", "Bo Berg");
  both.there.tab.rename("Bo", "Bo Bergmann");
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  CHECK(offered(both.here.tab).total.conflicts == 1);
  CHECK(offered(both.here.tab).rows[0].has_conflict);
  both.here.tab.perform(AcceptMerge{});
  CHECK(both.here.tab.last_notice().contains("1 conflict to decide"));
  both.here.tab.click_notice("Decide");

  const auto list = [&] {
    const Formats formats = both.here.tab.app.formats();
    return compute_conflicts(both.here.tab.document(), RecordWords(both.here.tab.app.language(), formats, both.here.tab.document()));
  };
  REQUIRE(list().fields.size() == 1);
  const ConflictRow row = list().fields[0];
  CHECK(row.kind_name == "Person");
  CHECK(row.field_name == "Name");
  REQUIRE(row.sides.size() == 2);
  CHECK(row.sides[0].text == "Bo Bergmann");
  CHECK(row.sides[0].is_shown);
  CHECK(row.sides[0].source == "Bo");
  CHECK(row.sides[1].text == "Bo Berg");
  CHECK(row.sides[1].source == "Ada");
  CHECK(row.sides[0].when > row.sides[1].when);

  both.here.tab.perform(SettleConflict{row.kind, row.id, row.field, row.sides[1].value});
  CHECK(both.here.tab.people() == Names{"Ada", "Bo Berg"});
  CHECK(list().size() == 0);
  both.here.tab.click_notice("Undo");
  CHECK(both.here.tab.people() == Names{"Ada", "Bo Bergmann"});
  CHECK(list().size() == 1);
  both.here.tab.perform(SettleAllConflicts{});
  CHECK(list().size() == 0);
  CHECK(both.here.tab.people() == Names{"Ada", "Bo Bergmann"});
}

TEST_CASE("values in a conflict are words: names instead of ids, days, choices") {
  TwoDevices both;
  const auto change = [](AppTab& tab, auto&& set) {
    Person changed = tab.person("Bo");
    set(changed);
    Edit edit("edit.person.change");
    edit.update(changed);
    tab.perform(std::move(edit));
  };
  change(both.here.tab, [&](Person& person) {
    person.manager = both.here.tab.person("Ada").id;
    person.joined_day = parse_day("2025-03-04");
    person.coaching_style = CoachingStyle::free;
    person.is_external = true;
  });
  change(both.there.tab, [&](Person& person) {
    person.manager = person.id;
    person.joined_day = parse_day("2025-03-05");
    person.coaching_style = CoachingStyle::structured;
  });
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  both.here.tab.perform(AcceptMerge{});
  const Formats formats = both.here.tab.app.formats();
  const auto list = compute_conflicts(both.here.tab.document(), RecordWords(both.here.tab.app.language(), formats, both.here.tab.document()));
  std::vector<std::string> texts;
  for (const ConflictRow& row : list.fields)
    for (const ConflictSide& side : row.sides) texts.push_back(row.field_name + ": " + side.text);
  CHECK(std::ranges::contains(texts, "Manager: Ada"));
  CHECK(std::ranges::contains(texts, "Feedback style: Free"));
  CHECK(std::ranges::contains(texts, "Feedback style: Structured"));
  CHECK(std::ranges::any_of(texts, [](const std::string& text) { return text.starts_with("Joined: 4 Mar"); }));
}

TEST_CASE("a record one device deleted and another one changed is kept until somebody decides") {
  for (const bool keep : {true, false}) {
    TwoDevices both;
    both.here.tab.remove("Bo");
    both.there.tab.rename("Bo", "Bo Berg");
    both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
    both.here.tab.perform(AcceptMerge{});
    CHECK(both.here.tab.people() == Names{"Ada", "Bo Berg"});
    CHECK(count_conflicts(both.here.tab.document()) == 1);
    both.here.tab.perform(SettleDeletion{kKindIndex<Person>, both.here.tab.person("Bo Berg").id, keep});
    CHECK(count_conflicts(both.here.tab.document()) == 0);
    CHECK(both.here.tab.people() == (keep ? Names{"Ada", "Bo Berg"} : Names{"Ada"}));
  }
}

TEST_CASE("a merge is undone after a restart too, and what came after it stays") {
  TwoDevices both;
  both.there.tab.add_person("Cy");
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  both.here.tab.perform(AcceptMerge{});
  both.here.tab.add_person("Di");
  both.here.loop.run_for(10'000);
  AppDevice& here = both.here;
  AppTab again(here.disk, here.line, here.loop, 6);
  again.perform(TakeOverWriting{});
  again.loop.run_for(10'000);
  REQUIRE(again.state().can_undo_import);
  REQUIRE(again.state().last_import.has_value());
  CHECK(again.state().last_import->files.at(0).name == "from-bo.fullcircle");
  again.perform(Undo{});  // undoes a step of this visit, of which there is none
  CHECK(again.people() == Names{"Ada", "Bo", "Cy", "Di"});
  again.perform(UndoImport{});
  CHECK(again.people() == Names{"Ada", "Bo", "Di"});
  CHECK(!again.state().can_undo_import);
  again.loop.run_for(10'000);
  AppTab third(here.disk, here.line, here.loop, 8);
  CHECK(third.people() == Names{"Ada", "Bo", "Di"});
  CHECK(!third.state().can_undo_import);
}

TEST_CASE("an import whose undoing could not be kept for later says so, and can be undone until then") {
  TwoDevices both;
  both.there.tab.add_person("Cy");
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  FaultBlobs& blobs = both.here.tab.blobs;
  blobs.faults[blobs.operation_count() + 1] = Fault::full;
  both.here.tab.perform(AcceptMerge{});
  both.here.loop.run_for(10'000);
  CHECK(both.here.tab.last_notice().contains("only until the page is closed"));
  CHECK(both.here.tab.people() == Names{"Ada", "Bo", "Cy"});
  both.here.tab.perform(UndoImport{});
  CHECK(both.here.tab.people() == Names{"Ada", "Bo"});
}

TEST_CASE("requests opened before the own member file come along into the team, and one workspace is left") {
  AppDevice lead{1}, member{5};
  lead.tab.perform(OpenSample{});
  const FeedbackRequest* request = nullptr;
  for (const FeedbackRequest& one : lead.tab.document().table<FeedbackRequest>().alive())
    if (one.state == RequestState::exported && one.rater != lead.tab.app.view().me && one.rater != one.subject) request = &one;
  REQUIRE(request);
  lead.tab.perform(ExportRequests{{request->id}});
  lead.tab.perform(SaveExport{});
  const std::string asked = lead.tab.files.back().bytes;
  lead.tab.perform(ExportMemberFile{request->rater});
  lead.tab.perform(SaveExport{});
  const std::string own = lead.tab.files.back().bytes;

  member.tab.receive("request.fullcircle", asked);
  CHECK(!member.tab.app.view().workspace());
  member.tab.receive("for-me.fullcircle", own);
  REQUIRE(member.tab.app.view().workspace());
  CHECK(member.tab.app.view().me == request->rater);
  int requests = 0;
  for ([[maybe_unused]] const ReceivedRequest& one : member.tab.document().table<ReceivedRequest>().alive()) ++requests;
  CHECK(requests == 1);
  CHECK(std::ranges::count(member.tab.state().workspaces, false, &WorkspaceEntry::is_deleted) == 1);
}

TEST_CASE("a member's file opened where the team is somebody else's changes nothing, and says whose it is") {
  AppDevice lead{1};
  lead.tab.perform(OpenSample{});
  const Id<Person> me = lead.tab.app.view().me;
  const FeedbackRequest& request = *lead.tab.document().table<FeedbackRequest>().alive().begin();
  REQUIRE(request.subject != me);
  lead.tab.perform(ExportMemberFile{request.subject});
  lead.tab.perform(SaveExport{});
  const std::string own = lead.tab.files.back().bytes;
  const auto revision = lead.tab.document().revision();
  lead.tab.receive("for-a-member.fullcircle", own);
  CHECK(lead.tab.app.view().me == me);
  CHECK(lead.tab.document().revision() == revision);
  CHECK(lead.tab.last_notice().find(lead.tab.app.view().name_of(request.subject)) != std::string::npos);
}

TEST_CASE("a member's file of a team that is here is shown before it changes anything, whoever it says it is for") {
  TwoDevices both;
  both.there.tab.rename("Ada", "Ada Forged");
  const std::string file = *encode_member_file(both.there.tab.document(), both.here.tab.app.view().me);
  both.here.tab.receive("for-ada.fullcircle", file);
  CHECK(offered(both.here.tab).total.changed == 1);
  CHECK(both.here.tab.people() == Names{"Ada", "Bo"});
  both.here.tab.perform(DeclineMerge{});
  CHECK(both.here.tab.people() == Names{"Ada", "Bo"});
  both.here.tab.receive("for-ada.fullcircle", file);
  both.here.tab.perform(AcceptMerge{});
  CHECK(both.here.tab.people() == Names{"Ada Forged", "Bo"});
  both.here.tab.perform(UndoImport{});
  CHECK(both.here.tab.people() == Names{"Ada", "Bo"});
}

TEST_CASE("a second tab follows the writer: also when the writer takes a merge back") {
  TwoDevices both;
  both.there.tab.add_person("Cy");
  AppTab reader(both.here.disk, both.here.line, both.here.loop, 5);
  CHECK(reader.state().save.mode == StoreMode::reading);
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  CHECK_MESSAGE(both.here.tab.state().merge_offer.has_value(), both.here.tab.last_notice());
  both.here.tab.perform(AcceptMerge{});
  both.here.tab.add_person("Di");
  reader.settle();
  CHECK(reader.people() == Names{"Ada", "Bo", "Cy", "Di"});
  both.here.tab.perform(UndoImport{});
  reader.settle();
  CHECK(both.here.tab.people() == Names{"Ada", "Bo", "Di"});
  CHECK(reader.people() == Names{"Ada", "Bo", "Di"});

  reader.perform(TakeOverWriting{});
  reader.loop.run_for(5000);
  reader.add_person("Eli");
  AppTab fresh(both.here.disk, both.here.line, both.here.loop, 6);
  CHECK(fresh.people() == Names{"Ada", "Bo", "Di", "Eli"});
}

TEST_CASE("what a reading tab has not saved survives the writer taking records out") {
  TwoDevices both;
  both.there.tab.add_person("Cy");
  both.here.tab.receive("from-bo.fullcircle", both.there.tab.backup());
  both.here.tab.perform(AcceptMerge{});
  AppTab reader(both.here.disk, both.here.line, both.here.loop, 5);
  reader.add_person("Fay");
  CHECK(reader.state().save.status == SaveStatus::not_saved);
  both.here.tab.perform(UndoImport{});
  reader.settle();
  CHECK(reader.people() == Names{"Ada", "Bo", "Fay"});
  reader.perform(TakeOverWriting{});
  reader.loop.run_for(5000);
  CHECK(reader.state().save.status == SaveStatus::saved);
  AppTab fresh(both.here.disk, both.here.line, both.here.loop, 6);
  CHECK(fresh.people() == Names{"Ada", "Bo", "Fay"});
}

TEST_CASE("nothing is merged in a tab that only reads: it says why") {
  TwoDevices both;
  both.there.tab.add_person("Cy");
  AppTab reader(both.here.disk, both.here.line, both.here.loop, 5);
  reader.receive("from-bo.fullcircle", both.there.tab.backup());
  CHECK(!reader.state().merge_offer);
  CHECK(reader.last_notice().contains("Edit here"));
}

TEST_CASE("a deleted team can be brought back at once, for 30 days, and by its file; then it is gone from the storage") {
  TwoDevices both;
  AppTab& tab = both.here.tab;
  const RecordId id = tab.state().open_workspace;
  const std::string file = tab.backup();
  tab.perform(DeleteWorkspace{id});
  CHECK(tab.state().phase == AppState::Phase::first_run);
  tab.click_notice("Undo");
  CHECK(tab.state().phase == AppState::Phase::open);
  CHECK(tab.people() == Names{"Ada", "Bo"});

  tab.perform(DeleteWorkspace{id});
  tab.receive("harbour.fullcircle", file);
  CHECK(tab.people() == Names{"Ada", "Bo"});
  CHECK(!tab.state().workspaces[0].is_deleted);

  tab.perform(DeleteWorkspace{id});
  for (int day = 0; day < 29; ++day) both.here.loop.run_for(86'400'000);
  {
    AppTab later(both.here.disk, both.here.line, both.here.loop, 5);
    CHECK(both.here.disk.folders.contains(to_text(id)));
    CHECK(later.state().workspaces.size() == 1);
  }
  for (int day = 0; day < 2; ++day) both.here.loop.run_for(86'400'000);
  AppTab last(both.here.disk, both.here.line, both.here.loop, 6);
  last.settle();
  CHECK(!both.here.disk.folders.contains(to_text(id)));
  CHECK(last.state().workspaces.empty());
}

TEST_CASE("what was deleted stays deleted when the team is opened again, and nothing is called damaged") {
  TwoDevices both;
  Edit edit("edit.person.delete");
  edit.erase(both.here.tab.person("Bo").id);
  both.here.tab.perform(edit);
  both.here.line.lines.clear();
  AppTab again(both.here.disk, both.here.line, both.here.loop, 5);
  CHECK(again.people() == Names{"Ada"});
  CHECK(!again.state().load_report);
}

TEST_CASE("damage found at opening is reported, and the damaged bytes can be saved as a file") {
  TwoDevices both;
  const RecordId id = both.here.tab.state().open_workspace;
  auto& folder = both.here.disk.folders[to_text(id)];
  const auto segment = std::ranges::find_if(folder, [](const auto& part) { return part.first.starts_with("j."); });
  REQUIRE(segment != folder.end());
  segment->second[segment->second.size() / 2] ^= 1;
  const std::string damaged = segment->second;
  both.here.line.lines.clear();
  AppTab again(both.here.disk, both.here.line, both.here.loop, 5);
  REQUIRE(again.state().load_report.has_value());
  REQUIRE(again.state().load_report->set_aside.size() == 1);
  CHECK(again.state().load_report->set_aside[0].is_kept);
  again.perform(DownloadSetAside{again.state().load_report->set_aside[0].name});
  again.settle();
  REQUIRE(!again.files.empty());
  CHECK(again.files.back().bytes == damaged);
  again.perform(DiscardSetAside{});
  again.settle();
  CHECK(!again.state().load_report);
}
