// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <chrono>
#include <cstdint>
#include <optional>

class QNetworkProxyFactory;

namespace auditloupe {

/// A request that tells nothing of the user and takes the bytes as they are.
QNetworkRequest requestFor(const QUrl &url, std::chrono::milliseconds patience);

/// The proxies that the system is set to use. The caller owns it.
QNetworkProxyFactory *systemProxies();

/// "bytes 100-199/200" and "bytes */200".
struct ContentRange
{
    std::optional<std::int64_t> from = {};
    std::optional<std::int64_t> total = {};
};

ContentRange contentRangeOf(const QNetworkReply &reply);

/// Of a reply that holds the whole file.
std::optional<std::int64_t> announcedSizeOf(const QNetworkReply &reply);

/// What tells one state of the file from another; empty where nothing does. Weak tags do not
/// promise the same bytes.
QByteArray validatorOf(const DownloadInfo &info);

/// Whether a reply of unknown length has an end that is told from a broken connection.
bool tellsItsEnd(const QNetworkReply &reply);

} // namespace auditloupe
