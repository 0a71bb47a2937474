#include "exchange/file_kind.h"

#include <algorithm>

#include "exchange/json_reader.h"

namespace fullcircle {
namespace {

constexpr std::size_t kSampleBytes = 64 * 1024;

FileKind kind_of_format(std::string_view format) {
  constexpr std::string_view kPrefix = "fullcircle.";
  if (!format.starts_with(kPrefix)) return FileKind::unknown;
  const auto kind = parse_name<FileKind>(format.substr(kPrefix.size()));
  return kind && *kind <= FileKind::member ? *kind : FileKind::unknown;
}

FileKind kind_of_json(std::string_view bytes) {
  JsonReader json(bytes);
  std::string_view key;
  std::string format;
  json.begin_object();
  while (json.next_key(key)) {
    if (key != "format") {
      json.skip();
    } else {
      json.read_text(format);
      return kind_of_format(format);
    }
  }
  return FileKind::unknown;
}

bool looks_like_table(std::string_view sample) {
  if (sample.empty() || sample.find('\0') != std::string_view::npos) return false;
  const std::string_view line = sample.substr(0, sample.find_first_of("\r\n"));
  const bool has_control = std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t'; });
  return !has_control && line.find_first_of(",;\t") != std::string_view::npos;
}

}  // namespace

FileKind detect_file_kind(std::string_view bytes) {
  if (bytes.starts_with("age-encryption.org/") || bytes.starts_with("-----BEGIN AGE ENCRYPTED FILE-----")) return FileKind::encrypted;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return FileKind::csv;
  std::string_view text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return FileKind::unknown;
  if (text[first] == '{') return kind_of_json(bytes);
  if (text[first] == '[') return FileKind::unknown;  // a JSON list has commas too, but no table of ours begins so
  return looks_like_table(text.substr(0, kSampleBytes)) ? FileKind::csv : FileKind::unknown;
}

}  // namespace fullcircle
