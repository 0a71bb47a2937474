// Collects the records of a sample, each stamped as if it had been entered on its day.
#pragma once

#include <vector>

#include "app/language.h"
#include "app/sample/sample_workspace.h"
#include "app/sample/seeded_random.h"

namespace fullcircle {

class SampleWriter {
 public:
  SampleWriter(const SampleOptions& options, const Language& words);

  SeededRandom random;
  const Language& words;
  const Day today;

  template <class Entity>
  Id<Entity> new_id() {
    return Id<Entity>(random.id());
  }
  /// Keeps a record that was entered at `written`, or now if that lies ahead.
  template <class Entity>
  void add(Entity entity, Instant written) {
    Row<Entity> row(std::move(entity), stamp_at(written));
    rows_[kKindIndex<Entity>].add_taken(row);
  }
  template <class Entity>
  void reserve(std::size_t count) {
    rows_[kKindIndex<Entity>].reserve(count);
  }

  /// A moment `days` from today, never after now.
  Instant at(int days, int hour, int minute = 0) const;
  Instant now() const { return now_; }
  Day day(int days) const { return today + days; }
  std::string text(std::string_view key) const { return std::string(words.tr(key)); }
  /// "pool.keep.3" for text_of("pool.keep.", 3).
  std::string text_of(std::string_view group, int number) const;

  /// Everything added so far as one document; the writer is empty afterwards.
  Document finish(RecordId workspace);
  Actor actor() const { return actor_; }

 private:
  Stamp stamp_at(Instant written) const;

  Instant now_;
  Actor actor_;
  std::vector<RowList> rows_;  ///< by kind
};

/// "Spring review", "Autumn review", … by the month of a day.
std::string season_name(const Language& words, Day day);

}  // namespace fullcircle
