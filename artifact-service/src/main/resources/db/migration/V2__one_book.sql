-- SPDX-License-Identifier: Apache-2.0
-- One book for everything that moves an artifact. What causes a booking is a message, a log of a contract around
-- the artifact, or an output on Bitcoin; and each booking is chained to the one before it of its artifact.

alter table booking drop constraint booking_txid_fkey;
alter table booking rename column txid to cause;
alter table entry rename column txid to cause;

alter table booking drop constraint booking_movement_check;
alter table booking add constraint booking_movement_check check (movement in
  ('ESCROW', 'MINT', 'UNLOCK', 'BURN', 'LOCK', 'RETURN', 'DEPOSIT', 'PAYOUT', 'STAKE', 'UNSTAKE', 'WRAP',
   'UNWRAP', 'POOL', 'UNPOOL', 'LOSS', 'RESTORE'));

-- An account is a word, and after a colon the contract it is with.
alter table entry drop constraint entry_account_check;
alter table entry add constraint entry_account_check check (split_part(account, ':', 1) in
  ('holders', 'escrow', 'issuance', 'liquidity', 'backed', 'staked', 'wrapped', 'basket', 'custody', 'owners',
   'fees'));
alter table balance drop constraint balance_account_check;
alter table balance add constraint balance_account_check check (split_part(account, ':', 1) in
  ('holders', 'escrow', 'issuance', 'liquidity', 'backed', 'staked', 'wrapped', 'basket', 'custody', 'owners',
   'fees'));

create or replace function entry_balances() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select cause, movement, sum(amount) as difference into wrong
    from added group by cause, movement, chain having sum(amount) <> 0 limit 1;
  if found then
    raise exception 'booking % of % is out of balance by %', wrong.movement, wrong.cause, wrong.difference
      using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- Where the chains said it.
alter table transfer
  add sent_block bigint, add sent_tx text,
  add delivered_block bigint, add delivered_tx text,
  add settled_block bigint, add settled_tx text;

-- Its number among those of its artifact, and the hash over it and the one before.
alter table booking
  add seq bigint, add hash text, add chain text, add block bigint, add tx_hash text;

-- What the hash is taken over; Chained writes the same text.
create function booking_hash(b booking, previous text) returns text language sql stable as $$
  select encode(sha256(convert_to(concat_ws('|',
    b.artifact, b.seq, b.cause, b.movement, b.chain, coalesce(b.block::text, ''), coalesce(b.tx_hash, ''),
    floor(extract(epoch from b.booked_at) * 1000000)::bigint,
    coalesce((select string_agg(e.chain || ',' || e.account || ',' || e.amount, ';'
                                order by e.chain collate "C", e.account collate "C")
                from entry e where e.cause = b.cause and e.movement = b.movement), ''),
    previous), 'UTF8')), 'hex')
$$;

create table book_head (
  artifact  text primary key,
  seq       bigint not null,
  hash      text not null,
  booked_at timestamptz not null
);

-- What was booked before is chained now.
alter table booking disable trigger booking_is_append_only;
do $$
declare
  one booking;
  last book_head;
begin
  for one in select * from booking order by artifact, booked_at, cause, movement loop
    if last.artifact is distinct from one.artifact then
      last := row (one.artifact, 0, '', one.booked_at);
    end if;
    one.seq := last.seq + 1;
    one.chain := (select min(chain) from entry e where e.cause = one.cause and e.movement = one.movement);
    one.hash := booking_hash(one, last.hash);
    update booking set seq = one.seq, chain = one.chain, hash = one.hash
     where cause = one.cause and movement = one.movement;
    last := row (one.artifact, one.seq, one.hash, one.booked_at);
    insert into book_head values (last.artifact, last.seq, last.hash, last.booked_at)
      on conflict (artifact) do update set seq = excluded.seq, hash = excluded.hash,
                                           booked_at = excluded.booked_at;
  end loop;
end $$;
alter table booking enable trigger booking_is_append_only;
alter table booking alter seq set not null, alter hash set not null, alter chain set not null;
create unique index booking_chain on booking (artifact, seq);
create index booking_block on booking (artifact, chain, block);

-- All balances as they were after some booking, so that no question about the past adds everything up.
create table book_mark (
  artifact text not null,
  seq      bigint not null,
  chain    text not null,
  account  text not null,
  amount   numeric(78, 0) not null,
  primary key (artifact, seq, chain, account)
);
create trigger book_mark_is_append_only before update or delete or truncate on book_mark
  for each statement execute function books_are_append_only();
