-- When the message will be final, as the payer was told.
alter table quote
  add column finality_confirmations integer check (finality_confirmations > 0),
  add column finality_tag           text,
  add column finality_seconds       bigint check (finality_seconds >= 0);
