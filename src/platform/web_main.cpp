#include <imgui.h>

int main() {
  ImGui::CreateContext();
}
