# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The Debian 13 root folder that holds the tool chain on hosts that are too old for it.

Suite=trixie
Keyring=/usr/share/keyrings/debian-archive-keyring.gpg
NeededMiB=3500
HostLocales='de_DE.UTF-8 en_GB.UTF-8 en_US.UTF-8'

root_folder() {
    local key
    key=$(packages build tools | sort | cat - <(printf '%s\n' "$Suite") | sha256sum)
    printf '%s/root-%s' "$CacheDir" "${key:0:12}"
}

require_space() {
    local free
    free=$(df --output=avail -BM "$CacheDir" | tail -n 1 | tr -dc '0-9')
    if ((free < NeededMiB)); then
        die "$CacheDir has ${free} MiB free; the tool chain needs $NeededMiB MiB while it is made"
    fi
}

# Asked in this order because unshare(1) leaves a process behind when it may not make a namespace
# for which it was to look up subordinate ids.
require_subordinate_ids() {
    local user entry
    user=$(id -un)
    entry="^($user|$EUID):"
    if ! unshare --map-root-user true 2>/dev/null; then
        die "$(namespace_advice)"
    fi
    if ! grep -Eqs "$entry" /etc/subuid || ! grep -Eqs "$entry" /etc/subgid; then
        die "making the tool chain needs subordinate ids; allow them once with:" \
            "sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $user"
    fi
}

# Settings of apt and dpkg inside the folder while it is made.
root_options() {
    local mirror=$1 setting
    printf '%s\0' --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' \
        --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-include=/usr/share/doc/*/copyright'
    while IFS= read -r setting; do
        printf '%s\0' --aptopt="${setting%;}"
    done < <(apt_settings "$mirror")
}

# What programs inside will find mounted over these files must exist as files to be mounted on.
finish_hook() {
    local locale
    # shellcheck disable=SC2016
    printf '%s; ' 'set -e; cd "$1"' \
        'rm -rf etc/resolv.conf etc/localtime etc/apt/auth.conf.d/*' \
        'touch etc/resolv.conf etc/hosts etc/machine-id' \
        'ln -s /usr/share/zoneinfo/Etc/UTC etc/localtime' \
        'rm -rf var/cache/apt/* var/lib/apt/lists/*'
    for locale in $HostLocales ${LC_ALL:-} ${LANG:-}; do
        if [[ $locale =~ ^([a-z]{2,3}_[A-Z]{2})\.(UTF-8|utf8)$ ]]; then
            printf 'chroot . localedef --no-archive -i %s -f UTF-8 %s.UTF-8; ' \
                "${BASH_REMATCH[1]}" "${BASH_REMATCH[1]}"
        fi
    done
}

# Runs in its own mount and process namespaces where that is possible, so that neither a mount nor
# a process stays behind however it ends; elsewhere mmdebstrap does without mounts.
isolated() {
    local flags=(--mount --pid --fork --kill-child --mount-proc)
    if ! is_root; then
        flags+=(--map-root-user --map-auto)
    fi
    if unshare "${flags[@]}" true 2>/dev/null; then
        unshare "${flags[@]}" "$@"
    else
        "$@"
    fi
}

fill_root_folder() {
    local folder=$1/root mirror=$2 options=() sources=()
    mapfile -d '' -t options < <(root_options "$mirror")
    sources=("deb [signed-by=$Keyring] $mirror $Suite main")
    local security
    security=$(security_mirror)
    if [[ -n $security ]]; then
        sources+=("deb [signed-by=$Keyring] $security $Suite-security main")
    fi
    mkdir -p "$1/tmp" "$folder"
    TMPDIR=$1/tmp isolated mmdebstrap --verbose --mode=root --variant=minbase --format=directory \
        --include="$(packages build tools | paste -sd,)" "${options[@]}" \
        --customize-hook="$(finish_hook)" "$Suite" "$folder" "${sources[@]}"
    isolated chown -R --no-dereference 0:0 "$folder"
}

make_root_folder() {
    local root=$1 mirror temporary
    mirror=$(debian_mirror)
    if [[ -z $mirror ]]; then
        die "the host's apt knows no Debian mirror; name one in AUDITLOUPE_DEBIAN_MIRROR"
    fi
    if [[ ! -r $Keyring ]]; then
        require_host_packages debian-archive-keyring
    fi
    require_host_packages mmdebstrap
    if ! is_root; then
        has newuidmap || require_host_packages uidmap
        require_subordinate_ids
    fi
    require_space
    temporary=$(mktemp -d "$CacheDir/making.XXXXXX")
    Leftovers+=("$temporary")
    chmod 755 "$temporary"
    step "making the Debian 13 tool chain (once, about 2 GB)" "$CacheDir/log/root.log" \
        fill_root_folder "$temporary" "$mirror"
    mv -T -- "$temporary/root" "$root"
    remove_tree "$temporary"
    Leftovers=()
}

# Makes the folder unless it is there. Runs that were killed left theirs; whoever holds the lock
# may remove them.
ensure_root_folder() {
    # shellcheck disable=SC2034
    local root=$1 lock
    if [[ -d $root ]]; then
        return
    fi
    take_lock lock "$CacheDir/root.lock" "another run that is making the tool chain"
    find "$CacheDir" -maxdepth 1 -name 'making.*' -print0 |
        while IFS= read -rd '' stale; do
            remove_tree "$stale"
        done
    if [[ ! -d $root ]]; then
        make_root_folder "$root"
    fi
    drop_lock lock
}
