-- What happened to each message. timeline holds the facts once each; message is what they add up to.

create table message (
  txid         text collate "C" primary key check (txid ~ '^0x[0-9a-f]{64}$'),
  -- Order in which the gateway first heard of them; the cursor of the list.
  seq          bigint generated always as identity unique,
  stage        text           not null default 'OBSERVED',
  -- Nothing more is going to happen.
  ended        boolean        not null default false,
  outcome      text           check (outcome in ('SUCCESS', 'FAILED')),
  from_handler text,
  to_handler   text,
  sender       text,
  from_token   text,
  to_token     text,
  receiver     text,
  amount       numeric(78, 0) check (amount >= 0),
  required     numeric(78, 0) check (required >= 0),
  prepaid      numeric(78, 0) check (prepaid >= 0),
  spent        numeric(78, 0) check (spent >= 0),
  margin       numeric(78, 0) check (margin >= 0),
  refunded     numeric(78, 0) check (refunded >= 0)
) with (fillfactor = 70); -- room for the dozen updates a message gets, beside the row

create table timeline (
  -- Rises along a message's commits, because they wait for each other: the id of the event stream.
  id            bigint generated always as identity primary key,
  txid          text collate "C" not null references message,
  type          text             not null,
  -- Tells facts of one type of one message apart; '' when there is only one.
  discriminator text             not null,
  at            timestamptz      not null,
  chain         text,
  block         bigint,
  tx_hash       text,
  detail        jsonb            not null,
  -- Each fact once; also how the lines of a message are found.
  unique (txid, type, discriminator)
);
