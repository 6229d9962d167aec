-- SPDX-License-Identifier: Apache-2.0
-- A deposit whose block was replaced though it was final is taken out of the books again.

alter table booking drop constraint booking_movement_check;
alter table booking add constraint booking_movement_check check (movement in
  ('ESCROW', 'MINT', 'UNLOCK', 'BURN', 'LOCK', 'RETURN', 'DEPOSIT', 'PAYOUT', 'STAKE', 'UNSTAKE', 'WRAP',
   'UNWRAP', 'POOL', 'UNPOOL', 'LOSS', 'RESTORE', 'NETWORK_FEE', 'VAULT_FEE', 'MADE_GOOD', 'DEPOSIT_REVERSED'));

-- In which blocks outputs were said to be final, and when that was taken back.
create table btc_sighting (
  outpoint     text not null,
  -- empty where it was said before this was kept
  block_hash   text not null,
  block        bigint,
  final_at     timestamptz,
  withdrawn_at timestamptz,
  primary key (outpoint, block_hash)
);

-- How often an output was booked: in, out again, in again; it is in the books when that is odd.
create table btc_deposit (
  outpoint text not null,
  artifact text not null,
  bookings int not null check (bookings >= 0),
  -- of the block it was booked with last
  block    bigint,
  primary key (outpoint, artifact)
);

insert into btc_sighting (outpoint, block_hash, block, final_at)
select m.outpoint, '', min(t.sent_block), 'epoch'
  from btc_message m join transfer t on t.txid = m.txid
 where m.kind = 'DEPOSIT' group by m.outpoint;
insert into btc_deposit (outpoint, artifact, bookings, block)
select substr(cause, length('Bitcoin/') + 1), artifact, 1, block from booking where movement = 'DEPOSIT';
