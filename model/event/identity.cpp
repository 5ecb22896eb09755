// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/identity.h"

#include "model/event/plaintext.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr auto AccountPrefix = "system:serviceaccount:"sv;
constexpr auto NodePrefix = "system:node:"sv;
constexpr std::array KindNames{""sv,     "human"sv,        "serviceaccount"sv,
                               "node"sv, "controlplane"sv, "anonymous"sv};
constexpr std::array KindTexts{
    QT_TRANSLATE_NOOP("Identity", "unknown"),         QT_TRANSLATE_NOOP("Identity", "person"),
    QT_TRANSLATE_NOOP("Identity", "service account"), QT_TRANSLATE_NOOP("Identity", "node"),
    QT_TRANSLATE_NOOP("Identity", "control plane"),   QT_TRANSLATE_NOOP("Identity", "anonymous")};

/// Identities of managed clouds that bear no "system:" before their name.
bool isManagedControlPlane(std::string_view username)
{
    return username.starts_with("eks:"sv) || username.starts_with("gke:"sv)
        || username == "aksService"sv || username == "kube-apiserver-kubelet-client"sv;
}

} // namespace

UserKind userKind(std::string_view username)
{
    if (username.empty()) {
        return UserKind::Unknown;
    }
    if (username == "system:anonymous"sv || username == "system:unauthenticated"sv) {
        return UserKind::Anonymous;
    }
    if (username.starts_with(AccountPrefix)) {
        return UserKind::ServiceAccount;
    }
    // A bootstrap token is what a machine joins with.
    if (username.starts_with(NodePrefix) || username.starts_with("system:bootstrap:"sv)) {
        return UserKind::Node;
    }
    // OpenShift's system:admin is the certificate that its administrators hold.
    if (username != "system:admin"sv
        && (username.starts_with("system:"sv) || isManagedControlPlane(username))) {
        return UserKind::ControlPlane;
    }
    return UserKind::Human;
}

std::string_view userKindName(UserKind kind)
{
    return KindNames.at(static_cast<std::size_t>(kind));
}

QString userKindText(UserKind kind)
{
    return QCoreApplication::translate("Identity", KindTexts.at(static_cast<std::size_t>(kind)));
}

ServiceAccount serviceAccount(std::string_view username)
{
    if (!username.starts_with(AccountPrefix)) {
        return {};
    }
    const std::string_view rest = username.substr(AccountPrefix.size());
    const std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == rest.size()) {
        return {};
    }
    return {.nameSpace = rest.substr(0, colon), .name = rest.substr(colon + 1)};
}

QString userText(std::string_view username)
{
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("Identity", text);
    };
    if (username == "system:anonymous"sv) {
        return translated(QT_TRANSLATE_NOOP("Identity", "an anonymous client"));
    }
    if (const ServiceAccount account = serviceAccount(username); !account.name.empty()) {
        return translated(QT_TRANSLATE_NOOP("Identity", "service account %1/%2"))
            .arg(oneLine(account.nameSpace), oneLine(account.name));
    }
    if (username.starts_with(NodePrefix) && username.size() > NodePrefix.size()) {
        return translated(QT_TRANSLATE_NOOP("Identity", "node %1"))
            .arg(oneLine(username.substr(NodePrefix.size())));
    }
    return oneLine(username);
}

} // namespace auditloupe
