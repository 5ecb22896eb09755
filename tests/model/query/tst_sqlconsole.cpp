// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/casereader.h"
#include "model/import/importer.h"
#include "model/query/eventquery.h"
#include "model/query/sqlconsole.h"
#include "model/query/sqlviews.h"
#include "tests/testsupport.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

/// The console answers what the condition language answers, and can change nothing.
class tst_SqlConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void viewsHaveTheirColumns();
    void agreesWithConditions_data();
    void agreesWithConditions();
    void timesAreThoseOfTheLog();
    void usersAndObjectsAddUp();
    void onlyReads_data();
    void onlyReads();
    void errorNamesItsPlace();
    void rowsAreLimited();
    void endlessStatementIsStopped();
    void cancelledStatementIsStopped();
    void credentialsAreMasked();

private:
    Result<SqlResult> run(const QString &sql, const SqlLimits &limits = {},
                          Credentials credentials = Credentials::Masked);
    std::int64_t number(const QString &sql);
    QByteArray digest() const;

    QTemporaryDir m_folder;
    QString m_casePath;
};

namespace {

constexpr auto Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                         "SELECT count(*) FROM n";

} // namespace

Result<SqlResult> tst_SqlConsole::run(const QString &sql, const SqlLimits &limits,
                                      Credentials credentials)
{
    return runSql(m_casePath, sql, limits, credentials, {});
}

std::int64_t tst_SqlConsole::number(const QString &sql)
{
    const Result<SqlResult> result = run(sql);
    if (!result || result->rows.size() != 1) {
        qWarning("%s", result ? "not one row" : qPrintable(result.error().toText()));
        return -1;
    }
    return std::get<std::int64_t>(result->rows.front().front());
}

QByteArray tst_SqlConsole::digest() const
{
    QFile file(m_casePath);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

void tst_SqlConsole::initTestCase()
{
    m_casePath = m_folder.filePath(u"sample.auditcase"_s);
    VERIFY_OK(
        importLogs({.casePath = m_casePath, .inputs = {QStringLiteral(AUDITLOUPE_SAMPLE)}}, {}));
}

void tst_SqlConsole::viewsHaveTheirColumns()
{
    for (const SqlView &view : sqlViews()) {
        const Result<SqlResult> result =
            run(u"SELECT * FROM %1 LIMIT 1"_s.arg(QString::fromUtf8(view.name)));
        VERIFY_OK(result);
        QCOMPARE(result->columns.size(), view.columns.size());
        for (std::size_t i = 0; i < view.columns.size(); ++i) {
            QCOMPARE(result->columns[i], view.columns[i].name);
            QVERIFY(!view.columns[i].explanation.isEmpty());
        }
    }
}

void tst_SqlConsole::agreesWithConditions_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("condition");
    const auto row = [](const char *sql, const char *condition) {
        QTest::newRow(condition) << QString::fromUtf8(sql) << QString::fromUtf8(condition);
    };
    row("verb = 'delete' AND resource = 'configmaps'", "verb=delete and resource=configmaps");
    row("outcome = 'denied'", "outcome=denied");
    row("access = 'write' AND user_kind = 'human'", "access=write and user.kind=human");
    row("level = 'RequestResponse' AND stage = 'ResponseComplete'",
        "level=RequestResponse and stage=ResponseComplete");
    row("decision = 'forbid'", "decision=forbid");
    row("code >= 400", "code>=400");
    row("latency > 1", "latency>1s");
    row("time >= '2026-03-14T00:00:00'", "time>=2026-03-14");
    row("sourceIPs LIKE '%203.0.113.66%'", "ip=203.0.113.66");
    row("namespace IS NULL", "not ns exists");
    row("source LIKE '%audit.log'", "source endswith audit.log");
}

void tst_SqlConsole::agreesWithConditions()
{
    QFETCH(QString, sql);
    QFETCH(QString, condition);
    Result<CaseReader> reader = CaseReader::open(m_casePath);
    VERIFY_OK(reader);
    const Result<Filter> filter = parseFilter(condition);
    VERIFY_OK(filter);
    const Result<std::int64_t> expected = countEvents(*reader, *filter, {});
    VERIFY_OK(expected);
    QVERIFY(*expected > 0);
    QCOMPARE(number(u"SELECT count(*) FROM events WHERE "_s + sql), *expected);
}

void tst_SqlConsole::timesAreThoseOfTheLog()
{
    const Result<SqlResult> result = run(u"SELECT id, time FROM events ORDER BY id LIMIT 50"_s);
    VERIFY_OK(result);
    Result<CaseReader> reader = CaseReader::open(m_casePath);
    VERIFY_OK(reader);
    for (const std::vector<SqlCell> &row : result->rows) {
        const auto id = EventId(static_cast<std::uint32_t>(std::get<std::int64_t>(row[0])));
        const Result<QByteArray> bytes = reader->eventBytes(id);
        VERIFY_OK(bytes);
        const QByteArray time = QByteArray::fromStdString(std::get<std::string>(row[1]));
        QVERIFY2(bytes->contains("\"stageTimestamp\":\"" + time + '"'), time);
    }
}

void tst_SqlConsole::usersAndObjectsAddUp()
{
    const std::int64_t requests = number(u"SELECT count(*) FROM requests"_s);
    QVERIFY(requests > 0 && requests < number(u"SELECT count(*) FROM events"_s));
    QCOMPARE(number(u"SELECT sum(requests) FROM users"_s), requests);
    QCOMPARE(number(u"SELECT sum(requests) FROM objects"_s),
             number(u"SELECT count(*) FROM requests WHERE resource IS NOT NULL"_s));
    QCOMPARE(number(u"SELECT denials FROM users WHERE user = 'developer-kiran'"_s),
             number(u"SELECT count(*) FROM requests WHERE user = 'developer-kiran'"
                    " AND outcome = 'denied'"_s));
}

void tst_SqlConsole::onlyReads_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *sql :
         {"DELETE FROM event", "UPDATE event SET code = 200", "DROP TABLE event",
          "INSERT INTO string VALUES (1, 'x')", "CREATE TABLE t (x)", "CREATE TEMP TABLE t (x)",
          "ATTACH DATABASE '/tmp/other.db' AS other", "PRAGMA journal_mode = WAL",
          "PRAGMA user_version", "VACUUM INTO '/tmp/copy.db'", "BEGIN", "DETACH DATABASE main",
          "SELECT load_extension('/tmp/x.so')", "REINDEX", "ANALYZE", "SAVEPOINT s",
          "SELECT * FROM pragma_user_version", "EXPLAIN DELETE FROM event"}) {
        QTest::newRow(sql) << QString::fromUtf8(sql);
    }
}

void tst_SqlConsole::onlyReads()
{
    QFETCH(QString, sql);
    const QByteArray before = digest();
    const Result<SqlResult> result = run(sql);
    QVERIFY(!result);
    QVERIFY(result.error().code == Error::Code::Invalid);
    QCOMPARE(digest(), before);
    QVERIFY(!before.isEmpty());
}

void tst_SqlConsole::errorNamesItsPlace()
{
    const Result<SqlResult> wrong = run(u"SELECT verb,\n  nothing FROM events"_s);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().where.line, 2);
    QCOMPARE(wrong.error().where.column, 3);
    QVERIFY(!run(u"SELECT 1; SELECT 2"_s));
    QVERIFY(!run(u"  -- nothing\n"_s));
    QVERIFY(run(u"SELECT 1; -- and no more"_s));
}

void tst_SqlConsole::rowsAreLimited()
{
    const Result<SqlResult> some = run(u"SELECT id FROM events"_s, {.rows = 7});
    VERIFY_OK(some);
    QCOMPARE(some->rows.size(), 7U);
    QVERIFY(some->isCut);
    const Result<SqlResult> all = run(u"SELECT 1 UNION SELECT 2"_s, {.rows = 2});
    VERIFY_OK(all);
    QVERIFY(!all->isCut);
}

void tst_SqlConsole::endlessStatementIsStopped()
{
    const Result<SqlResult> result =
        run(QString::fromUtf8(Endless), {.time = std::chrono::seconds(0)});
    QVERIFY(!result);
    QVERIFY(result.error().code == Error::Code::Invalid);
}

void tst_SqlConsole::cancelledStatementIsStopped()
{
    std::stop_source stop;
    stop.request_stop();
    const Result<SqlResult> result = runSql(m_casePath, QString::fromUtf8(Endless), {},
                                            Credentials::Masked, {.stop = stop.get_token()});
    QVERIFY(!result);
    QVERIFY(result.error().code == Error::Code::Cancelled);
}

void tst_SqlConsole::credentialsAreMasked()
{
    const QString sql =
        u"SELECT 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJrdWJlcm5ldGVzIn0.c2lnbmF0dXJlLW9mLXRva2Vu'"_s;
    const auto text = [&](Credentials credentials) {
        const Result<SqlResult> result = run(sql, {}, credentials);
        return result ? std::get<std::string>(result->rows.front().front()) : std::string();
    };
    QVERIFY(text(Credentials::Plain).starts_with("eyJhbGciOiJSUzI1NiJ9.eyJ"));
    QVERIFY(!text(Credentials::Masked).empty());
    QVERIFY(!text(Credentials::Masked).contains("c2lnbmF0dXJl"));
}

QTEST_GUILESS_MAIN(tst_SqlConsole)
#include "tst_sqlconsole.moc"
