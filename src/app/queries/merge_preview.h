// What merging a file would do, in words: counts by kind, whose edits they are, and every record it touches.
#pragma once

#include <string>
#include <vector>

#include "app/queries/record_words.h"
#include "store/merge.h"

namespace fullcircle {

/// A device whose edits the file brings, and its latest.
struct MergeSource {
  std::string name;
  Instant latest;
};

struct MergeKindCount {
  KindIndex kind = 0;
  MergeCounts counts;
};

struct MergeRow {
  KindIndex kind = 0;
  RecordId id;
  RecordFate fate = RecordFate::changed;
  bool has_conflict = false;
  bool is_edited_while_deleted = false;
  std::string title;
  std::string kind_name;
  std::string fields;   ///< of a changed record: "Weight, Due"
  std::string source;   ///< whose edit is the latest of those that are new here
  Instant when;
};

struct MergePreview {
  MergeCounts total;
  std::vector<MergeKindCount> kinds;   ///< those that change, in file order
  std::vector<MergeSource> sources;    ///< the latest first
  std::vector<MergeRow> rows;          ///< what needs a look first: deleted, conflicts, changed, restored, new; then by kind and title
  std::size_t unlisted_changes = 0;    ///< only history, or what only a newer program shows
  bool must_ask = false;               ///< more than a tenth of what is here would vanish
  bool changes_anything = false;
};

/// More than this share of the records deleted: the person is asked expressly.
inline constexpr double kVanishingShareToAsk = 0.1;

/// In: `words` looks up in both documents. Does not merge.
MergePreview compute_merge_preview(const Document& here, const Document& incoming, const RecordWords& words);

enum class MergeFilter : std::uint8_t { all, deleted, conflicts, changed, added };
/// The indices of the rows of that sort whose title, kind, fields or source hold every word typed. A restored record counts as changed.
std::vector<std::size_t> filter_merge_rows(const MergePreview& preview, TextServices& text, MergeFilter filter, std::string_view typed);

}  // namespace fullcircle
