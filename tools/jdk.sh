# Finds the JDK that the project builds and runs with; for the shell scripts of this project, by `.`.

fail() {
  echo "hart: $1" >&2
  exit 69
}

# True where $1 is a JDK of version 25 or newer; sets java and jvm, its full version.
take_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  major=0
  jvm=
  # Lines like JAVA_VERSION="25.0.3".
  while IFS='="' read -r key _ value _; do
    case $key in
      JAVA_VERSION) major=${value%%[!0-9]*} ;;
      JAVA_RUNTIME_VERSION) jvm=$value ;;
    esac
  done < "$1/release"
  [ "${major:-0}" -ge 25 ] || return 1
  java=$1/bin/java
  jvm=${jvm:-$major}
}

# Sets java and jvm, or ends the script where there is no JDK of that version.
find_jdk() {
  if [ -n "$HART_JAVA_HOME" ]; then
    take_jdk "$HART_JAVA_HOME" || fail "HART_JAVA_HOME ($HART_JAVA_HOME) is not a JDK 25 or newer."
    return
  fi
  [ -n "$JAVA_HOME" ] && take_jdk "$JAVA_HOME" && return
  on_path=$(command -v javac) && on_path=$(readlink -f "$on_path" 2>/dev/null) &&
    take_jdk "${on_path%/bin/javac}" && return
  for home in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/openjdk* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* "$HOME"/.m2/jdks/* \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/*; do
    take_jdk "$home" && return
  done
  fail "no JDK 25 found. Install one (for example Eclipse Temurin 25) or set HART_JAVA_HOME to it."
}
