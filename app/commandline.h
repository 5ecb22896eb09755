// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>

namespace auditloupe {

/// Does what the arguments ask for where that needs no window, and gives the exit status: a
/// command, --help, --version, or the summary where there is no display. Empty: the window is
/// wanted, with the arguments as its files. Makes a QCoreApplication of its own only where it
/// does something.
std::optional<int> runCommandLine(int argc, char **argv);

} // namespace auditloupe
