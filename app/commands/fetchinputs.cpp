// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/fetchinputs.h"

#include "app/commands/terminal.h"
#include "app/fetch/download.h"
#include "app/fetch/fetchurl.h"

#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

/// "500M", "20 GiB", "1048576": bytes, in powers of 1024.
std::optional<std::int64_t> bytesOf(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,9})\\s*([kmgt]?)(?:i?b)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    const std::int64_t number = match.captured(1).toLongLong();
    if (!match.hasMatch() || number == 0) {
        return {};
    }
    const QString unit = match.captured(2).toLower();
    const auto power = unit.isEmpty() ? 0 : 1 + u"kmgt"_s.indexOf(unit);
    return number << (10 * power);
}

QString progressText(const FetchProgress &progress)
{
    const QLocale locale;
    const QString rate = locale.formattedDataSize(progress.bytesPerSecond);
    const QString done = locale.formattedDataSize(progress.done);
    if (progress.total <= 0) {
        return commandText(QT_TRANSLATE_NOOP("CommandLine", "Downloading: %1, %2/s. %3"))
            .arg(done, rate, progress.name);
    }
    return commandText(QT_TRANSLATE_NOOP("CommandLine", "Downloading: %1 %, %2 of %3, %4/s. %5"))
        .arg(QString::number(progress.done * 100 / progress.total), done,
             locale.formattedDataSize(progress.total), rate, progress.name);
}

/// What to do where a download did not come to its end.
QString adviceFor(const Fetched &fetched)
{
    if (fetched.state == FetchState::AsksToFollow) {
        return u' '
            + commandText(QT_TRANSLATE_NOOP("CommandLine", "“--follow %1” allows that."))
                  .arg(fetched.redirectHost);
    }
    if (fetched.bytes == 0) {
        return {};
    }
    return u' '
        + commandText(QT_TRANSLATE_NOOP("CommandLine",
                                        "%1 bytes are kept in %2; the same command goes on."))
              .arg(QLocale().toString(static_cast<qlonglong>(fetched.bytes)), fetched.path);
}

void tell(const QUrl &url, const Fetched &fetched)
{
    const QString name = maskedUrl(url);
    for (const QString &redirect : fetched.info.redirects) {
        printNotice(commandText(QT_TRANSLATE_NOOP("CommandLine", "%1: redirected to %2"))
                        .arg(name, redirect));
    }
    for (const QString &note : fetched.notes) {
        printNotice(u"%1: %2"_s.arg(name, note));
    }
    if (fetched.state == FetchState::Complete) {
        return;
    }
    const QString message = fetched.state == FetchState::Cancelled
        ? commandText(QT_TRANSLATE_NOOP("CommandLine", "The download was stopped."))
        : fetched.message;
    printNotice(u"%1: %2"_s.arg(name, message + adviceFor(fetched)));
}

/// What arrived of a download that broke off, now or before, is better than nothing.
bool isWorthImporting(const Fetched &fetched)
{
    return fetched.bytes > 0 && fetched.state != FetchState::AsksToFollow
        && fetched.state != FetchState::Cancelled;
}

} // namespace

void addFetchOptions(QCommandLineParser &parser)
{
    addOption(parser, u"max-size"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "The largest file to download, such as 500M; otherwise 20G."),
              u"SIZE"_s);
    addOption(parser, u"follow"_s,
              QT_TRANSLATE_NOOP("CommandLine",
                                "Another host that a download may be redirected to; can be "
                                "repeated."),
              u"HOST"_s);
}

Result<FetchLimits> fetchLimits(const QCommandLineParser &parser)
{
    FetchLimits limits{.maxBytes = DefaultMaxBytes, .followHosts = parser.values(u"follow"_s)};
    if (!parser.isSet(u"max-size"_s)) {
        return limits;
    }
    const QString text = parser.value(u"max-size"_s);
    const std::optional<std::int64_t> bytes = bytesOf(text);
    if (!bytes) {
        return std::unexpected(
            Error{.message = commandText(QT_TRANSLATE_NOOP("CommandLine",
                                                           "“%1” is no size such as 500M or 20G."))
                                 .arg(text)});
    }
    limits.maxBytes = *bytes;
    return limits;
}

Result<void> checkUrls(const QStringList &inputs)
{
    for (const QString &input : inputs) {
        if (!looksLikeUrl(input)) {
            continue;
        }
        if (const Result<QUrl> url = urlFrom(input); !url) {
            return std::unexpected(url.error());
        }
    }
    return {};
}

FetchedInputs fetchInputs(const QStringList &inputs, const FetchLimits &limits,
                          const JobControl &control)
{
    const std::function<void(const QString &)> draw = terminalLine();
    FetchControl fetching{.stop = control.stop};
    if (draw) {
        fetching.progress = [&draw](const FetchProgress &progress) {
            draw(progressText(progress));
        };
    }
    FetchedInputs result;
    for (const QString &input : inputs) {
        const Result<QUrl> url = looksLikeUrl(input) ? urlFrom(input) : Result<QUrl>(QUrl());
        if (control.isCancelled() || !url) {
            result.areAllWhole = false;
            break;
        }
        if (url->isEmpty()) {
            result.files.append(input);
            continue;
        }
        const Fetched fetched =
            fetch({.url = *url, .maxBytes = limits.maxBytes, .followHosts = limits.followHosts},
                  fetching);
        tell(*url, fetched);
        result.areAllWhole = result.areAllWhole && fetched.state == FetchState::Complete;
        if (isWorthImporting(fetched)) {
            const QString path = QFileInfo(fetched.path).absoluteFilePath();
            result.files.append(path);
            result.downloads.emplace(path, fetched.info);
        }
    }
    endProgress();
    return result;
}

} // namespace auditloupe
