-- How deep a message of the route must be by its amount: largest amount:confirmations, smallest amount first.
alter table route
  add column finality text[] not null default '{}',
  add constraint route_finality check (
    array_to_string(finality, ',', '?') ~ '^([0-9]{1,78}:[1-9][0-9]{0,8}(,[0-9]{1,78}:[1-9][0-9]{0,8})*)?$');
