# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The Debian mirror and the way to it, as the host's own apt is set up.

# Lines "URI SUITE" of the host's apt sources, of either format.
apt_sources() {
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        awk '$3 == "main" { sub("/+$", "", $1); print $1, $2 }'
}

# The first source whose suite is one of Debian's.
source_of_suites() {
    apt_sources 2>/dev/null |
        awk -v suites=" $1 " 'index(suites, " " $2 " ") && !found++ { print $1 }'
}

DebianSuites='trixie bookworm bullseye forky sid stable oldstable testing unstable'

debian_mirror() {
    local mirror=${AUDITLOUPE_DEBIAN_MIRROR:-}
    if [[ -z $mirror ]] && has apt-get; then
        mirror=$(source_of_suites "$DebianSuites")
    fi
    printf '%s' "$mirror"
}

# Empty where the host has none: security updates then come with the next point release.
security_mirror() {
    if [[ -z ${AUDITLOUPE_DEBIAN_MIRROR:-} ]] && has apt-get; then
        source_of_suites 'trixie-security bookworm-security stable-security oldstable-security'
    fi
}

# The host's settings of how to fetch, as lines of an apt.conf; a proxy that a command finds is
# asked for here, because that command is not there inside the folder.
apt_settings() {
    local mirror=$1 proxy
    if ! has apt-config; then
        return
    fi
    apt-config dump --format '%f "%v";%n' Acquire |
        grep -E '^Acquire::(https?|ftp|Retries|ForceIPv[46]|Check-(Date|Valid-Until)|Max-)[:" ]' |
        grep -ivE 'Proxy-?Auto-?Detect|"";$' || true
    if apt-config dump --format '%f%n' Acquire | grep -qiE 'Proxy-?Auto-?Detect'; then
        proxy=$(/usr/lib/apt/apt-helper auto-detect-proxy "$mirror" 2>/dev/null |
            grep -oE 'https?://[^ ]+$' || true)
        if [[ -n $proxy && $proxy != "$mirror" ]]; then
            printf 'Acquire::http::Proxy "%s";\n' "$proxy"
        fi
    fi
}
