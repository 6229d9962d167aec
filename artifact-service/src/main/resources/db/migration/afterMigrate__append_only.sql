-- SPDX-License-Identifier: Apache-2.0
-- Books, signed statements, what was decided and said of primitives and imbalances are written once.
-- Whoever does not own these tables may only add to them and read. Runs after every look for migrations, as the owner;
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
       AND r.grantee NOT IN (0, t.relowner) AND r.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')
       AND t.relname IN (
         'booking', 'entry', 'statement', 'imbalance_note', 'primitive_step', 'specification')
     GROUP BY 1, 2
  LOOP
    EXECUTE format('REVOKE %s ON %s FROM %s', given.what, given.tab, given.who);
  END LOOP;
END $$;
