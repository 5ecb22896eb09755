// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/casefile/caserows.h"

namespace auditloupe {

bool isBrokenDownload(const SourceInfo &source);

/// Whether `part` is a download that broke off, and the source's file begins with its very bytes.
/// Reads and hashes that much of the file; cancelled, the answer is no.
bool isPartOfDownload(const SourceInfo &part, const SourceInfo &source, const JobControl &control);

/// "The download broke off after 3,000 of 5,000 bytes. …", with the source's own message.
QString brokenDownloadText(const SourceInfo &source);

} // namespace auditloupe
