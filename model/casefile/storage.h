// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

#include <cstddef>
#include <exception>
#include <SQLiteCpp/SQLiteCpp.h>
#include <type_traits>
#include <utility>

namespace auditloupe {

/// What SQLite's exception means for the user: disk full, read-only, no case, damaged, locked.
Error storageError(const SQLite::Exception &exception, const QString &path);
/// Anything else that was thrown, lack of memory above all.
Error storageError(const std::exception &exception, const QString &path);

/// Runs code that may throw SQLite's exceptions; they end here. `code` returns a Result or a
/// plain value.
template <typename Code>
auto guardStorage(const QString &path, Code code)
{
    using Value = std::invoke_result_t<Code>;
    if constexpr (std::is_void_v<Value>) {
        try {
            code();
            return Result<void>{};
        } catch (const SQLite::Exception &exception) {
            return Result<void>(std::unexpected(storageError(exception, path)));
        } catch (const std::exception &exception) {
            return Result<void>(std::unexpected(storageError(exception, path)));
        }
    } else {
        try {
            return Result<Value>(code());
        } catch (const SQLite::Exception &exception) {
            return Result<Value>(std::unexpected(storageError(exception, path)));
        } catch (const std::exception &exception) {
            return Result<Value>(std::unexpected(storageError(exception, path)));
        }
    }
}

/// An id as an index: what is out of range was not written by this program (SQLITE_CORRUPT).
std::size_t indexOf(const SQLite::Column &id);

} // namespace auditloupe
