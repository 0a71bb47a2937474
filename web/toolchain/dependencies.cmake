# Header-only libraries and Dear ImGui. A header is reached through a folder that holds a link to it alone:
# a whole /usr/include on the path would hand the host's C headers to the WebAssembly compiler.
function(header_only_library name probe)
  find_path(${name}_found ${probe}
    PATHS /usr/include /usr/local/include $ENV{HOMEBREW_PREFIX}/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  cmake_path(GET probe PARENT_PATH folder)
  set(links ${CMAKE_BINARY_DIR}/dependencies/${name})
  file(MAKE_DIRECTORY ${links})
  file(CREATE_LINK ${${name}_found}/${folder} ${links}/${folder} SYMBOLIC)
  add_library(${name} INTERFACE)
  target_include_directories(${name} SYSTEM INTERFACE ${links})
endfunction()

header_only_library(json nlohmann/json.hpp)
target_compile_definitions(json INTERFACE JSON_NOEXCEPTION JSON_HAS_FILESYSTEM=0 JSON_HAS_EXPERIMENTAL_FILESYSTEM=0)

# Checks signatures on the command line; the site leaves that to the browser.
if(NOT EMSCRIPTEN)
  find_path(sodium_headers sodium.h)
  find_library(sodium_library NAMES libsodium.a sodium)
  if(NOT sodium_headers OR NOT sodium_library)
    message(FATAL_ERROR "The command line needs libsodium: libsodium-dev on Debian, libsodium in Homebrew.")
  endif()
  add_library(sodium INTERFACE)
  target_include_directories(sodium SYSTEM INTERFACE ${sodium_headers})
  target_link_libraries(sodium INTERFACE ${sodium_library})
endif()

if(FULLCIRCLE_TESTS)
  header_only_library(doctest doctest/doctest.h)
  target_compile_definitions(doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
endif()

# The site draws with it through WebGL; the native tests of the widgets draw nowhere.
if(EMSCRIPTEN OR FULLCIRCLE_TESTS)
  set(imgui_sources imgui imgui_draw imgui_widgets imgui_tables)
  if(EMSCRIPTEN)
    list(APPEND imgui_sources backends/imgui_impl_opengl3)
  endif()
  list(TRANSFORM imgui_sources PREPEND ${FULLCIRCLE_IMGUI}/)
  list(TRANSFORM imgui_sources APPEND .cpp)
  add_library(imgui STATIC EXCLUDE_FROM_ALL ${imgui_sources})
  target_include_directories(imgui SYSTEM PUBLIC ${FULLCIRCLE_IMGUI} ${FULLCIRCLE_IMGUI}/backends)
  target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="${PROJECT_SOURCE_DIR}/src/ui/imgui_config.h" IMGUI_IMPL_OPENGL_ES3)
  target_compile_options(imgui PRIVATE -w)
endif()
