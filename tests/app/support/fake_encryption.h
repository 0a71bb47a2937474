// Encryption for tests: no secret at all, but the same outcomes as the real one, each in a turn of its own.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "app/ports.h"
#include "app/support/manual_loop.h"
#include "model/sha256.h"

namespace fullcircle::test {

class FakeEncryption : public Encryption {
 public:
  /// `number` tells devices apart: the keys they make differ.
  FakeEncryption(ManualLoop& loop, unsigned number) : loop_(loop), number_(number) {}

  void make_keys(TakeKeys done) override {
    std::string letters(58, 'q');
    const std::string own = std::to_string(number_) + "x" + std::to_string(++made_);
    letters.replace(0, own.size(), own);
    loop_.post([this, done = std::move(done), letters] { done(is_missing ? unavailable() : pair_of(letters)); });
  }

  void read_keys(std::string_view identity, TakeKeys done) override {
    const bool is_key = identity.size() == kIdentity.size() + 58 && identity.starts_with(kIdentity);
    loop_.post([done = std::move(done), is_key, identity = std::string(identity)] {
      is_key ? done(pair_of(identity.substr(kIdentity.size()))) : done(fail("error.encryption.not_a_key"));
    });
  }

  int encrypt(std::string bytes, const AgeKeys& keys, Job job) override {
    std::string file = std::string(kMagic) + (keys.keys.empty() ? "words " + keys.passphrase : "keys");
    for (const std::string& key : keys.keys) file += " " + key.substr(kRecipient.size());
    file += "\n" + to_hex(sha256(bytes)) + "\n" + bytes;
    return begin(std::move(job), [this, file]() -> Result<std::string> {
      if (is_missing) return unavailable();
      return file;
    });
  }

  int decrypt(std::string bytes, const AgeKeys& keys, Job job) override {
    return begin(std::move(job), [this, bytes = std::move(bytes), keys] { return open(bytes, keys); });
  }

  void sign(std::string_view identity, std::string_view message, TakeSignature done) override {
    loop_.post([this, key = to_hex(sha256(identity)), message = std::string(message), done = std::move(done)] {
      can_sign ? done(Signature{key, signature_by(key, message)}) : done(unavailable());
    });
  }

  void verify(const Signature& signature, std::string_view message, TakeAnswer done) override {
    loop_.post([this, signature, message = std::string(message), done = std::move(done)] {
      can_sign ? done(signature.signature == signature_by(signature.key, message)) : done(unavailable());
    });
  }

  void cancel(int job) override { running_.erase(job); }

  bool is_missing = false;  ///< the browser has no encryption
  bool can_sign = true;     ///< it has Ed25519
  int job_ms = 1;
  std::size_t running() const { return running_.size(); }

 private:
  static constexpr std::string_view kMagic = "age-encryption.org/v1\n", kIdentity = "AGE-SECRET-KEY-1", kRecipient = "age1";

  static Result<KeyPair> pair_of(const std::string& letters) { return KeyPair{std::string(kIdentity) + letters, std::string(kRecipient) + letters}; }
  static std::unexpected<Error> unavailable() { return fail("error.encryption.unavailable"); }

  static std::string signature_by(const std::string& key, const std::string& message) {
    const std::string half = to_hex(sha256(key + message));
    return half + half;
  }

  /// Half way it reports so.
  int begin(Job job, std::function<Result<std::string>()> work) {
    const int number = ++last_job_;
    running_.insert(number);
    loop_.call_after(job_ms / 2, [this, number, report = job.on_progress] {
      if (running_.contains(number) && report) report(0.5);
    });
    loop_.call_after(job_ms, [this, number, done = std::move(job.done), work = std::move(work)] {
      if (running_.erase(number) > 0) done(work());
    });
    return number;
  }

  Result<std::string> open(std::string_view file, const AgeKeys& keys) const {
    if (is_missing) return unavailable();
    const auto take_line = [&] {
      const auto end = std::min(file.find('\n'), file.size());
      const std::string line(file.substr(0, end));
      file.remove_prefix(std::min(end + 1, file.size()));
      return line;
    };
    if (take_line() + "\n" != kMagic) return fail("error.encryption.not_age");
    const std::string lock = take_line();
    if (lock.starts_with("words ")) {
      if (keys.passphrase.empty()) return fail("error.encryption.needs_passphrase");
      if (lock != "words " + keys.passphrase) return fail("error.encryption.wrong_passphrase");
    } else {
      bool fits = false;
      for (const std::string& identity : keys.keys) fits |= lock.contains(identity.substr(kIdentity.size()));
      if (!fits) return fail("error.encryption.wrong_key");
    }
    if (take_line() != to_hex(sha256(file))) return fail("error.encryption.damaged");
    return std::string(file);
  }

  ManualLoop& loop_;
  unsigned number_;
  int made_ = 0, last_job_ = 0;
  std::set<int> running_;
};

}  // namespace fullcircle::test
