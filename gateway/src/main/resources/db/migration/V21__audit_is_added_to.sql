-- SPDX-License-Identifier: Apache-2.0
-- A line of the audit is ended once, and forgotten when it is old: who has the gateway's role, but not the tables, can
-- change none and take none away that is younger. Roles that own tables should be nobody's while the gateway runs.
create function audit_is_added_to() returns trigger language plpgsql as $$
declare
  answer constant text[] := array['template', 'status', 'took_ms'];
begin
  if tg_op = 'UPDATE' and old.status is null and to_jsonb(new) - answer = to_jsonb(old) - answer then
    return new;
  end if;
  if tg_op = 'DELETE' and old.at < now() - interval '30 days' then
    return old;
  end if;
  raise exception 'a line of the audit is ended once and kept for 30 days'
    using errcode = 'insufficient_privilege';
end $$;
create trigger audit_is_added_to before update or delete on audit
  for each row execute function audit_is_added_to();
