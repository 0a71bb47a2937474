# Sourced: makes the two roots (plain folders of a Debian suite under the cache) and runs commands in them.
# Nothing else on the host changes. A root is made in a temporary folder and renamed, so it is whole or absent.

suite=forky
toolchain_packages=emscripten,cmake,ninja-build,ccache,nlohmann-json3-dev,doctest-dev,python3-fonttools,python3-brotli,brotli,fonts-inter,g++,libclang-rt-dev,nodejs,npm,ca-certificates,age,libsodium-dev
browser_packages=chromium,firefox-esr,xvfb,xauth,libgl1-mesa-dri,fonts-noto-color-emoji,fonts-wqy-microhei,nodejs,npm,ca-certificates,age,procps

cache=${FULLCIRCLE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/fullcircle}
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# The host's own Debian mirror, whatever form its sources have; the public one where there is none.
host_mirror() {
  local uri
  uri=$(. /etc/os-release; [ "$ID" = debian ] && apt-get indextargets --format '$(REPO_URI)' \
    'Created-By: Packages' "Release: ${VERSION_CODENAME:-}" 'Component: main' 2>/dev/null | head -n 1)
  printf '%s' "${uri:-http://deb.debian.org/debian}"
}

# make_root NAME PACKAGES: prints the folder that holds these packages, made on first use and when the list changes.
make_root() {
  local name=$1 packages=$2 root
  root=$cache/$name-$(printf '%s' "$packages" | sha256sum | cut -c1-12)
  if [ ! -e "$root/.complete" ]; then
    mkdir -p "$cache" || return 1
    ( flock 9; [ -e "$root/.complete" ] || build_root "$name" "$packages" "$root" ) 9>"$cache/.lock-$name" >&2 || return 1
  fi
  printf '%s' "$root"
}

build_root() {
  local name=$1 packages=$2 root=$3 part log uri
  part=$root.part; log=$cache/$name.log; uri=$(host_mirror)
  . "$project/web/toolchain/requirements.sh"
  require_root_tools || return 1
  say "Setting up the $name (once, a few minutes; about 1.5 GB in $cache)..."
  rm -rf "$part" "$root"
  local options=(--variant=apt --skip=check/signed-by --components=main
    --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Languages "none"' --aptopt='APT::Install-Recommends "false"'
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*'
    --customize-hook='mkdir -p "$1/node_modules"'
    --customize-hook='rm -rf "$1/etc/apt/sources.list" "$1"/var/lib/apt/lists/*'
    --include="$packages" "$suite")
  if [ "$(id -u)" = 0 ]; then
    show_progress "$log" mmdebstrap --verbose "${options[@]}" "$part" "deb $uri $suite main"
  else
    mkdir -p "$part"   # unpacked by us, so that every file belongs to the caller and can be removed again
    show_progress "$log" bash -o pipefail -c 'out=$1; shift; mmdebstrap --mode=unshare --verbose "$@" | tar -x -C "$out" --exclude="./dev/*"' \
      - "$part" "${options[@]}" - "deb $uri $suite main"
  fi || { tail -n 15 "$log" | sed "s#$uri#(mirror)#g"; rm -rf "$part" "$log"; say "The $name could not be made; see above."; return 1; }
  rm -f "$log"
  compare_versions "$name" "$part"
  touch "$part/.complete" && mv "$part" "$root"
}

# compare_versions NAME ROOT: says where the suite has moved on from what this source was last tried with; goes on.
compare_versions() {
  local package wanted found
  while read -r root_name package wanted; do
    [ "$root_name" = "$1" ] || continue
    found=$(awk -v want="$package" '$1 == "Package:" {name = $2} $1 == "Version:" && name == want {print $2; exit}' "$2/var/lib/dpkg/status")
    [ "$found" = "$wanted" ] || say "  note: $package is ${found:-missing}; this source was last tried with $wanted"
  done <"$project/web/toolchain/versions"
}

# show_progress LOG COMMAND...: what apt is at, as one changing line on a terminal, as a line every half minute elsewhere.
show_progress() {
  local log=$1 start=$SECONDS step shown=-1; shift
  "$@" >"$log" 2>&1 &
  local job=$!
  while kill -0 $job 2>/dev/null; do
    step=$(grep -aoE '^(Unpacking|Setting up) [^ :]+' "$log" 2>/dev/null | tail -n 1)
    if [ -t 2 ]; then printf '\r\033[K  %3d s  %.60s' $((SECONDS - start)) "${step:-Downloading}" >&2
    elif [ $(((SECONDS - start) / 30)) != "$shown" ]; then shown=$(((SECONDS - start) / 30)); say "  $((SECONDS - start)) s  ${step:-Downloading}"; fi
    sleep 1
  done
  [ -t 2 ] && printf '\n' >&2
  wait $job
}

# sandbox ROOT OPTION... COMMAND...: the root read-only, the project at /mnt; no network unless $share_network is set.
sandbox() {
  local root=$1; shift
  [ -n "${share_network:-}" ] || set -- --unshare-net "$@"
  mkdir -p "$cache/emcache" "$cache/ccache" "$cache/deps"
  bwrap --ro-bind "$root" / --dev /dev --proc /proc --tmpfs /tmp --unshare-pid --die-with-parent \
    --bind "$project" /mnt --chdir /mnt --tmpfs /srv --ro-bind "$cache/deps" /srv/deps \
    --setenv HOME /tmp --setenv LANG C.UTF-8 --setenv PATH /usr/lib/llvm-21/bin:/usr/bin:/bin "$@"
}

# in_root COMMAND...: in the toolchain.
in_root() {
  local root modules
  root=$(make_root toolchain "$toolchain_packages") && modules=$(fetch_node_modules) && fetch_imgui || return 1
  sandbox "$root" --ro-bind "$modules" /srv/node_modules --bind "$cache/emcache" /srv/emcache --bind "$cache/ccache" /srv/ccache \
    --setenv EM_CACHE /srv/emcache --setenv CCACHE_DIR /srv/ccache --setenv EM_COMPILER_WRAPPER ccache \
    --setenv CCACHE_SLOPPINESS pch_defines,time_macros,include_file_mtime,include_file_ctime "$@"
}

# in_browsers COMMAND...: with Chromium, Firefox, Node and the locked npm packages.
in_browsers() {
  local root modules
  root=$(make_root browsers "$browser_packages") && modules=$(fetch_node_modules) || return 1
  sandbox "$root" --ro-bind "$modules" /node_modules --tmpfs /run --tmpfs /var/tmp "$@"
}

. "$project/web/toolchain/fetch.sh"
. "$project/web/toolchain/host.sh"
