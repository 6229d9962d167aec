-- SPDX-License-Identifier: Apache-2.0
-- The lines of messages that rest leave timeline, so that what is written and asked all day does not grow with history.
-- The message stays: it is what lists show, and it remembers what became of its lines.
alter table message
  add column rests_since timestamptz,
  add column lines text not null default 'LIVE' check (lines in ('LIVE', 'ARCHIVED', 'FORGOTTEN'));
comment on column message.rests_since is 'since when nothing of it is on its way; null while something is';
comment on column message.lines is 'LIVE in timeline, ARCHIVED in timeline_archive, or FORGOTTEN: a late fact changes nothing then';
update message set rests_since = now() where stage in ('SETTLED', 'REFUSED', 'ORPHANED');
create index message_to_archive on message (rests_since) where rests_since is not null and lines = 'LIVE';

create table timeline_archive (
  txid        text collate "C" primary key references message,
  last_id     bigint      not null,
  archived_at timestamptz not null,
  lines       jsonb       not null
);
comment on column timeline_archive.last_id is 'the highest id of its lines: who has read so far need not look into them';
comment on column timeline_archive.lines is 'the rows of timeline as they were, ids included, without txid';
create index timeline_archive_by_age on timeline_archive (archived_at);
