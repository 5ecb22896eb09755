// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/time.h"
#include "model/evidence/rotation.h"

#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_Rotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void namesTellTheLogAndTheTime_data();
    void namesTellTheLogAndTheTime();
    void piecesOfOneLogFollowEachOther();
    void twoNodesAreTwoLogs();
    void numberedFilesAreOneStream();
    void everySourceIsInOneStream();

private:
    static std::vector<SourceInfo> sources(const QStringList &paths)
    {
        std::vector<SourceInfo> list;
        for (const QString &path : paths) {
            list.push_back({.path = path});
        }
        return list;
    }
};

void tst_Rotation::namesTellTheLogAndTheTime_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("log");
    QTest::addColumn<QString>("rotated");
    const QString time = u"2026-11-20T16:22:49.410000Z"_s;
    QTest::newRow("closed") << u"/e/audit-2026-11-20T16-22-49.410.log"_s << u"/e/audit.log"_s
                            << time;
    QTest::newRow("closed, gzip") << u"/e/audit-2026-11-20T16-22-49.410.log.gz"_s
                                  << u"/e/audit.log"_s << time;
    QTest::newRow("closed, zstd") << u"/e/audit-2026-11-20T16-22-49.410.log.zst"_s
                                  << u"/e/audit.log"_s << time;
    QTest::newRow("without ending") << u"audit-2026-11-20T16-22-49.410"_s << u"audit"_s << time;
    QTest::newRow("a node's") << u"/e/cp-1-audit-2026-11-20T16-22-49.410.log"_s
                              << u"/e/cp-1-audit.log"_s << time;
    QTest::newRow("open") << u"/e/audit.log"_s << u"/e/audit.log"_s << QString();
    QTest::newRow("open, gzip") << u"/e/audit.log.gz"_s << u"/e/audit.log"_s << QString();
    QTest::newRow("logrotate") << u"/e/audit.log.2.gz"_s << u"/e/audit.log"_s << QString();
    QTest::newRow("no such day") << u"/e/audit-2026-02-30T16-22-49.410.log"_s
                                 << u"/e/audit-2026-02-30T16-22-49.410.log"_s << QString();
    QTest::newRow("standard input") << u"-"_s << u"-"_s << QString();
}

void tst_Rotation::namesTellTheLogAndTheTime()
{
    QFETCH(const QString, path);
    QFETCH(const QString, log);
    QFETCH(const QString, rotated);
    const PieceName name = pieceName(path);
    QCOMPARE(name.log, log);
    QCOMPARE(name.rotatedUs ? formatTimeUtc(*name.rotatedUs) : QString(), rotated);
}

void tst_Rotation::piecesOfOneLogFollowEachOther()
{
    const auto list = sources({u"/e/audit.log"_s, u"/e/audit-2026-11-20T16-23-00.779.log.gz"_s,
                               u"/e/audit-2026-11-20T16-22-49.410.log.gz"_s});
    const std::vector<Stream> streams = streamsOf(list);
    QCOMPARE(streams.size(), std::size_t{1});
    QVERIFY(streams[0].isRotated);
    QCOMPARE(streams[0].pieces.size(), std::size_t{3});
    QCOMPARE(streams[0].pieces[0].source, std::size_t{2});
    QCOMPARE(streams[0].pieces[1].source, std::size_t{1});
    QCOMPARE(streams[0].pieces[2].source, std::size_t{0});
    QVERIFY(!streams[0].pieces[2].rotatedUs);
}

void tst_Rotation::twoNodesAreTwoLogs()
{
    const auto list =
        sources({u"/e/cp-1-audit.log"_s, u"/e/cp-1-audit-2026-11-20T16-23-00.779.log"_s,
                 u"/e/cp-2-audit.log"_s, u"/e/cp-2-audit-2026-11-20T16-23-00.779.log"_s,
                 u"/other/cp-1-audit.log"_s});
    QCOMPARE(streamsOf(list).size(), std::size_t{3});
}

void tst_Rotation::numberedFilesAreOneStream()
{
    const auto list = sources({u"/w/0001.json"_s, u"/w/0002.json"_s, u"/w/headers.json"_s,
                               u"/w/audit.log.1"_s, u"/w/audit.log.2.gz"_s});
    const std::vector<Stream> streams = streamsOf(list);
    QCOMPARE(streams.size(), std::size_t{3});
    for (const Stream &stream : streams) {
        QVERIFY(!stream.isRotated);
    }
}

void tst_Rotation::everySourceIsInOneStream()
{
    const auto list = sources({u"-"_s, u"-"_s, u"/a/1/x.log"_s, u"/a/2/x.log"_s, u""_s});
    std::vector<int> seen(list.size(), 0);
    for (const Stream &stream : streamsOf(list)) {
        for (const Stream::Piece &piece : stream.pieces) {
            ++seen[piece.source];
        }
    }
    QCOMPARE(seen, std::vector<int>(list.size(), 1));
}

QTEST_GUILESS_MAIN(tst_Rotation)
#include "tst_rotation.moc"
