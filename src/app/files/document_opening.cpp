#include "app/files/document_opening.h"

#include <algorithm>
#include <utility>

#include "app/turns.h"

namespace fullcircle {
namespace {

constexpr std::size_t kStepBytes = 64 * 1024;
constexpr std::size_t kPieceBytes = std::size_t{1} << 20;

}  // namespace

DocumentOpening::DocumentOpening(Clock& clock, IncomingFile file, Events events)
    : clock_(clock),
      file_(std::move(file)),
      events_(std::move(events)),
      size_(file_.pieces ? file_.pieces->size() : file_.bytes.size()),
      fetched_(file_.bytes.size()) {}

void DocumentOpening::start() {
  fetch();
  read_in_turns();
}

void DocumentOpening::read_in_turns() {
  run_in_turns(clock_, weak_from_this(), [this] { return read_step(); });
}

bool DocumentOpening::read_step() {
  if (at_ < file_.bytes.size()) {
    auto fed = reader_.feed(std::string_view(file_.bytes).substr(at_, kStepBytes));
    if (!fed) return end(std::unexpected(fed.error())), false;
    at_ += std::min(kStepBytes, file_.bytes.size() - at_);
    events_.on_progress(static_cast<double>(reader_.bytes_read()) / static_cast<double>(std::max<std::size_t>(size_, 1)));
    return true;
  }
  if (reader_.bytes_read() >= size_) return end(reader_.finish()), false;
  is_waiting_ = !waiting_;
  if (waiting_) take_piece(*std::exchange(waiting_, std::nullopt));
  return false;
}

/// The next piece comes while this one is read.
void DocumentOpening::fetch() {
  if (fetched_ >= size_) return;
  file_.pieces->read(fetched_, std::min(kPieceBytes, size_ - fetched_), [weak = weak_from_this()](Result<std::string> piece) {
    const auto self = weak.lock();
    if (!self) return;
    self->is_waiting_ ? self->take_piece(std::move(piece)) : void(self->waiting_ = std::move(piece));
  });
}

void DocumentOpening::take_piece(Result<std::string> piece) {
  is_waiting_ = false;
  if (!piece) return end(std::unexpected(piece.error()));
  if (piece->empty()) return end(fail("error.file.unreadable", {}, file_.name));  // shorter than it was
  file_.bytes = std::move(*piece);
  fetched_ += file_.bytes.size();
  at_ = 0;
  fetch();
  read_in_turns();
}

void DocumentOpening::end(Result<Document> document) {
  const auto done = std::exchange(events_.done, nullptr);  // may let go of this
  done(std::move(document));
}

}  // namespace fullcircle
