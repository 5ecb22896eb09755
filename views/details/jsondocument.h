// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFont>
#include <QString>
#include <QTextDocument>

#include <memory>

namespace auditloupe {

/// A document for a JsonView. Making one of a hundred thousand lines takes half a second, so jobs
/// make it on their own thread; it belongs to the application's thread from then on, wherever the
/// last pointer to it is dropped.
std::shared_ptr<QTextDocument> makeJsonDocument(const QString &text, const QFont &font);

} // namespace auditloupe
