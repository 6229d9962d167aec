-- SPDX-License-Identifier: Apache-2.0
-- What streams tell, in the order in which it was committed: positions are handed out under a lock that is held until
-- the commit, so nothing ever appears below a position that was read.
alter table timeline add column stage text;
comment on column timeline.stage is 'where this line brought its message; null when that stayed where it was';

create table stream_line (
  position     bigint      generated always as identity primary key,
  line         bigint      not null,
  seq          bigint      not null,
  from_handler bigint,
  to_handler   bigint,
  told_at      timestamptz not null
);
comment on table stream_line is 'a line of timeline or timeline_archive; again when its message''s route is known only later';
comment on column stream_line.seq is 'of its message';
comment on column stream_line.from_handler is 'hashtextextended(handler, 0); null when streams of handlers do not tell it';
create index stream_line_from on stream_line (from_handler, position) where from_handler is not null;
create index stream_line_to on stream_line (to_handler, position) where to_handler is not null;

create table artifact_event (
  position bigint      generated always as identity primary key,
  artifact text        collate "C" not null,
  type     text        not null,
  at       timestamptz not null,
  digest   bytea       not null unique,
  body     text        not null,
  told_at  timestamptz not null
);
comment on column artifact_event.digest is 'SHA-256 of body: a fact that comes again is known';
create index artifact_event_of on artifact_event (artifact, position);

-- Up to where the two have been forgotten.
create table stream_horizon (
  name      text   primary key check (name in ('lines', 'artifacts')),
  forgotten bigint not null default 0
);
insert into stream_horizon (name) values ('lines'), ('artifacts');

-- Webhooks by stage, and of artifacts.
alter table webhook
  add column stages text[] not null default '{}',
  add column artifact text,
  add check (artifact is null or (handler is null and from_handler is null and stages = '{}'));
comment on column webhook.stages is 'of lines that bring a message to one of these only; of all when empty';
comment on column webhook.artifact is 'hears of it, and of no message';
create index webhook_of_artifact on webhook (artifact) where artifact is not null and state = 'ACTIVE';
comment on column webhook_delivery.txid is 'its message; of an artifact''s event the artifact; of a ping its own event_id';

drop view webhook_line;
create view webhook_line as
select w.id as webhook, l.id as line, l.txid, l.type,
  json_build_object(
    'type', l.type,
    'timestamp', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'data', json_build_object(
      'id', l.id, 'txid', l.txid, 'from', m.from_handler, 'to', m.to_handler, 'sender', m.sender,
      'stage', l.stage, 'chain', l.chain, 'block', l.block, 'txHash', l.tx_hash, 'detail', l.detail))::text as body
from (
  select id, txid, type, stage, at, chain, block, tx_hash, detail from timeline
  union all
  select k.id, a.txid, k.type, k.stage, k.at, k.chain, k.block, k.tx_hash, k.detail
  from timeline_archive a, jsonb_to_recordset(a.lines) as k(
    id bigint, type text, stage text, at timestamptz, chain text, block bigint, tx_hash text, detail jsonb)) as l
join message m on m.txid = l.txid
join webhook w on w.state = 'ACTIVE' and w.artifact is null
  and (w.types = '{}' or l.type = any(w.types)) and (w.stages = '{}' or l.stage = any(w.stages))
join partner p on p.name = w.owner
where case
  when w.handler is not null then w.handler in (m.from_handler, m.to_handler)
  when w.from_handler is not null then (w.from_handler, w.to_handler) = (m.from_handler, m.to_handler)
  else m.sender = any(p.payers) end;

-- The same of artifacts.
create view webhook_artifact_event as
select w.id as webhook, e.position, e.artifact, e.type, e.at,
  json_build_object(
    'type', e.type,
    'timestamp', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'data', e.body::json)::text as body
from artifact_event e
join webhook w on w.state = 'ACTIVE' and w.artifact = e.artifact and (w.types = '{}' or e.type = any(w.types))
join partner p on p.name = w.owner;
