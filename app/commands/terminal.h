// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"

#include <QString>

#include <string>
#include <string_view>

namespace auditloupe {

/// Standard output with a large buffer. A reader that went away (`| head`) ends the output
/// quietly; any other failure is told once.
class StandardOutput
{
public:
    /// False when nothing more can be written.
    bool write(std::string_view bytes);
    bool flush();

    /// Whether a failure other than a reader that went away cut the output short.
    bool hasFailed() const { return m_failed; }
    bool isOpen() const { return m_open; }

private:
    void close();

    std::string m_buffer;
    bool m_open = true;
    bool m_failed = false;
};

/// One line to standard error.
void printNotice(const QString &message);

/// Text for a terminal: what could move the cursor, hide or reorder text becomes an escape.
QString terminalText(QStringView text);
std::string terminalText(std::string_view text);

/// Draws one line on standard error, in place of the one before; empty where that is no terminal.
std::function<void(const QString &)> terminalLine();

/// A progress callback that draws one line on standard error, or nothing where that is no
/// terminal.
std::function<void(const Progress &)> terminalProgress();

/// Removes that line.
void endProgress();

} // namespace auditloupe
