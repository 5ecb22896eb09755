// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

#include <optional>

namespace auditloupe {

/// Whether a word is meant as a URL and not as a path: "https://…", "s3://…".
bool looksLikeUrl(QStringView word);

/// The URL that somebody typed, without its fragment, or why it is not fetched.
Result<QUrl> urlFrom(const QString &text);

/// Why a URL is not fetched: only https, and no names or passwords in it.
Result<void> checkUrl(const QUrl &url);

/// "logs.example.com", with its port where that is not 443. International names as they are sent
/// (xn--…): letters that look like others deceive nobody then.
QString hostOf(const QUrl &url);

/// The URL as it may be shown and kept: values of parameters that sign or authorise, and what looks
/// like a secret there or in the path, are "***". Without credentials and fragment.
QString maskedUrl(const QUrl &url);

/// Whether the URL holds a signature that lets whoever has it read the file for a while.
bool isPresigned(const QUrl &url);

/// Until when a presigned URL works, where it says so.
std::optional<QDateTime> validUntil(const QUrl &url);

/// Names the file behind the URL. A freshly signed URL of the same file has the same key.
QString urlKey(const QUrl &url);

/// A name for the file that every file system takes; "download" where its own one is a secret.
QString fileNameOf(const QUrl &url);

} // namespace auditloupe
