# Sourced: what making a root needs on the host. Installed with apt as root, named plainly otherwise.

require_root_tools() {
  local missing=() tool
  for tool in mmdebstrap bwrap flock; do command -v $tool >/dev/null || missing+=($tool); done
  if [ "$(id -u)" = 0 ]; then
    [ ${#missing[@]} = 0 ] && return 0
    command -v apt-get >/dev/null || { say "Needs ${missing[*]}; install them with this system's own package tool."; return 1; }
    say "Installing mmdebstrap and bubblewrap with apt..."
    { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      mmdebstrap bubblewrap util-linux debian-archive-keyring; } >/dev/null 2>&1 && return 0
    say "apt could not install mmdebstrap and bubblewrap; try: apt-get update && apt-get install mmdebstrap bubblewrap"
    return 1
  fi
  command -v newuidmap >/dev/null || missing+=(newuidmap)
  if [ ${#missing[@]} != 0 ]; then
    say "Needs ${missing[*]}. Ask an administrator for: apt-get install mmdebstrap bubblewrap uidmap debian-archive-keyring"
    return 1
  fi
  if ! unshare --user true 2>/dev/null; then
    say "This machine does not let ordinary users make namespaces. Run this once as root,"
    say "or put Emscripten 4, CMake 3.25 and Ninja on the PATH and run it again."
    return 1
  fi
  if ! grep -q "^$(id -un):" /etc/subuid 2>/dev/null; then
    say "No range of user ids for $(id -un) in /etc/subuid. Ask an administrator for:"
    say "  usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
    return 1
  fi
}
