// Folders of the person's own file system, which another program may synchronise: at most one for each team.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace fullcircle {

struct FolderFile {
  std::string name;
  std::int64_t byte_count = 0;
  std::int64_t changed_ms = 0;  ///< by the clock of the file system: only good for telling whether it changed
  bool operator==(const FolderFile&) const = default;
};

/// Only some browsers have this. `key` names a team; its folder is remembered over restarts. Every `done` is called later.
///
/// Errors of all: error.folder.not_allowed (the person has to allow it again), .gone, .failed (with the browser's own words).
class Folders {
 public:
  using TakeText = std::function<void(Result<std::string>)>;

  virtual ~Folders() = default;
  virtual bool are_available() const = 0;
  /// Lets the person choose; the folder's name is handed over. Only in answer to a click. Errors: error.folder.cancelled.
  virtual void choose(std::string_view key, TakeText done) = 0;
  /// The name of the folder chosen before. Errors: error.folder.none; .not_allowed, with the folder's name as the detail.
  virtual void recall(std::string_view key, TakeText done) = 0;
  /// The same, and the browser may ask the person. Only in answer to a click.
  virtual void ask(std::string_view key, TakeText done) = 0;
  /// What may be copies of a team, by their names: *.fullcircle and *.fullcircle.age.
  virtual void list(std::string_view key, std::function<void(Result<std::vector<FolderFile>>)> done) = 0;
  virtual void read(std::string_view key, std::string_view name, TakeText done) = 0;
  /// Nobody ever sees half of it: the browser writes beside the file and puts the whole in its place.
  /// Out: the file as it will be listed. Errors: error.folder.full.
  virtual void write(std::string_view key, std::string_view name, std::string_view bytes, std::function<void(Result<FolderFile>)> done) = 0;
  /// The folder is not used any more; nothing in it changes.
  virtual void forget(std::string_view key) = 0;
};

}  // namespace fullcircle
