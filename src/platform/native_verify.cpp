#include "platform/native_verify.h"

#include <algorithm>
#include <iostream>
#include <set>

#include "app/embedded_text.h"
#include "app/files/document_writer.h"
#include "app/files/member_file.h"
#include "app/queries/signature_check.h"
#include "app/queries/signed_lines.h"
#include "exchange/file_kind.h"
#include "platform/native_clock.h"
#include "platform/native_command.h"
#include "platform/native_ed25519.h"
#include "store/history.h"

namespace fullcircle {
namespace {

constexpr std::string_view kVerifyHelp =
    "fullcircle verify FILE [--person ID] [--content]\n"
    "\n"
    "Checks every sign-off of the reviews in a workspace or a member's file, and says of each who signed, when, as what, and\n"
    "whether the signature fits, its key is the one known for that person, and the review is still what was signed.\n"
    "  --person ID     only reviews of this person\n"
    "  --content       what was signed, line by line\n"
    "A file proves nothing about its own keys: compare the key shown with the one the person reads to you.\n"
    "Exit code: 0 when every sign-off is valid or a plain acknowledgement, 1 when one is not, or its content has changed since,\n"
    "2 when the file cannot be checked.\n";

/// A text from a file as one line: nothing in it can pass for a line of this report.
std::string one_line(std::string text) {
  std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return text;
}

struct Tally {
  int valid = 0, acknowledged = 0, changed = 0, unknown_keys = 0, invalid = 0;
};

class Verifier {
 public:
  Verifier(const Document& document, const Language& language, std::ostream& out, bool shows_content)
      : view_(document), language_(language), formats_(language_, day_of(native_now())), out_(out), shows_content_(shows_content) {}

  void verify(const Review& review) {
    const ReviewCycle* cycle = view_.find(review.cycle);
    out_ << name_of(review.person) << (cycle ? " · " + one_line(cycle->name) : std::string()) << "\n";
    const std::string hash = content_hash(review);
    for (const auto* sign_off : {&review.manager_sign_off, &review.person_sign_off})
      if (*sign_off) verify_one(review, **sign_off, hash);
    verify_earlier(review, field_id(&Review::manager_sign_off));
    verify_earlier(review, field_id(&Review::person_sign_off));
  }

  const Tally& tally() const { return tally_; }

 private:
  std::string name_of(Id<Person> person) const {
    const std::string& name = view_.name_of(person);
    return name.empty() ? to_text(person) : one_line(name);
  }

  void write_who(std::string_view margin, const SignOff& sign_off) {
    out_ << margin << name_of(sign_off.person) << ", " << to_text(sign_off.signed_at) << ": " << to_name(sign_off.verdict);
    if (!sign_off.words.empty()) out_ << ", \"" << one_line(sign_off.words) << "\"";
    out_ << "\n";
  }

  SignatureFinding find(const Review& review, const SignOff& sign_off) {
    const bool fits = verify_ed25519(sign_off.key, sign_off.signature, sign_off_statement(sign_off));
    return compute_finding(view_, review, sign_off, {{check_name(sign_off), fits ? KeyCheck::fits : KeyCheck::does_not_fit}});
  }

  static std::string words_for(const SignOff& sign_off, SignatureFinding finding) {
    const std::string key = " (key " + key_fingerprint(sign_off.key) + ")";
    switch (finding) {
      case SignatureFinding::acknowledged: return "acknowledged without a key: nothing proves who";
      case SignatureFinding::genuine: return "signature valid" + key;
      case SignatureFinding::key_unknown: return "signature valid, key unknown: none is known for this person" + key;
      case SignatureFinding::key_changed: return "signature valid, key unknown: another one is known for this person" + key;
      default: return "signature invalid: words, content or signature were altered";
    }
  }

  void verify_one(const Review& review, const SignOff& sign_off, const std::string& hash) {
    write_who("  ", sign_off);
    const SignatureFinding finding = find(review, sign_off);
    out_ << "    " << words_for(sign_off, finding) << "\n";
    switch (finding) {
      case SignatureFinding::acknowledged: ++tally_.acknowledged; break;
      case SignatureFinding::genuine: ++tally_.valid; break;
      case SignatureFinding::key_unknown:
      case SignatureFinding::key_changed: ++tally_.unknown_keys; break;
      default: ++tally_.invalid; break;
    }
    if (sign_off.content_hash != hash) write_changes(review, sign_off);
    if (const auto content = shows_content_ ? read_signed_text(sign_off.content) : std::nullopt)
      for (const SignedLine& line : compute_signed_lines(view_, language_, formats_, *content)) out_ << "      " << one_line(line.label) << ": " << one_line(line.text) << "\n";
  }

  void write_changes(const Review& review, const SignOff& sign_off) {
    ++tally_.changed;
    out_ << "    content changed since:\n";
    const auto shown = [](const std::string& text) { return text.empty() ? std::string("nothing") : one_line(text); };
    for (const SignedChange& change : compute_signed_changes(view_, language_, formats_, review, sign_off))
      out_ << "      " << one_line(change.label) << "\n        signed: " << shown(change.before) << "\n        now:    " << shown(change.after) << "\n";
  }

  /// Sign-offs that another one has taken the place of: they hold for what was signed then.
  void verify_earlier(const Review& review, std::uint16_t field) {
    for (const HistoryEntry& entry : history_of(view_.document(), review.id, field)) {
      std::optional<SignOff> earlier;
      if (entry.role == VersionRole::shown || !from_value(Value(entry.value), earlier) || !earlier) continue;
      write_who("  earlier: ", *earlier);
      out_ << "    " << words_for(*earlier, find(review, *earlier)) << "\n";
    }
  }

  ModelView view_;
  const Language& language_;
  Formats formats_;
  std::ostream& out_;
  bool shows_content_;
  Tally tally_;
};

Result<Document> read_either(const std::string& path) {
  const auto bytes = read_bytes(path);
  if (!bytes) return std::unexpected(bytes.error());
  if (detect_file_kind(*bytes) == FileKind::encrypted) return fail("error.file.encrypted", path);
  if (detect_file_kind(*bytes) != FileKind::member) return read_document(*bytes);
  auto member = read_member_file(*bytes);
  if (!member) return std::unexpected(member.error());
  return std::move(member->document);
}

int write_tally(const Tally& tally, std::ostream& out) {
  std::string text;
  const auto add = [&](int count, std::string_view what) {
    if (count > 0) text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(what);
  };
  add(tally.valid, "valid");
  add(tally.acknowledged, "acknowledged without a key");
  add(tally.unknown_keys, "with an unknown key");
  add(tally.invalid, "invalid");
  add(tally.changed, "with content changed since");
  out << (text.empty() ? "no sign-offs" : text) << "\n";
  return tally.changed + tally.unknown_keys + tally.invalid > 0 ? kHasProblems : kFine;
}

}  // namespace

int run_verify(const std::vector<std::string>& all_words, std::istream&, std::ostream& out, std::ostream& err) {
  if (std::ranges::find(all_words, "--help") != all_words.end() || std::ranges::find(all_words, "-h") != all_words.end()) return out << kVerifyHelp, kFine;
  auto words = all_words;
  const bool shows_content = std::erase(words, "--content") > 0;
  const auto arguments = parse_arguments(words, {"person"});
  if (!arguments) return report(err, arguments.error());
  if (arguments->files.size() != 1) return report(err, {"error.use", {}, "verify needs a file; see fullcircle verify --help"});
  const auto document = read_either(arguments->files[0]);
  if (!document) {
    report(err, document.error());
    return kWrongUse;
  }
  const auto language = Language::parse("en", embedded_language("en"));
  if (!language) return report(err, language.error());
  Verifier verifier(*document, *language, out, shows_content);
  for (const Review& review : document->table<Review>().alive())
    if ((review.person_sign_off || review.manager_sign_off) && (!arguments->has("person") || to_text(review.person) == arguments->value("person"))) verifier.verify(review);
  return write_tally(verifier.tally(), out);
}

}  // namespace fullcircle
