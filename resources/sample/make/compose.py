# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Finding genuine requests, and making other people of those who sent them."""
import copy
import re

from day import KIRAN
from source import ATTACKER_IP, Request

ALICE = {'username': 'alice@example.com', 'uid': 'u-1001',
         'groups': ['sre', 'oidc:engineering', 'system:authenticated']}
BOB = {'username': 'bob', 'uid': 'u-1003', 'groups': ['ops', 'system:authenticated']}
ALICE_REASON = ('RBAC: allowed by ClusterRoleBinding "sre-admin" of ClusterRole "cluster-admin" '
                'to Group "sre"')
KIRAN_ROLE = ('RBAC: allowed by ClusterRoleBinding "kiran-oncall-debug" of ClusterRole '
              '"platform-deployer" to User "developer-kiran"')
KIRAN_ADMIN = ('RBAC: allowed by ClusterRoleBinding "system:metrics-helper" of ClusterRole '
               '"cluster-admin" to User "developer-kiran"')
REASON = 'authorization.k8s.io/reason'


class Finder:
    def __init__(self, requests, actions):
        self.requests, self.actions = requests, actions

    def request(self, user=None, verb=None, uri=None, code=None, address=None, index=0):
        found = [r for r in self.requests
                 if (user is None or r.user == user) and (verb is None or r.verb == verb)
                 and (uri is None or re.search(uri, r.uri)) and (code is None or r.code == code)
                 and (address is None or r.address == address)]
        return found[index]

    def action(self, actor, text, phase=None, index=0):
        found = [a for a in self.actions if a.actor.startswith(actor) and re.search(text, a.text)
                 and (phase is None or a.phase == phase)]
        return found[index]

    def raw_attack(self, agent, path=None):
        return [a.requests[0] for a in self.actions if a.phase == 'attack'
                and a.actor.startswith(agent)
                and (path is None or a.text == 'GET ' + path) and a.requests]


def with_requests(request, count):
    """A copy of a request with only its first stages."""
    return Request(request.received, copy.deepcopy(request.events[:count]))


def become(user, address=None, agent=None, reason=None):
    """Another person sends the request, allowed by another binding."""
    def edit(event):
        event['user'] = dict(user)
        if address:
            event['sourceIPs'] = [address]
        if agent:
            event['userAgent'] = agent
        notes = event.get('annotations', {})
        if reason and notes.get('authorization.k8s.io/decision') == 'allow':
            notes[REASON] = reason
    return edit


def chain(*edits):
    def edit(event):
        for step in edits:
            step(event)
    return edit


def whoami_as(user):
    def edit(event):
        body = event.get('responseObject')
        if body and body.get('kind') == 'SelfSubjectReview':
            body['status']['userInfo'] = dict(user)
    return edit


def kiran_from_deployer(event):
    """The source's thief used a service account; here it is a developer's account."""
    become(KIRAN, reason=KIRAN_ROLE)(event)
    whoami_as(KIRAN)(event)
    body = event.get('requestObject')
    if isinstance(body, dict) and body.get('kind') == 'ClusterRoleBinding':
        for object_ in (body, event.get('responseObject')):
            if object_ and 'subjects' in object_:
                object_['subjects'] = [{'kind': 'User', 'apiGroup': 'rbac.authorization.k8s.io',
                                        'name': 'developer-kiran'}]


kiran_as_admin = become(KIRAN, ATTACKER_IP, reason=KIRAN_ADMIN)
AS_KIRAN = {'system:serviceaccount:ci:deployer': 'developer-kiran'}
