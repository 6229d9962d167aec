-- SPDX-License-Identifier: Apache-2.0
-- Receipts of ended messages in trees whose roots are published, so that payers can close their accounts themselves.
create table gas_receipt_tree (
  root         text primary key,
  chain        text not null,
  vault        text not null,
  leaves       integer not null check (leaves > 0),
  uri          text not null,
  built_at     timestamptz not null,
  published_at timestamptz,
  published_tx text
);
create table gas_receipt (
  root    text not null references gas_receipt_tree,
  leaf    text not null,
  txid    text not null,
  chain   text not null,
  payer   text not null,
  prepaid numeric(78, 0) not null check (prepaid > 0),
  spent   numeric(78, 0) not null check (spent >= 0),
  refund  numeric(78, 0) not null check (refund >= 0),
  proof   text not null,
  primary key (root, leaf),
  unique (txid, chain, payer),
  check (prepaid = spent + refund)
);
comment on column gas_receipt.leaf is 'its hash in the tree, which is in the order of these';
comment on column gas_receipt.proof is 'siblings from the leaf up, comma separated; empty in a tree of one';
