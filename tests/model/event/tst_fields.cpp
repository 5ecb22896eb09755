// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/fields.h"

#include <QTest>

#include <set>

using namespace auditloupe;

class tst_Fields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesAreUnique();
    void findsByEitherName_data();
    void findsByEitherName();
    void unknownNameIsNull();
    void everyFieldIsExplained();
    void columnsGoWithTheirStore();
    void bodiesComeWithTheirLevel();
};

void tst_Fields::init()
{
    QTest::failOnWarning();
}

void tst_Fields::namesAreUnique()
{
    std::set<std::string_view> names;
    for (const Field &field : fieldCatalogue()) {
        QVERIFY2(names.insert(field.name).second, field.name.data());
    }
    std::set<std::string_view> shortNames;
    for (const Field &field : fieldCatalogue()) {
        QVERIFY2(field.shortName.empty() || shortNames.insert(field.shortName).second,
                 field.name.data());
    }
}

void tst_Fields::findsByEitherName_data()
{
    QTest::addColumn<QByteArray>("shortName");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *shortName, const char *name) {
        QTest::newRow(shortName) << QByteArray(shortName) << QByteArray(name);
    };
    row("user", "user.username");
    row("group", "user.groups");
    row("ip", "sourceIPs");
    row("agent", "userAgent");
    row("ns", "objectRef.namespace");
    row("resource", "objectRef.resource");
    row("sub", "objectRef.subresource");
    row("name", "objectRef.name");
    row("uri", "requestURI");
    row("code", "responseStatus.code");
    row("decision", "annotations[\"authorization.k8s.io/decision\"]");
    row("reason", "annotations[\"authorization.k8s.io/reason\"]");
    row("level", "level");
    row("stage", "stage");
    row("verb", "verb");
}

void tst_Fields::findsByEitherName()
{
    QFETCH(const QByteArray, shortName);
    QFETCH(const QByteArray, name);
    const Field *field = findField(shortName.toStdString());
    QVERIFY(field != nullptr);
    QCOMPARE(QByteArray(field->name.data(), qsizetype(field->name.size())), name);
}

void tst_Fields::unknownNameIsNull()
{
    QCOMPARE(findField(""), nullptr);
    QCOMPARE(findField("users"), nullptr);
    QCOMPARE(findField("User"), nullptr);
}

void tst_Fields::everyFieldIsExplained()
{
    for (const Field &field : fieldCatalogue()) {
        const QString text = field.explain();
        QVERIFY2(text.size() > 20 && text.endsWith(u'.') && !text.contains(u'\n'),
                 field.name.data());
    }
}

void tst_Fields::columnsGoWithTheirStore()
{
    for (const Field &field : fieldCatalogue()) {
        if (field.store == FieldStore::Document) {
            QVERIFY2(field.column.empty() && !field.path.empty(), field.name.data());
        } else if (field.store == FieldStore::Whole) {
            QVERIFY2(field.column.empty() && field.path.empty(), field.name.data());
        } else if (field.store != FieldStore::Derived) {
            QVERIFY2(!field.column.empty(), field.name.data());
        }
    }
}

void tst_Fields::bodiesComeWithTheirLevel()
{
    const Field *request = findField("requestObject");
    const Field *response = findField("responseObject");
    const Field *code = findField("code");
    QVERIFY(request != nullptr && response != nullptr && code != nullptr);
    QCOMPARE(request->firstLevel, Level::Request);
    QCOMPARE(request->firstStage, Stage::ResponseStarted);
    QCOMPARE(response->firstLevel, Level::RequestResponse);
    QCOMPARE(response->firstStage, Stage::ResponseComplete);
    QCOMPARE(code->firstLevel, Level::Metadata);
    QCOMPARE(code->firstStage, Stage::ResponseStarted);
}

QTEST_GUILESS_MAIN(tst_Fields)
#include "tst_fields.moc"
