-- SPDX-License-Identifier: Apache-2.0
-- The prices of gas that what is asked for was computed with: who prepays more covers higher ones.
alter table gas_account
  add column delivery_price numeric(78, 0) check (delivery_price >= 0),
  add column callback_price numeric(78, 0) check (callback_price >= 0);
comment on column gas_account.delivery_price is 'for a unit of gas, wei of the destination chain; null when not known';
comment on column gas_account.callback_price is 'for a unit of gas, wei of the source chain; null when not known';
