// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/terminal.h"

#include "app/commands/command.h"
#include "model/event/plaintext.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr std::size_t BufferBytes = 1U << 20U;

std::atomic<bool> progressLineShown = false;

bool isErrorTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

void writeError(const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

bool isPlainAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

QString progressText(const Progress &progress)
{
    const QLocale locale;
    const QString name = QFileInfo(progress.item).fileName();
    if (progress.total <= 0) {
        return commandText(QT_TRANSLATE_NOOP("CommandLine", "Importing: %1 events. %2"))
            .arg(locale.toString(progress.events), name);
    }
    return commandText(QT_TRANSLATE_NOOP("CommandLine", "Importing: %1 %, %2 events. %3"))
        .arg(QString::number(progress.done * 100 / progress.total),
             locale.toString(progress.events), name);
}

} // namespace

bool StandardOutput::write(std::string_view bytes)
{
    if (!m_open) {
        return false;
    }
    m_buffer += bytes;
    return m_buffer.size() < BufferBytes || flush();
}

bool StandardOutput::flush()
{
    std::string_view rest = m_buffer;
    while (m_open && !rest.empty()) {
#ifdef Q_OS_WIN
        const auto written =
            _write(_fileno(stdout), rest.data(), static_cast<unsigned>(rest.size()));
#else
        const auto written = ::write(STDOUT_FILENO, rest.data(), rest.size());
#endif
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            close();
        }
    }
    m_buffer.clear();
    return m_open;
}

void StandardOutput::close()
{
    m_open = false;
    if (errno != EPIPE) {
        m_failed = true;
        printNotice(
            commandText(QT_TRANSLATE_NOOP("CommandLine", "Standard output cannot be written: %1"))
                .arg(qt_error_string(errno)));
    }
}

void printNotice(const QString &message)
{
    endProgress();
    writeError(u"auditloupe: "_s + terminalText(message) + u'\n');
}

QString terminalText(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t character : text.toUcs4()) {
        if (isDeceptive(character)) {
            result += u"\\u%1"_s.arg(static_cast<uint>(character), 4, 16, QLatin1Char('0'));
        } else {
            result += QString::fromUcs4(&character, 1);
        }
    }
    return result;
}

std::string terminalText(std::string_view text)
{
    if (isPlainAscii(text)) {
        return std::string(text);
    }
    return terminalText(QString::fromUtf8(text)).toStdString();
}

std::function<void(const QString &)> terminalLine()
{
    if (!isErrorTerminal()) {
        return {};
    }
    return [](const QString &text) {
        progressLineShown = true;
        writeError(u"\r\x1b[K"_s + terminalText(text).left(79));
    };
}

std::function<void(const Progress &)> terminalProgress()
{
    const std::function<void(const QString &)> draw = terminalLine();
    if (!draw) {
        return {};
    }
    return [draw](const Progress &progress) { draw(progressText(progress)); };
}

void endProgress()
{
    if (progressLineShown.exchange(false)) {
        writeError(u"\r\x1b[K"_s);
    }
}

} // namespace auditloupe
