-- SPDX-License-Identifier: Apache-2.0
-- What became of orders to guardians, what the network took of withdrawals and of the vault itself, and what was
-- last told of routes.

create table pause_report (
  artifact  text not null,
  chain     text not null,
  contract  text not null,
  number    bigint not null,
  progress  text not null check (progress in ('NO_GUARDIAN', 'SENT', 'PAUSED')),
  guardian  text,
  tx_hash   text,
  at        timestamptz not null,
  primary key (artifact, chain, number)
);
comment on table pause_report is 'the newest word of each order';

alter table booking drop constraint booking_movement_check;
alter table booking add constraint booking_movement_check check (movement in
  ('ESCROW', 'MINT', 'UNLOCK', 'BURN', 'LOCK', 'RETURN', 'DEPOSIT', 'PAYOUT', 'STAKE', 'UNSTAKE', 'WRAP',
   'UNWRAP', 'POOL', 'UNPOOL', 'LOSS', 'RESTORE', 'NETWORK_FEE', 'VAULT_FEE', 'MADE_GOOD'));
alter table entry drop constraint entry_account_check;
alter table entry add constraint entry_account_check check (split_part(account, ':', 1) in
  ('holders', 'escrow', 'issuance', 'liquidity', 'backed', 'staked', 'wrapped', 'basket', 'custody', 'owners',
   'fees', 'operator'));
alter table balance drop constraint balance_account_check;
alter table balance add constraint balance_account_check check (split_part(account, ':', 1) in
  ('holders', 'escrow', 'issuance', 'liquidity', 'backed', 'staked', 'wrapped', 'basket', 'custody', 'owners',
   'fees', 'operator'));

-- What the vault's payments on Bitcoin paid.
create table payout_batch (
  batch     text primary key,
  vault     text not null,
  tx_hash   text not null,
  fee       numeric(78, 0) not null check (fee >= 0),
  vault_fee numeric(78, 0) not null check (vault_fee >= 0),
  block     bigint not null,
  artifact  text
);
comment on column payout_batch.artifact is 'whose books; null while no primitive in use has its vault';
create index payout_batch_unbooked on payout_batch (batch) where artifact is null;

create table payout_member (
  txid   text primary key,
  batch  text not null references payout_batch,
  vout   bigint not null,
  amount numeric(78, 0) not null,
  paid   numeric(78, 0) not null check (paid between 0 and amount)
);
create index payout_member_batch on payout_member (batch);

-- What the vault may be paying of its own, until its batch is told to be paid.
create table vault_expense (
  batch text not null,
  round int not null,
  vault text not null,
  fee   numeric(78, 0) not null check (fee >= 0),
  primary key (batch, round)
);
create index vault_expense_vault on vault_expense (vault);

-- What a vault holds beyond its books since some block; booked when it has stood long enough.
create table vault_surplus (
  artifact text primary key,
  height   bigint not null,
  amount   numeric(78, 0) not null check (amount > 0)
);

create table route_liquidity (
  route     text primary key,
  artifact  text not null,
  available numeric(78, 0),
  stopped   text,
  told_at   timestamptz not null
);
comment on table route_liquidity is 'what was told last';
