# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""JSON, times and durations as the API server writes them; times are integer microseconds UTC."""
import calendar
import json
import time

FIELDS = ['kind', 'apiVersion', 'level', 'auditID', 'stage', 'requestURI', 'verb', 'user',
          'impersonatedUser', 'authenticationMetadata', 'sourceIPs', 'userAgent', 'objectRef',
          'responseStatus', 'requestObject', 'responseObject', 'requestReceivedTimestamp',
          'stageTimestamp', 'annotations']
SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def dumps(value):
    text = json.dumps(value, ensure_ascii=False, separators=(',', ':'))
    for char, escape in (('&', '\\u0026'), ('<', '\\u003c'), ('>', '\\u003e'),
                         ('\u2028', '\\u2028'), ('\u2029', '\\u2029')):
        text = text.replace(char, escape)
    return text


def ordered(event):
    if event.get('annotations'):
        event['annotations'] = dict(sorted(event['annotations'].items()))
    return {field: event[field] for field in FIELDS if field in event}


def micros(text):
    whole, _, fraction = text.rstrip('Z').partition('.')
    seconds = calendar.timegm(time.strptime(whole, '%Y-%m-%dT%H:%M:%S'))
    return seconds * SECOND + int((fraction + '000000')[:6])


def stamp(value, fraction=6):
    text = time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(value // SECOND))
    if fraction:
        text += '.' + f'{value % SECOND:06d}'[:fraction]
    return text + 'Z'


def duration(value):
    """A Go duration of a second or more, as in 14m3.5s."""
    hours, rest = divmod(value, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    seconds = f'{rest // SECOND}.{rest % SECOND:06d}'.rstrip('0').rstrip('.') + 's'
    text = f'{hours}h' if hours else ''
    return text + (f'{minutes}m' if hours or minutes else '') + seconds
