-- SPDX-License-Identifier: Apache-2.0
-- What was migrated is told by the owner of the tables alone.
-- Whoever does not own the table may only read it. Runs after every look for migrations, as the owner;
-- where a service runs as the owner itself nobody else has rights, and nothing happens.
DO $$
DECLARE
  given record;
BEGIN
  -- Several instances may start at once.
  PERFORM pg_advisory_xact_lock(hashtext('rights of ' || current_schema()));
  FOR given IN
    SELECT t.oid::regclass AS tab, r.grantee::regrole AS who, string_agg(r.privilege_type, ', ') AS what
      FROM pg_class t, aclexplode(t.relacl) r
     WHERE t.relnamespace = current_schema()::regnamespace AND t.relowner = current_user::regrole
       AND r.grantee NOT IN (0, t.relowner) AND r.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')
       AND t.relname IN (
         'flyway_schema_history')
     GROUP BY 1, 2
  LOOP
    EXECUTE format('REVOKE %s ON %s FROM %s', given.what, given.tab, given.who);
  END LOOP;
END $$;
