# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Single things that people did: a grant, a panic, and Saturday morning's repair."""
import copy
import gzip
import json
import os
import uuid

from clock import FRIDAY, SATURDAY, THURSDAY, at
from compose import ALICE, ALICE_REASON, BOB, Finder, become, chain
from crash import SUCCESSORS
from day import JANE, put_action
from gojson import SECOND, micros, stamp
from place import NAMESPACE
from restart import debug_policy_uid
from source import Request

ALICE_IP = '192.168.50.23'
as_alice = become(ALICE, ALICE_IP, reason=ALICE_REASON)
GRANT = 'kiran-oncall-debug'


def play(sample, find, actor, text, start, phase=None, index=0, **options):
    action = copy.copy(find.action(actor, text, phase, index))
    action.start, action.cascade = start, action.cascade if phase == 'attack-response' else []
    put_action(sample, action, tag=f'people {start}', **options)


def put_people(sample, requests, actions, folder):
    find = Finder(requests, actions)
    grant(sample, find)
    panic(sample, folder)
    expired_token(sample, find)
    follow_log(sample, find, at(THURSDAY, '14:32:08.4'), 251_730_118, JANE, '10.0.2.31', None, None)
    find_out(sample, find)
    repair(sample, find)


def setup_action(find, resource, name, namespace=None):
    return next(a for a in find.actions if a.phase == 'setup' and a.requests
                and a.requests[-1].ref.get('resource') == resource
                and a.requests[-1].ref.get('name') == name
                and namespace in (None, a.requests[-1].ref.get('namespace')))


def grant(sample, find):
    """Friday 16:40: wide rights for the weekend's stand-by, bound to one person."""
    action = copy.copy(setup_action(find, 'clusterrolebindings', 'deployer'))
    action.start, action.cascade = at(FRIDAY, '16:40:22.613'), []
    moment = action.start
    subject = {'kind': 'User', 'apiGroup': 'rbac.authorization.k8s.io', 'name': 'developer-kiran'}
    applied = {'apiVersion': 'rbac.authorization.k8s.io/v1', 'kind': 'ClusterRoleBinding',
               'metadata': {'annotations': {}, 'name': GRANT},
               'roleRef': {'apiGroup': 'rbac.authorization.k8s.io', 'kind': 'ClusterRole',
                           'name': 'platform-deployer'},
               'subjects': [dict(sorted(subject.items()))]}

    def edit(event):
        as_alice(event)
        for key in ('requestObject', 'responseObject'):
            body = event.get(key)
            if isinstance(body, dict) and body.get('kind') == 'ClusterRoleBinding':
                body['subjects'] = [subject]
                body['metadata']['annotations'] = {
                    'kubectl.kubernetes.io/last-applied-configuration':
                        json.dumps(applied, separators=(',', ':')) + '\n'}
                if key == 'responseObject':
                    body['metadata'].update(uid=str(uuid.uuid5(NAMESPACE, GRANT)),
                                            resourceVersion=sample.clock.version(moment))
    put_action(sample, action, tag='grant', edit=edit, marks=['grant'], verb='create',
               rename={'/deployer': '/' + GRANT, '"deployer"': f'"{GRANT}"'})


def panic(sample, folder):
    """The genuine Panic of upstream's own filter, sent by jane's kubectl."""
    path = os.path.join(folder, 'extra', 'panic', 'audit.log.gz')
    with gzip.open(path, 'rt', encoding='utf-8') as file:
        events = [json.loads(line) for line in list(file)[:2]]
    request = Request(micros(events[0]['requestReceivedTimestamp']), events)
    sample.put(request, at(FRIDAY, '15:12:44.087361'), tag='panic', marks=['panic'],
               edit=become(JANE, '10.0.2.31',
                           'kubectl-1.36.4/v1.36.4 (linux/amd64) kubernetes/bb826b1'))


def expired_token(sample, find):
    """Thursday: an auditor's token has run out. Harmless 401s for comparison."""
    tries = [r for r in find.requests if r.code == 401 and r.address == '198.51.100.17'][:4]
    for number, request in enumerate(tries):
        sample.put(request, at(THURSDAY, '10:21:33.2') + number * 9_318_000, tag='expired',
                   marks=['expired-token'])


def follow_log(sample, find, start, length, user, address, pod, reason):
    """kubectl logs -f: the genuine request for the last lines, followed for minutes."""
    request = find.request(user='jane@example.com', uri=r'/log\?')
    name = request.ref['name']
    rename = {'tailLines=5': 'follow=true'}
    if pod:
        rename.update({name: pod, '/namespaces/dev/': '/namespaces/prod/',
                       '"namespace":"dev"': '"namespace":"prod"'})
    edit = become(user, address, 'kubectl/v1.36.2 (linux/amd64) kubernetes/0000000'
                  if pod else None, reason)
    sample.put(request, start, rename=rename, edit=edit, end=start + length, tag=f'follow {start}',
               marks=['log-follow'])


def find_out(sample, find):
    """Saturday, 08:04: the pager; what is down, since when, and why."""
    home = find.request(user='alice@example.com', uri='namespaces/prod/pods$', index=-1)
    sample.put(home, at(SATURDAY, '08:04:12.337'), tag='pager', marks=['alice-looks'])
    play(sample, find, 'alice', 'get events -n prod', at(SATURDAY, '08:05:30.9'),
         marks=['alice-looks'])
    pod = find.request(user='alice@example.com', verb='get', uri='prod/pods/web-[^/]*$', code=200)
    for number, name in enumerate(SUCCESSORS):
        sample.put(pod, at(SATURDAY, '08:06:41.2') + number * 8 * SECOND, marks=['alice-looks'],
                   rename={pod.ref['name']: name}, tag=f'describe {number}')
    follow_log(sample, find, at(SATURDAY, '08:07:20.518'), 372_204_773, ALICE, ALICE_IP,
               SUCCESSORS[0],
               ALICE_REASON)
    missing = find.request(user='jane@example.com', verb='get', uri='/configmaps/jane-0$', code=404)
    sample.put(missing, at(SATURDAY, '08:14:05.662'), tag='missing', marks=['alice-looks'],
               rename={'jane-0': 'web-config', '/namespaces/dev/': '/namespaces/prod/',
                       '"namespace":"dev"': '"namespace":"prod"'},
               edit=become(ALICE, ALICE_IP, 'kubectl/v1.36.2 (linux/amd64) kubernetes/0000000',
                           ALICE_REASON))


def repair(sample, find):
    restored = find.request(verb='create', uri='namespaces/prod/configmaps', code=201,
                            user='kubernetes-super-admin')
    moment = at(SATURDAY, '08:16:31.402')
    version, uid = sample.clock.version(moment), str(uuid.uuid5(NAMESPACE, 'web-config restored'))

    def edit(event):
        as_alice(event)
        event['responseObject']['metadata'].update(uid=uid, resourceVersion=version)
    sample.put(restored, moment, edit=edit, tag='restored', marks=['restored-configmap'])
    well = find.request(user='alice@example.com', uri='namespaces/prod/pods$', index=-1)
    sample.put(well, at(SATURDAY, '08:22:47.061'), tag='well again')
    phase = 'attack-response'
    play(sample, find, 'alice', 'get clusterrolebindings', at(SATURDAY, '08:33:10.7'), phase)
    for text, clock in (('delete clusterrolebinding', '08:36:02.1'),
                        ('delete sa metrics', '08:37:15.8'),
                        ('delete ds', '08:39:40.3'), ('delete mutating', '08:41:22.6')):
        play(sample, find, 'alice', text, at(SATURDAY, clock), phase, marks=['undone'],
             verb='delete')
    play(sample, find, 'alice', 'delete clusterrolebinding', at(SATURDAY, '08:44:51.9'), phase,
         rename={'system:metrics-helper': GRANT}, marks=['undone'], verb='delete')
    policy = copy.copy(setup_action(find, 'networkpolicies', 'default-deny', 'payments'))
    policy.start, policy.cascade = at(SATURDAY, '08:52:37.5'), []
    put_action(sample, policy, tag='restored', edit=as_alice, marks=['restored-policy'],
               verb='create')
    forget_debug_policy(sample, find)
    last = find.request(uri='/namespaces/ci/pods$', code=401)
    sample.put(last, at(SATURDAY, '09:44:31.806'), tag='locked out', marks=['locked-out'])


def forget_debug_policy(sample, find):
    action = find.action('alice', 'delete clusterrolebinding', 'attack-response')
    deletion = next(r for r in action.requests if r.verb == 'delete')
    path = '/api/v1/namespaces/kube-system/configmaps/audit-policy-debug'

    def edit(event):
        event['requestURI'] = path
        event['objectRef'] = {'resource': 'configmaps', 'namespace': 'kube-system',
                              'name': 'audit-policy-debug', 'apiVersion': 'v1'}
        details = event['responseObject']['details']
        details.pop('group', None)
        details.update(name='audit-policy-debug', kind='configmaps', uid=debug_policy_uid())
        if 'details' in event['responseStatus']:
            event['responseStatus']['details'] = dict(details)
    sample.put(deletion, at(SATURDAY, '09:27:14.9'), edit=edit, tag='debug policy deleted')
