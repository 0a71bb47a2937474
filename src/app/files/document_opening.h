// Opens a large workspace file while the page stays alive.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/files/document_reader.h"
#include "app/incoming_file.h"
#include "app/ports.h"

namespace fullcircle {

/// Reads the file in turns of the page. Whoever lets go of it ends the reading; nothing of the file has been used then.
class DocumentOpening : public std::enable_shared_from_this<DocumentOpening> {
 public:
  struct Events {
    std::function<void(double fraction)> on_progress;  ///< from 0 to 1, of the bytes
    std::function<void(Result<Document>)> done;        ///< the last call; errors: those of DocumentReader, error.file.unreadable
  };

  /// The clock must outlive the opening.
  DocumentOpening(Clock& clock, IncomingFile file, Events events);
  /// Once. `done` may be called from inside when the file is small.
  void start();

 private:
  void read_in_turns();
  bool read_step();
  void fetch();
  void take_piece(Result<std::string> piece);
  void end(Result<Document> document);

  Clock& clock_;
  IncomingFile file_;
  Events events_;
  DocumentReader reader_;
  std::size_t size_;
  std::size_t at_ = 0;                          ///< in the piece being read, file_.bytes
  std::size_t fetched_;                         ///< of the whole file
  std::optional<Result<std::string>> waiting_;  ///< the piece after it
  bool is_waiting_ = false;                     ///< for that piece
};

}  // namespace fullcircle
