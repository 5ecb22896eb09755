# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# What every script of packaging/ stands on: places, messages, steps, locks, cleaning up.

Checkout=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
CacheDir=${XDG_CACHE_HOME:-${HOME:?is not set}/.cache}/auditloupe
Lib=$Checkout/packaging/lib
StepPid=        # process group of the step that is running
GuardPid=       # process group of the one that watches over it
Leftovers=()    # folders to remove when this script ends, however it ends

say() {
    printf 'auditloupe: %s\n' "$*" >&2
}

die() {
    say "$@"
    exit 1
}

is_root() {
    [[ $EUID -eq 0 ]]
}

has() {
    command -v "$1" >/dev/null 2>&1
}

# The names in the given sections of the package list.
packages() {
    local section
    for section in "$@"; do
        awk -v wanted="[$section]" \
            '/^\[/ { inside = ($0 == wanted); next } inside && /^[^#]/ { print $1 }' "$Lib/packages"
    done
}

# A user's root folder holds files of other ids while it is being made; only the user namespace
# that made them may remove them.
remove_tree() {
    if ! rm -rf -- "$@" 2>/dev/null && ! is_root; then
        unshare --map-root-user --map-auto rm -rf -- "$@"
    fi
}

clean_up() {
    if [[ -n $StepPid ]]; then
        kill -TERM -- "-$StepPid" 2>/dev/null || true
        end_step || true
    fi
    if [[ ${#Leftovers[@]} -gt 0 ]]; then
        remove_tree "${Leftovers[@]}"
        Leftovers=()
    fi
}

# Ends the script the way the signal would have, after cleaning up.
end_by_signal() {
    trap '' INT TERM HUP
    if [[ -t 2 ]]; then
        printf '\n' >&2
    fi
    clean_up
    trap - EXIT "$1"
    kill "-$1" "$$"
}

set_traps() {
    trap clean_up EXIT
    trap 'end_by_signal INT' INT
    trap 'end_by_signal TERM' TERM
    trap 'end_by_signal HUP' HUP
}

# Holds an exclusive lock on FILE in the file descriptor named by variable FD; says so when waiting.
take_lock() {
    local -n fd=$1
    local file=$2 what=$3
    mkdir -p "${file%/*}"
    exec {fd}>"$file"
    if ! flock --nonblock "$fd"; then
        say "waiting for $what"
        flock "$fd"
    fi
}

drop_lock() {
    local -n fd=$1
    exec {fd}>&-
}

# The last sign of progress in a log: apt's, mmdebstrap's or ninja's.
progress_of() {
    tail -c 2000 -- "$1" 2>/dev/null | tr '\r' '\n' |
        grep -aoE '^(I: .*|\[[0-9]+/[0-9]+\]|Get:[0-9]+|(Setting up|Unpacking) [^ ]+)' |
        tail -n 1 | cut -c 1-60 | sed -e 's/^I: //' -e 's/[. ]*$//' -e 's/^Get:/package /' || true
}

# Tells about a running step: once a second on a terminal, every 15 seconds in a log.
show_progress() {
    local title=$1 log=$2 seconds=$3
    if [[ -t 2 ]]; then
        printf '\r\033[K%.*s' "${COLUMNS:-100}" \
            "auditloupe: $title … ${seconds} s  $(progress_of "$log")" >&2
    elif ((seconds % 15 == 0)); then
        say "$title … ${seconds} s  $(progress_of "$log")"
    fi
}

# Waits for StepPid and returns 1 if it said anything: a step of less than a second stays silent.
watch_step() {
    local title=$1 log=$2 began=$3 told=0 pause=0.05
    while kill -0 "$StepPid" 2>/dev/null; do
        sleep "$pause"
        local seconds=$((SECONDS - began))
        if ((seconds > told)); then
            if ((told == 0)) && [[ ! -t 2 ]]; then
                say "$title …"
            fi
            told=$seconds
            pause=0.2
            show_progress "$title" "$log" "$seconds"
        fi
    done
    if ((told > 0)) && [[ -t 2 ]]; then
        printf '\r\033[K' >&2
    fi
    return "$((told > 0))"
}

# Ends the step and removes the leftovers should this script be killed without a word.
guard_step() {
    trap - EXIT INT TERM HUP
    exec </dev/null >/dev/null 2>&1
    while kill -0 "$$"; do
        sleep 0.5
    done
    kill -KILL -- "-$StepPid"
    sleep 0.5
    if [[ ${#Leftovers[@]} -gt 0 ]]; then
        remove_tree "${Leftovers[@]}"
    fi
}

# Starts CMD in a process group of its own, so that it can be ended whole.
start_step() {
    set -m
    "$@" </dev/null &
    StepPid=$!
    guard_step &
    GuardPid=$!
    set +m
}

end_step() {
    local status=0
    wait "$StepPid" || status=$?
    StepPid=
    kill -KILL -- "-$GuardPid" 2>/dev/null || true
    wait "$GuardPid" 2>/dev/null || true
    GuardPid=
    return "$status"
}

# Runs CMD as a step that shows its output.
in_group() {
    start_step "$@"
    end_step
}

# step TITLE LOG CMD...: runs CMD in a process group of its own, its output in LOG; one line when
# it is done, the end of LOG when it failed.
step() {
    local title=$1 log=$2 began=$SECONDS status=0 told=0
    shift 2
    mkdir -p "${log%/*}"
    start_step "$@" >"$log" 2>&1
    watch_step "$title" "$log" "$began" || told=$?
    end_step || status=$?
    if ((status != 0)); then
        say "$title: failed after $((SECONDS - began)) s; the end of $log:"
        tail -n "${FailureLines:-40}" -- "$log" | sed 's/^/    /' >&2
        return "$status"
    fi
    if ((told != 0)); then
        say "$title: done in $((SECONDS - began)) s"
    fi
}
