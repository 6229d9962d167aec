-- SPDX-License-Identifier: Apache-2.0
-- What a byte of a transaction costs beside gas, and what was promised for the bytes of a leg.
alter table price_sample
  add column gas_per_byte           numeric(78, 0) not null default 0 check (gas_per_byte >= 0),
  add column published_gas_per_byte numeric(78, 0) not null default 0 check (published_gas_per_byte >= 0);
alter table quote_leg add column data_fee numeric(78, 0) not null default 0 check (data_fee >= 0);
comment on column quote_leg.data_fee is 'wei of the leg''s chain, part of fee_native';
