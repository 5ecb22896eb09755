// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/splitstream.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    auditloupe::testing::requireEveryByte({reinterpret_cast<const char *>(data), size});
    return 0;
}
