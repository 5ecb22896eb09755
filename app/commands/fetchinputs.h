// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "model/import/importer.h"

#include <QStringList>

#include <cstdint>

namespace auditloupe {

/// How far downloads may go.
struct FetchLimits
{
    std::int64_t maxBytes = 0; ///< a file
    QStringList followHosts = {}; ///< other hosts that redirects may lead to
};

/// Adds --max-size and --follow.
void addFetchOptions(QCommandLineParser &parser);
Result<FetchLimits> fetchLimits(const QCommandLineParser &parser);

/// Why one of the inputs is a URL that will not be fetched. Contacts nobody.
Result<void> checkUrls(const QStringList &inputs);

struct FetchedInputs
{
    QStringList files = {}; ///< the inputs, a downloaded file in place of each URL
    Downloads downloads = {};
    bool areAllWhole = true;
};

/// Downloads those of the inputs that are URLs, one after the other, and says what happened.
FetchedInputs fetchInputs(const QStringList &inputs, const FetchLimits &limits,
                          const JobControl &control);

} // namespace auditloupe
