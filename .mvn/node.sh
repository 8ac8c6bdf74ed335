# shellcheck shell=sh disable=SC2154 # maven.sh, which comes first, sets what is not set here
# Sourced by mvnw, after maven.sh. Puts Node and npm, which build the page, first in PATH unless they are there already.
#
# Maven Central has both, if not under their names: Playwright brings the Node that it runs on, and a WebJar has an
# npm which is old, but not too old to fetch a current one.

node_version=24.19.0
node_playwright=1.62.0
npm_webjar=5.0.0-2
npm_version=11.19.1
npm_sha512=cedb312b1b7f92421a02cfb68b4194e88f8346651dacd6acc5364a25ef5309d4a32b19616a1ff8aff865e7280c0fa5c0835a99f5cd93368991e2a80ec9da75d2
node_home=$dists/node-$node_version/npm-$npm_version

# 20.19 or newer, which is what Vite asks for.
installed_node_fits() {
    command -v npm >/dev/null &&
        case $(node --version 2>/dev/null) in
            v20.19.* | v20.[2-9]?.* | v2[1-9].* | v[3-9]?.*) true ;;
            *) false ;;
        esac
}

# The name that Playwright has for this machine.
node_platform() {
    case $(uname -s)-$(uname -m) in
        Linux-x86_64) echo linux ;;
        Linux-aarch64 | Linux-arm64) echo linux-arm64 ;;
        Darwin-x86_64) echo mac ;;
        Darwin-arm64) echo mac-arm64 ;;
        *) return 1 ;;
    esac
}

# launcher NAME: npm's own launchers would do, were it not that Node knows only the certificates it brings itself;
# behind a proxy of a company those of the machine are needed.
launcher() {
    cat >"home/bin/$1" <<EOF
#!/bin/sh
bin=\$(CDPATH='' cd -- "\$(dirname -- "\$0")" && pwd)
NODE_USE_SYSTEM_CA=\${NODE_USE_SYSTEM_CA-1} exec "\$bin/node" "\$bin/../lib/node_modules/npm/bin/$1-cli.js" "\$@"
EOF
    chmod +x "home/bin/$1"
}

fetch_node() (
    platform=$(node_platform) || exit 1
    mkdir -p "$dists" && work=$(mktemp -d "$dists/.node.XXXXXX") || exit 1
    trap 'rm -rf "$work"' EXIT
    trap 'exit 1' HUP INT TERM
    cd "$work" || exit 1
    echo "Fetching Node $node_version and npm $npm_version, which build the page" >&2

    mkdir -p home/bin home/lib/node_modules
    maven_goal "$maven" "$dependency_plugin:unpack" "-Dartifact=com.microsoft.playwright:driver-bundle:$node_playwright" \
        "-Dmdep.unpack.includes=driver/$platform/node" -DoutputDirectory=. || exit 1
    mv "driver/$platform/node" home/bin/node && chmod +x home/bin/node || exit 1
    # It does not run everywhere that uname says so: Alpine's C library, for one, is another.
    [ "$(home/bin/node --version)" = "v$node_version" ] || exit 1

    maven_goal "$maven" "$dependency_plugin:unpack" "-Dartifact=org.webjars:npm:$npm_webjar" -DoutputDirectory=. || exit 1
    # Its own cache: a current npm shall not have to read what that old one wrote.
    NODE_USE_SYSTEM_CA=1 npm_config_cache=$work/cache home/bin/node --no-deprecation \
        META-INF/resources/webjars/npm/*/bin/npm-cli.js pack "npm@$npm_version" </dev/null >npm.log 2>&1 || {
        grep -m 1 'ERR!' npm.log >&2
        exit 1
    }
    if [ "$(sha512 "npm-$npm_version.tgz")" != "$npm_sha512" ]; then
        echo "The npm $npm_version that was fetched is not the one that was released: its SHA-512 differs" >&2
        exit 1
    fi
    tar xzf "npm-$npm_version.tgz" && mv package home/lib/node_modules/npm || exit 1
    launcher npm && launcher npx && put_in_place home "$node_home"
)

if ! installed_node_fits; then
    if [ -x "$node_home/bin/node" ] || fetch_node; then
        PATH=$node_home/bin:$PATH
        export PATH
    else
        # Not the end: most goals do without the page.
        echo "No Node 20.19 or newer with npm found, and none could be fetched: install it (https://nodejs.org) to build the page" >&2
    fi
fi
