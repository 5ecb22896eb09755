# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The ways into the tool chain: bubblewrap; as root also chroot over mounts of its own; as root
# where even mounting is forbidden, chroot over copies; or none, on a current host.

Enter=()            # the words before a command that make it run inside
Entered=            # bubblewrap, bubblewrap-no-pid, mounts, copies or host

# Variables that name files or versions of the host.
HostOnlyVariables=(LD_LIBRARY_PATH LD_PRELOAD QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH
    QML_IMPORT_PATH QML2_IMPORT_PATH CMAKE_PREFIX_PATH CMAKE_TOOLCHAIN_FILE PKG_CONFIG_PATH
    PYTHONPATH PYTHONHOME PERL5LIB CPATH LIBRARY_PATH GIO_EXTRA_MODULES GTK_PATH FONTCONFIG_FILE)

QtTools=/usr/lib/qt6/bin

ccache_settings() {
    printf '%s\n' "CCACHE_DIR=${CCACHE_DIR:-$CacheDir/ccache}" "CCACHE_BASEDIR=$Checkout" \
        CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE="${CCACHE_MAXSIZE:-2G}" \
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
}

# The name of a locale the root folder has: the wanted one, or plain UTF-8.
locale_settings() {
    local root=$1 wanted=${LC_ALL:-${LANG:-}}
    local language=${wanted%%.*}
    if [[ -d $root/usr/lib/locale/$language.utf8 ]]; then
        return
    fi
    printf '%s\n' LC_ALL=C.UTF-8
    if [[ $language == [a-z][a-z]* && -z ${LANGUAGE:-} ]]; then
        printf '%s\n' "LANGUAGE=$language"
    fi
}

time_zone() {
    local zone
    zone=$(readlink /etc/localtime 2>/dev/null || true)
    if [[ -z ${TZ:-} && $zone == */zoneinfo/* ]]; then
        printf '%s\n' "TZ=${zone##*/zoneinfo/}"
    fi
}

# The environment inside, as words of env(1). A command in the background of a script is born
# ignoring SIGINT and SIGQUIT, which must not reach the program.
environment() {
    local root=$1 variable
    printf '%s\n' /usr/bin/env --default-signal=INT,QUIT
    for variable in "${HostOnlyVariables[@]}"; do
        printf '%s\n' -u "$variable"
    done
    printf '%s\n' "AUDITLOUPE_INSIDE=$root" "PATH=/usr/local/bin:/usr/bin:/usr/sbin:$QtTools"
    ccache_settings
    locale_settings "$root"
    time_zone
}

try_bubblewrap() {
    local way=$1 flags=(--die-with-parent "${View[@]}")
    shift
    flags+=("$@" --chdir "$PWD")
    if bwrap "${flags[@]}" /usr/bin/true 2>/dev/null; then
        Enter=(bwrap "${flags[@]}")
        Entered=$way
        return 0
    fi
    return 1
}

# A process namespace makes everything inside end with the first process; containers that hide
# parts of /proc do not allow to mount it anew.
enter_by_bubblewrap() {
    has bwrap || return 1
    try_bubblewrap bubblewrap --unshare-pid --proc /proc ||
        try_bubblewrap bubblewrap --unshare-user --unshare-pid --proc /proc ||
        try_bubblewrap bubblewrap-no-pid --bind /proc /proc ||
        try_bubblewrap bubblewrap-no-pid --unshare-user --bind /proc /proc
}

enter_by_mounts() {
    local base=$CacheDir/mount
    if ! is_root || ! has mount; then
        return 1
    fi
    mkdir -p "$base"
    if unshare --mount bash "$Lib/mountview" "$base" "${View[@]}" -- true 2>/dev/null; then
        Enter=(unshare --mount bash "$Lib/mountview" "$base" "${View[@]}" --)
        Entered=mounts
        return 0
    fi
    return 1
}

namespace_advice() {
    local sys=/proc/sys
    if [[ $(cat $sys/kernel/unprivileged_userns_clone 2>/dev/null) == 0 ]]; then
        printf 'user namespaces are forbidden here; allow them with: %s' \
            'sudo sysctl kernel.unprivileged_userns_clone=1'
    elif [[ $(cat $sys/kernel/apparmor_restrict_unprivileged_userns 2>/dev/null) == 1 ]]; then
        printf 'AppArmor forbids user namespaces here; allow them with: %s' \
            'sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0'
    elif [[ $(cat $sys/user/max_user_namespaces 2>/dev/null) == 0 ]]; then
        printf 'user namespaces are forbidden here; allow them with: %s' \
            'sudo sysctl user.max_user_namespaces=10000'
    else
        printf 'user namespaces are forbidden here (by a container, it seems): %s' \
            'allow them there (seccomp and AppArmor unconfined), or run this as root'
    fi
}

enter_root_folder() {
    local root=$1 words=()
    shift
    build_view "$root" "$@"
    if ! enter_by_bubblewrap && ! enter_by_mounts; then
        is_root || die "$(namespace_advice)"
        copy_in "$root" "$@"
        Enter=(setpriv --pdeathsig KILL chroot "$root")
        Entered=copies
    fi
    mapfile -t words < <(environment "$root")
    if [[ $Entered == copies ]]; then
        words=("${words[0]}" "--chdir=$PWD" "${words[@]:1}")
    fi
    Enter+=("${words[@]}")
}

# prepare_tool_chain SECTIONS WORD...: everything that the command of these words needs, so that
# "${Enter[@]}" runs it.
prepare_tool_chain() {
    local sections=$1 kind root setting
    shift
    kind=$(toolchain)
    if [[ $kind == folder ]]; then
        root=$(root_folder)
        has bwrap || ! may_install || require_host_packages bubblewrap
        ensure_root_folder "$root"
        enter_root_folder "$root" "$@"
        return
    fi
    if [[ $kind == packages ]]; then
        # shellcheck disable=SC2046,SC2086
        require_host_packages $(packages $sections)
    fi
    Entered=host
    PATH=$PATH:$QtTools
    while IFS= read -r setting; do
        export "${setting?}"
    done < <(ccache_settings)
}

inside() {
    "${Enter[@]}" "$@"
}

inside_checkout() {
    "${Enter[@]}" /usr/bin/env --chdir="$Checkout" "$@"
}
