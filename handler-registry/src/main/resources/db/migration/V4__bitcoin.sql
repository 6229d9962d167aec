-- Bitcoin: a chain without contracts, of one of its networks, under the one name that contracts know it by. Its handlers
-- are vaults; a vault belongs to one handler, and that handler speaks with vaults alone.
alter table chain
  add column network text check (network in ('main', 'test', 'testnet4', 'signet', 'regtest')),
  drop constraint chain_chain_id_check,
  add constraint chain_family_terms check (
    case family
      when 'BITCOIN' then name = 'Bitcoin' and network is not null and chain_id = 0
        and settlement = '0x' || repeat('0', 40) and gas_service = settlement and verifier = settlement
      else name <> 'Bitcoin' and network is null and chain_id > 0
    end);

alter table handler
  add constraint handler_is_of_its_family check (
    case chain
      when 'Bitcoin' then length(id) = length('Bitcoin:0x') + 64 and token = '0x' || repeat('0', 40)
        and decimals = 8 and mode = 'LOCK_MINT'
      else length(id) = length(chain || ':0x') + 40
    end);

create function refuse_strangers_at_vaults() returns trigger language plpgsql as $$
declare
  ends text[] := array[new.from_handler, new.to_handler];
  vaults text[] := array(select e from unnest(ends) e where starts_with(e, 'Bitcoin:'));
begin
  if new.status <> 'RETIRED' and exists (
    select 1 from route other
    where other.status <> 'RETIRED' and other.id <> new.id
      and not (array[other.from_handler, other.to_handler] <@ ends)
      and (
        case cardinality(vaults)
          -- A vault has one partner, and the partner no other partners than vaults.
          when 1 then other.from_handler = vaults[1] or other.to_handler = vaults[1]
            or ((other.from_handler = any(ends) or other.to_handler = any(ends))
              and not starts_with(other.id, 'Bitcoin:') and not starts_with(other.to_handler, 'Bitcoin:'))
          else (other.from_handler = any(ends) or other.to_handler = any(ends))
            and (starts_with(other.id, 'Bitcoin:') or starts_with(other.to_handler, 'Bitcoin:'))
        end)
  ) then
    raise exception 'route % would pair a vault or its handler with a stranger', new.id
      using errcode = 'check_violation', constraint = 'route_vault_pairing';
  end if;
  return new;
end $$;

create trigger route_vault_pairing before insert or update of status on route
  for each row execute function refuse_strangers_at_vaults();
