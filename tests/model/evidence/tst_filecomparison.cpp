// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/filecomparison.h"
#include "tests/model/casefile/casetesting.h"

#include <QDateTime>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

class tst_FileComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void untouchedFileIsUnchanged();
    void newTimeAloneIsNoChange();
    void appendedFileHasGrown();
    void editedFileIsChanged();
    void cutFileIsChanged();
    void removedFileIsMissing();
    void whatIsNoFileIsNotRead();
    void unreadSourceCannotBeCompared();
    void cancelStopsReading();

private:
    FileChange change() { return compareWithFile(m_source, {}).value().change; }
    void write(std::string_view bytes) { writeFile(m_folder, u"audit.log"_s, bytes); }

    QTemporaryDir m_folder;
    SourceInfo m_source;
};

void tst_FileComparison::init()
{
    QTest::failOnWarning();
    const QString path = writeFile(m_folder, u"audit.log"_s, auditLines(0, 50));
    const QFileInfo info(path);
    m_source = {.path = path,
                .bytes = info.size(),
                .sha256 = sha256Of(path),
                .modifiedUs = info.lastModified().toMSecsSinceEpoch() * 1000};
}

void tst_FileComparison::untouchedFileIsUnchanged()
{
    const Result<FileComparison> comparison = compareWithFile(m_source, {});
    VERIFY_OK(comparison);
    QCOMPARE(comparison->change, FileChange::Unchanged);
    QCOMPARE(comparison->sha256, m_source.sha256);
    QCOMPARE(comparison->bytes, m_source.bytes);
}

void tst_FileComparison::newTimeAloneIsNoChange()
{
    QFile file(m_source.path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-9),
                             QFileDevice::FileModificationTime));
    file.close();
    QCOMPARE(change(), FileChange::Touched);
}

void tst_FileComparison::appendedFileHasGrown()
{
    write(auditLines(0, 51));
    QCOMPARE(change(), FileChange::Grown);
}

void tst_FileComparison::editedFileIsChanged()
{
    std::string lines = auditLines(0, 50);
    lines[lines.find("delete")] = 'D';
    write(lines);
    QCOMPARE(change(), FileChange::Changed);
}

void tst_FileComparison::cutFileIsChanged()
{
    write(auditLines(0, 49));
    QCOMPARE(change(), FileChange::Changed);
}

void tst_FileComparison::removedFileIsMissing()
{
    QVERIFY(QFile::remove(m_source.path));
    QCOMPARE(change(), FileChange::Missing);
}

void tst_FileComparison::whatIsNoFileIsNotRead()
{
    m_source.path = u"-"_s;
    QCOMPARE(change(), FileChange::NoFile);
    m_source.path = m_folder.path();
    QCOMPARE(change(), FileChange::NoFile);
}

void tst_FileComparison::unreadSourceCannotBeCompared()
{
    m_source.sha256.clear();
    QCOMPARE(change(), FileChange::Unknown);
}

void tst_FileComparison::cancelStopsReading()
{
    std::stop_source stop;
    stop.request_stop();
    const Result<FileComparison> comparison = compareWithFile(m_source, {.stop = stop.get_token()});
    QVERIFY(!comparison);
    QCOMPARE(comparison.error().code, Error::Code::Cancelled);
}

QTEST_GUILESS_MAIN(tst_FileComparison)
#include "tst_filecomparison.moc"
