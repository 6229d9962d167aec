-- Handlers that carry messages and move no token: mode NONE, no token, no artifact, 0 decimals. A route between two of
-- them relies on that as others rely on their token.
alter table handler
  alter column token drop not null,
  drop constraint handler_mode_check,
  drop constraint handler_artifact_check,
  add constraint handler_mode_check
    check (mode in ('NONE', 'MINT_BURN', 'LOCK_MINT', 'BURN_UNLOCK', 'LOCK_UNLOCK')),
  add constraint handler_artifact_check check (artifact ~ '^([A-Za-z0-9][A-Za-z0-9._-]{0,63})?$'),
  add constraint handler_token_or_none check (
    case mode
      when 'NONE' then token is null and decimals = 0 and artifact = ''
      else token is not null and artifact <> ''
    end);

alter table route
  drop constraint route_modes_pair,
  add constraint route_modes_pair check (
    (from_mode, to_mode) in (
      ('NONE', 'NONE'),
      ('MINT_BURN', 'MINT_BURN'),
      ('LOCK_MINT', 'BURN_UNLOCK'),
      ('BURN_UNLOCK', 'LOCK_MINT'),
      ('LOCK_UNLOCK', 'LOCK_UNLOCK')));
