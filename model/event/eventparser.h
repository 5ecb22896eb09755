// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"

#include <memory>
#include <string>
#include <string_view>

namespace auditloupe {

/// What a piece of JSON turned out to be.
enum class JsonKind {
    AuditEvent, ///< EventFields are filled
    BadAuditEvent, ///< says audit.k8s.io, but has no auditID or nothing beside it
    List, ///< an object with an array `items`: the elements are what counts
    CoreEvent, ///< `kubectl get events`: core/v1 or events.k8s.io Event
    AdmissionReview, ///< an admission webhook's body
    OtherJson, ///< valid as far as it was read, but no audit event
    Malformed ///< not one whole JSON object
};

/// Reads audit events (audit.k8s.io v1, v1beta1, v1alpha1; with or without kind and apiVersion).
/// Keeps its buffers between events; one parser a thread.
class EventParser
{
public:
    /// Bytes that must be readable behind every text given to parse().
    static constexpr std::size_t Padding = 64;

    EventParser();
    ~EventParser();

    /// `json` is one JSON object, surrounding white space allowed, with Padding readable bytes
    /// behind it. `fields` is valid until the next call, and only for AuditEvent.
    JsonKind parse(std::string_view json, EventFields &fields);

    /// The same for a text without padding: copies it first.
    JsonKind parseCopy(std::string_view json, EventFields &fields);

    /// What the JSON library said of the last Malformed text.
    std::string_view problem() const { return m_problem; }

private:
    struct Private;
    std::unique_ptr<Private> d;
    std::string m_copy;
    std::string_view m_problem;
};

} // namespace auditloupe
