#include "app/storage/manifest.h"

#include <algorithm>
#include <charconv>

#include "app/storage/sealed_text.h"
#include "model/sha256.h"

namespace fullcircle {
namespace {

constexpr std::string_view kFormat = "fullcircle-manifest";
constexpr std::uint64_t kVersion = 1;
constexpr std::size_t kHashDigits = 64;

Result<StoredChunk> parse_chunk(std::string_view value) {
  StoredChunk chunk;
  if (value.size() < kHashDigits + 2 || value[kHashDigits] != ' ') return fail("error.storage.damaged", "m");
  chunk.hash = value.substr(0, kHashDigits);
  const char* const end = value.data() + value.size();
  const auto [at, error] = std::from_chars(value.data() + kHashDigits + 1, end, chunk.byte_count);
  if (error != std::errc{} || at != end) return fail("error.storage.damaged", "m");
  return chunk;
}

}  // namespace

std::size_t Manifest::snapshot_bytes() const {
  std::size_t sum = 0;
  for (const StoredChunk& chunk : chunks) sum += chunk.byte_count;
  return sum;
}

std::string Manifest::snapshot_hash() const {
  Sha256 hash;
  for (const StoredChunk& chunk : chunks) hash.update(chunk.hash);
  return to_hex(hash.finish());
}

bool Manifest::contains_chunk(std::string_view hash) const {
  return std::ranges::any_of(chunks, [&](const StoredChunk& chunk) { return chunk.hash == hash; });
}

std::string encode_manifest(const Manifest& manifest) {
  std::string text = std::string(kFormat) + " " + std::to_string(kVersion) + "\n";
  text += "epoch " + std::to_string(manifest.epoch) + "\n";
  text += "generation " + std::to_string(manifest.generation) + "\n";
  text += "folded " + std::to_string(manifest.folded) + "\n";
  if (manifest.retractions > 0) text += "retractions " + std::to_string(manifest.retractions) + "\n";
  for (const StoredChunk& chunk : manifest.chunks) text += "chunk " + chunk.hash + " " + std::to_string(chunk.byte_count) + "\n";
  return seal(std::move(text));
}

Result<Manifest> parse_manifest(std::string_view bytes) {
  const auto damaged = fail("error.storage.damaged", "m");
  auto text = open_sealed(bytes);
  if (!text) return damaged;
  const auto version = take_number(*text, kFormat);
  if (!version) return damaged;
  if (*version > kVersion) return fail("error.storage.too_new", "m", std::to_string(*version));
  const auto epoch = take_number(*text, "epoch");
  const auto generation = take_number(*text, "generation");
  const auto folded = take_number(*text, "folded");
  if (!epoch || !generation || !folded) return damaged;
  Manifest manifest{.epoch = *epoch, .generation = *generation, .folded = *folded};
  if (text->starts_with("retractions ")) {
    const auto retractions = take_number(*text, "retractions");
    if (!retractions) return damaged;
    manifest.retractions = *retractions;
  }
  while (const auto value = take_line(*text, "chunk")) {
    auto chunk = parse_chunk(*value);
    if (!chunk) return std::unexpected(chunk.error());
    manifest.chunks.push_back(std::move(*chunk));
  }
  if (!text->empty()) return damaged;
  return manifest;
}

}  // namespace fullcircle
