# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Configuring and building by one of the presets.

Preset=${AUDITLOUPE_PRESET:-release}
BuildDir=$Checkout/build/$Preset

# What a configured build folder depends on beyond what CMake watches itself.
configuration_key() {
    local place=${AUDITLOUPE_INSIDE:-host}
    if [[ $Entered != host ]]; then
        place=$(root_folder)
    fi
    printf '%s\n' "$Checkout" "$place" "$@" "$(sha256sum <"$Checkout/CMakePresets.json")"
}

configure() {
    local key options=()
    if [[ $Entered == host && -z ${CI:-}${AUDITLOUPE_INSIDE:-} ]]; then
        options+=(-DAUDITLOUPE_WERROR=OFF) # a newer compiler's warnings are no user's trouble
    fi
    key=$(configuration_key "${options[@]}")
    if inside test -e "$BuildDir/build.ninja" &&
        [[ $(inside cat "$BuildDir/.configured-for" 2>/dev/null) == "$key" ]]; then
        return
    fi
    step "configuring" "$Checkout/build/log/configure.log" \
        inside_checkout cmake --fresh --preset "$Preset" "${options[@]}"
    inside tee "$BuildDir/.configured-for" <<<"$key" >/dev/null
}

# build TARGET...: brings the build up to date; silent when it is.
build() {
    # shellcheck disable=SC2034
    local lock status=0
    take_lock lock "$Checkout/build/.lock" "another build in this checkout"
    configure || status=$?
    if ((status == 0)); then
        FailureLines=100 step "building" "$Checkout/build/log/build.log" \
            inside_checkout cmake --build --preset "$Preset" --target "$@" || status=$?
    fi
    drop_lock lock
    return "$status"
}
