// Dialogs over a dimmed page: free content, a question, a popover beside its button.
#pragma once

#include <optional>
#include <string_view>

#include "ui/widgets/button.h"
#include "ui/widgets/layer.h"
#include "ui/widgets/scroll.h"

namespace fullcircle::ui {

struct DialogOptions {
  std::string_view title;
  float width = 520;
  float height = 0;               ///< 0: as high as its content, up to the window
  std::string_view confirm;       ///< primary button; none when empty
  std::string_view cancel;        ///< secondary button; none when empty
  std::string_view close;         ///< name of the cross at the top
  bool confirm_disabled = false;
  bool danger = false;            ///< the confirming button deletes
  bool only_read = false;         ///< nothing in its body takes the focus: where it is long, the keys scroll it
};

/// A modal dialog; Control and Enter confirm it from any field, unless an entry in it is wrong: that one gets the focus then. Construct it only while it is open and draw its body inside.
/// Example: Dialog dialog(ui, "add", {.title = …}); Rect body = dialog.body(); …; if (dialog.result()) open = false;
class Dialog {
 public:
  enum class Result : std::uint8_t { none, cancelled, confirmed };

  Dialog(Ui& ui, std::string_view key, const DialogOptions& options);
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;

  /// Inside the paddings; draw from the top, the height is found while drawing.
  Rect body() const;
  /// Draws the footer; call it once, after the body. `none` while the dialog goes on.
  Result result();

 private:
  static Rect place(const Ui& ui, std::string_view key, const DialogOptions& options);
  Rect cut_button(Rect& foot, std::string_view label, const ButtonOptions& look);
  Ui& ui_;
  DialogOptions options_;
  WidgetId id_;
  Rect rect_;
  float head_;         ///< height of the title and what is around it
  int wrong_before_;   ///< entries nobody understands, outside of this dialog
  std::optional<Layer> layer_;
  std::optional<ScrollArea> scroll_;
};

struct ConfirmOptions {
  std::string_view title;
  std::string_view text;          ///< what happens to the data
  std::string_view confirm;       ///< a verb: "Delete goal"
  std::string_view cancel;
  bool danger = false;
};
/// A question; call it only while it is open.
Dialog::Result confirm(Ui& ui, std::string_view key, const ConfirmOptions& options);

/// Free content in a raised panel under `anchor`; call it only while `open`.
/// Example: if (open) { Popover popover(ui, anchor, "filter", open, {.width = 280}); Rect body = popover.body(); … }
struct PopoverOptions {
  float width = 280;
  float padding = 16;
  Align align = Align::left;
  std::string_view name;
  WidgetId opener = 0;
};
class Popover {
 public:
  Popover(Ui& ui, const Rect& anchor, std::string_view key, bool& open, const PopoverOptions& options = {});
  ~Popover();
  Popover(const Popover&) = delete;
  Popover& operator=(const Popover&) = delete;
  Rect body() const;

 private:
  Ui& ui_;
  bool& open_;
  PopoverOptions options_;
  WidgetId id_;
  Rect rect_;
  Layer layer_;
  std::optional<ScrollArea> scroll_;
};

}  // namespace fullcircle::ui
