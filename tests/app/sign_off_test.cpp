// G6: sign-offs on two devices: signed with a key, checked in any copy, amended, signed again, altered, with another key.
#include <doctest/doctest.h>

#include "app/commands/release_result.h"
#include "app/files/small_team.h"
#include "app/queries/signed_lines.h"
#include "app/support/app_tab.h"
#include "app/support/shipped_languages.h"
#include "model/sha256.h"
#include "store/history.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

constexpr std::uint16_t kPersonSignOff = 14;

/// Bo leads and has released the review of Ada, who has her file on her own device.
struct TwoSides {
  SmallTeam team;
  AppDevice lead{1}, member{99};
  Id<Review> id = nth<Review>(60);

  TwoSides() {
    team.document.set_workspace(RecordId{9, 1});
    Edit edit("edit.test");
    edit.create(Review{.id = id, .cycle = team.cycle, .person = team.ada, .manager = team.bo, .summary = "A good year"});
    team.apply(edit);
    lead.tab.receive("team.fullcircle", encode_document(team.document));
    lead.tab.perform(SetMe{team.bo});
    lead.tab.perform(release_result(lead.tab.app.view(), review(lead)));
    give_file();
  }

  const Review& review(const AppDevice& device) const {
    const Review* found = device.tab.document().table<Review>().find(id);
    REQUIRE(found);
    return *found;
  }
  void save_member_file(AppDevice& device) {
    device.tab.perform(ExportMemberFile{team.ada});
    REQUIRE(device.tab.state().export_offer.has_value());
    device.tab.perform(SaveExport{});
  }
  void give_file() {
    save_member_file(lead);
    member.tab.receive("for-ada.fullcircle", lead.tab.files.back().bytes);
    if (member.tab.state().merge_offer) member.tab.perform(AcceptMerge{});
    REQUIRE(member.tab.app.view().me == team.ada);
  }
  void give_back() {
    save_member_file(member);
    lead.tab.receive("from-ada.fullcircle", member.tab.files.back().bytes);
  }
  void sign(AppDevice& device, Id<Person> who, Verdict verdict = Verdict::agree, std::string words = {}) {
    device.tab.perform(SignReview{id, who, verdict, std::move(words)});
  }
  SignatureFinding finding(AppDevice& device, bool is_person) {
    device.tab.perform(CheckSignatures{id});
    const Review& now = review(device);
    const auto& sign_off = is_person ? now.person_sign_off : now.manager_sign_off;
    REQUIRE(sign_off.has_value());
    return compute_finding(device.tab.app.view(), now, *sign_off, device.tab.state().key_checks);
  }
  SignState state(const AppDevice& device, bool is_person) {
    const Review& now = review(device);
    return sign_state(is_person ? now.person_sign_off : now.manager_sign_off, content_hash(now));
  }
  template <class Change>
  void change(AppDevice& device, Change&& apply) {
    Review after = review(device);
    apply(after);
    Edit edit("edit.test");
    edit.update(review(device), after);
    device.tab.perform(std::move(edit));
  }
  std::vector<SignedChange> changes(const AppDevice& device) {
    const auto english = load_language("en");
    return compute_signed_changes(device.tab.app.view(), *english, Formats(*english, device.tab.app.view().today), review(device), *review(device).person_sign_off);
  }
};

}  // namespace

TEST_CASE("G6: each side signs on its own device, and both signatures check in both copies") {
  TwoSides two;
  two.sign(two.lead, two.team.bo);
  CHECK(two.finding(two.lead, false) == SignatureFinding::genuine);
  two.give_file();
  CHECK(two.finding(two.member, false) == SignatureFinding::genuine);  // her file brought the key of her lead
  two.sign(two.member, two.team.ada, Verdict::disagree, "The second goal was dropped in March");
  CHECK(two.finding(two.member, true) == SignatureFinding::genuine);
  two.give_back();
  CHECK(two.finding(two.lead, true) == SignatureFinding::genuine);
  CHECK(two.state(two.lead, true) == SignState::valid);
  CHECK(two.state(two.lead, false) == SignState::valid);
  const SignOff& signed_off = *two.review(two.lead).person_sign_off;
  CHECK(signed_off.verdict == Verdict::disagree);
  CHECK(signed_off.key != two.review(two.lead).manager_sign_off->key);
  CHECK(two.lead.tab.person("Ada Lovelace").signing_key == signed_off.key);
  CHECK(two.lead.tab.person("Ada Lovelace").file_key.starts_with("age1"));
}

TEST_CASE("G6: a signature survives a reload, a merge of copies and the file going to and fro again") {
  TwoSides two;
  two.sign(two.lead, two.team.bo);
  two.give_file();
  two.sign(two.member, two.team.ada);
  two.give_back();
  AppTab again(two.lead.disk, two.lead.line, two.lead.loop, 5);
  again.perform(CheckSignatures{two.id});
  const Review& stored = *again.document().table<Review>().find(two.id);
  CHECK(compute_finding(again.app.view(), stored, *stored.person_sign_off, again.state().key_checks) == SignatureFinding::genuine);
  AppDevice third{7};
  third.tab.receive("team.fullcircle", encode_document(two.team.document));
  third.tab.receive("copy.fullcircle", two.lead.tab.backup());
  third.tab.perform(AcceptMerge{});
  CHECK(two.finding(third, true) == SignatureFinding::genuine);
  CHECK(two.finding(third, false) == SignatureFinding::genuine);
  two.give_file();
  two.give_back();
  CHECK(two.finding(two.lead, true) == SignatureFinding::genuine);
}

TEST_CASE("G6: on another person's device, or without Ed25519, it is recorded as a plain acknowledgement") {
  TwoSides two;
  two.sign(two.lead, two.team.ada);
  CHECK(two.finding(two.lead, true) == SignatureFinding::acknowledged);
  CHECK(two.review(two.lead).person_sign_off->key.empty());
  CHECK(two.lead.tab.person("Ada Lovelace").signing_key.empty());
  two.lead.tab.encryption.can_sign = false;
  two.sign(two.lead, two.team.bo);
  CHECK(two.finding(two.lead, false) == SignatureFinding::acknowledged);
  CHECK(two.lead.tab.last_notice().contains("acknowledgement"));
  two.sign(two.lead, two.team.cy);  // neither side
  CHECK(two.review(two.lead).manager_sign_off->person == two.team.bo);
}

TEST_CASE("G6: a later change shows as an amendment field by field, the old signature holds for the old content, and both sign again") {
  TwoSides two;
  two.sign(two.lead, two.team.bo);
  two.give_file();
  two.sign(two.member, two.team.ada);
  two.give_back();
  CHECK(two.changes(two.lead).empty());
  two.change(two.lead, [&](Review& review) {
    review.summary = "A very good year";
    review.actions.push_back({.text = "Lead a release", .who = two.team.ada});
  });
  CHECK(two.state(two.lead, true) == SignState::amended);
  CHECK(two.state(two.lead, false) == SignState::amended);
  CHECK(two.finding(two.lead, true) == SignatureFinding::genuine);  // under what it was given for
  const auto changes = two.changes(two.lead);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].label == "Summary");
  CHECK(changes[0].before == "A good year");
  CHECK(changes[0].after == "A very good year");
  CHECK(changes[1].before.empty());
  CHECK(changes[1].after == "Lead a release · Ada Lovelace");
  two.give_file();
  CHECK(two.state(two.member, true) == SignState::amended);
  CHECK(two.changes(two.member).size() == 2);  // her copy has no history, and needs none
  two.sign(two.member, two.team.ada);
  two.sign(two.lead, two.team.bo);
  two.give_back();
  CHECK(two.state(two.lead, true) == SignState::valid);
  CHECK(two.state(two.lead, false) == SignState::valid);
  CHECK(history_of(two.lead.tab.document(), two.id, kPersonSignOff).size() >= 2);  // the first one stays in the history
}

TEST_CASE("G6: whatever is changed after signing, the difference says something") {
  TwoSides two;
  two.change(two.lead, [](Review& review) {
    review.released = ReleasedResult{.overall = "3.9"};
    review.released->criteria = {{.key = "k", .name = "Listening", .columns = {{.key = "peer", .score = "3.5", .raters = 4}}}};
    review.released->comments = {{.text = "Clear", .tone = "strength", .column = "peer"}};
  });
  two.sign(two.lead, two.team.bo);
  two.give_file();
  two.sign(two.member, two.team.ada);
  two.give_back();
  REQUIRE(two.changes(two.lead).empty());
  two.change(two.lead, [](Review& review) { review.released->criteria[0].columns[0].raters = 3; });
  auto changes = two.changes(two.lead);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].before.contains("(4 answers)"));
  CHECK(changes[0].after.contains("(3 answers)"));
  two.change(two.lead, [](Review& review) {
    review.released->criteria[0].columns[0].raters = 4;
    review.released->comments[0].tone = "change";
  });
  changes = two.changes(two.lead);
  REQUIRE(changes.size() == 1);
  CHECK(!changes[0].label.empty());
}

TEST_CASE("G6: what an agreed action became later is no amendment") {
  TwoSides two;
  two.change(two.lead, [&](Review& review) { review.actions = {{.text = "Lead a release", .who = two.team.ada}}; });
  two.sign(two.lead, two.team.bo);
  two.change(two.lead, [](Review& review) {
    review.actions[0].goal = nth<Goal>(200);
    review.agenda = {{.key = "a", .title = "Aim", .is_done = true}};
  });
  CHECK(two.state(two.lead, false) == SignState::valid);
}

TEST_CASE("G6: whatever of a signature is altered, it does not fit any more") {
  TwoSides two;
  two.sign(two.lead, two.team.bo);
  two.give_file();
  two.sign(two.member, two.team.ada, Verdict::agree, "Thank you");
  two.give_back();
  const SignOff original = *two.review(two.lead).person_sign_off;
  const auto finding_with = [&](auto&& alter) {
    two.change(two.lead, [&](Review& review) {
      review.person_sign_off = original;
      alter(*review.person_sign_off);
    });
    return two.finding(two.lead, true);
  };
  const auto seal = [](SignOff& sign_off) { sign_off.content_hash = to_hex(sha256(sign_off.content)); };
  using enum SignatureFinding;
  CHECK(finding_with([](SignOff&) {}) == genuine);
  CHECK(finding_with([](SignOff& altered) { altered.verdict = Verdict::disagree; }) == forged);
  CHECK(finding_with([](SignOff& altered) { altered.words = "Thank you not"; }) == forged);
  CHECK(finding_with([](SignOff& altered) { altered.signed_at.ms += 1; }) == forged);
  CHECK(finding_with([](SignOff& altered) { altered.content.replace(altered.content.find("A good"), 6, "A poor"); }) == forged);
  CHECK(finding_with([&](SignOff& altered) {
          altered.content.replace(altered.content.find("A good"), 6, "A poor");
          seal(altered);
        }) == forged);
  CHECK(finding_with([](SignOff& altered) { altered.signature[5] = altered.signature[5] == '0' ? '1' : '0'; }) == forged);
  CHECK(finding_with([](SignOff& altered) { altered.signature.clear(); }) == forged);
  CHECK(finding_with([](SignOff& altered) { altered.content.clear(); }) == forged);
  CHECK(finding_with([&](SignOff& altered) { altered.person = two.team.bo; }) == forged);
}

TEST_CASE("G6: a signature under another review is no signature under this one") {
  TwoSides two;
  two.sign(two.lead, two.team.bo);
  const Review& signed_review = two.review(two.lead);
  Review other = signed_review;
  other.id = nth<Review>(61);
  CHECK(compute_finding(two.lead.tab.app.view(), other, *signed_review.manager_sign_off, two.lead.tab.state().key_checks) == SignatureFinding::forged);
}

TEST_CASE("G6: another key than the one known for the person is shown, and not taken from a file by itself") {
  TwoSides two;
  two.sign(two.lead, two.team.bo);
  two.give_file();
  two.sign(two.member, two.team.ada);
  two.give_back();
  const std::string known = two.lead.tab.person("Ada Lovelace").signing_key;
  AppDevice stranger{55};
  two.save_member_file(two.lead);
  stranger.tab.receive("for-ada.fullcircle", two.lead.tab.files.back().bytes);
  two.sign(stranger, two.team.ada, Verdict::agree, "Somebody else");
  CHECK(two.finding(stranger, true) == SignatureFinding::key_changed);
  Person claimed = stranger.tab.person("Ada Lovelace");
  claimed.signing_key = two.review(stranger).person_sign_off->key;
  Edit claim("edit.test");
  claim.update(claimed);
  stranger.tab.perform(std::move(claim));
  two.save_member_file(stranger);
  two.lead.tab.receive("from-ada.fullcircle", stranger.tab.files.back().bytes);
  CHECK(two.lead.tab.person("Ada Lovelace").signing_key == known);
  CHECK(two.finding(two.lead, true) == SignatureFinding::key_changed);
}

TEST_CASE("the fingerprint of a key is short enough to be read out") {
  CHECK(key_fingerprint("3f2a91bc0d7e44a1ffffffff") == "3F2A 91BC 0D7E 44A1");
  CHECK(key_fingerprint("") == "");
}

TEST_CASE("what was signed is read back as it was, and anything else is not") {
  TwoSides two;
  const Review& review = two.review(two.lead);
  const std::string text = signed_text(review);
  const auto read = read_signed_text(text);
  REQUIRE(read);
  CHECK(signed_text(*read) == text);
  CHECK(text.contains("\"contentVersion\": 1"));
  for (auto wrong : {"", "{}", "[1]", "{\"review\": 3}", "{\"review\": \"0000000000000001\"}"}) CHECK_FALSE(read_signed_text(wrong).has_value());
}
