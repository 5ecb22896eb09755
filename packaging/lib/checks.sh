# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The checks of .ci/run beside the tests: each is a command that succeeds and counts as one.

# check NAME CMD...: prints what CMD says only if it fails.
check() {
    local name=$1 began=$SECONDS status=0
    local log=$Checkout/build/log/check-${name%% *}.log
    shift
    FailureLines=200 step "$name" "$log" "$@" || status=$?
    if ((status == 0)); then
        Passed=$((Passed + 1))
        printf 'passed: %s (%s s)\n' "$name" "$((SECONDS - began))"
    else
        Failed=$((Failed + 1))
        printf 'FAILED: %s\n' "$name"
    fi
}

# count_script CMD: runs a script that ends with "N passed, N failed" and adds its numbers.
count_script() {
    local log=$Checkout/build/log/script.log last
    mkdir -p "${log%/*}"
    in_group show_and_keep "$log" "$@" || true
    last=$(tail -n 1 -- "$log")
    if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
        Passed=$((Passed + BASH_REMATCH[1]))
        Failed=$((Failed + BASH_REMATCH[2]))
    else
        Failed=$((Failed + 1))
    fi
}

show_and_keep() {
    local log=$1
    shift
    "$@" | tee "$log"
}

# The tracked files of these patterns, each ended by a zero byte.
tracked() {
    inside_checkout git -c safe.directory="$Checkout" ls-files -z -- "$@"
}

check_format() {
    tracked '*.h' '*.cpp' |
        inside_checkout xargs -0r clang-format --dry-run -Werror
}

# Clang cannot read GCC's precompiled headers.
commands_for_clang() {
    local folder=$Checkout/build/tidy
    inside mkdir -p "$folder"
    inside sed -E 's| -Winvalid-pch -include [^ ]*cmake_pch\.hxx||' "$BuildDir/compile_commands.json" |
        inside tee "$folder/compile_commands.json" >/dev/null
    printf '%s' "$folder"
}

check_tidy() {
    inside_checkout run-clang-tidy -quiet -j "$(nproc)" -p "$(commands_for_clang)" \
        -config-file="$Checkout/.clang-tidy" -warnings-as-errors='*' \
        "^$Checkout/(app|model|views)/.*\.cpp$"
}

check_desktop_files() {
    tracked 'packaging/*.desktop' |
        inside_checkout xargs -0r desktop-file-validate
}

check_metainfo() {
    tracked 'packaging/*.metainfo.xml' |
        inside_checkout xargs -0r -n 1 appstreamcli validate --no-net \
            --override=url-homepage-missing=info
}

check_shell() {
    inside_checkout shellcheck --external-sources --check-sourced .ci/run packaging/dev \
        packaging/run packaging/test packaging/lib/mountview
}
