// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/unpacklimits.h"

#include <QCoreApplication>

namespace auditloupe {

namespace {

constexpr std::int64_t BombFloor = 1LL << 30;
constexpr std::int64_t BombRatio = 500;
constexpr std::int64_t MostMembers = 1'000'000;

QString text(const char *source)
{
    return QCoreApplication::translate("InputStream", source);
}

} // namespace

Result<void> UnpackLimits::addBytes(std::int64_t count)
{
    m_unpacked += count;
    if (m_reached && m_unpacked > BombFloor && m_unpacked / BombRatio > m_bytesFound()) {
        m_reached = std::unexpected(error(
            text(QT_TRANSLATE_NOOP("InputStream",
                                   "The file unpacks to more than 500 times its size, as made to "
                                   "exhaust a machine; reading stopped after %1 bytes."))
                .arg(m_unpacked)));
    }
    return m_reached;
}

Result<void> UnpackLimits::addMember()
{
    if (++m_members > MostMembers && m_reached) {
        m_reached = std::unexpected(
            error(text(QT_TRANSLATE_NOOP("InputStream",
                                         "The archive has more than a million members; those "
                                         "behind them were not read."))));
    }
    return m_reached;
}

Error UnpackLimits::tooDeep() const
{
    return error(text(QT_TRANSLATE_NOOP("InputStream",
                                        "This is packed more than three times over and was not "
                                        "opened. Unpack it, and import what is in it.")));
}

Error UnpackLimits::error(const QString &message) const
{
    return {.code = Error::Code::Io, .message = message, .where = {.file = m_path}};
}

} // namespace auditloupe
