// What a file that was dropped or opened is, judged by its content; names and endings say nothing.
#pragma once

#include <string_view>

#include "model/enum_names.h"

namespace fullcircle {

enum class FileKind : unsigned char { workspace, request, answer, member, csv, encrypted, unknown };
FULLCIRCLE_ENUM_NAMES(FileKind, "file_kind", "workspace", "request", "answer", "member", "csv", "encrypted", "unknown");

/// `encrypted`: age, binary or armoured. `csv`: text with several cells a line, or UTF-16 (which reading then refuses by name).
/// A file of ours that is damaged after its head is still of its kind; reading it tells the rest.
FileKind detect_file_kind(std::string_view bytes);

}  // namespace fullcircle
