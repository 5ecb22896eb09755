// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>

namespace auditloupe {

inline constexpr std::int64_t DefaultMaxBytes = 20LL << 30;

struct FetchRequest
{
    QUrl url = {}; ///< from urlFrom()
    std::int64_t maxBytes = DefaultMaxBytes;
    QStringList followHosts = {}; ///< other hosts that the server may redirect to, as hostOf()
    std::chrono::milliseconds patience = std::chrono::seconds(60); ///< with a silent server
};

struct FetchProgress
{
    std::int64_t done = 0;
    std::int64_t total = 0; ///< 0 where the server does not say
    std::int64_t bytesPerSecond = 0; ///< lately
    QStringList hosts = {}; ///< the one that was asked first, then those it redirected to
    QString name = {}; ///< the file's
};

/// What whoever starts a download hands to it. `progress` is called from the download's thread, at
/// most some 25 times a second.
struct FetchControl
{
    std::stop_token stop = {};
    std::function<void(const FetchProgress &)> progress = {};
};

enum class FetchState {
    Complete,
    Broken, ///< came to an end too early; asked again, it goes on
    Refused, ///< by the server, by a limit, by this machine
    AsksToFollow, ///< redirected to `redirectHost`, which nobody has agreed to
    Cancelled
};

struct Fetched
{
    FetchState state = FetchState::Refused;
    QString path = {}; ///< of the private file; empty where nothing of it is there
    std::int64_t bytes = 0; ///< in it
    DownloadInfo info = {};
    QString message = {}; ///< why it is not complete
    QString redirectHost = {};
    QStringList notes = {}; ///< what else is to be known, a sentence each
};

/// Downloads the file behind a URL, byte for byte as the server sends it, and goes on where an
/// earlier download of it broke off. Follows redirects from https to https alone, five at most.
/// Never sends cookies, passwords or the page it came from; never accepts a doubtful certificate.
/// Blocks; runs an event loop of its own, so any thread but the window's will do.
Fetched fetch(const FetchRequest &request, const FetchControl &control);

} // namespace auditloupe
