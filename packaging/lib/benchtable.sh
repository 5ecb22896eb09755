# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The table that packaging/bench prints, and its arithmetic.

median() {
    printf '%s\n' "$@" | sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# quotient A B UNIT DIGITS: A / B, in units.
quotient() {
    awk -v a="$1" -v b="$2" -v unit="$3" -v digits="$4" \
        'BEGIN { printf "%.*f", digits, a / b / unit }'
}

# Of KiB, as getrusage() counts.
megabytes() {
    quotient "$1" 976.5625 1 0
}

processor() {
    awk -F ': ' '/^(model name|Hardware|Processor)/ { print $2; exit }' /proc/cpuinfo
}

table_line() {
    local line
    printf -v line '%-52s %26s %12s %6s  %s' "$@"
    printf '%s\n' "${line%"${line##*[! ]}"}"
}

# head_lines LOG: what was measured where.
head_lines() {
    local version memory
    version=$(git -C "$Checkout" describe --always --dirty 2>/dev/null || printf 'no version')
    memory=$(awk '/^MemTotal/ { printf "%.1f GiB", $2 / 1048576 }' /proc/meminfo)
    printf '%s cores, %s, %s; load %s; %s; %s\n' "$(nproc)" "$(processor)" "$memory" \
        "$(cut -d ' ' -f 1 /proc/loadavg)" "$version" "$1"
    table_line what "measured (median)" target ratio verdict
}

# row WHAT VALUE [UNIT [most|least LIMIT]] or row WHAT TEXT "" said VERDICT: ratio is measured by
# limit.
row() {
    local what=$1 value=$2 unit=${3:-} kind=${4:-} limit=${5:-} ratio='' target='' verdict=''
    case $kind in
    most | least)
        ratio=$(quotient "$value" "$limit" 1 2)
        target="$([[ $kind == most ]] && echo '<=' || echo '>=') $limit $unit"
        verdict=$(awk -v v="$value" -v l="$limit" -v k="$kind" \
            'BEGIN { print (k == "most" ? v <= l : v >= l) ? "ok" : "miss" }')
        ;;
    said) verdict=$limit ;;
    esac
    table_line "$what" "$value${unit:+ $unit}" "$target" "$ratio" "$verdict"
}
