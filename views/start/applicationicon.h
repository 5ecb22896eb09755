// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QIcon>

namespace auditloupe {

/// The program's own icon, drawn for every usual size from the built-in picture: it needs neither
/// an installed theme nor Qt's plugin for such pictures.
QIcon applicationIcon();

} // namespace auditloupe
