// What the core needs from where it runs. `platform` implements these for the browser, tests/support for the tests.
//
// Everything runs on one thread. A `done` or listener function is called later, never from inside the call that got it,
// and may call the port again. Opening and saving files belongs to a frame: see FrameOutput in ui/frame/frame.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/day.h"
#include "model/id.h"
#include "model/result.h"

namespace fullcircle {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
  /// Local time minus UTC at that moment, in minutes.
  virtual int utc_offset_minutes(Instant at) = 0;
  /// Calls `run` once, no earlier than `delay_ms` from now.
  virtual void call_after(int delay_ms, std::function<void()> run) = 0;
};

/// The person's own calendar day.
inline Day today(Clock& clock) { return day_of(clock.now(), clock.utc_offset_minutes(clock.now())); }

class Random {
 public:
  virtual ~Random() = default;
  /// Bits nobody can guess.
  virtual void fill(std::span<std::byte> bytes) = 0;
};

/// Ids drawn from `random`, which must outlive the result.
IdSource make_id_source(Random& random);

// ---- stored bytes ----

struct Blob {
  std::string name;
  std::string bytes;
};

/// One change of a folder that happens as a whole or not at all. Bytes are copied when they are handed over.
class BlobTransaction {
 public:
  virtual ~BlobTransaction() = default;
  /// The whole transaction is refused if the name exists.
  virtual void create(std::string_view name, std::string_view bytes) = 0;
  /// Creates or replaces.
  virtual void put(std::string_view name, std::string_view bytes) = 0;
  virtual void remove(std::string_view name) = 0;
  /// The whole transaction is refused if the name exists.
  virtual void require_absent(std::string_view name) = 0;

  /// Sends everything off before it returns, so that it also works while the page goes away. Call it once.
  /// `done` hears success only when the bytes are safe on the disk. No answer at all is possible (the page went away).
  ///
  /// Errors: error.storage.taken (a name exists), .full, .closed, .unavailable, .aborted. Nothing changed then, except
  ///         that after .closed it is unknown whether the transaction happened.
  virtual void commit(std::function<void(Result<>)> done) = 0;
};

/// Named bytes in folders, one folder for each workspace. Transactions of one folder happen in the order of their commits.
class Blobs {
 public:
  virtual ~Blobs() = default;
  virtual std::unique_ptr<BlobTransaction> begin(std::string_view folder) = 0;
  /// Asks `wanted` about every name in the folder, then hands over the accepted blobs one by one, as of one moment.
  /// A large folder is handed over in several turns, so that the page stays alive.
  virtual void read(std::string_view folder, std::function<bool(std::string_view name)> wanted, std::function<void(Blob)> each,
                    std::function<void(Result<>)> done) = 0;
  /// Whether the browser had lost something of the folder, which was filled from its second copy when opened. Says so once.
  virtual bool take_restored(std::string_view folder) = 0;
  /// Removes the folder with everything in it.
  virtual void remove_folder(std::string_view folder, std::function<void(Result<>)> done) = 0;
  /// Asks the browser once not to clear what is stored when space is short. `done` hears whether it agreed.
  virtual void ask_to_persist(std::function<void(bool)> done) = 0;
  /// Bytes used and bytes allowed, as far as the browser says.
  struct Estimate {
    double used_bytes = 0;
    double allowed_bytes = 0;
  };
  virtual void estimate(std::function<void(std::optional<Estimate>)> done) = 0;
};

// ---- the other tabs ----

/// Which tab may write. At most one tab holds a name; the others wait in line and hear of its changes.
class Tabs {
 public:
  struct Listener {
    std::function<void()> on_granted;    ///< this tab may write now
    std::function<void()> on_elsewhere;  ///< another tab may write; on_granted follows when it lets go
    std::function<void()> on_asked;      ///< another tab wants to write: save, then call release()
    std::function<void()> on_lost;       ///< another tab took the right to write away
    std::function<void()> on_news;       ///< another tab has saved something
  };
  virtual ~Tabs() = default;
  /// Asks for the right to write `name`, and waits in line for it.
  virtual void join(std::string_view name, Listener listener) = 0;
  virtual void leave(std::string_view name) = 0;
  /// Asks the holder to let go, and takes the right to write after 3 s without an answer.
  virtual void take_over(std::string_view name) = 0;
  /// Gives the right to write to whoever asked; this tab waits in line again.
  virtual void release(std::string_view name) = 0;
  /// Tells the other tabs that something was saved.
  virtual void announce(std::string_view name) = 0;
};

// ---- encryption ----

/// A pair of keys in the age format (X25519): whoever has `identity` opens what was encrypted to `recipient`.
struct KeyPair {
  std::string identity;   ///< "AGE-SECRET-KEY-1…": the secret, which is its own recovery text
  std::string recipient;  ///< "age1…": for everybody
};

/// A signature of Ed25519 (RFC 8032) with the public key that checks it, both as hexadecimal digits.
struct Signature {
  std::string key;        ///< 64 digits
  std::string signature;  ///< 128 digits
};

/// What a file is locked with or opened by: keys (recipients to encrypt, identities to open), or a passphrase and no keys.
/// Without either a file can only be asked what would open it.
struct AgeKeys {
  std::vector<std::string> keys;
  std::string passphrase;
};

/// Files in the age format, made and opened away from the thread that draws, one after the other.
class Encryption {
 public:
  struct Job {
    std::function<void(double fraction)> on_progress;  ///< from 0 to 1; a short job reports none
    std::function<void(Result<std::string> bytes)> done;
  };
  using TakeKeys = std::function<void(Result<KeyPair>)>;
  using TakeSignature = std::function<void(Result<Signature>)>;
  using TakeAnswer = std::function<void(Result<bool>)>;

  virtual ~Encryption() = default;
  /// Errors: error.encryption.unavailable (with the browser's own words).
  virtual void make_keys(TakeKeys done) = 0;
  /// The pair an identity belongs to. Errors: error.encryption.not_a_key, .unavailable.
  virtual void read_keys(std::string_view identity, TakeKeys done) = 0;
  /// Binary age. The number names the job to cancel(). Errors: error.encryption.not_a_key (a recipient), .unavailable.
  virtual int encrypt(std::string bytes, const AgeKeys& keys, Job job) = 0;
  /// Binary or armoured age.
  /// Errors: error.encryption.wrong_key, .wrong_passphrase, .needs_passphrase (it has one, and none was given),
  ///         .damaged, .not_age, .unavailable. Nothing of a damaged file is handed over.
  virtual int decrypt(std::string bytes, const AgeKeys& keys, Job job) = 0;
  /// Signs with the key that follows from the identity, the same on every device that holds it (store/SIGN_OFF.md).
  /// Errors: error.encryption.unavailable (a browser without Ed25519).
  virtual void sign(std::string_view identity, std::string_view message, TakeSignature done) = 0;
  /// Whether the signature is by its key and under exactly this message; false for anything malformed. Errors: as sign().
  virtual void verify(const Signature& signature, std::string_view message, TakeAnswer done) = 0;
  /// Ends the job wherever it is; none of its functions is called any more.
  virtual void cancel(int job) = 0;
};

// ---- language ----

enum class DayStyle : std::uint8_t { numeric, short_month, long_month, weekday, month_and_year };
/// The plural categories of Unicode CLDR, as in the keys of i18next.
enum class PluralCategory : std::uint8_t { zero, one, two, few, many, other };

/// Dates, numbers, order of words and plurals as the person's language has them.
class TextServices {
 public:
  virtual ~TextServices() = default;
  /// A language tag of BCP 47; everything below follows it from then on.
  virtual void set_language(std::string_view tag) = 0;
  virtual std::string format_day(Day day, DayStyle style) = 0;
  /// Date and time of day where the person is.
  virtual std::string format_instant(Instant instant) = 0;
  /// "3 days ago", "in 2 weeks", "today".
  virtual std::string format_days_from_now(int days) = 0;
  virtual std::string format_number(double number, int decimals) = 0;
  /// 0.5 is 50 %.
  virtual std::string format_percent(double fraction, int decimals) = 0;
  virtual std::string format_list(std::span<const std::string> items) = 0;
  /// 1 = Monday … 7 = Sunday (ISO 8601).
  virtual int first_weekday() = 0;
  virtual PluralCategory plural_category(double number) = 0;
  /// The order of the texts for a reader: indices into `texts`, equal texts in the order given. One call sorts a whole table.
  virtual std::vector<std::uint32_t> sorted_order(std::span<const std::string_view> texts) = 0;
  /// Lower case without accents, for searching: equal keys mean "the same to someone who types in a hurry".
  virtual std::string search_key(std::string_view text) = 0;
};

}  // namespace fullcircle
