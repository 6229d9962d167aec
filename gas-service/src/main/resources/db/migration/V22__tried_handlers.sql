-- SPDX-License-Identifier: Apache-2.0
-- What the receiving handler used when it was tried for a quote: what the delivery used beyond it is what deliveries
-- take beside their handlers, and need not be guessed.
alter table quote add column tried_gas bigint check (tried_gas >= 0);
comment on column quote.tried_gas is 'units the receiving handler used when it was tried; null when it was not, or refused';
