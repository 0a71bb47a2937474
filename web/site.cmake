# The browser program and the site around it: build/web/fullcircle.{js,wasm}, then build/site/, ready to serve.

set(FULLCIRCLE_INTER "/usr/share/fonts/opentype/inter" CACHE PATH "Folder of Inter-Regular.otf and its siblings")
include(web/icons.cmake)
set(fonts ${CMAKE_BINARY_DIR}/assets/fonts)
add_custom_command(
  OUTPUT ${fonts}/inter-regular.otf ${fonts}/inter-medium.otf ${fonts}/inter-semibold.otf
  COMMAND python3 ${PROJECT_SOURCE_DIR}/assets/fonts/make_fonts.py --inter ${FULLCIRCLE_INTER} --out ${fonts}
  DEPENDS assets/fonts/make_fonts.py VERBATIM)
add_custom_target(fonts DEPENDS ${fonts}/inter-regular.otf)
add_dependencies(fonts icons)
layer(ui fc_app imgui)
get_target_property(ui_kind fc_ui TYPE)
if(ui_kind STREQUAL STATIC_LIBRARY)
  target_include_directories(fc_ui PUBLIC ${CMAKE_BINARY_DIR}/generated)
  add_dependencies(fc_ui fonts)
  parse_once(fc_ui store/edit.h)
endif()

file(GLOB web_sources CONFIGURE_DEPENDS src/platform/web_*.cpp)
add_executable(fullcircle ${web_sources})
target_link_libraries(fullcircle PRIVATE fc_ui)
target_link_options(fullcircle PRIVATE
  $<IF:$<CONFIG:Debug>,-O0,-Oz> -sENVIRONMENT=web -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createFullcircle
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_TRACK_ERRORS=0 -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
  -sFILESYSTEM=0 -sSUPPORT_ERRNO=0 -sSUPPORT_LONGJMP=0 -sDYNAMIC_EXECUTION=0 -sINCOMING_MODULE_JS_API=instantiateWasm
  -sEXPORTED_RUNTIME_METHODS=HEAPU8,HEAPU32,HEAPF32 -sEXPORTED_FUNCTIONS=_main,_malloc,_free)

# Otherwise every function with one caller ends inside it: all screens in one function of 350 KB, compiled before the first frame.
target_link_options(fullcircle PRIVATE $<$<CONFIG:Release>:-sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=40>)

# Every run compares and copies what changed: shell/, fonts, icons and the program.
add_custom_target(site ALL
  COMMAND python3 -B ${PROJECT_SOURCE_DIR}/web/assemble.py --program ${CMAKE_BINARY_DIR} --modules ${FULLCIRCLE_NODE_MODULES} --site ${PROJECT_SOURCE_DIR}/build/site
    --file ${PROJECT_SOURCE_DIR}/build/fullcircle.html
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
add_dependencies(site fullcircle fonts)

# The storage layer on its own, with IDBFS beside it: build/probe/, for tests/browser/storage_*.test.mjs.
set(probe tests/browser/storage_probe)
add_executable(storage_probe ${probe}/probe.cpp src/platform/web_blobs.cpp src/platform/web_clock.cpp src/platform/web_page_end.cpp
  src/platform/web_port_calls.cpp src/platform/web_tabs.cpp src/platform/web_text_services.cpp)
target_link_libraries(storage_probe PRIVATE fc_app)
target_link_options(storage_probe PRIVATE
  -sENVIRONMENT=web -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createProbe -lidbfs.js -sFORCE_FILESYSTEM=1
  -sEXPORTED_RUNTIME_METHODS=FS,IDBFS,HEAPU8,HEAPU32,UTF8ToString,stringToUTF8 -sEXPORTED_FUNCTIONS=_main,_malloc,_free)
add_custom_target(probe_page ALL
  COMMAND ${CMAKE_COMMAND} -E make_directory build/probe
  COMMAND ${CMAKE_COMMAND} -E copy_if_different ${probe}/index.html ${probe}/probe.mjs shell/storage.js shell/storage_copy.js shell/storage_database.js shell/storage_log.js shell/tabs.js shell/ports.js
    shell/encryption.js shell/encryption_outcome.js shell/delivery.js shell/folders.js shell/trusted.js
    shell/text_services.js web/public/_headers ${CMAKE_BINARY_DIR}/storage_probe.js ${CMAKE_BINARY_DIR}/storage_probe.wasm build/probe
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
add_dependencies(probe_page storage_probe)
