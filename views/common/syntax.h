// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <KSyntaxHighlighting/Theme>

class QPalette;

namespace KSyntaxHighlighting {
class Definition;
}

namespace auditloupe {

/// "JSON", "SQL", "YAML". Reading all definitions takes some 30 ms, the first time. GUI thread.
KSyntaxHighlighting::Definition syntaxDefinition(const QString &name);

/// The themes are our own: red and orange stand for refusals here, and most themes have them for
/// keys.
KSyntaxHighlighting::Theme syntaxTheme(const QPalette &palette);

} // namespace auditloupe
