# Sourced after root.sh: the two things that come from elsewhere than the root's packages, each pinned by a hash
# and kept under the cache. Fetching runs inside the toolchain root with the network open.

# online FOLDER COMMAND...: in FOLDER, with the host's network, certificates and npm settings.
online() {
  local folder=$1 root file options=(); shift
  if [ "${toolchain:-root}" = host ]; then (cd "$folder" && "$@"); return; fi
  root=$(make_root toolchain "$toolchain_packages") || return 1
  for file in /etc/resolv.conf /etc/hosts; do [ -e "$file" ] && [ -e "$root$file" ] && options+=(--ro-bind "$file" "$file"); done
  [ -r "$HOME/.npmrc" ] && options+=(--ro-bind "$HOME/.npmrc" /tmp/.npmrc)
  file=${NODE_EXTRA_CA_CERTS:-${SSL_CERT_FILE:-}}
  [ -r "$file" ] && options+=(--ro-bind "$file" /tmp/ca.pem --setenv NODE_EXTRA_CA_CERTS /tmp/ca.pem --setenv SSL_CERT_FILE /tmp/ca.pem)
  bwrap --ro-bind "$root" / --dev /dev --proc /proc --tmpfs /tmp --unshare-pid --die-with-parent \
    --bind "$folder" /mnt --chdir /mnt --setenv HOME /tmp --setenv LANG C.UTF-8 --setenv PATH /usr/bin:/bin "${options[@]}" "$@"
}

imgui_version=1.92.2b
imgui_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
imgui_tar=imgui_$imgui_version+ds.orig.tar.xz

# fetch_imgui: Dear ImGui's source, as the link $cache/deps/imgui.
fetch_imgui() {
  local folder=$cache/deps/imgui-$imgui_version part=$cache/deps/imgui.part
  mkdir -p "$cache/deps"
  ( flock 9 2>/dev/null
    if [ ! -e "$folder/imgui.h" ]; then
      say "Fetching Dear ImGui $imgui_version..."
      rm -rf "$part"; mkdir -p "$part"
      if [ "${toolchain:-root}" = host ]; then
        curl -fsSL -o "$part/$imgui_tar" "http://deb.debian.org/debian/pool/main/i/imgui/${imgui_tar/+/%2B}"
      else
        download_imgui_source "$part" >/dev/null 2>&1
      fi
      [ -e "$part/$imgui_tar" ] || fail "Dear ImGui could not be fetched."
      online "$part" python3 -c '
import hashlib, sys
sys.exit(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest() != sys.argv[2])' "$imgui_tar" "$imgui_sha256" ||
        fail "The Dear ImGui that was fetched is not the one expected."
      online "$part" sh -c 'mkdir source && cd source && cmake -E tar xf "../$0"' "$imgui_tar" || exit 1
      mv "$part"/source/*/ "$folder"; rm -rf "$part"
    fi
    ln -sfn "imgui-$imgui_version" "$cache/deps/imgui"
  ) 9>"$cache/.lock-imgui"
}

# The suite's own source package, by apt with a sources list that is never stored.
download_imgui_source() {
  printf 'deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$(host_mirror)" "$suite" |
    online "$1" bash -c '
      mkdir -p /tmp/lists/partial /tmp/cache/archives/partial; cat >/tmp/sources.list
      options=(-qq -o Dir::State::lists=/tmp/lists -o Dir::Cache=/tmp/cache -o Dir::Etc::sourcelist=/tmp/sources.list -o Dir::Etc::sourceparts=-
        -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User=root)
      apt-get "${options[@]}" update && apt-get "${options[@]}" source --download-only "imgui=$0+ds-1"' "$imgui_version"
}

# fetch_node_modules: prints the folder of what package-lock.json names, one for each content of the lock.
fetch_node_modules() {
  local folder; folder=$cache/node-$(cksum <"$project/package-lock.json" | tr ' ' -)
  if [ ! -e "$folder/.complete" ]; then
    mkdir -p "$cache"
    ( flock 9 2>/dev/null
      [ -e "$folder/.complete" ] && exit 0
      say "Fetching the npm packages of package-lock.json..."
      rm -rf "$folder"; mkdir -p "$folder"; cp "$project/package.json" "$project/package-lock.json" "$folder/"
      online "$folder" npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2 || exit 1
      touch "$folder/.complete"
    ) 9>"$cache/.lock-npm" || return 1
  fi
  printf '%s' "$folder/node_modules"
}
