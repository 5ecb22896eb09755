// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/rowstatement.h"

#include "model/query/fieldfunctions.h"

namespace auditloupe {

namespace {

int bindValue(SQLite::Database &database, sqlite3_stmt *statement, int parameter,
              const SqlText::Value &value)
{
    if (const auto *test = std::get_if<std::shared_ptr<const ValueTest>>(&value)) {
        return sqlite3_bind_int64(statement, parameter, FieldFunctions::keep(database, *test));
    }
    if (const auto *stages = std::get_if<std::shared_ptr<const RequestStages>>(&value)) {
        return sqlite3_bind_int64(statement, parameter, FieldFunctions::keep(database, *stages));
    }
    if (const auto *text = std::get_if<std::string>(&value)) {
        return sqlite3_bind_text(statement, parameter, text->data(), static_cast<int>(text->size()),
                                 SQLITE_TRANSIENT);
    }
    return sqlite3_bind_int64(statement, parameter, std::get<std::int64_t>(value));
}

} // namespace

RowStatement::RowStatement(SQLite::Database &database, const std::string &sql,
                           std::span<const SqlText::Value> values)
    : m_database(database.getHandle())
{
    sqlite3_stmt *handle = nullptr;
    const int status =
        sqlite3_prepare_v2(m_database, sql.c_str(), static_cast<int>(sql.size()), &handle, nullptr);
    m_handle.reset(handle);
    if (status != SQLITE_OK) {
        throw SQLite::Exception(m_database, status);
    }
    int parameter = 0;
    for (const SqlText::Value &value : values) {
        if (const int bound = bindValue(database, handle, ++parameter, value); bound != SQLITE_OK) {
            throw SQLite::Exception(m_database, bound);
        }
    }
}

void RowStatement::bind(int parameter, std::int64_t value)
{
    if (const int status = sqlite3_bind_int64(m_handle.get(), parameter, value);
        status != SQLITE_OK) {
        throw SQLite::Exception(m_database, status);
    }
}

bool RowStatement::step()
{
    const int status = sqlite3_step(m_handle.get());
    if (status == SQLITE_ROW) {
        return true;
    }
    sqlite3_reset(m_handle.get());
    if (status != SQLITE_DONE) {
        throw SQLite::Exception(m_database, status);
    }
    return false;
}

std::string_view RowStatement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_handle.get(), column));
    return text == nullptr
        ? std::string_view()
        : std::string_view(text,
                           static_cast<std::size_t>(sqlite3_column_bytes(m_handle.get(), column)));
}

} // namespace auditloupe
