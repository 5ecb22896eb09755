// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QString;
class QToolButton;

namespace auditloupe {

/// Shows the theme's icon, or the text where the theme has none. The text is also what the
/// button is called.
void setIconOrText(QToolButton *button, const QString &iconName, const QString &text);

} // namespace auditloupe
