-- SPDX-License-Identifier: Apache-2.0
-- Amounts are in the token's smallest unit. The books begin at zero: balances are changes since then.

-- One row per message: what the chains said about it, and what was booked of it. Facts come in any order, so
-- everything a fact brings is null until it came.
create table transfer (
  txid            text primary key,
  -- MessageFinal; the tokens and the amount are null when the message moves no tokens
  source          text,
  destination     text,
  source_token    text,
  target_token    text,
  amount          numeric(78, 0) check (amount >= 0),
  -- MessageDelivered, MessageSettled
  delivered       text check (delivered in ('SUCCESS', 'FAILED')),
  settled         text check (settled in ('SUCCESS', 'FAILED')),
  settled_at      timestamptz,
  -- what was booked: as it left, as it arrived, as it ended
  artifact        text,
  departure       text check (departure = 'ESCROW'),
  arrival         text check (arrival in ('MINT', 'UNLOCK')),
  ending          text check (ending in ('BURN', 'LOCK', 'RETURN')),
  -- why something that happened is not booked
  unbooked        text,
  -- whether its bookings were proved to add up after it settled
  proof           text not null default 'OPEN' check (proof in ('OPEN', 'PROVED', 'BROKEN')),
  check (arrival is null and ending is null or departure is not null)
) with (fillfactor = 60); -- room for the updates each fact brings
create index transfer_unbooked on transfer (txid) where unbooked is not null;
create index transfer_unproved on transfer (txid) where departure is not null and proof <> 'PROVED';

create table booking (
  txid      text not null references transfer,
  movement  text not null check (movement in ('ESCROW', 'MINT', 'UNLOCK', 'BURN', 'LOCK', 'RETURN')),
  artifact  text not null,
  booked_at timestamptz not null,
  primary key (txid, movement)
);
create index booking_newest on booking (artifact, booked_at desc);

create table entry (
  txid     text not null,
  movement text not null,
  chain    text not null,
  account  text not null check (account in ('holders', 'escrow', 'issuance', 'liquidity')),
  amount   numeric(78, 0) not null,
  primary key (txid, movement, chain, account),
  foreign key (txid, movement) references booking
);

-- The sums of the entries, kept beside them.
create table balance (
  artifact text not null,
  chain    text not null,
  account  text not null check (account in ('holders', 'escrow', 'issuance', 'liquidity')),
  amount   numeric(78, 0) not null,
  primary key (artifact, chain, account)
);

-- What was last reported of each artifact.
create table reserve (
  artifact   text primary key,
  supply     numeric(78, 0) not null,
  expected   numeric(78, 0) not null,
  broken     bigint not null,
  balanced   boolean not null,
  checked_at timestamptz not null
);

-- Each booking's entries are written by one statement, so their sum can be proved as that statement ends.
create function entry_balances() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select txid, movement, sum(amount) as difference into wrong
    from added group by txid, movement, chain having sum(amount) <> 0 limit 1;
  if found then
    raise exception 'booking % of % is out of balance by %', wrong.movement, wrong.txid, wrong.difference
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger entry_balances after insert on entry
  referencing new table as added for each statement execute function entry_balances();

create function books_are_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the books are append-only' using errcode = 'check_violation';
end $$;
create trigger entry_is_append_only before update or delete or truncate on entry
  for each statement execute function books_are_append_only();
create trigger booking_is_append_only before update or delete or truncate on booking
  for each statement execute function books_are_append_only();
