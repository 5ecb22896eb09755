// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace auditloupe {

/// Tooltips guess whether they are rich text. This makes them show any text as it is.
QString plainToolTip(const QString &text);

} // namespace auditloupe
