-- Tokens that handlers in the book move, by what their own contracts call them.
create table token (
  chain    text collate "C" not null,
  address  text not null check (address ~ '^0x[0-9a-f]{40}$'),
  symbol   text not null check (symbol ~ '^[!-~]{1,32}$'),
  decimals integer not null check (decimals between 0 and 36),
  handler  text collate "C" not null check (starts_with(handler, chain || ':')),
  at       timestamptz not null,
  primary key (chain, address)
);

alter table registration drop constraint registration_kind_check;
alter table registration add constraint registration_kind_check check (kind in ('ROUTE', 'VALIDATORS', 'TOKEN'));
