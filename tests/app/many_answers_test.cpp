// Several hundred answers that arrive at once: how far it is, stopping in the middle, and one step for all of them.
#include <doctest/doctest.h>

#include "app/files/request_files.h"
#include "app/files/small_team.h"
#include "app/support/app_tab.h"
#include "exchange/answer_file.h"
#include "exchange/request_file.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

constexpr int kCount = 400;

/// A lead's device, and an answer to each of 400 requests.
struct ManyAnswers {
  SmallTeam team;
  AppDevice lead{1};
  std::vector<IncomingFile> files;

  ManyAnswers() {
    team.document.set_workspace(RecordId{9, 1});
    Edit edit;
    std::vector<FeedbackRequest> requests;
    for (int i = 0; i < kCount; ++i) {
      FeedbackRequest request = team.get(team.from_cy);
      request.id = nth<FeedbackRequest>(1000 + i);
      request.token = std::string(28, 'a') + std::to_string(1000 + i);
      edit.create(request);
      requests.push_back(std::move(request));
    }
    team.apply(edit);
    for (const FeedbackRequest& request : requests) {
      auto opened = read_request_file(make_request_file(team.document, request.id, Instant{kTeamStart})->bytes);
      REQUIRE(opened);
      opened->answers = {{.item = "clear", .rating = 4}};
      files.push_back({"answer-" + std::to_string(files.size()) + ".fullcircle", encode_answer_file(*opened, *parse_day("2025-11-28"))});
    }
    lead.tab.receive("team.fullcircle", encode_document(team.document));
  }
  void encrypt_all() {
    lead.tab.perform(MakeKey{});
    for (IncomingFile& file : files)
      lead.tab.encryption.encrypt(std::exchange(file.bytes, {}), {.keys = {lead.tab.state().keys[0].recipient}, .passphrase = {}},
                                  {.on_progress = {}, .done = [&file](Result<std::string> bytes) { file.bytes = std::move(*bytes); }});
    lead.tab.settle();
  }
  std::size_t taken() const { return lead.tab.document().table<FeedbackResponse>().size(); }
};

}  // namespace

TEST_CASE("400 answers at once are one import, undone as one") {
  ManyAnswers many;
  many.lead.tab.app.receive_files(many.files);
  many.lead.tab.settle();
  CHECK(many.taken() == kCount);
  REQUIRE(many.lead.tab.state().last_import.has_value());
  CHECK(many.lead.tab.state().last_import->files.size() == kCount);
  CHECK(many.lead.tab.state().last_import->new_count == kCount);
  many.lead.tab.app.receive_files(many.files);
  many.lead.tab.settle();
  CHECK(many.lead.tab.state().last_import->known_count == kCount);
  CHECK(many.taken() == kCount);
}

TEST_CASE("400 encrypted answers show how far they are, file by file, and stopping in the middle takes none of them") {
  ManyAnswers many;
  many.encrypt_all();
  AppTab& lead = many.lead.tab;
  lead.encryption.job_ms = 10;
  lead.app.receive_files(many.files);
  double before = -1;
  for (const int until_ms : {600, 600, 600, 600}) {
    lead.loop.run_for(until_ms);
    REQUIRE(lead.state().work.has_value());
    CHECK(lead.state().work->fraction > before);
    CHECK(lead.state().work->fraction < 1);
    before = lead.state().work->fraction;
  }
  lead.perform(CancelWork{});
  lead.loop.run_for(10'000);
  CHECK(!lead.state().work);
  CHECK(many.taken() == 0);
  lead.app.receive_files(many.files);
  lead.loop.run_for(10'000);
  lead.settle();
  CHECK(many.taken() == kCount);
  lead.perform(UndoImport{});
  CHECK(many.taken() == 0);
}
