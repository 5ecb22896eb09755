# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Counting what passed and what failed, for scripts that end with "N passed, N failed".

Passed=0
Failed=0

# Adds what a JUnit report of CTest says. No report means that CTest itself came to grief.
count_report() {
    local name=$1 text tests failures skipped disabled
    text=$(inside cat "$2" 2>/dev/null | tr '\n' ' ' | grep -oE '<testsuite[^>]*>' || true)
    if [[ -z $text ]]; then
        say "$name: CTest wrote no report"
        Failed=$((Failed + 1))
        return
    fi
    tests=$(report_number "$text" tests)
    failures=$(report_number "$text" failures)
    skipped=$(report_number "$text" skipped)
    disabled=$(report_number "$text" disabled)
    if ((skipped + disabled > 0)); then
        say "$name: $((skipped + disabled)) of $tests were skipped and count as neither"
    fi
    Failed=$((Failed + failures))
    Passed=$((Passed + tests - failures - skipped - disabled))
}

report_number() {
    local number
    number=$(grep -oE "[[:space:]]$2=\"[0-9]+\"" <<<"$1" | tr -dc '0-9')
    printf '%s' "${number:-0}"
}

# A script that ends early, by an error, has failed once more than its tests say.
close_count() {
    local status=$?
    trap - EXIT
    clean_up
    if ((status != 0 && Failed == 0)); then
        Failed=1
    fi
    printf '%s passed, %s failed\n' "$Passed" "$Failed"
    exit "$((Failed > 0))"
}

close_count_on_exit() {
    trap close_count EXIT
}
