# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Working in a root folder into which nothing can be mounted, as root of a container: the checkout
# and the named files are copied in, what became new is copied back. One session at a time.

CopyRoot=
CopyWords=()        # absolute paths that the command names
# shellcheck disable=SC2034
SessionLock=
CopyMark=           # made after copying in: what is newer has been written inside

# Copies of a session that was killed are removed by the next one.
remove_copies() {
    local list=$CopyRoot/.copied path
    if [[ -e $list ]]; then
        while IFS= read -rd '' path; do
            rm -rf -- "${CopyRoot:?}$path"
        done <"$list"
        rm -f -- "$list"
    fi
    find "$CopyRoot/tmp" -mindepth 1 -delete
}

make_devices() {
    local name minor
    while read -r name minor; do
        if [[ ! -c $CopyRoot/dev/$name ]]; then
            rm -f -- "$CopyRoot/dev/$name"
            mknod -m 666 "$CopyRoot/dev/$name" c 1 "$minor"
        fi
    done <<<$'null 3\nzero 5\nfull 7\nrandom 8\nurandom 9'
}

# The build stays inside from session to session, or each would build anew.
copy_checkout() {
    local place=$CopyRoot$Checkout
    mkdir -p "$place/build"
    find "$place" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf -- {} +
    find "$Checkout" -mindepth 1 -maxdepth 1 ! -name build \
        -exec cp -a --reflink=auto -t "$place" -- {} +
}

# What the tool chain or the checkout has already is not copied over it.
copy_word() {
    local path=$1
    if [[ $path == / || $path == "$Checkout"* || -e $CopyRoot$path ]]; then
        return
    fi
    mkdir -p "$CopyRoot${path%/*}"
    printf '%s\0' "$path" >>"$CopyRoot/.copied"
    if [[ -e $path ]]; then
        cp -aL --reflink=auto -T -- "$path" "$CopyRoot$path"
    fi
    CopyWords+=("$path")
}

copy_in() {
    local word
    CopyRoot=$1
    shift
    take_lock SessionLock "$CopyRoot.session" "another run: without mounts there is one at a time"
    remove_copies
    make_devices
    copy_checkout
    mkdir -p "$CopyRoot$HOME" "$CopyRoot$PWD"
    cp -L /etc/resolv.conf /etc/hosts "$CopyRoot/etc/" 2>/dev/null || true
    for word in "$@"; do
        if [[ $word == -*=* ]]; then
            word=${word#*=}
        fi
        if [[ $word == */* || -e $word ]]; then
            copy_word "$(realpath -ms -- "$word")"
        fi
    done
    CopyMark=$CopyRoot/.mark
    touch "$CopyMark"
}

# Copies back every file under a path that is newer than the mark.
copy_back_from() {
    local file
    if [[ ! -e $CopyRoot$1 ]]; then
        return
    fi
    while IFS= read -rd '' file; do
        mkdir -p "$(dirname -- "${file#"$CopyRoot"}")"
        cp -a --reflink=auto -T -- "$file" "${file#"$CopyRoot"}"
    done < <(find "$CopyRoot$1" -path "$CopyRoot$Checkout/build" -prune -o \
        -path "$CopyRoot$Checkout/.git" -prune -o -type f -newer "$CopyMark" -print0)
}

copy_back() {
    local path
    for path in "$Checkout" "${CopyWords[@]}"; do
        copy_back_from "$path"
    done
    remove_copies
}
