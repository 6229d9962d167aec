-- A balance at any moment is one row and the entries of the minutes since, however long the history.

delete from gas_balance where span = 'DAY';
delete from gas_balance_mark where span = 'DAY';

alter table gas_balance add column balance numeric(78, 0);
update gas_balance b set balance = r.balance
  from (select account, chain, party, since,
               sum(amount) over (partition by account, chain, party order by since) as balance
          from gas_balance) r
 where (b.account, b.chain, b.party, b.since) = (r.account, r.chain, r.party, r.since);
alter table gas_balance
  alter column balance set not null,
  drop constraint gas_balance_pkey,
  drop column span,
  drop column amount,
  drop column entries,
  add primary key (account, chain, party, since) include (balance);
comment on table gas_balance is 'what an account held at the end of each minute (UTC) in which something was posted';
comment on column gas_balance.since is 'the start of the minute';

alter table gas_balance_mark
  drop column span,
  add column one boolean primary key default true check (one);
comment on table gas_balance_mark is 'one row';
comment on column gas_balance_mark.until is 'everything posted before is summed up';
