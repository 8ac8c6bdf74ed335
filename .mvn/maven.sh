# shellcheck shell=sh
# Sourced by mvnw. Sets $maven to a Maven 3.9 that is new enough: fetched earlier, installed, or fetched now.

maven_version=3.9.16
maven_sha512=ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3

account_home=$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6)
: "${HOME:=$account_home}" # some services start without one

# Where the standard wrapper keeps its copies as well: hence a directory below the version.
dists=${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists
case $dists in /*) ;; *) dists=$PWD/$dists ;; esac # it is used from other directories
maven_home=$dists/apache-maven-$maven_version/eplatform

dependency_plugin=org.apache.maven.plugins:maven-dependency-plugin:3.9.0

# Java takes the home directory from the passwd file, not from HOME. An account without a home there (nobody,
# the accounts of some CI systems) could not store a single download: for those, HOME decides.
case ${MAVEN_OPTS-} in
    *-Duser.home=*) ;;
    *) [ -z "$account_home" ] || [ -w "$account_home" ] || export MAVEN_OPTS="${MAVEN_OPTS-} -Duser.home=$HOME" ;;
esac

installed_maven_fits() {
    command -v mvn >/dev/null &&
        case $(mvn --version </dev/null 2>/dev/null | sed -n 's/^[^A]*Apache Maven \([0-9.]*\).*/\1/p') in
            3.9.[6-9] | 3.9.[1-9][0-9]) true ;;
            *) false ;;
        esac
}

# maven_goal MAVEN ARGUMENT...: without a word, but for the first error. Its log stays in the current directory.
maven_goal() {
    "$@" -B -q </dev/null >maven.log 2>&1 || {
        grep -m 1 ERROR maven.log >&2
        return 1
    }
}

# put_in_place DIRECTORY PLACE: a rename, so that nobody ever sees half of it. When another mvnw was faster,
# mv puts DIRECTORY into PLACE instead of there: that one is not needed.
put_in_place() {
    mkdir -p "${2%/*}" && { [ -d "$2" ] || mv "$1" "$2"; } && rm -rf "${2:?}/${1##*/}"
}

sha512() {
    if command -v sha512sum >/dev/null; then sha512sum; else shasum -a 512; fi <"$1" | cut -d ' ' -f 1
}

# Any Maven can fetch another one, from wherever its settings say.
zip_by_mvn() {
    command -v mvn >/dev/null &&
        maven_goal mvn "$dependency_plugin:copy" "-Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin" -DoutputDirectory=.
}

# MVNW_REPOURL is that of the standard wrapper: the root of a Maven repository.
zip_by_url() {
    [ -n "${MVNW_REPOURL-}" ] || return 1
    url=${MVNW_REPOURL%/}/org/apache/maven/apache-maven/$maven_version/$maven_zip
    if command -v curl >/dev/null; then curl -fsSL -o "$maven_zip" "$url"; else wget -q -O "$maven_zip" "$url"; fi
}

zip_by_debian() {
    ! command -v mvn >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    echo "Installing Debian's maven, which fetches Maven $maven_version" >&2
    # A failing update is not the end: the lists may be there already.
    apt-get -q update </dev/null >apt.log 2>&1 || true
    DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 install maven \
        </dev/null >>apt.log 2>&1 || {
        grep -m 1 '^E:' apt.log >&2
        return 1
    }
    zip_by_mvn
}

# A subshell: its directory and its traps are its own.
fetch_maven() (
    maven_zip=apache-maven-$maven_version-bin.zip
    mkdir -p "$dists" && work=$(mktemp -d "$dists/.maven.XXXXXX") || exit 1
    trap 'rm -rf "$work"' EXIT
    trap 'exit 1' HUP INT TERM
    cd "$work" || exit 1

    zip_by_mvn || zip_by_url || zip_by_debian || exit 1
    if [ "$(sha512 "$maven_zip")" != "$maven_sha512" ]; then
        echo "The Maven $maven_version that was fetched is not the one that was released: its SHA-512 differs" >&2
        exit 1
    fi
    # jar, because unzip is often missing and a JDK never is by now; jar leaves out the right to execute.
    "$JAVA_HOME/bin/jar" xf "$maven_zip" && chmod +x "apache-maven-$maven_version/bin/mvn" || exit 1
    put_in_place "apache-maven-$maven_version" "$maven_home"
)

# shellcheck disable=SC2034 # mvnw and node.sh use it
if [ -x "$maven_home/bin/mvn" ]; then
    maven=$maven_home/bin/mvn
elif installed_maven_fits; then
    maven=$(command -v mvn)
elif fetch_maven; then
    maven=$maven_home/bin/mvn
else
    echo "No Maven 3.9.6 or newer: install one, or set MVNW_REPOURL to the URL of a Maven repository to fetch it from" >&2
    exit 1
fi
