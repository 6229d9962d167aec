-- SPDX-License-Identifier: Apache-2.0
-- Each entry is in wei of its own chain, of a party where the account has several; a posting balances on each chain.
alter table gas_entry disable trigger gas_entry_is_append_only;
alter table gas_entry add column chain text;
update gas_entry e set chain = coalesce(
  (select nullif(split_part(a.route, ':', 1), '') from gas_account a where a.txid = e.txid), '?');
alter table gas_entry rename column refund_to to party;
update gas_entry set party = '' where party is null;
alter table gas_entry
  alter column chain set not null,
  alter column party set not null,
  drop constraint gas_entry_txid_cause_account_key,
  add constraint gas_entry_once unique (txid, cause, account, chain, party),
  drop constraint gas_entry_account_check,
  add constraint gas_entry_account_check check (account in (
    'PAYER', 'PREPAYMENT', 'MESSAGE', 'EXCHANGE', 'DELIVERY', 'CALLBACK', 'FAILED', 'REFUND', 'REFUND_TRANSACTION',
    'OPERATOR'));
comment on column gas_entry.party is 'a payer or a submitter; empty where the account has none';
alter table gas_entry enable trigger gas_entry_is_append_only;

create or replace function gas_entry_balances() returns trigger language plpgsql as $$
declare
  broken record;
begin
  select txid, cause, sum(amount) as difference into broken
    from added group by txid, cause, chain having sum(amount) <> 0 limit 1;
  if found then
    raise exception 'posting % of % is out of balance by %', broken.cause, broken.txid, broken.difference
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- A balance at a moment: whole days, then whole minutes, then the entries since. Sums are of entries that are never
-- changed, so they are never changed either.
create index gas_entry_of_account on gas_entry (account, chain, party, posted_at) include (amount);
create index gas_entry_of_time on gas_entry (posted_at);
create index gas_entry_of_party on gas_entry (party, posted_at) include (account, chain) where party <> '';

create table gas_balance (
  account text not null,
  chain   text not null,
  party   text not null,
  span    text not null check (span in ('DAY', 'MINUTE')),
  since   timestamptz not null,
  amount  numeric(78, 0) not null,
  entries bigint not null check (entries > 0),
  primary key (account, chain, party, span, since) include (amount)
);
comment on table gas_balance is 'sums of the entries posted in a day or a minute (UTC)';
create table gas_balance_mark (
  span  text primary key check (span in ('DAY', 'MINUTE')),
  until timestamptz not null
);
comment on column gas_balance_mark.until is 'everything posted before is summed up';
insert into gas_balance_mark values ('DAY', '-infinity'), ('MINUTE', '-infinity');
