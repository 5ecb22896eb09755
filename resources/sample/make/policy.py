# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""What an audit policy says about a request: level and omitted stages, first match wins."""
import re
from urllib.parse import parse_qs

import yamlsubset

DRIFT_COMMENT = ('# Secrets: in full, to see what the webhook makes of them. '
                 'Back to Metadata on Monday!')


def load(path):
    with open(path, encoding='utf-8') as file:
        return yamlsubset.parse(file.read())


def drifted_text(path):
    """The policy that the restarted server really ran with: one level differs."""
    with open(path, encoding='utf-8') as file:
        text = ''.join(line for line in file
                       if not line.startswith(('# SPDX', '#\n', '# The audit')))
    old = '# Secrets: who and which, never what is in them.\n- level: Metadata\n'
    assert text.count(old) == 1
    return text.replace(old, DRIFT_COMMENT + '\n- level: RequestResponse\n')


def path_of(uri):
    return uri.partition('?')[0]


def resource_parts(uri):
    """The path of a resource request behind /api/<version> or /apis/<group>/<version>."""
    parts = [part for part in path_of(uri).split('/') if part]
    parts = parts[2:] if parts[:1] == ['api'] else parts[3:]
    return parts[1:] if parts[:1] == ['watch'] else parts


def name_in_url(event):
    """The object's name as far as the URL tells; a created object's name is only in the body."""
    parts = resource_parts(event['requestURI'])
    if parts[:1] == ['namespaces'] and len(parts) >= 2:
        if len(parts) == 2 or parts[2] in ('status', 'finalize'):
            return parts[1]
        parts = parts[2:]
    if len(parts) > 1:
        return parts[1]
    for selector in parse_qs(event['requestURI'].partition('?')[2]).get('fieldSelector', []):
        found = re.search(r'(?:^|,)metadata\.name=([^,]+)', selector)
        if found:
            return found.group(1)
    return ''


def resource_matches(entry, ref, name):
    if entry.get('group', '') not in (ref.get('apiGroup', ''), '*'):
        return False
    wanted = entry.get('resources') or []
    if not wanted:
        return True
    resource, sub = ref['resource'], ref.get('subresource', '')
    names = entry.get('resourceNames') or []
    whole = resource + '/' + sub if sub else resource
    for pattern in wanted:
        hit = (pattern in ('*', whole, resource + '/*') or bool(sub) and pattern == '*/' + sub)
        if hit and (not names or name in names):
            return True
    return False


def rule_matches(rule, event):
    user = event.get('user') or {}
    if rule.get('users') and user.get('username') not in rule['users']:
        return False
    if rule.get('userGroups') and not set(rule['userGroups']) & set(user.get('groups') or []):
        return False
    if rule.get('verbs') and event['verb'] not in rule['verbs']:
        return False
    ref = event.get('objectRef')
    if rule.get('namespaces') or rule.get('resources'):
        if not ref or rule.get('namespaces') and ref.get('namespace', '') not in rule['namespaces']:
            return False
        entries = rule.get('resources') or []
        return not entries or any(resource_matches(e, ref, name_in_url(event)) for e in entries)
    if rule.get('nonResourceURLs'):
        path = path_of(event['requestURI'])
        return not ref and any(u == '*' or u == path or u.endswith('*') and path.startswith(u[:-1])
                               for u in rule['nonResourceURLs'])
    return True


def decide(policy, event):
    always = set(policy.get('omitStages') or [])
    for rule in policy['rules']:
        if rule_matches(rule, event):
            return rule['level'], always | set(rule.get('omitStages') or [])
    return 'None', always
