-- SPDX-License-Identifier: Apache-2.0
-- What the chains said of messages that quotes are compared with and learn from; null is what was not said yet.
create table quoted_message (
  txid         text primary key,
  route        text,
  payload_type text,
  payload_hash text,
  handler_gas  bigint,
  sent_at      timestamptz,
  delivered_at timestamptz,
  settled_at   timestamptz,
  delivery_gas bigint check (delivery_gas >= 0),
  callback_gas bigint check (callback_gas >= 0)
);
comment on column quoted_message.delivery_gas is 'units a success used; null for a failure';
create index quoted_message_newest on quoted_message (route, payload_type, sent_at desc) where settled_at is not null;
create index quoted_message_old on quoted_message (sent_at);

-- The vault took a payment on a quote.
create table quote_paid (
  txid         text not null,
  quote_id     uuid not null,
  amount       numeric(78, 0) not null check (amount >= 0),
  payload_hash text not null,
  chain        text not null,
  block_hash   text not null,
  log_index    bigint not null,
  paid_at      timestamptz not null,
  primary key (txid, quote_id, block_hash, log_index)
);
create index quote_paid_old on quote_paid (paid_at);
