# SPDX-License-Identifier: Apache-2.0
# Programs out of Debian's packages, unpacked into a cache: nothing is installed, nothing needs root. Sourced;
# $cache is the folder.

stop() {
  echo "$1" >&2
  exit 1
}

# This machine's release of Debian; nothing when it is not Debian.
release() {
  (. /etc/os-release 2>/dev/null && [ "${ID:-}" = debian ] && echo "${VERSION_CODENAME:-}") || true
}

# The machine's own mirror: where its release comes from, the others are as well.
mirror() {
  local codename
  codename="$(release)"
  [ -n "$codename" ] || return 0
  apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null \
    | awk -v release="$codename" '$1 == release { print $2; exit }'
}

# use_release <codename>: a package manager of its own, which knows that release and has nothing installed.
use_release() {
  local from keyring=/usr/share/keyrings/debian-archive-keyring.gpg signed=""
  from="$(mirror)"
  [ -n "$from" ] || return 1
  rm -rf "$cache/apt" "$cache/root" "$cache/complete"
  mkdir -p "$cache/apt/state/lists/partial" "$cache/apt/cache/archives/partial" "$cache/root"
  : >"$cache/apt/status"
  [ ! -f "$keyring" ] || signed="[signed-by=$keyring] "
  echo "deb ${signed}${from} $1 main" >"$cache/apt/sources.list"
}

apt_apart() {
  apt-get -q -y \
    -o Dir::State="$cache/apt/state" -o Dir::State::status="$cache/apt/status" \
    -o Dir::Cache="$cache/apt/cache" -o Dir::Log="$cache/apt" \
    -o Dir::Etc::SourceList="$cache/apt/sources.list" -o Dir::Etc::SourceParts=- \
    -o Dir::Etc::Preferences=- -o Dir::Etc::PreferencesParts=- \
    -o APT::Sandbox::User="$(id -un)" -o APT::Install-Recommends=false \
    -o Acquire::Languages=none -o Acquire::Retries=3 "$@" >>"$cache/apt/log" 2>&1
}

can_fetch() {
  command -v apt-get >/dev/null 2>&1 && command -v dpkg >/dev/null 2>&1
}
