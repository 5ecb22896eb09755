# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Maps the source's two minutes to the sample's three days, for every time in every body."""
import bisect
import re

from gojson import DAY, HOUR, MINUTE, SECOND, micros, stamp

SOURCE_DAY = '2026-11-20'
FIRST = micros(SOURCE_DAY + 'T16:16:43Z')
PEOPLE_BEGIN = micros(SOURCE_DAY + 'T16:17:00.9Z')
THURSDAY = micros('2026-03-12T00:00:00Z')
FRIDAY = THURSDAY + DAY
SATURDAY = FRIDAY + DAY
# When the cluster was set up: a second of the source becomes an hour.
SET_UP = micros('2026-02-16T08:00:00Z')
TIME = re.compile(r'2026-11-20T16:\d\d:\d\d(?:\.\d+)?Z')
VERSION = re.compile(r'(\\?"resourceVersion\\?":\\?"|resourceVersion=)(\d+)')
BASE_VERSION = 41_807_000
COMPOSED_VERSION = 1_000_000


def at(day, clock):
    """A moment such as at(FRIDAY, '16:40:07.25')."""
    hours, minutes, seconds = clock.split(':')
    return day + int(hours) * HOUR + int(minutes) * MINUTE + round(float(seconds) * SECOND)


class Clock:
    def __init__(self):
        self.pieces = []
        self.known = {}
        self.composed = {}
        self.versions = {}
        self.sources = []

    def learn(self, requests):
        """Remembers which write made which resource version."""
        self.sources = requests

    def anchor(self, source, moment):
        self.pieces.append((source, moment))
        self.pieces.sort()

    def moved(self, source):
        """Where a moment of the source lies in the sample."""
        if source < PEOPLE_BEGIN or not self.pieces or source < self.pieces[0][0]:
            return SET_UP + (source - FIRST) * 3600
        index = bisect.bisect_right(self.pieces, (source, 1 << 62)) - 1
        begin, moment = self.pieces[index]
        until = self.pieces[index + 1][1] if index + 1 < len(self.pieces) else moment + DAY
        return min(moment + source - begin, max(moment, until - SECOND))

    def rewrite_times(self, text, place):
        shift = place.start - place.received
        # Bodies know whole seconds: they must not slip below the second of the request.
        whole_shift = (place.start // SECOND - place.received // SECOND) * SECOND

        def move(found):
            whole = found.group(0)
            source = micros(whole)
            fraction = len(whole.partition('.')[2].rstrip('Z'))
            if source < place.context // SECOND * SECOND - SECOND:
                return stamp(min(self.moved(source), place.start), fraction)
            return stamp(source + (shift if fraction else whole_shift), fraction)
        text = TIME.sub(move, text)
        return text.replace(SOURCE_DAY, stamp(place.start)[:10])

    def version(self, moment):
        """A new resource version for a composed object, numbered when all moments are known."""
        number = COMPOSED_VERSION + len(self.composed)
        self.composed[str(number)] = moment
        return str(number)

    def number_versions(self, placed):
        made = {}
        for place in placed:
            for body in bodies(place.events[-1]):
                version = body.get('metadata', {}).get('resourceVersion')
                if version and place.events[-1]['verb'] in ('create', 'update', 'patch', 'delete'):
                    made.setdefault(version, place.start)
        for request in self.sources:
            for body in bodies(request.last):
                version = body.get('metadata', {}).get('resourceVersion')
                if version and version != '0':
                    made.setdefault(version, self.moved(request.received))
        made.update(self.composed)
        number = 0
        for version, moment in sorted(made.items(), key=lambda item: (item[1], int(item[0]))):
            wanted = BASE_VERSION + (moment - THURSDAY) * 3 // SECOND
            number = max(number + 1, wanted)
            self.versions[version] = str(number)

    def rewrite_versions(self, text):
        def renumber(found):
            return found.group(1) + self.versions.get(found.group(2), found.group(2))
        return VERSION.sub(renumber, text)


def bodies(event):
    for key in ('responseObject', 'requestObject'):
        if isinstance(event.get(key), dict) and isinstance(event[key].get('metadata', {}), dict):
            yield event[key]
