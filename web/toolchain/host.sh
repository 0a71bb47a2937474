# Sourced after root.sh: builds with the host's own tools where they are recent and complete, in the root otherwise.
# Everything else calls in_toolchain and does not know which it was.

inter_folders="${FULLCIRCLE_INTER:-} /usr/share/fonts/opentype/inter $HOME/Library/Fonts $HOME/.local/share/fonts /usr/share/fonts/inter"

at_least() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

host_emscripten_is_recent() {
  command -v emcc >/dev/null && command -v cmake >/dev/null && command -v ninja >/dev/null &&
    at_least 4 "$(emcc -dumpversion 2>/dev/null || echo 0)" &&
    at_least 3.25 "$(cmake --version | awk 'NR == 1 {print $3}')"
}

# What the host lacks beside Emscripten, CMake and Ninja, in words; nothing when complete. Sets host_inter.
host_missing() {
  local tool folder
  for tool in node npm python3; do command -v $tool >/dev/null || echo "$tool"; done
  python3 -c 'import fontTools' 2>/dev/null || echo "Python's fonttools"
  [ -n "$(find /usr/include /usr/local/include "${HOMEBREW_PREFIX:-/usr/local}/include" -maxdepth 2 -path '*/nlohmann/json.hpp' 2>/dev/null)" ] || echo "nlohmann/json.hpp"
  [ -n "$(host_inter)" ] || echo "the Inter fonts (set FULLCIRCLE_INTER to the folder of Inter-Regular.otf)"
}

host_inter() {
  local folder
  for folder in $inter_folders; do [ -e "$folder/Inter-SemiBold.otf" ] && { printf '%s' "$folder"; return; }; done
}

# choose_toolchain: decides once; FULLCIRCLE_TOOLCHAIN=root or =host overrides.
choose_toolchain() {
  local missing
  toolchain=${FULLCIRCLE_TOOLCHAIN:-root}
  [ -z "${FULLCIRCLE_TOOLCHAIN:-}" ] && host_emscripten_is_recent || { [ "$toolchain" = host ] || return 0; }
  missing=$(host_missing)
  if [ -z "$missing" ]; then
    toolchain=host; say "Building with the Emscripten $(emcc -dumpversion) on the PATH."
  else
    say "Emscripten is on the PATH, but these are missing:"; say "$missing"
    [ "$toolchain" = host ] && return 1
    say "Using a toolchain of its own instead."
  fi
}

# in_toolchain COMMAND...: in the project's folder, with whichever toolchain was chosen.
in_toolchain() {
  if [ "$toolchain" = host ]; then (cd "$project" && "$@"); else in_root "$@"; fi
}

# configure PRESET: on first use, when the presets have changed, and when the folder was configured by the other toolchain.
configure() {
  local preset=$1 folder=$project/build/$1 home=/mnt command=(cmake --preset "$1")
  [ "$preset" = web ] && command=(emcmake "${command[@]}")
  if [ "$toolchain" = host ]; then
    home=$project
    fetch_imgui || return 1
    command+=("-DFULLCIRCLE_IMGUI=$cache/deps/imgui" "-DFULLCIRCLE_NODE_MODULES=$(fetch_node_modules)"
      "-DFULLCIRCLE_INTER=$(host_inter)")
    command -v ccache >/dev/null || command+=(-DCMAKE_CXX_COMPILER_LAUNCHER=)
  fi
  grep -qsx "CMAKE_HOME_DIRECTORY:INTERNAL=$home" "$folder/CMakeCache.txt" || rm -rf "$folder"
  [ "$folder/build.ninja" -nt "$project/CMakePresets.json" ] && return
  in_toolchain true || return 1  # sets up what is missing, in sight: the log below is only read when configuring failed
  in_toolchain "${command[@]}" >"$project/build/$preset.log" 2>&1 && touch "$folder/build.ninja" ||
    { cat "$project/build/$preset.log" >&2; rm -rf "$folder"; return 1; }
}

# build PRESET TARGET...: configures where needed and builds.
build() {
  local preset=$1; shift
  mkdir -p "$project/build"
  configure "$preset" && in_toolchain ninja -C "build/$preset" "$@"
}

# build_site: the site as it is delivered, with its files packed.
build_site() {
  local modules=/srv/node_modules
  [ "$toolchain" = host ] && modules=$(fetch_node_modules)
  build web && in_toolchain python3 -B web/assemble.py --program build/web --modules "$modules" --site build/site --file build/fullcircle.html --pack
}
