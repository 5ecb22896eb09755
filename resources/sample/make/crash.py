# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""The ConfigMap goes, the pods follow, and their successors crash until morning."""
import copy
import uuid

from clock import SATURDAY, at
from compose import Finder, kiran_as_admin
from gojson import SECOND, micros, stamp
from night import VELERO, WEB_PODS
from place import NAMESPACE
from source import workload

DELETED_AT = at(SATURDAY, '02:41:17.208')
PODS_DELETED_AT = at(SATURDAY, '02:42:31.640')
RECOVERED_AFTER = at(SATURDAY, '08:16:31.9')
SUCCESSORS = ('web-75668ff68d-4wzqk', 'web-75668ff68d-tq7nd')
# A third pod was touched in the same second; what concerns it stays out.
OTHER_POD = 'web-75668ff68d-gshd6'
GENUINE_OLD, GENUINE_NEW = 'web-75668ff68d-bmzfg', 'web-75668ff68d-8hw69'
# Later reads in the source follow a drain that the sample leaves out.
DRAINED_AT = micros('2026-11-20T16:17:42.6Z')
EXIT_MESSAGE = 'open /etc/web/config.yaml: no such file or directory\n'
CONFIG_UID = str(uuid.uuid5(NAMESPACE, 'uid of web-config'))


def put_crash(sample, requests, actions):
    find = Finder(requests, actions)
    delete_config(sample, find)
    uids = pod_uids(requests)
    for number, old in enumerate(WEB_PODS):
        start = PODS_DELETED_AT + number * 214_000
        delete_pod(sample, find, old, start)
        replace_pod(sample, find, number, uids, start)


def delete_config(sample, find):
    """From the genuine deletion of a NetworkPolicy: the same two requests of the same kubectl."""
    action = find.action('attacker2', 'delete networkpolicy')
    deletion, look = [r for r in action.requests if r.verb in ('delete', 'get')]
    uid = find.request(verb='create', uri='namespaces/prod/configmaps', code=201,
                       user='kubernetes-super-admin').last['responseObject']['metadata']['uid']
    rename = {'/apis/networking.k8s.io/v1/namespaces/payments/networkpolicies/default-deny':
                  '/api/v1/namespaces/prod/configmaps/web-config',
              'networkpolicies.networking.k8s.io "default-deny"': 'configmaps "web-config"',
              'networkpolicies': 'configmaps', 'default-deny': 'web-config', 'payments': 'prod'}

    def edit(event):
        kiran_as_admin(event)
        event['objectRef'].pop('apiGroup')
        for status in (event.get('responseStatus', {}), event.get('responseObject', {})):
            details = status.get('details')
            if details:
                details.pop('group', None)
                if 'uid' in details:
                    details['uid'] = uid
    for request in (deletion, look):
        sample.put(request, DELETED_AT + request.received - deletion.received, rename=rename,
                   edit=edit, tag='configmap', context=deletion.received,
                   marks=['deleted-configmap'] if request is deletion else ())


def pod_uids(requests):
    uids = {}
    for request in requests:
        body = request.last.get('responseObject') or {}
        meta = body.get('metadata', {})
        if body.get('kind') == 'Pod' and request.ref.get('namespace') == 'prod' and meta.get('uid'):
            uids[meta['name']] = meta['uid']
    for name in SUCCESSORS:
        uids[name] = str(uuid.uuid5(NAMESPACE, 'uid of ' + name))
    return uids


def delete_pod(sample, find, pod, start):
    """kubectl delete pod: from the genuine forced deletion, without the force."""
    request = find.request(user=VELERO, verb='delete', uri='pods/velero-maintenance')

    def edit(event):
        kiran_as_admin(event)
        event['requestURI'] = f'/api/v1/namespaces/prod/pods/{pod}'
        event['objectRef'].update(namespace='prod', name=pod)
        event['requestObject'] = {'kind': 'DeleteOptions', 'apiVersion': 'meta.k8s.io/__internal',
                                  'propagationPolicy': 'Background'}
        if 'responseObject' in event:
            event['responseObject'] = deleted_pod(find, pod, start, sample.clock.version(start))
    sample.put(request, start, edit=edit, tag=pod, marks=['pods-deleted'])


def deleted_pod(find, pod, start, version):
    """The pod as it was last read in the source, now being deleted."""
    bodies = [r.last['responseObject'] for r in find.requests if r.received < DRAINED_AT
              and r.ref.get('name') == pod
              and r.last.get('responseObject', {}).get('kind') == 'Pod']
    plain = [body for body in bodies if 'ephemeralContainers' not in body['spec']]
    body = copy.deepcopy(plain[-1])
    meta = {}
    for key, value in body['metadata'].items():
        meta[key] = value
        if key == 'creationTimestamp':
            meta['deletionTimestamp'] = stamp(start + 30 * SECOND, 0)
            meta['deletionGracePeriodSeconds'] = 30
    meta.update(resourceVersion=version, generation=meta['generation'] + 1)
    return dict(body, metadata=meta)


def replace_pod(sample, find, number, uids, start):
    """What an eviction of such a pod really set off, then the crashes in the kubelet's words."""
    eviction = find.action('terraform', 'bmzfg/eviction')
    rename = {GENUINE_OLD: WEB_PODS[number], GENUINE_NEW: SUCCESSORS[number],
              uids[GENUINE_OLD]: uids[WEB_PODS[number]],
              uids[GENUINE_NEW]: uids[SUCCESSORS[number]]}
    if number:
        rename.update(swapped_nodes(find))
    begin = eviction.requests[0].received
    cascade = [r for r in find.requests if begin + 13_000 <= r.received < begin + 1_200_000
               and workload(r) == ('prod', 'web') and r.user.startswith('system:')
               and OTHER_POD not in r.uri]
    running = None
    for request in cascade:
        late = GENUINE_NEW in request.uri and request.ref.get('subresource') == 'status'
        body = request.last.get('requestObject')
        if late and body['status'].get('phase') == 'Running':
            running = request
            continue
        sample.put(request, start + request.received - eviction.at, rename=rename,
                   tag=f'successor {number}', context=eviction.at)
    begin = start + running.received - eviction.at
    crash_loop(sample, find, running, rename, SUCCESSORS[number], uids[SUCCESSORS[number]], begin)


def swapped_nodes(find):
    one, two = (find.request(user=f'system:node:node-{n}', verb='patch', uri='/status$').last
                for n in (1, 2))
    key = 'authentication.kubernetes.io/credential-id'
    pairs = [('node-1', 'node-2'), ('10.0.1.15', '10.0.1.16'),
             (one['user']['extra'][key][0], two['user']['extra'][key][0])]
    return {**dict(pairs), **{b: a for a, b in pairs}}


def crash_loop(sample, find, running, rename, pod, uid, begin):
    moment, count, wait = begin, 0, 10
    while moment < RECOVERED_AFTER:
        if count < 7 or count % 5 == 0:
            crashed(sample, running, rename, pod, uid, moment, count, wait)
            back_off_event(sample, find, running, rename, pod, uid, moment + 1_400_000, count)
        moment += min(wait, 300) * SECOND + 1_900_000
        wait, count = min(wait * 2, 300), count + 1
    sample.put(running, moment, tag=f'{pod} well', rename=rename, context=running.received,
               edit=status(running_state(pod, moment, count)), marks=['recovered'])


def status(state):
    def edit(event):
        body = event['requestObject']['status']
        container = body['containerStatuses'][0]
        container.update(state['container'])
        for kind in ('Ready', 'ContainersReady'):
            condition = {'lastTransitionTime': stamp(state['moment'], 0), 'observedGeneration': 1,
                         'type': kind, **state['ready']}
            body['conditions'].append(dict(sorted(condition.items())))
        event.pop('responseObject', None)
    return edit


def crashed(sample, running, rename, pod, uid, moment, count, wait):
    told = {'reason': 'ContainersNotReady', 'status': 'False',
            'message': 'containers with unready status: [app]'}
    dead = {'exitCode': 1, 'finishedAt': stamp(moment, 0), 'message': EXIT_MESSAGE,
            'reason': 'Error', 'startedAt': stamp(moment - SECOND, 0)}
    exited = {'state': {'terminated': dead}, 'lastState': {}, 'ready': False, 'restartCount': count}
    waiting = {'state': {'waiting': {
                   'message': f'back-off {backoff_text(wait)} restarting failed container=app '
                              f'pod={pod}_production({uid})', 'reason': 'CrashLoopBackOff'}},
               'lastState': {'terminated': dead}, 'ready': False, 'restartCount': count}
    for offset, container, tag in ((0, exited, 'exit'), (1_250_000, waiting, 'wait')):
        sample.put(running, moment + offset, tag=f'{pod} {tag} {count}', rename=rename,
                   context=running.received, marks=['crash-loop'] if tag == 'wait' else (),
                   edit=status({'container': container, 'moment': moment, 'ready': told}))


def backoff_text(wait):
    seconds = min(wait, 300)
    return f'{seconds}s' if seconds < 60 else f'{seconds // 60}m{seconds % 60}s'


def running_state(pod, moment, count):
    return {'container': {'state': {'running': {'startedAt': stamp(moment, 0)}}, 'ready': True,
                          'restartCount': count}, 'moment': moment, 'ready': {'status': 'True'}}


def back_off_event(sample, find, running, rename, pod, uid, moment, count):
    """The kubelet's own Event: created once, then counted up."""
    verb = 'patch' if count else 'create'
    model = find.request(user='system:serviceaccount:kube-system:replicaset-controller',
                         verb='create',
                         uri='/namespaces/prod/events$', code=201)
    name = f'{pod}.189b4f2c{uid[:8]}'
    first = {'kind': 'Event', 'apiVersion': 'v1',
             'metadata': {'name': name, 'namespace': 'production'},
             'involvedObject': {'kind': 'Pod', 'namespace': 'production', 'name': pod, 'uid': uid,
                                'apiVersion': 'v1', 'fieldPath': 'spec.containers{app}'},
             'reason': 'BackOff', 'message': f'Back-off restarting failed container app in pod '
             f'{pod}_production({uid})', 'source': {'component': 'kubelet', 'host': 'node-2'},
             'firstTimestamp': stamp(moment, 0), 'lastTimestamp': stamp(moment, 0), 'count': 1,
             'type': 'Warning', 'eventTime': None, 'reportingComponent': 'kubelet',
             'reportingInstance': 'node-2'}
    again = {'count': count + 1, 'lastTimestamp': stamp(moment, 0)}

    def edit(event):
        node = copy.deepcopy(running.last)
        event.update(user=node['user'], sourceIPs=node['sourceIPs'], userAgent=node['userAgent'],
                     verb=verb, requestObject=copy.deepcopy(again if count else first))
        event['requestURI'] = '/api/v1/namespaces/prod/events' + ('/' + name if count else '')
        event['objectRef'] = {'resource': 'events', 'namespace': 'prod', 'name': name,
                              'apiVersion': 'v1'}
        event['responseStatus'] = {'metadata': {}, 'code': 200 if count else 201}
        event['annotations']['authorization.k8s.io/reason'] = ''
        event.pop('responseObject', None)
        if rename.get('node-1'):
            swap_node(event, rename)
    sample.put(model, moment, tag=f'{pod} back-off {count}', edit=edit, context=model.received,
               marks=['back-off'])


def swap_node(event, rename):
    key = 'authentication.kubernetes.io/credential-id'
    user = event['user']
    user['username'] = user['username'].replace('node-2', 'node-1')
    user['extra'][key] = [rename[user['extra'][key][0]]]
    event['sourceIPs'] = [rename[event['sourceIPs'][0]]]
    if event['verb'] == 'create':
        event['requestObject']['source']['host'] = 'node-1'
        event['requestObject']['reportingInstance'] = 'node-1'
