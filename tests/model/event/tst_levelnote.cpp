// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/fields.h"
#include "model/event/levelnote.h"

#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_LevelNote : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesLevelAndStage();
    void saysWhatIsLeftOut();
    void explainsAbsence_data();
    void explainsAbsence();
    void everyFieldHasAReason();
};

void tst_LevelNote::init()
{
    QTest::failOnWarning();
}

void tst_LevelNote::namesLevelAndStage()
{
    QCOMPARE(levelNote({.level = Level::Metadata, .stage = Stage::ResponseComplete}).title,
             u"Metadata at ResponseComplete"_s);
    QCOMPARE(levelNote({.level = Level::Request}).title, u"Request"_s);
    QCOMPARE(levelNote({}).title, u"Unknown level"_s);
}

void tst_LevelNote::saysWhatIsLeftOut()
{
    const LevelNote full =
        levelNote({.level = Level::RequestResponse, .stage = Stage::ResponseComplete});
    QVERIFY(full.kept.contains("bodies"_L1));
    QVERIFY(full.leftOut.isEmpty());

    const LevelNote metadata =
        levelNote({.level = Level::Metadata, .stage = Stage::RequestReceived});
    QVERIFY(metadata.leftOut.contains("what the client sent"_L1));
    QVERIFY(metadata.leftOut.contains("Not yet known at this stage"_L1));

    const LevelNote truncated = levelNote({.level = Level::RequestResponse,
                                           .stage = Stage::ResponseComplete,
                                           .flags = bit(EventFlag::Truncated)});
    QVERIFY(truncated.leftOut.contains("too large"_L1));
}

void tst_LevelNote::explainsAbsence_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<EventFields>("event");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *field, const EventFields &event,
                        const QString &part) {
        QTest::newRow(name) << QByteArray(field) << event << part;
    };
    const EventFields complete{.level = Level::Metadata,
                               .stage = Stage::ResponseComplete,
                               .code = 200,
                               .verb = "get",
                               .username = "jane",
                               .resource = "pods"};
    row("level", "requestObject", complete,
        u"requestObject exists from level Request on; this event was logged at Metadata."_s);
    EventFields event = complete;
    event.stage = Stage::RequestReceived;
    row("stage", "code", event,
        u"responseStatus.code is not yet known at RequestReceived; it is written from "
        "ResponseStarted on."_s);
    event = complete;
    event.level = Level::RequestResponse;
    event.flags = bit(EventFlag::Truncated);
    row("truncated", "responseObject", event, u"too large"_s);
    event.flags = bit(EventFlag::Salvaged);
    row("salvaged", "responseObject", event, u"cut off"_s);
    event.flags = bit(EventFlag::Inferred);
    row("export", "user.uid", event, u"does not carry user.uid"_s);
    event = complete;
    event.verb = "list";
    row("list", "name", event, u"many objects"_s);
    event.verb = "create";
    row("create", "name", event, u"generateName"_s);
    event.stage = Stage::RequestReceived;
    row("create, received", "name", event, u"had not been read"_s);
    event = complete;
    event.resource = {};
    row("no resource", "objectRef", event, u"not about a resource"_s);
    event = complete;
    event.code = 401;
    event.username = {};
    row("401", "decision", event, u"Nobody was authenticated"_s);
    row("401, user", "user.username", event, u"Nobody was authenticated"_s);
    event = complete;
    event.code = 403;
    row("403", "decision", event, u"before the authorizer was asked"_s);
    row("core group", "objectRef.apiGroup", complete, u"core group"_s);
    row("anything else", "user.uid", complete, u"could have been recorded"_s);
}

void tst_LevelNote::explainsAbsence()
{
    QFETCH(const QByteArray, field);
    QFETCH(const EventFields, event);
    QFETCH(const QString, part);
    const Field *found = findField(field.toStdString());
    QVERIFY(found != nullptr);
    const QString text = absence(*found, event);
    QVERIFY2(text.contains(part), qPrintable(text));
}

void tst_LevelNote::everyFieldHasAReason()
{
    for (const Field &field : fieldCatalogue()) {
        QVERIFY(absence(field, {}).endsWith(u'.'));
    }
}

QTEST_GUILESS_MAIN(tst_LevelNote)
#include "tst_levelnote.moc"
