// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// bench_run RESULT CMD [ARGS]: runs CMD as it is and writes one line to RESULT: seconds of wall
// clock, user and system time, and the peak of resident memory in KiB. Ends as CMD ended. It is
// small on purpose: a child's peak begins with what its parent had.

#include <spawn.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <sys/resource.h>
#include <sys/wait.h>

namespace {

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

bool writeResult(const char *path, double wall, const rusage &usage)
{
    std::FILE *file = std::fopen(path, "w");
    if (file == nullptr) {
        return false;
    }
    std::fprintf(file, "%.3f %.3f %.3f %ld\n", wall, seconds(usage.ru_utime),
                 seconds(usage.ru_stime), usage.ru_maxrss);
    return std::fclose(file) == 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fputs("bench_run RESULT CMD [ARGS]\n", stderr);
        return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (const int error = posix_spawnp(&child, argv[2], nullptr, nullptr, argv + 2, environ)) {
        std::fprintf(stderr, "%s: %s\n", argv[2], std::strerror(error));
        return 127;
    }
    int status = 0;
    rusage usage{};
    while (wait4(child, &status, 0, &usage) < 0) {
        if (errno != EINTR) {
            std::perror("wait4");
            return 1;
        }
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    if (!writeResult(argv[1], wall.count(), usage)) {
        std::perror(argv[1]);
        return 1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
