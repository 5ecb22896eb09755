# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# All of packaging/lib, for a script that has set nothing up yet.

set -euo pipefail

ToolsFolder=$(dirname -- "${BASH_SOURCE[0]}")
# shellcheck source=packaging/lib/common.sh
. "$ToolsFolder/common.sh"
# shellcheck source=packaging/lib/host.sh
. "$ToolsFolder/host.sh"
# shellcheck source=packaging/lib/mirror.sh
. "$ToolsFolder/mirror.sh"
# shellcheck source=packaging/lib/rootfolder.sh
. "$ToolsFolder/rootfolder.sh"
# shellcheck source=packaging/lib/view.sh
. "$ToolsFolder/view.sh"
# shellcheck source=packaging/lib/copies.sh
. "$ToolsFolder/copies.sh"
# shellcheck source=packaging/lib/enter.sh
. "$ToolsFolder/enter.sh"
# shellcheck source=packaging/lib/foreground.sh
. "$ToolsFolder/foreground.sh"
# shellcheck source=packaging/lib/build.sh
. "$ToolsFolder/build.sh"

set_traps
