// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <QStringList>

#include <cstddef>
#include <string>

namespace auditloupe {

class InputStream;

/// The files that the inputs name: folders walked recursively, sorted so that the same folder
/// always gives the same order, each file once. "-" stays as it is.
QStringList expandInputs(const QStringList &inputs);

/// The case that the file is, or that SQLite keeps it beside; only of the one that an import writes
/// to and of those that the window keeps, empty for all else. Reading them would undo the locks
/// that this process holds on them.
QString keptCase(const QString &path, const QString &casePath);

/// Path, size, permission bits, owner and time of a file as it is found. Standard input has none
/// but the name.
SourceInfo describeFile(const QString &path);

/// The same of an archive's member, as the archive says it. What is odd about its name is the
/// message. Cluster, node and format are those of the archive.
SourceInfo describeMember(const InputStream &member, const SourceInfo &archive);

/// So much of a text's beginning tells most logs apart.
constexpr std::size_t HeadBytes = 512;

/// The first bytes of a file's text; none where it is an archive or cannot be read.
std::string headOfFile(const QString &path);

} // namespace auditloupe
