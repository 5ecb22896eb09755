// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// bench_wraplog FORMAT LOG FILE: writes an audit log of JSON lines again as a cloud exports it, and
// prints how many events the export has.

#include "tests/bench/wrapping.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

namespace {

using namespace auditloupe;
using namespace std::string_view_literals;

/// What stands in front of all entries, between two of them and behind the last.
struct Wrapping
{
    std::string_view format;
    std::string_view head;
    std::string_view between;
    std::string_view tail;
    void (*append)(std::string &out, EventLine &event);
    bool (*keeps)(const EventLine &event) = [](const EventLine &) { return true; };
};

constexpr std::array Wrappings{
    Wrapping{"eks-events"sv, "{\n    \"events\": [\n"sv, ",\n"sv,
             "\n    ],\n    \"searchedLogStreams\": []\n}\n"sv, appendCloudWatchEvent},
    Wrapping{"eks-s3"sv, ""sv, "\n"sv, "\n"sv, appendCloudWatchLine},
    Wrapping{"gke-lines"sv, ""sv, "\n"sv, "\n"sv, appendLogEntry, hasLogEntry},
    Wrapping{"gke-array"sv, "[\n"sv, ",\n"sv, "\n]\n"sv, appendPrettyLogEntry, hasLogEntry},
    Wrapping{"aks-lines"sv, ""sv, "\n"sv, "\n"sv, appendDiagnosticRecord},
};

/// How many events it wrote; negative where something went wrong.
int wrapLog(const Wrapping &wrapping, std::istream &log, std::ostream &file)
{
    constexpr std::size_t WriteBytes = 1U << 20U;
    std::string line;
    std::string out(wrapping.head);
    EventLine event;
    int events = 0;
    while (std::getline(log, line)) {
        if (!event.read(line)) {
            return -1;
        }
        if (!wrapping.keeps(event)) {
            continue;
        }
        out += events++ == 0 ? ""sv : wrapping.between;
        wrapping.append(out, event);
        if (out.size() >= WriteBytes) {
            file.write(out.data(), static_cast<std::streamsize>(out.size()));
            out.clear();
        }
    }
    out += wrapping.tail;
    file.write(out.data(), static_cast<std::streamsize>(out.size()));
    return log.eof() && file.flush() ? events : -1;
}

} // namespace

int main(int argc, char **argv)
{
    const auto wrapping =
        std::ranges::find(Wrappings, std::string_view(argc > 1 ? argv[1] : ""), &Wrapping::format);
    if (argc != 4 || wrapping == Wrappings.end()) {
        std::cerr << "bench_wraplog FORMAT LOG FILE, where FORMAT is one of\n";
        for (const Wrapping &known : Wrappings) {
            std::cerr << "    " << known.format << '\n';
        }
        return 2;
    }
    std::ifstream log(argv[2], std::ios::binary);
    std::ofstream file(argv[3], std::ios::binary);
    const int events = log && file ? wrapLog(*wrapping, log, file) : -1;
    if (events < 0) {
        std::cerr << "cannot wrap " << argv[2] << " into " << argv[3] << '\n';
        return 1;
    }
    std::cout << events << '\n';
    return 0;
}
