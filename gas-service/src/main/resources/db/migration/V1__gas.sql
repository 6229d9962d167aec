-- SPDX-License-Identifier: Apache-2.0
-- Amounts are wei of the chain named beside them; where no chain is named, of the message's source chain.

-- The latest price of each chain, and what was last published of it.
create table price_sample (
  chain                  text primary key,
  base_fee               numeric(78, 0) not null check (base_fee >= 0),
  priority_fee           numeric(78, 0) not null check (priority_fee >= 0),
  native_usd             numeric(38, 18) not null check (native_usd > 0),
  sampled_at             timestamptz not null,
  published_base_fee     numeric(78, 0) not null,
  published_priority_fee numeric(78, 0) not null,
  published_native_usd   numeric(38, 18) not null,
  published_at           timestamptz not null
);

-- Units of gas that successful messages really used; the newest of each route and leg teach the next quote.
create table leg_sample (
  id       bigint generated always as identity primary key,
  txid     text not null,
  leg      text not null check (leg in ('DELIVERY', 'CALLBACK', 'REFUND')),
  route    text not null,
  gas_used bigint not null check (gas_used >= 0),
  unique (txid, leg)
);
create index leg_sample_newest on leg_sample (route, leg, id desc);

create table quote (
  id               uuid primary key,
  route            text not null,
  payload_bytes    integer not null check (payload_bytes >= 0),
  amount           numeric(78, 0) not null check (amount > 0),
  rate_source      numeric(38, 18) not null check (rate_source > 0),
  rate_destination numeric(38, 18) not null check (rate_destination > 0),
  margin_bps       integer not null check (margin_bps >= 0),
  margin           numeric(78, 0) not null check (margin >= 0),
  refund_fee       numeric(78, 0) not null check (refund_fee >= 0),
  total            numeric(78, 0) not null check (total >= 0),
  issued_at        timestamptz not null,
  expires_at       timestamptz not null check (expires_at > issued_at)
);
create index quote_exact on quote (route, total);
create index quote_newest on quote (route, issued_at desc);
create index quote_expired on quote (expires_at);

create table quote_leg (
  quote_id      uuid not null references quote on delete cascade,
  position      integer not null,
  leg           text not null,
  chain         text not null,
  gas_limit     bigint not null check (gas_limit >= 0),
  gas_source    text not null,
  base_fee      numeric(78, 0) not null check (base_fee >= 0),
  priority_fee  numeric(78, 0) not null check (priority_fee >= 0),
  fee_native    numeric(78, 0) not null check (fee_native >= 0),
  fee_in_source numeric(78, 0) not null check (fee_in_source >= 0),
  primary key (quote_id, position)
);

-- One account per message: what the chains said about it, and what was decided. Facts come in any order, so
-- everything a fact brings is null until it came.
create table gas_account (
  txid              text primary key,
  state             text not null default 'OPEN'
                    check (state in ('OPEN', 'SHORT', 'COVERED', 'REFUND_DUE', 'CLOSED')),
  -- MessageFinal
  route             text,
  source_time       timestamptz,
  payload_bytes     integer,
  -- GasPrepaid; the amounts are in the ledger
  refund_to         text,
  -- MessageDelivered, in wei of the destination; MessageSettled; RefundPaid
  delivery_fee      numeric(78, 0) check (delivery_fee >= 0),
  callback_fee      numeric(78, 0) check (callback_fee >= 0),
  refunded          numeric(78, 0) check (refunded >= 0),
  refund_cost       numeric(78, 0) check (refund_cost >= 0),
  -- units of gas of a success, to learn from
  delivery_gas      bigint check (delivery_gas >= 0),
  callback_gas      bigint check (callback_gas >= 0),
  refund_gas        bigint check (refund_gas >= 0),
  -- the terms asked for, locked once covered
  required          numeric(78, 0) check (required >= 0),
  quote_id          text,
  rate_source       numeric(38, 18),
  rate_destination  numeric(38, 18),
  margin_bps        integer,
  refund_fee        numeric(78, 0),
  offered_until     timestamptz,
  locked            boolean not null default false,
  -- what was last said about the prepayment, so that it is not said twice
  announced_prepaid numeric(78, 0),
  -- costs charged to the account
  delivery_charge   numeric(78, 0) check (delivery_charge >= 0),
  callback_charge   numeric(78, 0) check (callback_charge >= 0),
  -- decided once
  refund_due        numeric(78, 0) check (refund_due >= 0),
  margin            numeric(78, 0) check (margin >= 0),
  settled_prepaid   numeric(78, 0) check (settled_prepaid >= 0),
  opened_at         timestamptz not null default now(),
  check (state in ('OPEN', 'SHORT') or locked),
  check (not locked or rate_source is not null),
  check (state not in ('REFUND_DUE', 'CLOSED') or refund_due is not null)
) with (fillfactor = 60); -- room for the updates each fact brings
create index gas_account_unpriced on gas_account (opened_at) where state = 'OPEN' and route is not null;

-- The ledger, in wei of the source chain. A posting is the entries of one txid and cause.
create table gas_entry (
  id        bigint generated always as identity primary key,
  txid      text not null,
  cause     text not null,
  account   text not null
            check (account in ('PAYER', 'PREPAYMENT', 'DELIVERY', 'CALLBACK', 'REFUND', 'REFUND_TRANSACTION', 'OPERATOR')),
  amount    numeric(78, 0) not null,
  posted_at timestamptz not null default now(),
  unique (txid, cause, account)
);

-- Each posting is written by one statement, so its sum can be proved as that statement ends.
create function gas_entry_balances() returns trigger language plpgsql as $$
declare
  broken record;
begin
  select txid, cause, sum(amount) as difference into broken
    from added group by txid, cause having sum(amount) <> 0 limit 1;
  if found then
    raise exception 'posting % of % is out of balance by %', broken.cause, broken.txid, broken.difference
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger gas_entry_balances after insert on gas_entry
  referencing new table as added for each statement execute function gas_entry_balances();

create function gas_entry_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'check_violation';
end $$;
create trigger gas_entry_is_append_only before update or delete or truncate on gas_entry
  for each statement execute function gas_entry_is_append_only();
