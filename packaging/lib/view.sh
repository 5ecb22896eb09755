# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# What is seen inside the root folder: an array of bubblewrap's mount options, which the other ways
# of entering read too.

View=()
ViewRoot=               # the root folder
ViewTmp=/tmp            # what is /tmp inside; a test run has its own
declare -A Opened=()    # folders of the tool chain in which mount points can be made
declare -A Shown=()     # paths that are bound

# Folders that inside are the tool chain's, not the host's.
is_system_folder() {
    case $1 in
    /bin | /sbin | /lib | /lib32 | /lib64 | /libx32 | /usr | /etc | /var) ;;
    /dev | /proc | /sys | /run | /boot | /lost+found) ;;
    /tmp) [[ $ViewTmp != /tmp ]] ;;
    *) return 1 ;;
    esac
}

# Replaces a folder of the tool chain by one of the same content in which mount points can be made.
open_folder() {
    local folder=$1 child
    if [[ -n ${Opened[$folder]:-} ]]; then
        return
    fi
    Opened[$folder]=1
    View+=(--tmpfs "$folder")
    for child in "$ViewRoot$folder"/* "$ViewRoot$folder"/.[!.]*; do
        if [[ -L $child ]]; then
            View+=(--symlink "$(readlink "$child")" "$folder/${child##*/}")
        elif [[ -e $child ]]; then
            View+=(--ro-bind "$child" "$folder/${child##*/}")
        fi
    done
}

# Opens every folder of the tool chain on the way down to a mount point that it does not have.
open_way_to() {
    local rest=${1#/} folder=
    if [[ -e $ViewRoot$1 ]]; then
        return
    fi
    while [[ $rest == */* ]]; do
        folder=$folder/${rest%%/*}
        rest=${rest#*/}
        if [[ -L $ViewRoot$folder || ! -d $ViewRoot$folder ]]; then
            return
        fi
        open_folder "$folder"
    done
}

bind_path() {
    if [[ -z ${Shown[$1]:-} ]]; then
        Shown[$1]=1
        open_way_to "$1"
        View+=(--bind "$1" "$1")
    fi
}

# Makes the place of one absolute path visible: the folder it is in, or the file alone where that
# folder is one of the tool chain's. What the tool chain has itself stays the tool chain's.
show_place() {
    local path=$1 top folder=$1
    top=${path#/}
    top=/${top%%/*}
    if [[ -f $top ]]; then
        bind_path "$top"
    fi
    if [[ ! -d $top || $top == /dev || $top == /proc || $top == /sys ]] ||
        ! is_system_folder "$top"; then
        return
    fi
    while [[ ! -d $folder ]]; do
        folder=${folder%/*}
        folder=${folder:-/}
    done
    if [[ ! -e $ViewRoot$folder ]]; then
        bind_path "$folder"
    elif [[ -e $path && ! -e $ViewRoot$path ]]; then
        bind_path "$path"
    fi
}

# A path as it is written and as it is after its links.
show_path() {
    local written real
    written=$(realpath -ms -- "$1")
    real=$(realpath -m -- "$1")
    show_place "$real"
    if [[ $written != "$real" ]]; then
        show_place "$written"
    fi
}

# Everything in the command's words that is, or could become, a file: FILE, --option=FILE.
show_arguments() {
    local word
    for word in "$@"; do
        if [[ $word == -*=* ]]; then
            word=${word#*=}
        fi
        if [[ $word == */* || -e $word ]]; then
            show_path "$word"
        fi
    done
}

add_tool_chain() {
    local entry
    for entry in "$ViewRoot"/*; do
        if [[ -L $entry ]]; then
            View+=(--symlink "$(readlink "$entry")" "/${entry##*/}")
        fi
    done
    View+=(--ro-bind "$ViewRoot/usr" /usr --ro-bind "$ViewRoot/etc" /etc)
    View+=(--ro-bind "$ViewRoot/var" /var --tmpfs /run)
    Opened[/run]=1
}

# Devices, kernel and every folder of the host's top level that is not a system folder.
add_host_folders() {
    local entry
    View+=(--dev-bind /dev /dev --ro-bind /sys /sys)
    for entry in /*; do
        if is_system_folder "$entry"; then
            continue
        elif [[ -L $entry ]]; then
            View+=(--symlink "$(readlink "$entry")" "$entry")
        elif [[ -d $entry ]]; then
            View+=(--bind "$entry" "$entry")
        fi
    done
    if [[ $ViewTmp != /tmp ]]; then
        View+=(--bind "$ViewTmp" /tmp)
        Opened[/tmp]=1
    fi
    for entry in /var/log /var/tmp /run/media /run/dbus; do
        if [[ -d $entry ]]; then
            View+=(--bind "$entry" "$entry")
        fi
    done
}

# Names of hosts, users and groups are the host's.
add_host_names() {
    local entry source
    for entry in /etc/resolv.conf /etc/hosts /etc/machine-id /etc/passwd /etc/group; do
        source=$(realpath -m -- "$entry")
        if [[ -f $source ]]; then
            View+=(--ro-bind "$source" "$entry")
        fi
    done
}

# build_view ROOT WORD...: what the command of these words sees in ROOT.
build_view() {
    local place
    ViewRoot=$1
    shift
    View=()
    Opened=()
    Shown=()
    add_tool_chain
    add_host_folders
    for place in "$PWD" "$Checkout" "$HOME" "$CacheDir" "${XDG_RUNTIME_DIR:-}" "${XAUTHORITY:-}" \
        "${XDG_CONFIG_HOME:-}" "${XDG_DATA_HOME:-}" "${TMPDIR:-}"; do
        if [[ -n $place ]]; then
            show_path "$place"
        fi
    done
    show_arguments "$@"
    add_host_names
}
