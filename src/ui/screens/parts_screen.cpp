#include "ui/screens/parts_screen.h"
#include "ui/widgets/button.h"
namespace fullcircle::ui {
void draw_parts_screen(Ui& ui, PartsState&) { ui.fill(ui.screen(), ui.c.canvas); button(ui, {100,100,95,32}, "Default"); }
}
