// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QNetworkReply>
#include <QSslError>
#include <QString>
#include <QUrl>

namespace auditloupe {

/// What an HTTP status that brings no file means for whoever asked, and what to do.
QString statusText(int status, const QUrl &url);

/// Why a host could not be reached, or went away.
QString connectionText(QNetworkReply::NetworkError error, const QString &host);

/// Why a certificate is not trusted.
QString certificateText(const QList<QSslError> &errors, const QString &host);

} // namespace auditloupe
