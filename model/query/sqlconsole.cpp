// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/sqlconsole.h"

#include "model/casefile/casereader.h"
#include "model/casefile/storage.h"
#include "model/query/fieldfunctions.h"
#include "model/query/sqlviews.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <memory>
#include <string_view>

namespace auditloupe {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int LongestValue = 16 * 1024 * 1024; // bytes
constexpr std::size_t MostBytes = 256UL * 1024 * 1024; // of a result

struct Finalizer
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalizer>;

QString translated(const char *text)
{
    return QCoreApplication::translate("SqlConsole", text);
}

Error invalid(const QString &message)
{
    return {.code = Error::Code::Invalid, .message = message};
}

/// Reading and computing, and nothing else: no ATTACH, no PRAGMA, no change of anything.
int authorize(void * /*data*/, int action, const char * /*first*/, const char *second,
              const char * /*database*/, const char * /*view*/)
{
    static constexpr std::array<std::string_view, 2> Forbidden{"load_extension", "fts3_tokenizer"};
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_FUNCTION:
        return std::ranges::contains(Forbidden, std::string_view(second)) ? SQLITE_DENY : SQLITE_OK;
    default:
        return SQLITE_DENY;
    }
}

SqlCell cellOf(sqlite3_stmt *row, int column, Credentials credentials)
{
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(row, column)};
    case SQLITE_FLOAT:
        return sqlite3_column_double(row, column);
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(row, column));
        std::string value(text, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
        return credentials == Credentials::Masked ? maskText(value) : value;
    }
    case SQLITE_BLOB:
        return SqlBlob{.bytes = sqlite3_column_bytes(row, column)};
    default:
        return std::monostate{};
    }
}

std::size_t sizeOf(const SqlCell &cell)
{
    const auto *text = std::get_if<std::string>(&cell);
    return sizeof cell + (text == nullptr ? 0 : text->size());
}

class Run
{
public:
    Run(sqlite3 *database, const SqlLimits &limits, Credentials credentials)
        : m_database(database)
        , m_limits(limits)
        , m_credentials(credentials)
        , m_end(Clock::now() + limits.time)
    {
    }

    bool isLate() const { return Clock::now() > m_end; }

    Result<SqlResult> run(const std::string &sql)
    {
        return prepare(sql).and_then(
            [this](const Statement &statement) { return read(*statement); });
    }

private:
    Result<Statement> prepare(const std::string &sql)
    {
        sqlite3_stmt *made = nullptr;
        const char *rest = nullptr;
        const int status =
            sqlite3_prepare_v2(m_database, sql.data(), static_cast<int>(sql.size()), &made, &rest);
        Statement statement(made);
        if (status == SQLITE_AUTH) {
            return std::unexpected(invalid(translated(QT_TRANSLATE_NOOP(
                "SqlConsole",
                "Only SELECT is allowed here: a case is evidence, and other files are "
                "none of its business."))));
        }
        if (status != SQLITE_OK) {
            return std::unexpected(failure(sql));
        }
        if (!statement) {
            return std::unexpected(
                invalid(translated(QT_TRANSLATE_NOOP("SqlConsole", "There is nothing to run."))));
        }
        if (hasStatement({rest, sql.data() + sql.size()})) {
            return std::unexpected(invalid(translated(
                QT_TRANSLATE_NOOP("SqlConsole", "Only one statement can be run at a time."))));
        }
        return statement;
    }

    /// Whether more than blanks and comments are left.
    bool hasStatement(std::string_view rest)
    {
        sqlite3_stmt *made = nullptr;
        const int status = sqlite3_prepare_v2(m_database, rest.data(),
                                              static_cast<int>(rest.size()), &made, nullptr);
        const Statement statement(made);
        return status != SQLITE_OK || statement != nullptr;
    }

    Result<SqlResult> read(sqlite3_stmt &statement)
    {
        SqlResult result;
        const int columns = sqlite3_column_count(&statement);
        for (int i = 0; i < columns; ++i) {
            result.columns.emplace_back(sqlite3_column_name(&statement, i));
        }
        std::size_t bytes = 0;
        int step = sqlite3_step(&statement);
        for (; step == SQLITE_ROW && !result.isCut; step = sqlite3_step(&statement)) {
            result.isCut =
                std::cmp_greater_equal(result.rows.size(), m_limits.rows) || bytes > MostBytes;
            if (!result.isCut) {
                bytes += addRow(result, statement, columns);
            }
        }
        if (step != SQLITE_ROW && step != SQLITE_DONE) {
            return std::unexpected(failure({}));
        }
        return result;
    }

    std::size_t addRow(SqlResult &result, sqlite3_stmt &statement, int columns)
    {
        std::size_t bytes = 0;
        std::vector<SqlCell> &row = result.rows.emplace_back();
        row.reserve(static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i) {
            row.push_back(cellOf(&statement, i, m_credentials));
            bytes += sizeOf(row.back());
        }
        return bytes;
    }

    /// With the column, where SQLite knows it.
    Error failure(const std::string &sql) const
    {
        if (sqlite3_errcode(m_database) == SQLITE_INTERRUPT) {
            return isLate()
                ? invalid(
                      translated(QT_TRANSLATE_NOOP("SqlConsole",
                                                   "The statement took longer than %1 s and was "
                                                   "stopped."))
                          .arg(m_limits.time.count()))
                : Error::cancelled();
        }
        Error error = invalid(QString::fromUtf8(sqlite3_errmsg(m_database)));
        const int at = sqlite3_error_offset(m_database);
        if (at >= 0 && std::cmp_less(at, sql.size())) {
            const auto before = std::string_view(sql).substr(0, static_cast<std::size_t>(at));
            const auto line = before.rfind('\n') + 1; // 0 where there is none
            error.where.line = 1 + std::ranges::count(before, '\n');
            error.where.column = 1 + QString::fromUtf8(before.substr(line)).size();
            error.message = translated(QT_TRANSLATE_NOOP("SqlConsole", "Line %1, column %2: %3"))
                                .arg(*error.where.line)
                                .arg(*error.where.column)
                                .arg(error.message);
        }
        return error;
    }

    sqlite3 *m_database;
    const SqlLimits &m_limits;
    Credentials m_credentials;
    Clock::time_point m_end;
};

} // namespace

std::optional<FieldText> fieldText(const SqlCell &cell)
{
    if (const auto *number = std::get_if<std::int64_t>(&cell)) {
        return FieldText{std::to_string(*number), std::to_string(*number)};
    }
    if (const auto *number = std::get_if<double>(&cell)) {
        const std::string text = std::format("{}", *number);
        return FieldText{text, std::isfinite(*number) ? text : jsonString(text)};
    }
    if (const auto *text = std::get_if<std::string>(&cell)) {
        return FieldText{*text, jsonString(*text)};
    }
    if (const auto *blob = std::get_if<SqlBlob>(&cell)) {
        const std::string text =
            translated(QT_TRANSLATE_NOOP("SqlConsole", "%1 bytes")).arg(blob->bytes).toStdString();
        return FieldText{text, jsonString(text)};
    }
    return std::nullopt;
}

Result<SqlResult> runSql(const QString &casePath, const QString &sql, const SqlLimits &limits,
                         Credentials credentials, const JobControl &control)
{
    Result<CaseReader> reader = CaseReader::open(casePath, control.stop);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    SQLite::Database &database = reader->database();
    return guardStorage(casePath,
                        [&] {
                            const FieldFunctions functions(database);
                            createSqlViews(database);
                            sqlite3 *handle = database.getHandle();
                            sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, LongestValue);
                            sqlite3_set_authorizer(handle, authorize, nullptr);
                            Run run(handle, limits, credentials);
                            reader->setCancelCheck(
                                [&] { return control.isCancelled() || run.isLate(); });
                            Result<SqlResult> result = run.run(sql.toStdString());
                            reader->setCancelCheck({});
                            return result;
                        })
        .and_then([](Result<SqlResult> result) { return result; });
}

} // namespace auditloupe
