#pragma once

// Dear ImGui, reduced to what this program uses. Every translation unit that includes imgui.h sees this file.

#define IMGUI_USE_WCHAR32                       // emoji and rare Chinese characters lie beyond 16 bits
#define IMGUI_DISABLE_DEFAULT_FONT              // Inter comes with the site
#define IMGUI_DISABLE_DEMO_WINDOWS              // demo and debug tools are more than a third of the code
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS   // nothing is ever started or read behind the program's back
#define IMGUI_DISABLE_FILE_FUNCTIONS
