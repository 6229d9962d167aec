-- SPDX-License-Identifier: Apache-2.0
-- A quote for one message, known by its txid before it is sent; signed when its txid is there.
alter table quote
  add column txid               text,
  add column sender             text,
  add column payer              text,
  add column payload_hash       text,
  add column payload_type       text,
  add column legs_hash          text,
  add column chain_id           bigint,
  add column vault              text,
  add column signer             text,
  add column signature          text,
  add column concern            text,
  add column plan_id            uuid,
  add column plan_position      integer check (plan_position >= 0),
  add column requote_bound      numeric(78, 0) check (requote_bound >= 0),
  add constraint quote_signed_whole check (
    num_nulls(txid, sender, payer, payload_hash, legs_hash, chain_id, vault, signer, signature) in (0, 9)),
  add constraint quote_planned_whole check (num_nulls(plan_id, plan_position) in (0, 2));
comment on column quote.concern is 'what speaks against sending it, as its simulation said; null when nothing does';
comment on column quote.requote_bound is 'what a later quote for this hop of its plan asks for at most; null when it is signed';
create index quote_of_message on quote (txid) where txid is not null;
create index quote_of_plan on quote (plan_id, plan_position) where plan_id is not null;
create index quote_open on quote (expires_at) where txid is not null;

-- How long a leg takes, as measured when it was quoted.
alter table quote_leg
  add column seconds_median bigint check (seconds_median >= 0),
  add column seconds_high   bigint check (seconds_high >= 0);
comment on column quote_leg.seconds_high is '95 of 100 were no slower';

-- Messages that are covered and not settled are the operator's exposure.
create index gas_account_covered on gas_account (txid) where state = 'COVERED';
