# The browser program and the site around it: build/web/fullcircle.{js,wasm}, then build/site/, ready to serve.
layer(ui fc_app imgui)

file(GLOB web_sources CONFIGURE_DEPENDS src/platform/web_*.cpp)
add_executable(fullcircle ${web_sources})
target_link_libraries(fullcircle PRIVATE fc_ui)
target_link_options(fullcircle PRIVATE
  -Oz -sENVIRONMENT=web -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createFullcircle
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -lidbfs.js -sFORCE_FILESYSTEM=1
  -sEXPORTED_RUNTIME_METHODS=FS,IDBFS,HEAPU8,HEAPU32,HEAPF32,UTF8ToString,stringToUTF8,lengthBytesUTF8
  -sEXPORTED_FUNCTIONS=_main,_malloc,_free)

# Every run compares and copies what changed: shell/, languages, fonts, icons and the program.
add_custom_target(site ALL
  COMMAND python3 ${PROJECT_SOURCE_DIR}/web/assemble.py --program ${CMAKE_BINARY_DIR} --site ${PROJECT_SOURCE_DIR}/build/site
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
add_dependencies(site fullcircle)
