#include "app/storage/journal_segment.h"

#include "app/storage/sealed_text.h"

namespace fullcircle {
namespace {

constexpr std::string_view kFormat = "fullcircle-journal";
constexpr std::uint64_t kVersion = 1;

}  // namespace

std::string encode_segment(SegmentName name, std::uint64_t epoch, std::string_view before, std::span<const std::string_view> documents) {
  std::string text = std::string(kFormat) + " " + std::to_string(kVersion) + "\n";
  text += "generation " + std::to_string(name.generation) + "\n";
  text += "number " + std::to_string(name.number) + "\n";
  text += "epoch " + std::to_string(epoch) + "\n";
  text.append("before ").append(before).append("\n");
  for (const std::string_view document : documents) {
    text += "document " + std::to_string(document.size()) + "\n";
    text.append(document).append("\n");
  }
  return seal(std::move(text));
}

Result<JournalSegment> parse_segment(SegmentName name, std::string_view bytes) {
  const auto damaged = fail("error.storage.damaged", to_text(name));
  auto text = open_sealed(bytes);
  if (!text) return damaged;
  const auto version = take_number(*text, kFormat);
  if (!version) return damaged;
  if (*version > kVersion) return fail("error.storage.too_new", to_text(name), std::to_string(*version));
  const auto generation = take_number(*text, "generation");
  const auto number = take_number(*text, "number");
  const auto epoch = take_number(*text, "epoch");
  const auto before = take_line(*text, "before");
  if (!generation || !number || !epoch || !before || SegmentName{*generation, *number} != name) return damaged;
  JournalSegment segment{.name = name, .epoch = *epoch, .before = std::string(*before)};
  while (const auto length = take_number(*text, "document")) {
    if (text->size() <= *length || (*text)[*length] != '\n') return damaged;
    segment.documents.push_back(text->substr(0, *length));
    text->remove_prefix(*length + 1);
  }
  if (!text->empty()) return damaged;
  return segment;
}

}  // namespace fullcircle
