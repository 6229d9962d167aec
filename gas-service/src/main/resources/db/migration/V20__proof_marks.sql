-- SPDX-License-Identifier: Apache-2.0
-- What was booked up to a block that was proved, so that no proof adds up all of history again. An entry or a
-- withdrawal that comes later for such a block takes the mark away.
create table proof_mark (
  chain   text not null,
  account text not null,
  subject text not null check (subject in ('BALANCE', 'COLLECTABLE')),
  up_to   bigint not null,
  amount  numeric(78, 0) not null,
  primary key (chain, account, subject)
);
create index proof_entry_of_message on proof_entry (txid, chain, account) where txid is not null;
create index proof_entry_of_time on proof_entry (chain, booked_at);
create index proof_withdrawal_of_time on proof_withdrawal (chain, withdrawn_at);
