// A file the person chose or dropped.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "model/result.h"

namespace fullcircle {

/// A large file, from which pieces are taken as they are needed.
class FilePieces {
 public:
  virtual ~FilePieces() = default;
  /// Bytes of the whole file.
  virtual std::size_t size() const = 0;
  /// One call at a time; `done` is called later, unless this is gone by then.
  /// Errors: error.file.unreadable.
  virtual void read(std::size_t at, std::size_t count, std::function<void(Result<std::string> piece)> done) = 0;
};

struct IncomingFile {
  std::string name;
  std::string bytes;                     ///< the whole; of a large file only how it begins
  std::shared_ptr<FilePieces> pieces{};  ///< of a large file
};

}  // namespace fullcircle
