// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/formats.h"
#include "tests/fuzz/splitstream.h"

using namespace auditloupe;

namespace {

/// The format that every record is taken for, by the name in the environment.
const Format &chosenFormat()
{
    const char *name = std::getenv("AUDITLOUPE_FUZZED_FORMAT");
    const Format *format = name == nullptr ? nullptr : formatNamed(name);
    if (format == nullptr) {
        std::abort();
    }
    return *format;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Format &format = chosenFormat();
    testing::requireEveryByte({reinterpret_cast<const char *>(data), size}, {.format = &format});
    return 0;
}
