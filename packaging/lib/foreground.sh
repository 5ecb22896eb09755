# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Runs one command inside as if it were this script: terminal, signals and exit status pass through.

ForegroundPid=
ForegroundInfo=     # where bubblewrap writes the id of its first process
ForegroundSignal=   # the last one that came
ForegroundSignals=0

# The process that is to get a signal: with a process namespace, the one that its first process
# started.
foreground_target() {
    local info='' first
    if [[ $Entered != bubblewrap* ]]; then
        printf '%s' "$ForegroundPid"
        return
    fi
    IFS= read -rd '}' -t 1 -u "$ForegroundInfo" info || true
    if [[ ! $info =~ child-pid[^0-9]*([0-9]+) ]]; then
        printf '%s' "$ForegroundPid"
        return
    fi
    first=${BASH_REMATCH[1]}
    if [[ $Entered == bubblewrap ]]; then
        first=$(cat "/proc/$first/task/$first/children" 2>/dev/null || true)
        first=${first%% *}
    fi
    printf '%s' "${first:-$ForegroundPid}"
}

# Ctrl+C reaches the program by itself, from the terminal; other signals are handed on. A second
# one ends it at once.
forward() {
    ForegroundSignal=$1
    ForegroundSignals=$((ForegroundSignals + 1))
    if [[ $1 != INT ]]; then
        if ((ForegroundSignals > 1)); then
            kill -KILL "$ForegroundPid" 2>/dev/null || true
        else
            kill "-$1" "$(foreground_target)" 2>/dev/null || true
        fi
    fi
}

# A signal that is handled interrupts the waiting, which then has to go on.
wait_for_foreground() {
    local status seen=-1
    while ((seen != ForegroundSignals)); do
        seen=$ForegroundSignals
        status=0
        wait "$ForegroundPid" || status=$?
    done
    return "$status"
}

foreground() {
    local status=0 words=("${Enter[@]}")
    if [[ $Entered == host ]]; then
        exec "$@"
    fi
    trap 'forward INT' INT
    trap 'forward TERM' TERM
    trap 'forward HUP' HUP
    if [[ $Entered == bubblewrap* ]]; then
        exec {ForegroundInfo}<> <(:)
        words=("${words[0]}" --info-fd "$ForegroundInfo" "${words[@]:1}")
    fi
    "${words[@]}" "$@" <&0 &
    ForegroundPid=$!
    wait_for_foreground || status=$?
    if [[ $Entered == copies ]]; then
        copy_back
    fi
    if [[ $status -eq 130 && $ForegroundSignal == INT ]]; then
        end_by_signal INT
    fi
    exit "$status"
}
