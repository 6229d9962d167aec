-- Nodes of new chains that an operator admitted for all services to read.
create table admitted_nodes (
  chain         text collate "C" primary key,
  application   uuid        not null references onboarding_application,
  providers     jsonb       not null,
  confirmations integer     not null check (confirmations between 0 and 100000),
  at            timestamptz not null
);
