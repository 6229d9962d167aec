-- SPDX-License-Identifier: Apache-2.0
-- The last signed publication for each price contract. A round is signed once: it only grows, whoever runs.
create table price_publication (
  chain     text primary key,
  round     bigint not null check (round > 0),
  prices    text not null,
  signed_at timestamptz not null
);
comment on column price_publication.chain is 'where the contract is';
comment on column price_publication.prices is 'JSON of what was signed';
