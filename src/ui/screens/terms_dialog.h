// A figure that opens: the button it is, and the dialog that says what it is made of.
#pragma once

#include "ui/screens/screen.h"
#include "ui/screens/value_rows.h"
#include "ui/widgets/dialog.h"

namespace fullcircle {

/// Drawn before the figure itself, which stands on it. In: `number` is the figure with its name, for screen readers. Out: clicked.
bool figure_button(ScreenContext& screen, const Rect& rect, std::string_view key, std::string_view number);

/// To be made in every frame while it is open. The link to the guide comes before long tables: what takes the focus first is what
/// the dialog opens at.
class TermsDialog {
 public:
  TermsDialog(ScreenContext& screen, std::string_view key, std::string_view title);

  Rect& area() { return area_; }
  void say(std::string_view text);
  void add(const ValueTable& table, std::string_view title);
  /// A link to the page of the guide that explains the method, or to a section of it ("rating:goals"); following it closes the dialog.
  void guide(std::string_view place, Intents& intents);
  /// The last call. Out: it stays open.
  bool end();

 private:
  ScreenContext& screen_;
  ui::Dialog dialog_;
  Rect area_;
  bool is_left_ = false;
};

}  // namespace fullcircle
