-- Who may talk to whom. The rules of RouteBook hold here too, so that no other writer can break them.

create table chain (
  name        text collate "C" primary key check (name ~ '^[A-Za-z][A-Za-z0-9-]{0,30}$'),
  family      text        not null check (family in ('EVM', 'BITCOIN')),
  profile     text        not null check (profile in ('LEGACY', 'V2')),
  chain_id    bigint      not null check (chain_id > 0),
  settlement  text        not null check (settlement ~ '^0x[0-9a-f]{40}$'),
  gas_service text        not null check (gas_service ~ '^0x[0-9a-f]{40}$'),
  verifier    text        not null check (verifier ~ '^0x[0-9a-f]{40}$'),
  status      text        not null check (status in ('ACTIVE', 'SUSPENDED', 'RETIRED')),
  at          timestamptz not null,
  version     bigint      not null,
  constraint chain_settlement_taken unique (chain_id, settlement)
);

-- Names are hashed side by side without a separator: if one began another, two routes could share a txid.
create function refuse_names_that_begin_each_other() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from chain other
    where other.name <> new.name
      and (starts_with(other.name, new.name) or starts_with(new.name, other.name))
  ) then
    raise exception 'chain name % begins another or is begun by one', new.name
      using errcode = 'check_violation', constraint = 'chain_name_prefix_safe';
  end if;
  return new;
end $$;

create trigger chain_name_prefix_safe before insert or update of name on chain
  for each row execute function refuse_names_that_begin_each_other();

create table handler (
  id       text collate "C" primary key,
  chain    text collate "C" not null references chain,
  token    text        not null check (token ~ '^0x[0-9a-f]{40}$'),
  decimals integer     not null check (decimals between 0 and 36),
  mode     text        not null check (mode in ('MINT_BURN', 'LOCK_MINT', 'BURN_UNLOCK', 'LOCK_UNLOCK')),
  artifact text        not null check (artifact ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  status   text        not null check (status in ('ACTIVE', 'SUSPENDED', 'RETIRED')),
  at       timestamptz not null,
  version  bigint      not null,
  constraint handler_id_spells_its_chain check (id ~ ('^' || chain || ':0x([0-9a-f]{40}|[0-9a-f]{64})$')),
  -- What an active route refers to.
  unique (id, artifact, decimals, mode)
);

create index handler_chain on handler (chain);

create table route (
  id           text collate "C" primary key check (id = from_handler || '>' || to_handler),
  from_handler text collate "C" not null references handler,
  to_handler   text collate "C" not null references handler,
  status       text        not null check (status in ('ACTIVE', 'SUSPENDED', 'RETIRED')),
  -- What an active route relies on at both ends; null otherwise, which frees the handlers to be corrected.
  artifact     text,
  decimals     integer,
  from_mode    text,
  to_mode      text,
  at           timestamptz not null,
  version      bigint      not null,
  constraint route_between_two_chains check (split_part(from_handler, ':', 1) <> split_part(to_handler, ':', 1)),
  constraint route_terms_when_active check (
    case status
      when 'ACTIVE' then num_nulls(artifact, decimals, from_mode, to_mode) = 0
      else num_nonnulls(artifact, decimals, from_mode, to_mode) = 0
    end),
  constraint route_modes_pair check (
    (from_mode, to_mode) in (
      ('MINT_BURN', 'MINT_BURN'),
      ('LOCK_MINT', 'BURN_UNLOCK'),
      ('BURN_UNLOCK', 'LOCK_MINT'),
      ('LOCK_UNLOCK', 'LOCK_UNLOCK'))),
  constraint route_from_terms foreign key (from_handler, artifact, decimals, from_mode)
    references handler (id, artifact, decimals, mode),
  constraint route_to_terms foreign key (to_handler, artifact, decimals, to_mode)
    references handler (id, artifact, decimals, mode)
);

create index route_from_handler on route (from_handler);
create index route_to_handler on route (to_handler);

create function all_distinct(texts text[]) returns boolean language sql immutable as $$
  select count(distinct t) = cardinality(texts) from unnest(texts) t
$$;

create table validator_set (
  chain      text collate "C" primary key references chain,
  epoch      bigint      not null check (epoch > 0),
  required   integer     not null,
  validators text[]      not null,
  at         timestamptz not null,
  version    bigint      not null,
  constraint validator_set_threshold check (required between 1 and cardinality(validators)),
  constraint validator_set_distinct check (all_distinct(validators)),
  constraint validator_set_addresses check (
    array_to_string(validators, ',', '?') ~ '^0x[0-9a-f]{40}(,0x[0-9a-f]{40})*$')
);
