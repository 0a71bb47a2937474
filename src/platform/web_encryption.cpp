#include "platform/web_encryption.h"

#include <emscripten.h>

#include "platform/web_port_calls.h"

// The bodies only hand over to shell/ports.js.
// clang-format off
EM_JS(void, fc_encryption, (int call, int kind, const char* keys, int keys_length, const char* passphrase, int passphrase_length, const char* bytes, int length),
      { Module.ports.encryptionJob(call, kind, keys, keys_length, passphrase, passphrase_length, bytes, length); })
EM_JS(void, fc_encryption_cancel, (int call), { Module.ports.cancelEncryption(call); })
// clang-format on

namespace fullcircle {
namespace {

int length_of(std::string_view text) { return static_cast<int>(text.size()); }

/// Kinds of job, as in shell/ports.js.
enum Kind { make = 0, read = 1, encryption = 2, decryption = 3, signing = 4, verification = 5 };

PendingCalls<Encryption::Job>& calls() {
  static PendingCalls<Encryption::Job> pending;
  return pending;
}

int begin(Kind kind, const AgeKeys& keys, std::string_view bytes, Encryption::Job job) {
  std::string lines;
  for (const std::string& key : keys.keys) lines += (lines.empty() ? "" : "\n") + key;
  const int call = calls().add(std::move(job));
  fc_encryption(call, kind, lines.data(), length_of(lines), keys.passphrase.data(), length_of(keys.passphrase), bytes.data(), length_of(bytes));
  return call;
}

/// The answer holds two texts, a line each: identity and recipient, or key and signature.
template <class Pair>
Encryption::Job pair_job(std::function<void(Result<Pair>)> done) {
  return {.on_progress = {}, .done = [done = std::move(done)](Result<std::string> lines) {
            if (!lines) return done(std::unexpected(lines.error()));
            const auto end = lines->find('\n');
            done(Pair{lines->substr(0, end), lines->substr(end + 1)});
          }};
}

/// Outcomes, as in shell/encryption_outcome.js.
Result<std::string> result_of(int outcome, std::string answer) {
  constexpr const char* kCodes[] = {"",
                                    "error.encryption.wrong_key",
                                    "error.encryption.wrong_passphrase",
                                    "error.encryption.needs_passphrase",
                                    "error.encryption.damaged",
                                    "error.encryption.not_age",
                                    "error.encryption.not_a_key",
                                    "error.encryption.unavailable"};
  if (outcome == 0) return answer;
  return fail(kCodes[outcome], {}, std::move(answer));
}

}  // namespace

void WebEncryption::make_keys(TakeKeys done) { begin(Kind::make, {}, {}, pair_job(std::move(done))); }

void WebEncryption::read_keys(std::string_view identity, TakeKeys done) {
  begin(Kind::read, {.keys = {std::string(identity)}, .passphrase = {}}, {}, pair_job(std::move(done)));
}

int WebEncryption::encrypt(std::string bytes, const AgeKeys& keys, Job job) { return begin(Kind::encryption, keys, bytes, std::move(job)); }

int WebEncryption::decrypt(std::string bytes, const AgeKeys& keys, Job job) { return begin(Kind::decryption, keys, bytes, std::move(job)); }

void WebEncryption::sign(std::string_view identity, std::string_view message, TakeSignature done) {
  begin(Kind::signing, {.keys = {std::string(identity)}, .passphrase = {}}, message, pair_job(std::move(done)));
}

void WebEncryption::verify(const Signature& signature, std::string_view message, TakeAnswer done) {
  begin(Kind::verification, {.keys = {signature.key, signature.signature}, .passphrase = {}}, message,
        {.on_progress = {}, .done = [done = std::move(done)](Result<std::string> answer) {
           answer ? done(*answer == "1") : done(std::unexpected(answer.error()));
         }});
}

void WebEncryption::cancel(int job) {
  calls().take(job);
  fc_encryption_cancel(job);
}

}  // namespace fullcircle

// ---- answers, from shell/ports.js ----

using namespace fullcircle;

extern "C" {

EMSCRIPTEN_KEEPALIVE void fc_encryption_progress(int call, double fraction) {
  const Encryption::Job* job = calls().find(call);
  if (!job || !job->on_progress) return;
  const auto report = job->on_progress;  // may start other jobs, which moves the table
  report(fraction);
}

/// The buffer holds what was made, or the browser's own words.
EMSCRIPTEN_KEEPALIVE void fc_encryption_done(int call, int outcome) {
  const Encryption::Job job = calls().take(call);
  if (job.done) job.done(result_of(outcome, take_port_buffer()));
}

}  // extern "C"
