# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The part of packaging/bench that imports what clouds export: the head of its log, wrapped.

ExportEvents=300000
ExportRuns=3
ExportFiles=2000

# cut_head FILE: the events that are exported.
cut_head() {
    ExportEvents=$((Events < ExportEvents ? Events : ExportEvents))
    # shellcheck disable=SC2016
    inside bash -c 'head -n "$1" "$2" >"$3"' - "$ExportEvents" "$Log" "$1"
}

# measure_runs EVENTS FILE…: imports them ExportRuns times; sets Wall to the median.
measure_runs() {
    local i walls=() events=$1
    shift
    for ((i = 1; i <= ExportRuns; ++i)); do
        import "$Work/export.auditcase" "$@" || return 1
        walls+=("$Wall")
        if [[ $Imported != "$events" ]]; then
            say "imported $Imported events of $events"
            return 1
        fi
    done
    inside rm -f "$Work/export.auditcase"
    Wall=$(median "${walls[@]}")
}

# measure_export FORMAT WHAT
measure_export() {
    local file=$Work/$1 plain events
    say "exports: $1"
    events=$(inside "$Programs/bench_wraplog" "$1" "$Work/head.log" "$file") || return 1
    measure_runs "$events" "$file" || return 1
    plain=$Wall
    row "$2: wall clock" "$plain s"
    row "    bytes of log" "$(quotient "$(size_of "$file")" "$plain" 1e6 0)" MB/s least 100
    inside gzip -f "$file"
    measure_runs "$events" "$file.gz" || return 1
    row "    gzipped, times the plain log" "$(quotient "$Wall" "$plain" 1 2)" x most 1.4
    inside rm -f "$file.gz"
}

# Many small files against one of the same events, both gzipped.
measure_folder() {
    local one
    say "exports: a folder of $ExportFiles files"
    # shellcheck disable=SC2016
    inside bash -c 'mkdir "$1/folder" && split -n "l/$2" -a 4 -d "$1/head.log" "$1/folder/audit." &&
        gzip "$1/folder/"* && gzip -k "$1/head.log"' - "$Work" "$ExportFiles" || return 1
    measure_runs "$ExportEvents" "$Work/head.log.gz" || return 1
    one=$Wall
    measure_runs "$ExportEvents" "$Work/folder" || return 1
    row "$ExportFiles small .gz files: wall clock" "$Wall s"
    row "    times one file" "$(quotient "$Wall" "$one" 1 2)" x most 1.3
    inside rm -rf "$Work/folder" "$Work/head.log.gz"
}

measure_exports() {
    local status=0
    cut_head "$Work/head.log" || return 1
    measure_export eks-events "EKS, filter-log-events" || status=1
    measure_export eks-s3 "EKS, exported to S3" || status=1
    measure_export gke-lines "GKE, JSON lines" || status=1
    measure_export gke-array "GKE, gcloud's JSON" || status=1
    measure_export aks-lines "AKS, PT1H.json" || status=1
    measure_folder || status=1
    inside rm -f "$Work/head.log"
    return "$status"
}
