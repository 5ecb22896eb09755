// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace auditloupe {

/// Where something stands, as far as it is known. Lines and columns count from 1, bytes from 0.
struct Location
{
    QString file = {};
    std::optional<std::int64_t> line = {};
    std::optional<std::int64_t> column = {};
    std::optional<std::int64_t> byte = {};
};

/// An expected failure as a value: what went wrong, where, and what to do about it.
struct Error
{
    enum class Code { Io, Parse, Storage, Cancelled, Invalid };

    Code code = Code::Invalid;
    QString message = {}; ///< translated, whole sentences, for the user
    Location where = {};
    QString detail = {}; ///< the library's own words, for the log

    /// The message with its place in front: "audit.log:12: …".
    QString toText() const;

    static Error cancelled() { return {.code = Code::Cancelled}; }
};

} // namespace auditloupe
