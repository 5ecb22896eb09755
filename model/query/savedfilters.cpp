// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/savedfilters.h"

#include "model/casefile/casewriter.h"
#include "model/casefile/readaccess.h"
#include "model/casefile/reading.h"
#include "model/casefile/storage.h"

#include <QCoreApplication>
#include <QDateTime>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr auto EventsWord = "events"_L1;
constexpr auto RequestsWord = "requests"_L1;
constexpr auto ShownWord = "shown"_L1;
constexpr auto HiddenWord = "hidden"_L1;

std::optional<std::int64_t> timeAt(const SQLite::Column &column)
{
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

QString textAt(const SQLite::Column &column)
{
    return QString::fromStdString(column.getString());
}

void bindTime(SQLite::Statement &statement, int parameter, std::optional<std::int64_t> us)
{
    if (us) {
        statement.bind(parameter, *us);
    } else {
        statement.bind(parameter);
    }
}

/// A writer would say this, too, but in the words of the file system.
Result<void> checkWritable(const QString &casePath)
{
    if (accessTo(casePath) == CaseAccess::Shared) {
        return {};
    }
    return std::unexpected(
        Error{.code = Error::Code::Storage,
              .message = QCoreApplication::translate(
                  "SavedFilters",
                  "This case is read-only: no filter can be saved in it, nor removed. A copy of "
                  "the case (“Save case as…”) can be changed, and your settings always can."),
              .where = {.file = casePath}});
}

Result<void> change(const QString &casePath, const std::function<void(SQLite::Database &)> &work)
{
    if (const Result<void> writable = checkWritable(casePath); !writable) {
        return writable;
    }
    Result<CaseWriter> writer = CaseWriter::open(casePath);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    const Result<void> changed = writer->change(work).and_then([&] { return writer->commit(); });
    if (!changed) {
        writer->rollBack();
    }
    const Result<void> closed = writer->close();
    return changed ? closed : changed;
}

} // namespace

Result<std::vector<SavedFilter>> filtersSavedIn(CaseReader &reader)
{
    return guardStorage(reader.path(), [&] {
        const Reading reading(reader.database());
        std::vector<SavedFilter> filters;
        if (!reader.database().tableExists("saved_filter")) {
            return filters;
        }
        SQLite::Statement rows(reader.database(),
                               "SELECT name, condition, from_us, to_us, unit, noise "
                               "FROM saved_filter ORDER BY name");
        while (rows.executeStep()) {
            filters.push_back({.name = textAt(rows.getColumn(0)),
                               .text = textAt(rows.getColumn(1)),
                               .filter = {.fromUs = timeAt(rows.getColumn(2)),
                                          .toUs = timeAt(rows.getColumn(3)),
                                          .unit = unitOfWord(textAt(rows.getColumn(4))),
                                          .noise = noiseOfWord(textAt(rows.getColumn(5)))}});
        }
        return filters;
    });
}

Result<void> saveFilterIn(const QString &casePath, const SavedFilter &filter)
{
    return change(casePath, [&filter](SQLite::Database &database) {
        SQLite::Statement save(database,
                               "INSERT OR REPLACE INTO saved_filter (name, condition, from_us, "
                               "to_us, unit, noise, saved_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        save.bind(1, filter.name.toStdString());
        save.bind(2, filter.text.toStdString());
        bindTime(save, 3, filter.filter.fromUs);
        bindTime(save, 4, filter.filter.toUs);
        save.bind(5, unitWord(filter.filter.unit).data());
        save.bind(6, noiseWord(filter.filter.noise).data());
        save.bind(7, std::int64_t{QDateTime::currentMSecsSinceEpoch() * 1000});
        save.exec();
    });
}

Result<void> dropFilterFrom(const QString &casePath, const QString &name)
{
    return change(casePath, [&name](SQLite::Database &database) {
        SQLite::Statement drop(database, "DELETE FROM saved_filter WHERE name = ?1");
        drop.bind(1, name.toStdString());
        drop.exec();
    });
}

QLatin1StringView unitWord(Unit unit)
{
    return unit == Unit::Requests ? RequestsWord : EventsWord;
}

Unit unitOfWord(QStringView word)
{
    return word == RequestsWord ? Unit::Requests : Unit::Events;
}

QLatin1StringView noiseWord(Noise noise)
{
    return noise == Noise::Hidden ? HiddenWord : ShownWord;
}

Noise noiseOfWord(QStringView word)
{
    return word == HiddenWord ? Noise::Hidden : Noise::Shown;
}

} // namespace auditloupe
