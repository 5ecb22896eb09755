# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Joins the questions with the requests that the story marked; conditions play no part in it."""
import json
import os

import yamlsubset

HEAD = """# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
#
# Questions to the sample incident and their answers. `where` selects exactly the requests that
# `auditIDs` names, by fields alone; it is missing where only a body tells. `condition` is the
# same in the whole language. Times are UTC.
"""


def audit_ids(sample, mark):
    chosen = [place for place in sample.placed if chosen_by(sample, place, mark)]
    return [place.audit_id for place in sorted(chosen, key=lambda place: place.start)]


def chosen_by(sample, place, mark):
    event = place.events[-1]
    ref = event.get('objectRef', {})
    if mark == 'drift':
        moved = sample.policy_at(place.start) is sample.drifted
        return ref.get('resource') == 'secrets' and moved
    if mark == 'pod-security':
        return ref.get('name') == 'priv' and event['responseStatus'].get('code') == 403
    return mark in place.marks


def text(sample, folder):
    with open(os.path.join(folder, 'make', 'questions.yaml'), encoding='utf-8') as file:
        entries = yamlsubset.parse(file.read())
    rows = [HEAD]
    for entry in entries:
        entry.setdefault('condition', entry.get('where'))
        rows.append(f"- id: {entry['id']}\n")
        for key in ('question', 'condition', 'where', 'answer'):
            if key in entry:
                rows.append(f'  {key}: {json.dumps(entry[key], ensure_ascii=False)}\n')
        rows.append('  auditIDs:\n')
        rows += [f'  - "{identity}"\n' for identity in audit_ids(sample, entry['mark'])]
    return ''.join(rows)
