# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# What kind of host this is, and the packages it lacks.

os_release() {
    sed -nE "s/^$1=[\"']?([^\"']*)[\"']?\$/\1/p" /etc/os-release 2>/dev/null || true
}

at_least() {
    [[ $(printf '%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]
}

# Debian 13 and what is made from it, and Ubuntu from 25.04 on, have every package of the list.
has_current_packages() {
    local version
    version=$(os_release VERSION_ID)
    case $(os_release ID) in
    debian) [[ -z $version ]] || at_least 13 "$version" ;;
    ubuntu) at_least 25.04 "$version" ;;
    *) return 1 ;;
    esac
}

# On any other host CMake is asked, once, whether it finds there what the project needs.
satisfies_minimum() {
    local stamp=$CacheDir/host-satisfies-minimum probe
    if [[ -e $stamp ]]; then
        return 0
    fi
    if ! has cmake || ! has ninja || ! has c++ || ! has unshare; then
        return 1
    fi
    mkdir -p "$CacheDir"
    probe=$(mktemp -d "$CacheDir/probe.XXXXXX")
    Leftovers+=("$probe")
    if cmake -S "$Checkout" -B "$probe" --preset "$Preset" >/dev/null 2>&1; then
        touch "$stamp"
    fi
    remove_tree "$probe"
    Leftovers=()
    [[ -e $stamp ]]
}

# How the tool chain is had: "packages" of this host, this "host" as it is, or the root "folder".
toolchain() {
    if [[ -n ${AUDITLOUPE_INSIDE:-} ]]; then
        printf host # a script started by another, inside the root folder
    elif [[ -n ${AUDITLOUPE_TOOLCHAIN:-} ]]; then
        printf '%s' "$AUDITLOUPE_TOOLCHAIN"
    elif has_current_packages; then
        printf packages
    elif satisfies_minimum; then
        printf host
    else
        printf folder
    fi
}

missing_host_packages() {
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null |
        awk '$1 == "installed" { print $2 }' | sort -u)
    printf '%s\n' "$@" | sort -u | comm -23 - <(printf '%s\n' "$installed")
}

install_host_packages() {
    local prefix=(env DEBIAN_FRONTEND=noninteractive)
    if ! is_root; then
        prefix=(sudo "${prefix[@]}")
    fi
    "${prefix[@]}" apt-get update -q
    "${prefix[@]}" apt-get install -q -y --no-install-recommends "$@"
}

may_install() {
    if ! has apt-get || ! has dpkg-query; then
        return 1
    fi
    is_root || { has sudo && { sudo -n true 2>/dev/null || { [[ -t 0 && -t 2 ]] && sudo -v; }; }; }
}

require_host_packages() {
    local missing=()
    if has dpkg-query; then
        mapfile -t missing < <(missing_host_packages "$@")
    else
        missing=("$@")
    fi
    if [[ ${#missing[@]} -eq 0 ]]; then
        return
    fi
    if ! may_install; then
        die "this host lacks packages; install them with: sudo apt-get install ${missing[*]}"
    fi
    local what=${missing[*]}
    if ((${#missing[@]} > 4)); then
        what="${#missing[@]} packages"
    fi
    step "installing $what on this host" "$CacheDir/log/host-packages.log" \
        install_host_packages "${missing[@]}"
}
