-- SPDX-License-Identifier: Apache-2.0
-- A message has an account in a vault for each chain and payer. What the chains said of money is kept as they said
-- it; what follows from it is decided for each of those accounts. Amounts are wei of the chain named beside them.

-- Payments, costs and refunds, each as its log or receipt said it.
create table gas_fact (
  id           bigint generated always as identity primary key,
  txid         text not null,
  kind         text not null check (kind in ('PREPAID', 'DELIVERY', 'CALLBACK', 'REFUND', 'FAILED')),
  chain        text not null,
  block_number bigint not null,
  block_hash   text not null,
  block_time   timestamptz not null,
  tx_hash      text not null,
  log_index    bigint not null,
  party        text,
  amount       numeric(78, 0) not null default 0 check (amount >= 0),
  submitter    text,
  gas_used     bigint check (gas_used >= 0),
  gas_price    numeric(78, 0) check (gas_price >= 0),
  data_fee     numeric(78, 0) check (data_fee >= 0),
  fee          numeric(78, 0) check (fee >= 0),
  stranger     boolean not null default false,
  purpose      text,
  members      integer check (members > 0),
  charge       numeric(78, 0) check (charge >= 0),
  unique (txid, kind, tx_hash, log_index, block_hash),
  check ((party is not null) = (kind in ('PREPAID', 'REFUND'))),
  check ((fee is not null) = (kind <> 'PREPAID')),
  check ((members is not null) = (kind = 'FAILED'))
);
comment on column gas_fact.log_index is '-1 when it is about a whole transaction';
comment on column gas_fact.party is 'whose account in the vault';
comment on column gas_fact.amount is 'paid in, or paid back';
comment on column gas_fact.fee is 'the message''s share of what its transaction cost';
comment on column gas_fact.members is 'messages among which a failed transaction is shared';
comment on column gas_fact.charge is 'wei of the source chain it charged to the message; null until it is in the ledger';

-- Logs of final facts that a reorganisation took away; in whatever order this is heard, they count no more.
create table gas_withdrawal (
  txid       text not null,
  tx_hash    text not null,
  log_index  bigint not null,
  block_hash text not null,
  fact       text not null,
  heard_at   timestamptz not null default now(),
  primary key (txid, tx_hash, log_index, block_hash)
);

create view gas_fact_standing as
  select f.* from gas_fact f
   where not exists (select from gas_withdrawal w
                      where w.txid = f.txid and w.tx_hash = f.tx_hash
                        and w.log_index = f.log_index and w.block_hash = f.block_hash);

-- What was decided for an account of a vault when its message had ended.
create table gas_vault_account (
  txid       text not null,
  chain      text not null,
  payer      text not null,
  settled    numeric(78, 0) check (settled >= 0),
  due        numeric(78, 0) check (due >= 0),
  way        text check (way in ('PUSHED', 'DUST', 'OTHER_PAYER', 'RECEIPTS_ONLY', 'NOTHING_LEFT')),
  decided_at timestamptz,
  root       text,
  primary key (txid, chain, payer),
  check ((settled is null) = (due is null) and (due is null) = (way is null)),
  check (due <= settled),
  check (root is null or due is not null)
);
comment on column gas_vault_account.settled is 'what it held when that was decided; the message took what is not due';
comment on column gas_vault_account.way is 'how the rest goes back: by the operator''s order, or why its payer claims it';
comment on column gas_vault_account.root is 'the tree that holds its receipt';
create index gas_vault_account_without_receipt on gas_vault_account (chain, decided_at)
  where root is null and due is not null;

-- What the facts say is read from them.
alter table gas_account
  drop column delivery_fee,
  drop column callback_fee,
  drop column refunded,
  drop column refund_cost,
  drop column delivery_charge,
  drop column callback_charge,
  drop column settled_prepaid,
  add column round integer not null default 1 check (round > 0),
  drop constraint gas_account_state_check,
  add constraint gas_account_state_check
    check (state in ('OPEN', 'SHORT', 'COVERED', 'REFUND_DUE', 'CLAIMABLE', 'CLOSED')),
  add constraint gas_account_decided
    check (state not in ('REFUND_DUE', 'CLAIMABLE', 'CLOSED') or refund_due is not null);
comment on column gas_account.refund_to is 'the sender; null until the message is known';
comment on column gas_account.round is 'goes up when what was decided is taken back';
