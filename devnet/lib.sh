# SPDX-License-Identifier: Apache-2.0
# What the commands share: finds the tools, builds what is missing, starts Java. Sourced.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
wanted_java=21

stop() {
  echo "$1" >&2
  exit 1
}

# The feature number of the JDK in a folder; nothing when there is no JDK in it.
java_feature() {
  local home="$1" version
  [ -x "$home/bin/java" ] && [ -x "$home/bin/javac" ] || return 0
  version="$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$home/release" 2>/dev/null || true)"
  if [ -z "$version" ]; then
    version="$("$home/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)"
  fi
  version="${version#1.}"
  echo "${version%%[.+-]*}"
}

is_fit() {
  local feature
  feature="$(java_feature "$1")"
  [[ "$feature" =~ ^[0-9]+$ ]] && [ "$feature" -ge "$wanted_java" ]
}

# The folder of the JDK whose java is first on the path, links followed.
java_on_path() {
  local java link
  java="$(command -v java || true)"
  [ -n "$java" ] || return 0
  while link="$(readlink "$java")"; do
    case "$link" in
      /*) java="$link" ;;
      *) java="$(dirname "$java")/$link" ;;
    esac
  done
  (cd "$(dirname "$java")/.." && pwd)
}

# JAVA_HOME, else the path's, else the newest in the usual places. Sets java_home.
find_java() {
  local candidate feature best=0
  java_home=""
  for candidate in "${JAVA_HOME:-}" "$(java_on_path)"; do
    if [ -n "$candidate" ] && is_fit "$candidate"; then
      java_home="$candidate"
      return
    fi
  done
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_fit "$candidate"; then
      feature="$(java_feature "$candidate")"
      if [ "$feature" -gt "$best" ]; then
        best="$feature"
        java_home="$candidate"
      fi
    fi
  done
  [ -n "$java_home" ] \
    || stop "No JDK $wanted_java or newer was found: install one (for instance Temurin 25) or set JAVA_HOME to it."
}

check_node() {
  local version
  version="$(node --version 2>/dev/null || true)"
  version="${version#v}"
  version="${version%%.*}"
  [[ "$version" =~ ^[0-9]+$ ]] && [ "$version" -ge 20 ] \
    || stop "Node 20 or newer is needed to deploy the contracts: install it and put node on the path."
}

check_maven() {
  local version major minor
  # A machine whose only JDK is not on the path can still run Maven with it.
  if ! command -v java >/dev/null 2>&1 && [ -z "${JAVA_HOME:-}" ]; then
    export JAVA_HOME="$java_home"
  fi
  version="$(mvn -v 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1 || true)"
  major="${version%%.*}"
  minor="${version#*.}"
  minor="${minor%%.*}"
  if ! [[ "$major" =~ ^[0-9]+$ && "$minor" =~ ^[0-9]+$ ]] \
    || [ $((major * 100 + minor)) -lt 308 ]; then
    stop "Maven 3.8 or newer is needed to build: install it and put mvn on the path."
  fi
}

# Whether anything that goes into the build is newer than the last build here.
is_stale() {
  local stamp="$root/devnet/target/built" module
  [ -f "$stamp" ] && [ -d "$root/devnet/target/lib" ] && [ -d "$root/contracts/out" ] \
    && [ -d "$root/contracts/node_modules" ] || return 0
  for module in handler-registry gas-service relayer-service artifact-service gateway devnet; do
    compgen -G "$root/$module/target/$module-*.jar" >/dev/null || return 0
  done
  [ -n "$(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main \
    "$root"/contracts/{src,script,support,bin,foundry.toml,package.json,package-lock.json} \
    "$root"/gateway/console/{src,public,index.html,package-lock.json,vite.config.ts} \
    "$root"/client/{library/src,cli/src,bin,package-lock.json} \
    -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}

build_what_is_missing() {
  is_stale || return 0
  check_maven
  echo "building (mvn -q -DskipTests package) …" >&2
  mkdir -p "$root/devnet/target"
  touch "$root/devnet/target/building"
  (cd "$root" && mvn -q -B -DskipTests package) >&2 || stop "The build failed; its output is above."
  mv "$root/devnet/target/building" "$root/devnet/target/built"
}

devnet_jar() {
  ls -t "$root"/devnet/target/devnet-[0-9]*.jar | head -n 1
}

# run <main class> <arguments>…
# Java runs in a process group of its own: Ctrl-C reaches it alone, and it ends what it started in
# good order instead of everything falling at once.
run() {
  local main="$1" child status=0 interrupted=""
  shift
  find_java
  check_node
  build_what_is_missing
  set -m
  "$java_home/bin/java" -Xmx768m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    -Ddevnet.root="$root" -cp "$(devnet_jar):$root/devnet/target/lib/*" "$main" "$@" </dev/null &
  child=$!
  set +m
  trap 'interrupted=yes; kill -TERM "$child" 2>/dev/null || true' INT TERM HUP
  while kill -0 "$child" 2>/dev/null; do
    wait "$child" && status=0 || status=$?
  done
  wait "$child" 2>/dev/null && status=0 || status=$?
  [ -z "$interrupted" ] || status=130
  exit "$status"
}
