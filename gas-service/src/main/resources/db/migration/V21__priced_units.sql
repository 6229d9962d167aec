-- SPDX-License-Identifier: Apache-2.0
-- How many units of gas what is asked for was computed with: with their prices, the money there is for each leg.
alter table gas_account
  add column delivery_units bigint check (delivery_units >= 0),
  add column callback_units bigint check (callback_units >= 0);
comment on column gas_account.delivery_units is 'units of gas of the delivery that were priced; null when not known';
comment on column gas_account.callback_units is 'units of gas of the callback that were priced; null when not known';
