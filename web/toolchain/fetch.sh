# Sourced after root.sh: the two things that come from elsewhere than the root's packages, each pinned by a hash.
# They run inside the toolchain root with the network open, and are kept under the cache.

# online COMMAND...: in the toolchain root with the host's network, certificates and npm settings.
online() {
  local root file options=(); root=$(make_root toolchain "$toolchain_packages") || return 1
  for file in /etc/resolv.conf /etc/hosts; do [ -e "$file" ] && [ -e "$root$file" ] && options+=(--ro-bind "$file" "$file"); done
  [ -r "$HOME/.npmrc" ] && options+=(--ro-bind "$HOME/.npmrc" /tmp/.npmrc)
  file=${NODE_EXTRA_CA_CERTS:-${SSL_CERT_FILE:-}}
  [ -r "$file" ] && options+=(--ro-bind "$file" /tmp/ca.pem --setenv NODE_EXTRA_CA_CERTS /tmp/ca.pem --setenv SSL_CERT_FILE /tmp/ca.pem)
  bwrap --ro-bind "$root" / --dev /dev --proc /proc --tmpfs /tmp --unshare-pid --die-with-parent \
    --setenv HOME /tmp --setenv LANG C.UTF-8 --setenv PATH /usr/bin:/bin "${options[@]}" "$@"
}

imgui_version=1.92.2b
imgui_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48

# fetch_imgui: Dear ImGui's source from the suite's source packages, as $cache/deps/imgui.
fetch_imgui() {
  local folder=$cache/deps/imgui-$imgui_version part
  ( flock 9
    if [ ! -e "$folder/imgui.h" ]; then
      say "Fetching Dear ImGui $imgui_version..."
      part=$cache/deps/imgui.part; rm -rf "$part"; mkdir -p "$part"
      printf 'deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$(host_mirror)" "$suite" |
        online --bind "$part" /mnt --chdir /mnt bash -c '
          mkdir -p /tmp/lists/partial /tmp/cache/archives/partial; cat >/tmp/sources.list
          options=(-qq -o Dir::State::lists=/tmp/lists -o Dir::Cache=/tmp/cache -o Dir::Etc::sourcelist=/tmp/sources.list -o Dir::Etc::sourceparts=-
            -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User=root)
          apt-get "${options[@]}" update && apt-get "${options[@]}" source --download-only "imgui=$0+ds-1"' "$imgui_version" >/dev/null 2>&1
      [ -e "$part/imgui_$imgui_version+ds.orig.tar.xz" ] || { say "Dear ImGui could not be fetched."; return 1; }
      echo "$imgui_sha256  $part/imgui_$imgui_version+ds.orig.tar.xz" | sha256sum --quiet -c - >&2 || return 1
      online --bind "$part" /mnt --chdir /mnt bash -c 'mkdir source && cd source && cmake -E tar xf ../imgui_*.orig.tar.xz' || return 1
      mv "$part"/source/*/ "$folder"; rm -rf "$part"
    fi
    ln -sfn "imgui-$imgui_version" "$cache/deps/imgui"
  ) 9>"$cache/.lock-imgui"
}

# fetch_node_modules: prints the folder of what package-lock.json names, one per content of the lock.
fetch_node_modules() {
  local folder; folder=$cache/node-$(sha256sum "$project/package-lock.json" | cut -c1-12)
  if [ ! -e "$folder/.complete" ]; then
    ( flock 9
      [ -e "$folder/.complete" ] && return 0
      say "Fetching the npm packages of package-lock.json..."
      rm -rf "$folder"; mkdir -p "$folder"; cp "$project/package.json" "$project/package-lock.json" "$folder/"
      online --bind "$folder" /mnt --chdir /mnt npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2 || return 1
      touch "$folder/.complete"
    ) 9>"$cache/.lock-npm" || return 1
  fi
  printf '%s' "$folder/node_modules"
}
