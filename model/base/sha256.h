// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>

#include <memory>
#include <string_view>

namespace auditloupe {

/// SHA-256 of bytes that come piece by piece (libcrypto: it uses the processor's instructions).
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(std::string_view bytes);
    /// 32 bytes. Ends the sum: nothing can be added afterwards.
    QByteArray result();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace auditloupe
