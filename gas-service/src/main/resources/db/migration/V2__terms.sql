-- SPDX-License-Identifier: Apache-2.0
-- Messages say how much gas their handler is to be given; what was told before had the contracts' default.
alter table quote add column handler_gas bigint not null default 500000 check (handler_gas > 0);
alter table quote alter column handler_gas drop default;
alter table gas_account add column handler_gas bigint check (handler_gas > 0);
update gas_account set handler_gas = 500000 where route is not null;

-- The vault keeps an account for each payer of a message; only the sender's is charged.
alter table gas_entry add column refund_to text;
comment on column gas_entry.refund_to is 'whose account in the vault was paid into; null where that is not said';
