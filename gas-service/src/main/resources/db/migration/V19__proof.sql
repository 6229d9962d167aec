-- SPDX-License-Identifier: Apache-2.0
-- The operator's keys and the vaults: what moved their money, and whether they hold what is booked. Wei of the chain.
create table proof_account (
  chain         text not null,
  account       text not null,
  kind          text not null check (kind in ('SUBMITTER', 'TREASURY', 'VAULT')),
  opening       numeric(78, 0) not null check (opening >= 0),
  opening_nonce bigint not null check (opening_nonce >= 0),
  opened_at     bigint not null check (opened_at >= -1),
  verified_to   bigint not null,
  primary key (chain, account)
);
comment on column proof_account.opened_at is 'the block after which movements count; -1 when all of them do';
comment on column proof_account.verified_to is 'up to here every log of the vault has its entry';

create table proof_entry (
  id           bigint generated always as identity primary key,
  chain        text not null,
  account      text not null,
  cause        text not null
               check (cause in ('FEE', 'VALUE', 'DEPOSIT', 'PREPAID', 'REFUND', 'CLAIMED', 'COLLECTED')),
  amount       numeric(78, 0) not null,
  told         numeric(78, 0) not null check (told >= 0),
  block_number bigint not null,
  block_hash   text not null,
  tx_hash      text not null,
  log_index    bigint not null,
  nonce        bigint,
  txid         text,
  party        text,
  booked_at    timestamptz not null default now(),
  unique (chain, account, cause, tx_hash, log_index, block_hash),
  check ((nonce is not null) = (cause = 'FEE')),
  check (abs(amount) in (0, told))
);
comment on column proof_entry.amount is 'into the account; negative when it went out';
comment on column proof_entry.told is 'the log''s own amount; the amount is 0 when the money stayed';
comment on column proof_entry.log_index is '-1 when a whole transaction is meant';
comment on column proof_entry.party is 'to whom it went; of a prepayment whose account in the vault it is';
create unique index proof_entry_once_per_nonce on proof_entry (chain, account, nonce) where nonce is not null;
create index proof_entry_of_account on proof_entry (chain, account, block_number) include (amount);
create index proof_entry_of_party on proof_entry (chain, party, block_number) include (amount)
  where party is not null and cause <> 'PREPAID';
create trigger proof_entry_is_append_only before update or delete or truncate on proof_entry
  for each statement execute function gas_entry_is_append_only();

-- Logs of final facts that a reorganisation took away, in whatever order this is heard.
create table proof_withdrawal (
  chain        text not null,
  block_hash   text not null,
  tx_hash      text not null,
  log_index    bigint not null,
  withdrawn_at timestamptz not null default now(),
  primary key (chain, tx_hash, log_index, block_hash)
);
create view proof_entry_standing as
  select e.* from proof_entry e
   where not exists (select from proof_withdrawal w
                      where w.chain = e.chain and w.tx_hash = e.tx_hash
                        and w.log_index = e.log_index and w.block_hash = e.block_hash);

-- The last proof of each account.
create table proof (
  chain         text not null,
  account       text not null,
  subject       text not null check (subject in ('BALANCE', 'COLLECTABLE', 'LOGS', 'LEDGER')),
  block_number  bigint not null,
  block_hash    text not null,
  books         numeric(78, 0) not null,
  found         numeric(78, 0) not null,
  proved_at     timestamptz not null,
  agreed_block  bigint,
  differs_since timestamptz,
  detail        text,
  primary key (chain, account, subject),
  check ((differs_since is null) = (detail is null))
);
comment on column proof.agreed_block is 'the last block at which both were the same';
