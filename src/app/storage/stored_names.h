// The names of what is stored in a workspace's folder. FORMAT.md says what each holds.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fullcircle {

inline constexpr std::string_view kManifestName = "m";
/// Damaged bytes kept for the person: this and the name they had.
inline constexpr std::string_view kSetAsidePrefix = "x.";

/// What the last import added, and what is said about it: for undoing it after a restart.
inline constexpr std::string_view kKeptImportName = "i.added";
inline constexpr std::string_view kKeptImportLogName = "i.log";

struct SegmentName {
  std::uint64_t generation = 0;
  std::uint64_t number = 0;
  auto operator<=>(const SegmentName&) const = default;
};

/// "j.7.12"
std::string to_text(SegmentName name);
std::optional<SegmentName> parse_segment_name(std::string_view name);

/// "c.<hash>"
std::string chunk_name(std::string_view hash);
bool is_chunk_name(std::string_view name);

/// "e.3": there has been a writer with this epoch.
std::string epoch_name(std::uint64_t epoch);
std::optional<std::uint64_t> parse_epoch_name(std::string_view name);

}  // namespace fullcircle
