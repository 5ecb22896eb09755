// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"

#include <QString>

namespace auditloupe {

struct DeedPattern;

/// What a request was for, in words: the patterns of a sentence about it and what goes into them.
class Deed
{
public:
    explicit Deed(const EventFields &event);

    /// "%1 jane deleted ConfigMap dev/web from …": when, who and whence go in front and behind.
    QString done(const QString &when, const QString &who, const QString &whence) const;

    /// "delete ConfigMap dev/web", to stand behind "tried to" and its like.
    QString toDo() const;

private:
    const DeedPattern &m_pattern;
    QString m_object;
    QString m_detail; ///< the command of an exec, the verb that is not known
};

/// "ConfigMap production/app-config", "Secrets in all namespaces", "the status of Pod dev/web".
QString objectText(const EventFields &event);

} // namespace auditloupe
