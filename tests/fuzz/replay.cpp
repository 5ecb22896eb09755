// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// Stands in for libFuzzer where the compiler has none: runs every file of the corpus, then a
// fixed number of mutations of each (cut, flipped, doubled), always the same ones.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

constexpr int Mutations = 200;

void run(const std::string &bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
}

std::string mutated(std::string bytes, std::mt19937 &random)
{
    if (bytes.empty()) {
        return bytes;
    }
    const auto place = [&] { return random() % bytes.size(); };
    switch (random() % 4) {
    case 0:
        bytes.resize(place());
        break;
    case 1:
        bytes[place()] = static_cast<char>(random());
        break;
    case 2:
        bytes.insert(place(), 1, "{}[]\",:\\\n\0"[random() % 10]);
        break;
    default:
        bytes.insert(place(), bytes.substr(place()));
        break;
    }
    return bytes;
}

} // namespace

int main(int argc, char **argv)
{
    std::mt19937 random(1);
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto &entry : std::filesystem::directory_iterator(argv[i])) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes(std::istreambuf_iterator<char>(file), {});
            run(bytes);
            for (int n = 0; n < Mutations && bytes.size() < 100'000; ++n) {
                run(mutated(bytes, random));
            }
            ++files;
        }
    }
    std::printf("%d files replayed\n", files);
    return files == 0 ? 1 : 0;
}
