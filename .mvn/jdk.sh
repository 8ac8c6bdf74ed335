# shellcheck shell=sh
# Sourced by mvnw. Puts a JDK that is new enough into JAVA_HOME and first in PATH, or says that there is none.

jdk_oldest=25

# is_jdk HOME: judged by its files, because starting every java of a machine would take seconds. A JRE has no javac.
is_jdk() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
        [ "$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")" -ge "$jdk_oldest" ] 2>/dev/null
}

# Asks java itself: in PATH it may be a link, a shim of a version manager, or macOS's stand-in.
home_of_java_in_path() {
    java -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.home = //p'
}

# Patterns of JDK homes. CHAT_JDK_DIRS, separated by colons like PATH, takes their place: the tests use it.
jdk_places=${CHAT_JDK_DIRS-"/usr/lib/jvm/*:/opt/*\
:${HOME-}/.sdkman/candidates/java/*:${HOME-}/.jdks/*\
:/Library/Java/JavaVirtualMachines/*/Contents/Home:${HOME-}/Library/Java/JavaVirtualMachines/*/Contents/Home\
:/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home:/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home"}

find_jdk() (
    IFS=: # and no space: HOME may have some
    for home in "$(home_of_java_in_path)" $jdk_places; do
        if is_jdk "$home"; then
            printf '%s\n' "$home"
            return 0
        fi
    done
    return 1
)

if ! is_jdk "${JAVA_HOME-}"; then
    if ! JAVA_HOME=$(find_jdk); then
        echo "No JDK $jdk_oldest found: install Temurin $jdk_oldest (https://adoptium.net) or set JAVA_HOME to one" >&2
        exit 1
    fi
fi

# In PATH too: what Maven starts may call plain java.
PATH=$JAVA_HOME/bin:$PATH
export JAVA_HOME PATH
