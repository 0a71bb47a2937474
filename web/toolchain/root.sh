# Sourced by web/start and tests/run: makes the pinned toolchain root once and runs commands in it.
# The root is a plain folder under the cache; nothing else on the host changes.

toolchain_packages=emscripten,cmake,ninja-build,ccache,nlohmann-json3-dev,doctest-dev,python3-fonttools,python3-brotli,brotli,fonts-inter,g++,libclang-rt-dev,nodejs,npm,ca-certificates,age
cache=${FULLCIRCLE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/fullcircle}
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

host_mirror() {
  awk '/^URIs:/{print $2; exit} /^deb /{for(i=2;i<=NF;i++) if ($i ~ /^(https?|file):/) {print $i; exit}}' \
    /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list /etc/apt/sources.list 2>/dev/null
}

# make_root NAME PACKAGES: a folder of the testing suite with these packages, remade when the list changes.
make_root() {
  local name=$1 packages=$2 key root
  key=$(printf '%s' "$packages" | sha256sum | cut -c1-12)
  root=$cache/$name-$key
  if [ ! -e "$root/.complete" ]; then
    local uri; uri=$(host_mirror)
    rm -rf "$root"; mkdir -p "$cache"
    echo "Setting up the $name (about 2 minutes, once)..." >&2
    mmdebstrap --quiet --variant=apt --skip=check/signed-by --components=main \
      --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Languages "none"' --aptopt='APT::Install-Recommends "false"' \
      --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
      --include="$packages" forky "$root" "deb $uri forky main" || return 1
    rm -rf "$root/etc/apt/sources.list" "$root"/var/lib/apt/lists/*
    touch "$root/.complete"
  fi
  printf '%s' "$root"
}

# in_root COMMAND...: runs it in the toolchain root, the project at /mnt, no network.
in_root() {
  local root; root=$(make_root toolchain "$toolchain_packages") || return 1
  mkdir -p "$cache/emcache" "$cache/ccache" "$cache/deps"
  bwrap --ro-bind "$root" / --dev /dev --proc /proc --tmpfs /tmp --unshare-pid --unshare-net --die-with-parent \
    --bind "$project" /mnt --chdir /mnt \
    --tmpfs /srv --bind "$cache/emcache" /srv/emcache --bind "$cache/ccache" /srv/ccache --ro-bind "$cache/deps" /srv/deps \
    --setenv HOME /tmp --setenv EM_CACHE /srv/emcache --setenv CCACHE_DIR /srv/ccache --setenv EM_COMPILER_WRAPPER ccache \
    --setenv LANG C.UTF-8 --setenv PATH /usr/lib/llvm-21/bin:/usr/bin:/bin "$@"
}
