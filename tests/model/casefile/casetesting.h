// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/casereader.h"
#include "model/import/importer.h"
#include "tests/testsupport.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <vector>

namespace auditloupe::testing {

/// An event as the API server writes it. Number n has a request and times of its own.
inline std::string auditLine(int n, std::string_view stage = "ResponseComplete",
                             std::string_view more = {})
{
    const std::string number = std::to_string(100'000'000 + n).substr(1);
    return R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"id-)"
        + number + R"(","stage":")" + std::string(stage)
        + R"(","requestURI":"/api/v1/namespaces/ns/configmaps/c)" + number
        + R"(","verb":"delete","user":{"username":"user)" + std::to_string(n % 7)
        + R"(","groups":["g1","system:authenticated"]},"sourceIPs":["10.0.0.1"],)"
        + R"("objectRef":{"resource":"configmaps","namespace":"ns","name":"c)" + number
        + R"("},"responseStatus":{"metadata":{},"code":200},)"
        + R"("requestReceivedTimestamp":"2026-03-14T02:41:)" + std::to_string(10 + n % 50) + "."
        + number.substr(2) + R"(Z","stageTimestamp":"2026-03-14T02:42:)"
        + std::to_string(10 + n % 50) + "." + number.substr(2) + R"(Z")" + std::string(more) + "}";
}

inline std::string auditLines(int from, int to)
{
    std::string lines;
    for (int n = from; n < to; ++n) {
        lines += auditLine(n) + '\n';
    }
    return lines;
}

inline QString writeFile(const QTemporaryDir &folder, const QString &name, std::string_view bytes)
{
    const QString path = folder.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0) {
        qFatal("cannot write %s", qPrintable(path));
    }
    return path;
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray sha256Of(const QString &path)
{
    return QCryptographicHash::hash(readFile(path), QCryptographicHash::Sha256);
}

/// Every row of the case with the bytes of its event, as text: what two imports must agree in.
inline std::vector<std::string> dumpEvents(CaseReader &reader)
{
    std::vector<std::string> dump;
    const SQLite::Transaction reading(reader.database()); // a lock once, not for each row
    const auto events = static_cast<std::size_t>(reader.summary().value().events);
    for (std::uint32_t id = 1; dump.size() < events; ++id) {
        const EventId ids[] = {EventId{id}};
        const auto rows = reader.rows(ids);
        if (rows.value().empty()) {
            continue; // the number of a copy
        }
        const EventRow &row = rows->front();
        dump.push_back(std::to_string(id) + ' ' + row.auditId.value_or("-") + ' '
                       + row.username.value_or("-") + ' ' + std::to_string(row.last) + ' '
                       + reader.eventBytes(row.id).value_or(QByteArray()).toStdString());
    }
    return dump;
}

} // namespace auditloupe::testing
