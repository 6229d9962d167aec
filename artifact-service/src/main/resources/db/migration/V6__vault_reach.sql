-- SPDX-License-Identifier: Apache-2.0
-- How far each vault's addresses were given out, as the relayer tells it: its outputs are looked for at least as far.
create table vault_reach (
  vault      text   not null primary key,
  last_index bigint not null
);
