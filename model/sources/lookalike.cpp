// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/lookalike.h"

#include "model/sources/linecursor.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// klog's header: severity, month and day, time: "I0612 13:30:25.000000".
bool isKlog(std::string_view line)
{
    return line.size() > 20 && "IWEF"sv.find(line[0]) != std::string_view::npos
        && std::all_of(line.begin() + 1, line.begin() + 5, isDigit) && line[5] == ' '
        && isDigit(line[6]) && isDigit(line[7]) && line[8] == ':';
}

/// "2023-06-12T13:30:25.1Z stdout F …" (CRI).
bool isContainerLog(std::string_view line)
{
    if (line.size() < 30 || !isDigit(line[0]) || line[4] != '-') {
        return false;
    }
    const std::size_t blank = line.find(' ');
    if (blank > 40) { // npos too
        return false;
    }
    const std::string_view stream = line.substr(blank + 1, 7);
    return stream == "stdout "sv || stream == "stderr "sv;
}

bool isBinary(std::string_view line)
{
    const std::string_view head = line.substr(0, 512);
    const auto odd = std::count_if(head.begin(), head.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r' && c != '\x1b';
    });
    return head.find('\0') != std::string_view::npos
        || odd > static_cast<std::ptrdiff_t>(head.size() / 10);
}

bool isWord(std::string_view text)
{
    return !text.empty() && text.find_first_of(" \t\"{}="sv) == std::string_view::npos;
}

/// "master-0.example.com audit-2026-11-20T15-49-27.247.log": what `oc adm node-logs` prints of a
/// folder.
bool isNodeListing(std::string_view line)
{
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos || line.size() > 512) {
        return false;
    }
    const std::string_view file = line.substr(blank + 1);
    return isWord(line.substr(0, blank)) && isWord(file)
        && (file.ends_with(".log"sv) || file.ends_with(".log.gz"sv));
}

/// The line behind the time that a store or a collector put in front of it.
std::string_view withoutTime(std::string_view line)
{
    LineCursor cursor(line);
    return isTimestamp(cursor.word()) ? cursor.rest() : line;
}

bool isAuditd(std::string_view line)
{
    return line.starts_with("type="sv) && line.find("msg=audit("sv) != std::string_view::npos;
}

/// The login of EKS, a log stream beside the audit log's.
bool isAuthenticator(std::string_view line)
{
    return line.find(" level="sv) != std::string_view::npos
        && (line.find(" arn=\"arn:aws"sv) != std::string_view::npos
            || line.find("aws-iam-authenticator"sv) != std::string_view::npos);
}

/// What to do with a file of this kind, and where the audit log would be.
struct Advice
{
    QLatin1StringView kind; ///< or what it begins with
    const char *text;
};

constexpr std::array KindAdvice{
    Advice{"core Event"_L1,
           QT_TRANSLATE_NOOP(
               "Lookalike",
               "These are Kubernetes Events (kubectl get events), which the cluster keeps for an "
               "hour. The audit log is the file that kube-apiserver's --audit-log-path names.")},
    Advice{"AdmissionReview"_L1,
           QT_TRANSLATE_NOOP(
               "Lookalike",
               "These are admission webhook requests. The audit log is the file that "
               "kube-apiserver's --audit-log-path names, or what its audit webhook received.")},
    Advice{"klog"_L1,
           QT_TRANSLATE_NOOP("Lookalike",
                             "This is a Kubernetes component's own log (klog). The audit log is "
                             "the file that kube-apiserver's --audit-log-path names.")},
    Advice{"Linux auditd"_L1,
           QT_TRANSLATE_NOOP(
               "Lookalike",
               "This is the operating system's audit log (auditd) of one machine. The Kubernetes "
               "audit log is the file that kube-apiserver's --audit-log-path names.")},
    Advice{
        "legacy audit text"_L1,
        QT_TRANSLATE_NOOP("Lookalike",
                          "These are audit lines in the old text format, or the API server's own "
                          "log of events that it could not deliver. A file of them is read when it "
                          "is opened itself, or with “auditloupe import --format legacy-text”.")},
    Advice{"EKS authenticator"_L1,
           QT_TRANSLATE_NOOP("Lookalike",
                             "This is the log of EKS's authenticator. The audit log is in the log "
                             "streams whose names begin with kube-apiserver-audit.")},
    Advice{"EKS "_L1,
           QT_TRANSLATE_NOOP("Lookalike",
                             "This is the log of another component of EKS's control plane. The "
                             "audit log is in the log streams whose names begin with "
                             "kube-apiserver-audit.")},
    Advice{"CloudWatch export test"_L1,
           QT_TRANSLATE_NOOP("Lookalike",
                             "CloudWatch Logs wrote this when it tried whether it may export. The "
                             "logs are in the folders beside it.")},
    Advice{"container log"_L1,
           QT_TRANSLATE_NOOP("Lookalike",
                             "This is a container's log as the node keeps it, and it holds no "
                             "audit event that could be read. The audit log is the file that "
                             "kube-apiserver's --audit-log-path names.")},
    Advice{"archive"_L1,
           QT_TRANSLATE_NOOP("Lookalike", "No member of this archive is an audit log.")},
    Advice{"list of log files"_L1,
           QT_TRANSLATE_NOOP("Lookalike",
                             "This is a list of audit log files, not events: a must-gather has one "
                             "beside the logs that it names.")},
    Advice{"binary"_L1, QT_TRANSLATE_NOOP("Lookalike", "This is a binary file, not a log.")},
    Advice{
        "empty"_L1,
        QT_TRANSLATE_NOOP("Lookalike",
                          "The file is empty. A kube-apiserver's audit log stays so where it has "
                          "--audit-log-path but no --audit-policy-file.")},
};

} // namespace

std::string_view kindOfTextLine(std::string_view line)
{
    const std::string_view message = withoutTime(line);
    if (isKlog(message)) {
        return "klog"sv;
    }
    if (isAuditd(message)) {
        return "Linux auditd"sv;
    }
    if (line.find(" AUDIT: id=\""sv) != std::string_view::npos) {
        return "legacy audit text"sv;
    }
    if (isAuthenticator(line)) {
        return "EKS authenticator"sv;
    }
    if (line == "Permission Check Successful"sv) {
        return "CloudWatch export test"sv;
    }
    if (isContainerLog(line)) {
        return "container log"sv;
    }
    if (isNodeListing(line)) {
        return "list of log files"sv;
    }
    return isBinary(line) ? "binary"sv : "text"sv;
}

std::string_view kindOfOtherJson(JsonKind kind, std::string_view json)
{
    if (kind == JsonKind::CoreEvent) {
        return "core Event"sv;
    }
    if (kind == JsonKind::AdmissionReview) {
        return "AdmissionReview"sv;
    }
    const std::string_view head = json.substr(0, 16);
    if (head.starts_with("{\"log\":"sv)
        && json.find("\"stream\":\"std"sv) != std::string_view::npos) {
        return "container log (json-file)"sv;
    }
    return "other JSON"sv;
}

QString lookalikeAdvice(const QString &kind)
{
    const auto known = std::ranges::find_if(
        KindAdvice, [&kind](const Advice &advice) { return kind.startsWith(advice.kind); });
    return QCoreApplication::translate(
        "Lookalike",
        known != KindAdvice.end()
            ? known->text
            : QT_TRANSLATE_NOOP("Lookalike", "No audit event was found in it."));
}

} // namespace auditloupe
