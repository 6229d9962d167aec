-- SPDX-License-Identifier: Apache-2.0
-- Messages of some routes need not be prepaid: the operator bears what nobody paid.
alter table gas_account add column waiver text;
comment on column gas_account.waiver is 'why nothing was asked for; null when something was';
