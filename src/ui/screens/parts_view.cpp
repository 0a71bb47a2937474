#include "ui/screens/parts_view.h"

#include "ui/screens/parts_screen.h"

namespace fullcircle::ui {
namespace {

class PartsView final : public AppView {
 public:
  explicit PartsView(const Fonts& fonts) : fonts_(fonts) {}

  void draw(Frame& frame) override {
    Theme theme = make_theme(fonts_, frame.input().dark_scheme);
    theme.reduced_motion = frame.input().reduced_motion;
    frame.output().dark = theme.dark;
    frame.output().title = "Parts";
    Ui ui(frame, theme, memory_);
    draw_parts_screen(ui, state_);
  }

 private:
  Fonts fonts_;
  UiMemory memory_;
  PartsState state_;
};

}  // namespace

std::unique_ptr<AppView> make_parts_view(const Fonts& fonts) { return std::make_unique<PartsView>(fonts); }

}  // namespace fullcircle::ui
