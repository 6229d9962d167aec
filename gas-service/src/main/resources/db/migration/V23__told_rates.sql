-- SPDX-License-Identifier: Apache-2.0
-- What operators said native tokens are worth, while the service ran. The newest word of a chain counts; one without
-- price and chain withdraws what was said before. What was said stays, with who said it and why.
create table told_rate (
  id      bigint generated always as identity primary key,
  chain   text not null,
  usd     numeric(38, 18) check (usd > 0),
  same_as text check (same_as <> chain),
  told_by text not null,
  because text not null check (because <> ''),
  told_at timestamptz not null,
  check (usd is null or same_as is null)
);
comment on column told_rate.usd is 'US dollars for one whole token';
comment on column told_rate.same_as is 'the chain whose native token it is too';
create index told_rate_of_chain on told_rate (chain, id desc);
create trigger told_rate_is_append_only before update or delete or truncate on told_rate
  for each statement execute function gas_entry_is_append_only();
