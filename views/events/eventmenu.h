// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QMenu;
class QModelIndex;

namespace auditloupe {

class CaseSession;
class EventFeed;

/// What can be done with a cell of the event table and with its row.
void fillEventMenu(QMenu *menu, CaseSession *session, EventFeed *feed, const QModelIndex &index);

} // namespace auditloupe
