#include "platform/web_files.h"

#include <emscripten.h>

#include "platform/web_port_calls.h"

// The bodies only hand over to shell/ports.js.
// clang-format off
EM_JS(void, fc_read_file, (int file, double at, double count, int call), { Module.ports.readFile(file, at, count, call); })
EM_JS(void, fc_forget_file, (int file), { Module.ports.forgetFile(file); })
// clang-format on

namespace fullcircle {
namespace {

using TakePiece = std::function<void(Result<std::string>)>;

PendingCalls<TakePiece>& calls() {
  static PendingCalls<TakePiece> pending;
  return pending;
}

class WebFilePieces : public FilePieces {
 public:
  WebFilePieces(int number, std::size_t size, std::string name) : number_(number), size_(size), name_(std::move(name)) {}
  ~WebFilePieces() override {
    calls().take(call_);
    fc_forget_file(number_);
  }
  std::size_t size() const override { return size_; }
  void read(std::size_t at, std::size_t count, TakePiece done) override {
    call_ = calls().add([name = name_, done = std::move(done)](Result<std::string> piece) {
      piece ? done(std::move(piece)) : done(fail("error.file.unreadable", {}, name));
    });
    fc_read_file(number_, static_cast<double>(at), static_cast<double>(count), call_);
  }

 private:
  const int number_;
  const std::size_t size_;
  const std::string name_;
  int call_ = 0;
};

}  // namespace

std::shared_ptr<FilePieces> make_web_file_pieces(int number, std::size_t size, std::string name) {
  return std::make_shared<WebFilePieces>(number, size, std::move(name));
}

}  // namespace fullcircle

/// From shell/ports.js; the buffer holds the bytes.
extern "C" EMSCRIPTEN_KEEPALIVE void fc_file_piece(int call, int is_read) {
  auto bytes = fullcircle::take_port_buffer();
  if (const auto take = fullcircle::calls().take(call)) is_read ? take(std::move(bytes)) : take(fullcircle::fail("error.file.unreadable"));
}
