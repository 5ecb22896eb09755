// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTest>

/// QVERIFY2 evaluates its message even on success, where error() would assert.
#define VERIFY_OK(result)                                                                          \
    do {                                                                                           \
        const auto &verified = (result);                                                           \
        QVERIFY2(verified.has_value(),                                                             \
                 verified.has_value()                                                              \
                     ? ""                                                                          \
                     : qPrintable(verified.error().toText() + u' ' + verified.error().detail));    \
    } while (false)
