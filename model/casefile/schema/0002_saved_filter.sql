-- SPDX-FileCopyrightText: 2026 The Auditloupe authors
-- SPDX-License-Identifier: Apache-2.0

-- Filters that somebody saved with the case.
CREATE TABLE saved_filter (
    name      TEXT    PRIMARY KEY,
    condition TEXT    NOT NULL, -- as it was written
    from_us   INTEGER,          -- inclusive
    to_us     INTEGER,          -- exclusive
    unit      TEXT    NOT NULL, -- 'events', 'requests': what a row stands for
    noise     TEXT    NOT NULL, -- 'shown', 'hidden'
    saved_us  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
