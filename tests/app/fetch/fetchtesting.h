// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/app/fetch/fileserver.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

namespace auditloupe::testing {

inline QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator generator(7);
    for (char &byte : bytes) {
        byte = static_cast<char>(generator.generate());
    }
    return bytes;
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A private place for what is downloaded, and a server that is trusted here alone.
class FetchPlace
{
public:
    FetchPlace()
        : m_certificate(makeCertificate("IP:127.0.0.1,IP:127.0.0.2"))
    {
        for (const char *name :
             {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"}) {
            qunsetenv(name);
        }
        const QString trusted = m_folder.filePath(QStringLiteral("trusted.pem"));
        QFile file(trusted);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_certificate.certificate) < 0) {
            qFatal("no temporary folder");
        }
        qputenv("SSL_CERT_FILE", trusted.toUtf8());
        useFolder(QStringLiteral("data"));
    }

    /// Nothing is downloaded yet in a new folder.
    void useFolder(const QString &name)
    {
        qputenv("XDG_DATA_HOME", m_folder.filePath(name).toUtf8());
    }

    const TestCertificate &certificate() const { return m_certificate; }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    TestCertificate m_certificate;
};

} // namespace auditloupe::testing
