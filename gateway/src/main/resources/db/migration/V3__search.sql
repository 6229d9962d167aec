-- SPDX-License-Identifier: Apache-2.0
-- Messages are found by whom they are between, by any of their transactions, by where they stand and by time,
-- each by an index in the order lists have: sent_at, seq. What changes with every fact is in no index of message,
-- so that its dozen updates stay beside the row.
alter table message
  add column sent_at timestamptz not null default now(),
  add column updated_at timestamptz not null default now();
comment on column message.sent_at is 'when the first thing told of it happened';
comment on column message.updated_at is 'when the last thing told of it happened';

update message m set sent_at = told.first, updated_at = told.last
from (
  select txid, min(at) as first, max(at) as last
  from (select txid, at from timeline
        union all
        select a.txid, l.at from timeline_archive a, jsonb_to_recordset(a.lines) as l(at timestamptz)) as line
  group by txid) as told
where m.txid = told.txid;
update message set sent_at = rests_since, updated_at = rests_since where lines = 'FORGOTTEN' and rests_since is not null;

-- True of all: only who says so goes along it, and nobody looks for a handler's messages among all others.
create index message_by_time on message (sent_at, seq) where seq > 0;
create index message_by_sender on message (sender, sent_at, seq);
create index message_by_receiver on message (receiver, sent_at, seq) where receiver is not null;
create index message_by_route on message (from_handler, to_handler, sent_at, seq);
create index message_by_origin on message (from_handler, sent_at, seq);
create index message_by_destination on message (to_handler, sent_at, seq);

-- Written with the lines, kept when they are archived or forgotten. Messages are never deleted.
create table message_tx (
  tx_hash bytea  not null,
  seq     bigint not null,
  primary key (tx_hash, seq)
);
insert into message_tx (tx_hash, seq)
select decode(substr(line.tx_hash, 3), 'hex'), m.seq
from (select txid, tx_hash from timeline
      union
      select a.txid, l.tx_hash from timeline_archive a, jsonb_to_recordset(a.lines) as l(tx_hash text)) as line
join message m on m.txid = line.txid
where line.tx_hash is not null;

-- Those that have not settled, or have failed: few, whatever the traffic was.
create table message_standing (
  seq     bigint      primary key,
  stage   text        not null,
  outcome text,
  sent_at timestamptz not null
);
insert into message_standing (seq, stage, outcome, sent_at)
select seq, stage, outcome, sent_at from message where stage <> 'SETTLED' or outcome = 'FAILED';
create index message_standing_by_stage on message_standing (stage, sent_at, seq);
create index message_standing_failed on message_standing (sent_at, seq) where outcome = 'FAILED';
