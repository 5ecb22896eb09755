#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Builds the sample incident from the folder of the real logs, or checks it.

    make-sample.py FOLDER     write audit.log, the rotated files and answers.yaml
    make-sample.py --check    check what is there
"""
import gzip
import io
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, 'make'))
sys.dont_write_bytecode = True

# The modules live beside this file, so their path comes first.
import answers  # noqa: E402
import check  # noqa: E402
import clock  # noqa: E402
import crash  # noqa: E402
import day  # noqa: E402
import night  # noqa: E402
import noise  # noqa: E402
import people  # noqa: E402
import place  # noqa: E402
import policy  # noqa: E402
import restart  # noqa: E402
import source  # noqa: E402
import yamlsubset  # noqa: E402
from gojson import stamp  # noqa: E402

SEED = 20260314
ROTATE_ABOVE = 3 * 1024 * 1024


def build(folder):
    rng = random.Random(SEED)
    requests = source.load_requests(folder)
    actions = sorted(source.load_actions(folder, requests), key=lambda action: action.at)
    source.attach_cascades(requests, actions)
    times = clock.Clock()
    times.learn(requests)
    claimed = policy.load(os.path.join(HERE, 'policy.yaml'))
    drifted = yamlsubset.parse(policy.drifted_text(os.path.join(HERE, 'policy.yaml')))
    sample = place.Sample(times, claimed, drifted, [restart.DRIFT])
    day.put_days(sample, actions, requests, rng)
    noise.put_noise(sample, requests, rng, restart.DOWNTIMES)
    noise.put_tokens(sample, requests)
    people.put_people(sample, requests, actions, folder)
    restart.put_restarts(sample, requests, actions, rng, HERE)
    night.put_night(sample, requests, actions)
    crash.put_crash(sample, requests, actions)
    return sample


def rotate(rows):
    """As lumberjack does: before the line that would not fit; the stamp is that moment."""
    files, current, size = [], [], 0
    for moment, line in rows:
        length = len(line.encode()) + 1
        if size + length > ROTATE_ABOVE:
            name = stamp(moment, 3)[:-1].replace(':', '-')
            files.append((f'audit-{name}.log.gz', current))
            current, size = [], 0
        current.append(line)
        size += length
    return files + [('audit.log', current)]


def packed(data):
    raw = io.BytesIO()
    with gzip.GzipFile(filename='', mode='wb', compresslevel=9, fileobj=raw, mtime=0) as file:
        file.write(data)
    return raw.getvalue()


def write(sample):
    for name in os.listdir(HERE):
        if name.startswith('audit') and name.endswith(('.log', '.log.gz')):
            os.remove(os.path.join(HERE, name))
    for name, lines in rotate(sample.lines()):
        data = '\n'.join(lines + ['']).encode()
        with open(os.path.join(HERE, name), 'wb') as file:
            file.write(packed(data) if name.endswith('.gz') else data)
    with open(os.path.join(HERE, 'answers.yaml'), 'w', encoding='utf-8') as file:
        file.write(answers.text(sample, HERE))


def main(arguments):
    if len(arguments) != 1:
        sys.exit(__doc__)
    if arguments[0] != '--check':
        write(build(arguments[0]))
    sys.exit(check.run(HERE))


if __name__ == '__main__':
    main(sys.argv[1:])
