#include "platform/web_folders.h"

#include <emscripten.h>

#include <algorithm>
#include <charconv>

#include "platform/web_port_calls.h"

// The bodies only hand over to shell/ports.js.
// clang-format off
EM_JS(int, fc_has_folders, (), { return Module.ports.hasFolders(); })
EM_JS(void, fc_folder, (int call, int kind, const char* key, int key_length, const char* name, int name_length, const char* bytes, int length),
      { Module.ports.folderJob(call, kind, key, key_length, name, name_length, bytes, length); })
// clang-format on

namespace fullcircle {
namespace {

int length_of(std::string_view text) { return static_cast<int>(text.size()); }

/// Kinds of job, as in shell/folders.js.
enum Kind { choosing = 0, recalling = 1, asking = 2, listing = 3, reading = 4, writing = 5, forgetting = 6 };

PendingCalls<Folders::TakeText>& calls() {
  static PendingCalls<Folders::TakeText> pending;
  return pending;
}

void begin(Kind kind, std::string_view key, std::string_view name, std::string_view bytes, Folders::TakeText done) {
  fc_folder(calls().add(std::move(done)), kind, key.data(), length_of(key), name.data(), length_of(name), bytes.data(), length_of(bytes));
}

/// "1234 1763563923123 name", a line for each file.
std::vector<FolderFile> parse_files(std::string_view lines) {
  std::vector<FolderFile> files;
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    FolderFile file;
    for (std::int64_t* number : {&file.byte_count, &file.changed_ms}) {
      const auto parsed = std::from_chars(line.data(), line.data() + line.size(), *number);
      line.remove_prefix(std::min<std::size_t>(static_cast<std::size_t>(parsed.ptr - line.data()) + 1, line.size()));
    }
    file.name = line;
    files.push_back(std::move(file));
  }
  return files;
}

/// Outcomes, as in shell/folders.js.
Result<std::string> result_of(int outcome, std::string answer) {
  constexpr const char* kCodes[] = {"", "error.folder.cancelled", "error.folder.none", "error.folder.not_allowed",
                                    "error.folder.gone", "error.folder.full", "error.folder.failed"};
  if (outcome == 0) return answer;
  return fail(kCodes[outcome], {}, std::move(answer));
}

}  // namespace

bool WebFolders::are_available() const { return fc_has_folders() != 0; }
void WebFolders::choose(std::string_view key, TakeText done) { begin(Kind::choosing, key, {}, {}, std::move(done)); }
void WebFolders::recall(std::string_view key, TakeText done) { begin(Kind::recalling, key, {}, {}, std::move(done)); }
void WebFolders::ask(std::string_view key, TakeText done) { begin(Kind::asking, key, {}, {}, std::move(done)); }

void WebFolders::list(std::string_view key, std::function<void(Result<std::vector<FolderFile>>)> done) {
  begin(Kind::listing, key, {}, {}, [done = std::move(done)](Result<std::string> lines) {
    lines ? done(parse_files(*lines)) : done(std::unexpected(lines.error()));
  });
}

void WebFolders::read(std::string_view key, std::string_view name, TakeText done) { begin(Kind::reading, key, name, {}, std::move(done)); }

void WebFolders::write(std::string_view key, std::string_view name, std::string_view bytes, std::function<void(Result<FolderFile>)> done) {
  begin(Kind::writing, key, name, bytes, [done = std::move(done)](Result<std::string> line) {
    if (!line) return done(std::unexpected(line.error()));
    auto files = parse_files(*line);
    files.size() == 1 ? done(std::move(files.front())) : done(fail("error.folder.failed"));
  });
}

void WebFolders::forget(std::string_view key) { begin(Kind::forgetting, key, {}, {}, [](const Result<std::string>&) {}); }

}  // namespace fullcircle

/// The buffer holds the answer, or the browser's own words; of a folder that must be allowed again its name.
extern "C" EMSCRIPTEN_KEEPALIVE void fc_folder_done(int call, int outcome) {
  if (const auto done = fullcircle::calls().take(call)) done(fullcircle::result_of(outcome, fullcircle::take_port_buffer()));
}
