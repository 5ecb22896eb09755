// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/inputstream.h"
#include "tests/testsupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <thread>

#ifdef Q_OS_UNIX
#include <unistd.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#endif

using namespace auditloupe;
using namespace Qt::StringLiterals;

/// What else than a file may stand where a file is asked for.
class tst_InputStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void pipeWithoutAWriterCanBeCancelled();
    void pipeIsReadToItsEnd();
    void othersAreRefused_data();
    void othersAreRefused();

private:
    QString makePipe();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_InputStream::initTestCase()
{
#ifndef Q_OS_UNIX
    QSKIP("no pipes or devices among the files");
#endif
}

QString tst_InputStream::makePipe()
{
    const QString path = m_folder->filePath(u"pipe"_s);
#ifdef Q_OS_UNIX
    if (mkfifo(QFile::encodeName(path).constData(), 0600) != 0) {
        qFatal("cannot make a pipe");
    }
#endif
    return path;
}

void tst_InputStream::pipeWithoutAWriterCanBeCancelled()
{
    Result<InputStream> stream = InputStream::open(makePipe());
    VERIFY_OK(stream);
    int asked = 0;
    stream->setCancelCheck([&asked] { return ++asked >= 2; });
    const auto bytes = stream->read();
    VERIFY_OK(bytes);
    QVERIFY(bytes->empty());
}

void tst_InputStream::pipeIsReadToItsEnd()
{
    const QString path = makePipe();
    Result<InputStream> stream = InputStream::open(path);
    VERIFY_OK(stream);
    const std::string sent(300'000, 'x'); // more than a pipe holds
    const std::jthread writer([&] {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
            file.write(sent.data(), static_cast<qint64>(sent.size()));
        }
    });
    std::string received;
    for (auto bytes = stream->read(); bytes && !bytes->empty(); bytes = stream->read()) {
        received += *bytes;
    }
    QCOMPARE(received, sent);
    QCOMPARE(stream->bytesFound(), 300'000);
}

void tst_InputStream::othersAreRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("word"); // of the message
    QTest::newRow("folder") << u"."_s << u"folder"_s;
    QTest::newRow("endless device") << u"/dev/zero"_s << u"device"_s;
    QTest::newRow("silent device") << u"/dev/null"_s << u"device"_s;
    QTest::newRow("socket") << u"socket"_s << u"socket"_s;
    QTest::newRow("nothing") << u"not there"_s << u"No such file"_s;
}

void tst_InputStream::othersAreRefused()
{
    QFETCH(QString, path);
    QFETCH(QString, word);
    path = QDir(m_folder->path()).absoluteFilePath(path);
#ifdef Q_OS_UNIX
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    const QByteArray name = QFile::encodeName(m_folder->filePath(u"socket"_s));
    QVERIFY(name.size() < qsizetype{sizeof address.sun_path});
    std::copy(name.begin(), name.end(), address.sun_path);
    QCOMPARE(bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    close(socket);
#endif
    const Result<InputStream> stream = InputStream::open(path);
    QVERIFY(!stream);
    QVERIFY2(stream.error().message.contains(word), qPrintable(stream.error().message));
    QCOMPARE(stream.error().where.file, path);
}

QTEST_GUILESS_MAIN(tst_InputStream)
#include "tst_inputstream.moc"
