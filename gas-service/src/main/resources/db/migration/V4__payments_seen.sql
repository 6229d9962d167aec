-- Payments of a message that is final early, while they may still be replaced; the ledger hears of them when they are final.
alter table gas_account
  add column seen_amount numeric(78, 0) not null default 0 check (seen_amount >= 0),
  add column seen_block  text;
