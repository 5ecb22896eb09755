// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/recentcases.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr std::size_t Kept = 12;
constexpr std::int64_t UsPerMs = 1000;

std::vector<RecentCase> load()
{
    std::vector<RecentCase> cases;
    QSettings settings;
    const int size = settings.beginReadArray(u"recentCases"_s);
    for (int i = 0; i < size; ++i) {
        settings.setArrayIndex(i);
        cases.push_back({.path = settings.value(u"path"_s).toString(),
                         .openedUs = settings.value(u"openedUs"_s).toLongLong(),
                         .events = settings.value(u"events"_s).toLongLong()});
    }
    settings.endArray();
    std::erase_if(cases, [](const RecentCase &recent) { return recent.path.isEmpty(); });
    return cases;
}

void store(const std::vector<RecentCase> &cases)
{
    QSettings settings;
    settings.remove(u"recentCases"_s);
    settings.beginWriteArray(u"recentCases"_s, static_cast<int>(cases.size()));
    int i = 0;
    for (const RecentCase &recent : cases) {
        settings.setArrayIndex(i++);
        settings.setValue(u"path"_s, recent.path);
        settings.setValue(u"openedUs"_s, QVariant::fromValue(qint64(recent.openedUs)));
        settings.setValue(u"events"_s, QVariant::fromValue(qint64(recent.events)));
    }
    settings.endArray();
}

void eraseCase(std::vector<RecentCase> &cases, const QString &path)
{
    std::erase_if(cases, [&path](const RecentCase &recent) { return recent.path == path; });
}

} // namespace

std::vector<RecentCase> recentCases()
{
    std::vector<RecentCase> cases = load();
    for (RecentCase &recent : cases) {
        recent.isMissing = !QFileInfo::exists(recent.path);
    }
    return cases;
}

void rememberCase(const QString &path, std::int64_t events)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    std::vector<RecentCase> cases = load();
    eraseCase(cases, absolute);
    const std::int64_t nowUs = QDateTime::currentMSecsSinceEpoch() * UsPerMs;
    cases.insert(cases.begin(), {.path = absolute, .openedUs = nowUs, .events = events});
    cases.resize(std::min(cases.size(), Kept));
    store(cases);
}

void forgetCase(const QString &path)
{
    std::vector<RecentCase> cases = load();
    eraseCase(cases, QFileInfo(path).absoluteFilePath());
    store(cases);
}

} // namespace auditloupe
