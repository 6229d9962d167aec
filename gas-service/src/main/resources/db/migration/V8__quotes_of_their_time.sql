-- SPDX-License-Identifier: Apache-2.0
-- A message looks for its quote among those of its time only, however many were given before.
drop index quote_exact;
create index quote_exact on quote (route, total, issued_at);
-- How long quotes stand at most: the highest entry.
create index quote_longest on quote ((expires_at - issued_at));
