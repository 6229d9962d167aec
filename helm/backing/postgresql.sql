-- SPDX-License-Identifier: Apache-2.0
-- A service's database with two roles: SERVICE_owner owns the tables and migrates them; SERVICE is what the service runs
-- as, which reads and writes rows and cannot change a table. For gateway, registry, gas, artifact, relayer, and a
-- validator's on its own server. What is there already stays.
--
--   psql -v service=gas -f helm/backing/postgresql.sql postgres
--   \password gas_owner   \password gas
--
-- Tables that are only added to are taken from SERVICE's hands by the migrations themselves (afterMigrate__*.sql).

select format('create role %I login', name)
  from (values (:'service'), (:'service' || '_owner')) as wanted (name)
 where not exists (select from pg_roles where rolname = name) \gexec

-- Whoever makes a database for another role is a member of it.
select format('grant %I to current_user', :'service' || '_owner')
 where not (select rolsuper from pg_roles where rolname = current_user) \gexec

select format('create database %I owner %I', :'service', :'service' || '_owner')
 where not exists (select from pg_database where datname = :'service') \gexec

-- Nobody else comes in.
select format('revoke all on database %I from public', :'service') \gexec
select format('grant connect on database %I to %I', :'service', :'service') \gexec

\connect :service

revoke all on schema public from public;
select format('grant usage on schema public to %I', :'service') \gexec
select format('grant usage, create on schema public to %I', :'service' || '_owner') \gexec
select format(
         'alter default privileges for role %I in schema public grant select, insert, update, delete on tables to %I',
         :'service' || '_owner', :'service') \gexec
select format(
         'alter default privileges for role %I in schema public grant usage, select on sequences to %I',
         :'service' || '_owner', :'service') \gexec
