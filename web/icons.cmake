# The icon font and the header that names its characters, both made from assets/icons/icons.txt.
set(FULLCIRCLE_NODE_MODULES "/srv/node_modules" CACHE PATH "Folder of the packages that package-lock.json names")
set(lucide ${FULLCIRCLE_NODE_MODULES}/lucide-static/font)
set(icons_font ${CMAKE_BINARY_DIR}/assets/fonts/lucide.ttf)
set(icons_header ${CMAKE_BINARY_DIR}/generated/ui/theme/icons.h)
add_custom_command(
  OUTPUT ${icons_font} ${icons_header}
  COMMAND python3 ${PROJECT_SOURCE_DIR}/assets/icons/make_icons.py --list ${PROJECT_SOURCE_DIR}/assets/icons/icons.txt
    --lucide ${lucide} --font ${icons_font} --header ${icons_header}
  DEPENDS ${PROJECT_SOURCE_DIR}/assets/icons/make_icons.py ${PROJECT_SOURCE_DIR}/assets/icons/icons.txt VERBATIM)
add_custom_target(icons DEPENDS ${icons_font} ${icons_header})
