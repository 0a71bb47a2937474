#include "ui/screens/parts_screen.h"
namespace fullcircle::ui {
float draw_more_parts(Ui&, const Rect&, PartsState&) { return 0; }
float draw_chart_parts(Ui&, const Rect&, PartsState&) { return 0; }
}
