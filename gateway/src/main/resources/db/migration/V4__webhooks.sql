-- SPDX-License-Identifier: Apache-2.0
-- Partners are told what happens to their messages. Who a partner is and what he pays from is in the file of API keys;
-- the gateway that started last has put it here, so that which message is whose is asked in one statement.
create table partner (
  name   text   primary key,
  payers text[] not null
);

create table webhook (
  id            text        primary key,
  owner         text        not null,
  url           text        not null,
  description   text        not null,
  types         text[]      not null,
  handler       text,
  from_handler  text,
  to_handler    text,
  state         text        not null check (state in ('ACTIVE', 'DISABLED', 'DELETED')),
  reason        text,
  secret        bytea       not null,
  former_secret bytea,
  former_until  timestamptz,
  failing_since timestamptz,
  created_at    timestamptz not null,
  check ((from_handler is null) = (to_handler is null)),
  check (handler is null or from_handler is null),
  check ((former_secret is null) = (former_until is null))
);
comment on column webhook.owner is 'the name of the API key';
comment on column webhook.types is 'of which lines it hears; of all when empty';
comment on column webhook.handler is 'at either end; without it and a route it hears of messages that its owner''s payers sent';
comment on column webhook.secret is 'sealed with the key of settlement.gateway.webhooks.key-file';
comment on column webhook.former_secret is 'signs beside the other until former_until';
comment on column webhook.failing_since is 'the first failure after the last success';
create index webhook_by_owner on webhook (owner, created_at, id);

create table webhook_delivery (
  id           bigint generated always as identity primary key,
  webhook      text collate "C" not null references webhook,
  event_id     text        not null,
  line         bigint      not null,
  txid         text collate "C" not null,
  type         text        not null,
  body         text        not null,
  state        text        not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'FAILED')),
  attempts     int         not null default 0,
  created_at   timestamptz not null,
  next_at      timestamptz not null,
  leased_until timestamptz,
  attempted_at timestamptz,
  status       int,
  latency_ms   bigint,
  answer       text,
  problem      text,
  unique (webhook, event_id)
) with (fillfactor = 80);
comment on column webhook_delivery.event_id is 'the header webhook-id: the same however often it is sent';
comment on column webhook_delivery.line is 'its place among those of its message, which are sent one after the other';
comment on column webhook_delivery.txid is 'its message; of a ping its own event_id';
comment on column webhook_delivery.leased_until is 'until then a gateway is sending it; who died leaves it to another';
create index webhook_delivery_due on webhook_delivery (webhook, next_at, id) where state = 'WAITING';
create index webhook_delivery_turn on webhook_delivery (webhook, txid, line) where state = 'WAITING';
create index webhook_delivery_sending on webhook_delivery (webhook) where state = 'WAITING' and leased_until is not null;
create index webhook_delivery_waiting on webhook_delivery (created_at) where state = 'WAITING';
create index webhook_delivery_log on webhook_delivery (webhook, id);
create index webhook_delivery_by_age on webhook_delivery (created_at);

-- Who is to be told of which line, and in which words. Asked by txid.
create view webhook_line as
select w.id as webhook, l.id as line, l.txid, l.type,
  json_build_object(
    'type', l.type,
    'timestamp', to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'data', json_build_object(
      'id', l.id, 'txid', l.txid, 'from', m.from_handler, 'to', m.to_handler, 'sender', m.sender,
      'chain', l.chain, 'block', l.block, 'txHash', l.tx_hash, 'detail', l.detail))::text as body
from (
  select id, txid, type, at, chain, block, tx_hash, detail from timeline
  union all
  select k.id, a.txid, k.type, k.at, k.chain, k.block, k.tx_hash, k.detail
  from timeline_archive a, jsonb_to_recordset(a.lines) as k(
    id bigint, type text, at timestamptz, chain text, block bigint, tx_hash text, detail jsonb)) as l
join message m on m.txid = l.txid
join webhook w on w.state = 'ACTIVE' and (w.types = '{}' or l.type = any(w.types))
join partner p on p.name = w.owner
where case
  when w.handler is not null then w.handler in (m.from_handler, m.to_handler)
  when w.from_handler is not null then (w.from_handler, w.to_handler) = (m.from_handler, m.to_handler)
  else m.sender = any(p.payers) end;
