// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe::testing {

/// A member of an archive that a test makes.
struct NewMember
{
    std::string name = {};
    std::string bytes = {};
    std::string link = {}; ///< a symbolic link to it, not a file
};

/// "tar" or "zip", and what is to be around it or in it: "gzip", "xz", "zipcrypt".
struct NewArchive
{
    std::string format = "tar";
    std::string filter = {};
    std::string encryption = {};
};

namespace detail {

inline void addMember(archive *writer, const NewMember &member)
{
    constexpr int ModifiedS = 1'700'000'000;
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              archive_entry_free);
    archive_entry_set_pathname(entry.get(), member.name.c_str());
    archive_entry_set_mtime(entry.get(), ModifiedS, 0);
    archive_entry_set_perm(entry.get(), 0640);
    if (!member.link.empty()) {
        archive_entry_set_filetype(entry.get(), AE_IFLNK);
        archive_entry_set_symlink(entry.get(), member.link.c_str());
    } else if (member.name.ends_with('/')) {
        archive_entry_set_filetype(entry.get(), AE_IFDIR);
    } else {
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_size(entry.get(), std::ssize(member.bytes));
    }
    archive_write_header(writer, entry.get());
    archive_write_data(writer, member.bytes.data(), member.bytes.size());
}

} // namespace detail

/// The archive's bytes; none where the library could not make it.
inline std::string packed(const std::vector<NewMember> &members, const NewArchive &kind = {})
{
    std::string bytes;
    const std::unique_ptr<archive, decltype(&archive_write_free)> writer(archive_write_new(),
                                                                         archive_write_free);
    archive_write_set_format_by_name(writer.get(), kind.format == "tar" ? "gnutar" : "zip");
    if (!kind.filter.empty()) {
        archive_write_add_filter_by_name(writer.get(), kind.filter.c_str());
    }
    if (!kind.encryption.empty()) {
        archive_write_set_options(writer.get(), ("zip:encryption=" + kind.encryption).c_str());
        archive_write_set_passphrase(writer.get(), "secret");
    }
    const auto take = [](archive * /*writer*/, void *to, const void *from, std::size_t size) {
        static_cast<std::string *>(to)->append(static_cast<const char *>(from), size);
        return static_cast<la_ssize_t>(size);
    };
    archive_write_open2(writer.get(), &bytes, nullptr, take, nullptr, nullptr);
    for (const NewMember &member : members) {
        detail::addMember(writer.get(), member);
    }
    return archive_write_close(writer.get()) == ARCHIVE_OK ? bytes : std::string();
}

} // namespace auditloupe::testing
