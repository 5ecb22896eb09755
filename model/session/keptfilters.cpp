// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/session/keptfilters.h"

#include <QSettings>

#include <algorithm>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr auto SavedKey = "filters/saved"_L1;
constexpr auto UsedKey = "filters/used"_L1;
constexpr qsizetype MostUsed = 40;
constexpr qsizetype LongestUsed = 2000; // what is longer nobody finds again in a list

std::optional<std::int64_t> timeIn(const QSettings &settings, QLatin1StringView key)
{
    bool isNumber = false;
    const qlonglong us = settings.value(key).toLongLong(&isNumber);
    return isNumber ? std::optional<std::int64_t>(us) : std::nullopt;
}

void setTime(QSettings &settings, QLatin1StringView key, std::optional<std::int64_t> us)
{
    if (us) {
        settings.setValue(key, qlonglong(*us));
    }
}

void writeFilters(const std::vector<SavedFilter> &filters)
{
    QSettings settings;
    settings.remove(SavedKey);
    settings.beginWriteArray(SavedKey);
    for (std::size_t i = 0; i < filters.size(); ++i) {
        const SavedFilter &saved = filters[i];
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue("name"_L1, saved.name);
        settings.setValue("condition"_L1, saved.text);
        setTime(settings, "from"_L1, saved.filter.fromUs);
        setTime(settings, "to"_L1, saved.filter.toUs);
        settings.setValue("unit"_L1, unitWord(saved.filter.unit));
        settings.setValue("noise"_L1, noiseWord(saved.filter.noise));
    }
    settings.endArray();
}

} // namespace

std::vector<SavedFilter> filtersInSettings()
{
    QSettings settings;
    std::vector<SavedFilter> filters;
    const int count = settings.beginReadArray(SavedKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        filters.push_back(
            {.name = settings.value("name"_L1).toString(),
             .text = settings.value("condition"_L1).toString(),
             .filter = {.fromUs = timeIn(settings, "from"_L1),
                        .toUs = timeIn(settings, "to"_L1),
                        .unit = unitOfWord(settings.value("unit"_L1).toString()),
                        .noise = noiseOfWord(settings.value("noise"_L1).toString())}});
    }
    settings.endArray();
    std::ranges::sort(filters, {}, &SavedFilter::name);
    return filters;
}

void saveFilterInSettings(const SavedFilter &filter)
{
    std::vector<SavedFilter> filters = filtersInSettings();
    std::erase_if(filters, [&](const SavedFilter &other) { return other.name == filter.name; });
    filters.push_back(filter);
    writeFilters(filters);
}

void dropFilterFromSettings(const QString &name)
{
    std::vector<SavedFilter> filters = filtersInSettings();
    std::erase_if(filters, [&name](const SavedFilter &other) { return other.name == name; });
    writeFilters(filters);
}

QStringList usedFilters()
{
    return QSettings().value(UsedKey).toStringList();
}

void noteUsedFilter(const QString &text)
{
    if (text.isEmpty() || text.size() > LongestUsed) {
        return;
    }
    QStringList used = usedFilters();
    used.removeAll(text);
    if (!used.isEmpty() && text.startsWith(used.constFirst() + " and "_L1)) {
        used.removeFirst();
    }
    used.prepend(text);
    used.resize(std::min(used.size(), MostUsed));
    QSettings().setValue(UsedKey, used);
}

void forgetUsedFilters()
{
    QSettings().remove(UsedKey);
}

} // namespace auditloupe
