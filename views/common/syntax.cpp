// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/common/syntax.h"

#include "views/common/tones.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository repository;
    static const bool hasThemes = [] {
        repository.addCustomSearchPath(u":/details"_s);
        return true;
    }();
    Q_ASSERT(hasThemes);
    return repository;
}

} // namespace

KSyntaxHighlighting::Definition syntaxDefinition(const QString &name)
{
    return repository().definitionForName(name);
}

KSyntaxHighlighting::Theme syntaxTheme(const QPalette &palette)
{
    return repository().theme(isDark(palette) ? u"Auditloupe Dark"_s : u"Auditloupe Light"_s);
}

} // namespace auditloupe
