#include "app/sample/sample_writer.h"

#include <algorithm>

#include "model/time_units.h"

namespace fullcircle {

SampleWriter::SampleWriter(const SampleOptions& options, const Language& sample_words)
    : random(options.seed), words(sample_words), today(options.today), now_(options.now), actor_(random.next()) {
  for (KindIndex kind = 0; kind < kKindCount; ++kind) rows_.emplace_back(kind);
}

Instant SampleWriter::at(int days, int hour, int minute) const {
  constexpr std::int64_t kMsPerHour = 3'600'000, kMsPerMinute = 60'000;
  return std::min(Instant{(today.number + days) * kMsPerDay + hour * kMsPerHour + minute * kMsPerMinute}, now_);
}

std::string SampleWriter::text_of(std::string_view group, int number) const {
  return text(std::string(group) + std::to_string(number));
}

Stamp SampleWriter::stamp_at(Instant written) const {
  return {static_cast<std::uint64_t>(std::min(written, now_).ms) << 16, actor_};
}

Document SampleWriter::finish(RecordId workspace) {
  Document document;
  document.set_workspace(workspace);
  for (RowList& rows : rows_) document.table(rows.kind()).add_rows(std::exchange(rows, RowList(rows.kind())));
  return document;
}

std::string season_name(const Language& words, Day day) {
  static constexpr std::string_view kSeasons[] = {"season.winter", "season.spring", "season.summer", "season.autumn"};
  return std::string(words.tr(kSeasons[static_cast<std::size_t>(to_year_month_day(day).month % 12 / 3)]));
}

}  // namespace fullcircle
