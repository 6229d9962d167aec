-- SPDX-License-Identifier: Apache-2.0
-- What messages say about BTC, what the contracts around artifacts log, and how far they were read.

alter table transfer add delivered_fee numeric(78, 0);
-- Messages that move no token stay unproved for ever; the planner must know that few others are.
create statistics transfer_unproved_share (mcv) on departure, proof from transfer;

-- Messages that move BTC in or out; how they end is in transfer.
create table btc_message (
  txid        text primary key,
  kind        text not null check (kind in ('DEPOSIT', 'WITHDRAWAL')),
  source      text not null,
  destination text not null,
  -- of a deposit: the output, as its handler knows it
  outpoint    text check ((kind = 'DEPOSIT') = (outpoint is not null)),
  btc_txid    text,
  vout        bigint,
  btc_address text not null,
  account     text not null,
  amount      numeric(78, 0) not null check (amount >= 0),
  -- whose books; null while no primitive in use has its handler
  artifact    text,
  -- why it is not booked
  unbooked    text,
  -- until both sides were seen and agree
  open        boolean not null default true
);
create index btc_message_open on btc_message (artifact) where open;
create index btc_message_outpoint on btc_message (outpoint) where outpoint is not null;
create index btc_message_unbooked on btc_message (txid) where unbooked is not null;

-- What a handler made of an output.
create table btc_output (
  outpoint text not null,
  artifact text not null,
  chain    text not null,
  state    text not null check (state in ('HELD', 'CREDITED', 'REJECTED')),
  receiver text not null,
  amount   numeric(78, 0) not null,
  block    bigint not null,
  -- whether a verified deposit of the same amount stands behind it
  matched  boolean not null default false,
  primary key (outpoint, artifact)
);
create index btc_output_unmatched on btc_output (artifact) where not matched;

-- What a handler made of a withdrawal.
create table btc_withdrawal (
  txid     text primary key,
  artifact text not null,
  chain    text not null,
  state    text not null check (state in ('LOCKED', 'BURNED', 'RETURNED')),
  account  text not null,
  amount   numeric(78, 0) not null,
  block    bigint not null
);
create index btc_withdrawal_locked on btc_withdrawal (artifact) where state = 'LOCKED';

-- Points are satoshi times seconds up to since; the contract counts the same way.
create table stake (
  artifact text not null,
  chain    text not null,
  contract text not null,
  account  text not null,
  amount   numeric(78, 0) not null check (amount >= 0),
  since    bigint not null,
  points   numeric(78, 0) not null,
  primary key (chain, contract, account)
);

create table ticket (
  chain        text not null,
  contract     text not null,
  ticket       numeric(78, 0) not null,
  owner        text not null,
  leg          int not null,
  shares       numeric(78, 0) not null,
  claimable_at bigint not null,
  paid         numeric(78, 0),
  primary key (chain, contract, ticket)
);

-- Up to here the logs of an artifact's contracts are booked.
create table log_cursor (
  artifact text not null,
  chain    text not null,
  up_to    bigint not null,
  primary key (artifact, chain)
);
