# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""The API server goes down and comes back: composed from the genuine start of the source."""
import copy
import re
import uuid

import policy
import yamlsubset
from clock import FRIDAY, SATURDAY, at
from compose import BOB, Finder, become
from gojson import SECOND, micros, stamp
from place import CONTROL_PLANE, NAMESPACE, digest

FIRST = (at(FRIDAY, '18:31:12.204'), at(FRIDAY, '18:31:38.871'))
SECOND_TIME = (at(SATURDAY, '09:31:05.530'), at(SATURDAY, '09:31:30.118'))
DOWNTIMES = [FIRST, SECOND_TIME]
DRIFT = (FIRST[1], SECOND_TIME[0])
STARTED = micros('2026-11-20T16:17:00Z')
WATCHERS = {'system:apiserver': 16, 'system:kube-controller-manager': 12,
            'system:kube-scheduler': 8,
            'system:node:node-1': 4, 'system:node:node-2': 4}
POD_NAME = 'kube-apiserver-cp-1'
KUBELET = {'username': 'system:node:cp-1', 'groups': ['system:nodes', 'system:authenticated'],
           'extra': {'authentication.kubernetes.io/credential-id': ['X509SHA256='
                                                                    + digest('cp-1')]}}
BOB_REASON = ('RBAC: allowed by RoleBinding "ops-edit/kube-system" of ClusterRole "edit" '
              'to Group "ops"')


def put_restarts(sample, requests, actions, rng, folder):
    find = Finder(requests, actions)
    store_debug_policy(sample, find, folder)
    killed = find.action('bob', 'create cm slow-1').requests[0]
    sample.put(killed, FIRST[0] - 91_337, only={'RequestReceived'}, tag='killed',
               marks=['killed-request'])
    watchers = pick_watchers(requests)
    for number, (down, up) in enumerate(DOWNTIMES):
        for index, watch in enumerate(watchers):
            close_watch(sample, watch, down + index * 37, f'before {number}', rng)
            open_watch(sample, watch, watchers, up, f'after {number}')
        ready_probes(sample, requests, up, number)
        mirror_pod(sample, find, up, number, folder)


def pick_watchers(requests):
    chosen = []
    for user, most in WATCHERS.items():
        mine = [r for r in requests if r.user == user and r.verb == 'watch' and r.received < STARTED
                and len(r.events) == 2 and 'timeoutSeconds=' in r.uri]
        mine.sort(key=lambda r: '/secrets' not in r.uri)
        chosen += sorted(mine[:most], key=lambda r: r.received)
    return chosen


def seconds_asked(watch):
    return int(re.search(r'timeoutSeconds=(\d+)', watch.uri).group(1))


def close_watch(sample, watch, end, tag, rng):
    start = end - int(rng.uniform(0.05, 0.95) * seconds_asked(watch) * SECOND)
    sample.put(watch, start, end=end, tag=f'{tag} {watch.received}', marks=['closed-at-restart'])


def open_watch(sample, watch, watchers, up, tag):
    first = min(w.received for w in watchers if w.user == watch.user)
    late = {'system:apiserver': 0, 'system:kube-controller-manager': 2_310_000,
            'system:kube-scheduler': 1_904_000}.get(watch.user, 3_217_000)
    start = up + late + min(watch.received - first, 9 * SECOND)
    end = start + seconds_asked(watch) * SECOND + 412 + watch.received % 1700
    sample.put(watch, start, end=end, tag=f'{tag} {watch.received}')


def ready_probes(sample, requests, up, number):
    probes = [r for r in requests if r.user == 'system:apiserver' and r.uri.startswith('/readyz')]
    kept = [r for r in probes if r.code == 500][::3] + [r for r in probes if r.code == 200][:2]
    for probe in kept:
        sample.put(probe, up + 6_900 + probe.received - probes[0].received, tag=f'restart {number}',
                   marks=['ready-probes'])


def store_debug_policy(sample, find, folder):
    """The policy that the server will run with, kept by an administrator where he would find it."""
    model = find.request(verb='create', uri='namespaces/prod/configmaps', code=201,
                         user='kubernetes-super-admin')
    text = policy.drifted_text(folder + '/policy.yaml')
    moment = at(FRIDAY, '18:22:09.714')

    def edit(event):
        become(BOB, '10.0.2.32', reason=BOB_REASON)(event)
        for key in ('requestObject', 'responseObject'):
            event[key]['data'] = {'policy-debug.yaml': text}
        event['responseObject']['metadata'].update(uid=debug_policy_uid(),
                                                   resourceVersion=sample.clock.version(moment))
    sample.put(model, moment, edit=edit, tag='debug policy', marks=['audit-policy-object'],
               rename={'"namespace":"prod"': '"namespace":"kube-system"',
                       'web-config': 'audit-policy-debug',
                       '/namespaces/prod/': '/namespaces/kube-system/'})


def debug_policy_uid():
    return str(uuid.uuid5(NAMESPACE, 'uid of audit-policy-debug'))


def mirror_pod(sample, find, up, number, folder):
    """The kubelet replaces its mirror of the static pod once the server answers again."""
    node = 'system:node:node-1'
    look = find.request(user=node, verb='get', uri='prod/pods/web', code=200)
    delete = find.request(user=node, verb='delete', uri='prod/pods/', code=200)
    create = find.request(user='system:serviceaccount:kube-system:replicaset-controller',
                          verb='create',
                          uri='/namespaces/prod/pods$', code=201)
    old, new = mirror_uid(number - 1), mirror_uid(number)
    steps = [(look, 4_120_000, get_edit(), f'look {number}'),
             (delete, 4_131_000, delete_edit(old), f'delete {number}'),
             (create, 4_152_000, create_edit(folder, number, new, up), f'create {number}'),
             (look, 4_166_000, get_edit(), f'look again {number}')]
    for request, offset, edit, tag in steps:
        sample.put(request, up + offset + request.received % 3000, edit=edit, tag='mirror ' + tag,
                   marks=['mirror-pod'] if request is create else ())


def mirror_uid(number):
    return str(uuid.uuid5(NAMESPACE, f'mirror pod {number}'))


def as_kubelet(event, uri):
    become(KUBELET, CONTROL_PLANE, reason='')(event)
    event['annotations']['authorization.k8s.io/reason'] = ''
    event['userAgent'] = 'hollow-kubelet'
    event['requestURI'] = uri
    event['objectRef'] = {'resource': 'pods', 'namespace': 'kube-system', 'name': POD_NAME,
                          'apiVersion': 'v1'}
    event.pop('responseObject', None)


def get_edit():
    return lambda event: as_kubelet(event, '/api/v1/namespaces/kube-system/pods/' + POD_NAME)


def delete_edit(uid):
    def edit(event):
        as_kubelet(event, '/api/v1/namespaces/kube-system/pods/' + POD_NAME)
        event['requestObject']['preconditions'] = {'uid': uid}
    return edit


def create_edit(folder, number, uid, up):
    def edit(event):
        as_kubelet(event, '/api/v1/namespaces/kube-system/pods')
        for key in [key for key in event['annotations'] if 'webhook' in key
                    or 'pod-security' in key]:
            del event['annotations'][key]
        event['requestObject'] = mirror_body(folder, number, up)
    return edit


def mirror_body(folder, number, up):
    with open(folder + '/kube-apiserver.yaml', encoding='utf-8') as file:
        manifest = yamlsubset.parse(file.read())
    spec = copy.deepcopy(manifest['spec'])
    container = spec['containers'][0]
    if number == 0:
        container['command'] = [arg.replace('audit/policy.yaml', 'audit/policy-debug.yaml')
                                for arg in container['command']]
    mounts = container.pop('volumeMounts')
    container.update(resources={}, volumeMounts=[
        {key: mount[key] for key in ('name', 'readOnly', 'mountPath') if key in mount}
        for mount in mounts],
        terminationMessagePath='/dev/termination-log', terminationMessagePolicy='File',
        imagePullPolicy='IfNotPresent')
    seal = digest(' '.join(container['command']))[:32]
    notes = {'kubernetes.io/config.hash': seal, 'kubernetes.io/config.mirror': seal,
             'kubernetes.io/config.seen': stamp(up - 19 * SECOND, 6)[:-1] + '113Z',
             'kubernetes.io/config.source': 'file'}
    meta = {'name': POD_NAME, 'namespace': 'kube-system', 'labels': manifest['metadata']['labels'],
            'annotations': notes, 'ownerReferences': [
                {'apiVersion': 'v1', 'kind': 'Node', 'name': 'cp-1',
                 'uid': str(uuid.uuid5(NAMESPACE, 'node cp-1')), 'controller': True}]}
    order = {'volumes': spec['volumes'], 'containers': spec['containers'],
             'restartPolicy': 'Always',
             'terminationGracePeriodSeconds': 30, 'dnsPolicy': 'ClusterFirst', 'nodeName': 'cp-1',
             'hostNetwork': True, 'securityContext': {'seccompProfile': {'type': 'RuntimeDefault'}},
             'schedulerName': 'default-scheduler', 'tolerations': [
                 {'operator': 'Exists', 'effect': 'NoExecute'}],
             'priorityClassName': 'system-node-critical', 'priority': 2000001000,
             'enableServiceLinks': True, 'preemptionPolicy': 'PreemptLowerPriority'}
    return {'kind': 'Pod', 'apiVersion': 'v1', 'metadata': meta, 'spec': order, 'status': {}}
