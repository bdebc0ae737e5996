#!/usr/bin/env bash
# Runs a command where there is a Swift: `swift.sh swift build`, in this folder.
#
# Where there is none on this machine, it is taken from Debian, into a root of its own below `target`: that needs
# root, and a Debian whose mirror has `trixie`. Where it cannot be had either, the line says so and nothing is run;
# with REFDESK_SWIFT=required that is an error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
project="$(cd .. && pwd)"
target="$(mkdir -p ../target && cd ../target && pwd -P)"
root="$target/swift-root"

main() {
    if command -v swift >/dev/null; then
        exec "$@"
    fi
    [ -x "$root/usr/libexec/swift/bin/swift" ] || make_root || without
    within "$@"
}

without() {
    if [ "${REFDESK_SWIFT:-}" = required ]; then
        echo "error: there is no Swift here, and it cannot be installed" >&2
        exit 1
    fi
    echo "swift: there is no Swift here, and not what installs one (root, apt-get, unshare, a mirror of Debian); going on without"
    exit 0
}

# Debian's Swift with what it links against. What nobody needs who builds and tests is left out: it is the half.
make_root() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && command -v unshare >/dev/null || return 1
    local mirror spare spared=()
    mirror="$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)"
    [ -n "$mirror" ] || return 1
    command -v mmdebstrap >/dev/null || {
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends mmdebstrap
    } >/dev/null 2>&1 || return 1
    for spare in /usr/share/{doc,man,locale,info} /usr/libexec/swift/lib/{swift_static,liblldb*,libsourcekitd*,libLTO*} \
        /usr/libexec/swift/lib/swift/{embedded,FrameworkABIBaseline} /usr/libexec/swift/bin/{lldb,clangd,sourcekit,swift-format}; do
        spared+=("--dpkgopt=path-exclude=$spare*")
    done
    echo "swift: installing Debian's into $root"
    rm -rf "$root" "$root.part"
    mmdebstrap --quiet --variant=apt --include=swiftlang,libc6-dev,libstdc++-14-dev "${spared[@]}" \
        trixie "$root.part" "$mirror" && mv "$root.part" "$root"
}

# In the root, with this folder and `target` where they are outside. What is mounted is seen by nobody else, and gone
# with the command.
within() {
    exec unshare --mount bash -euo pipefail -c '
        root="$1" project="$2" target="$3" folder="$4"
        shift 4
        mount --make-rprivate /
        mount -t proc proc "$root/proc" 2>/dev/null || mount --rbind /proc "$root/proc"
        mount --rbind /dev "$root/dev"
        for place in "$project" "$target"; do
            mkdir -p "$root$place"
            mount --rbind "$place" "$root$place"
        done
        exec chroot "$root" /usr/bin/env -i "PATH=/usr/libexec/swift/bin:/usr/bin:/bin" "HOME=/root" "LANG=C.UTF-8" bash -c "cd \"\$0\" && exec \"\$@\"" "$folder" "$@"
    ' within "$root" "$project" "$target" "$PWD" "$@"
}

main "$@"
