-- SPDX-License-Identifier: Apache-2.0
-- A message that moves no token is quoted without an amount.
alter table quote alter column amount drop not null;
comment on column quote.amount is 'of the token, smallest unit; null when the message moves none';
