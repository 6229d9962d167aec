// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Validators who signed two things about one message. */
final class Equivocations {
  private final JdbcClient jdbc;

  Equivocations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A signature and what it is over.
   *
   * @param digest of what is said about the message
   * @param root of the bundle that was signed; null when the digest itself was
   */
  record Said(Hash digest, @Nullable Hash root, String signature) {}

  /** Two of them. Both are really the validator's; neither is told twice. */
  record Equivocation(
      TxId txid, Kind kind, EvmAddress validator, Said one, Said other, Instant seenAt) {}

  /**
   * Writes down what was not known; gives it. One statement, off the way of messages.
   *
   * @param since bundles told before were looked at
   */
  List<Equivocation> find(Instant since, Instant now) {
    return jdbc.sql(
            """
            WITH bundled AS (
              SELECT m.txid, m.kind, s.validator, s.signature, b.root, b.told_at,
                     '0x' || encode(substring(b.leaves FROM m.place * 32 + 1 FOR 32), 'hex')
                       AS digest
                FROM bundle_member m JOIN bundle b USING (root) JOIN bundle_signature s USING (root)),
            recent AS MATERIALIZED (SELECT * FROM bundled WHERE told_at > ?),
            pairs AS (
              SELECT r.txid, r.kind, r.validator, a.digest, NULL AS root, a.signature,
                     r.digest AS other_digest, NULL AS other_root, r.signature AS other_signature
                FROM rejected_attestation r
                JOIN attestation a USING (txid, kind, validator)
               WHERE r.signature IS NOT NULL AND a.verified AND a.digest <> r.digest
              UNION ALL
              SELECT r.txid, r.kind, r.validator, b.digest, b.root, b.signature,
                     r.digest, NULL, r.signature
                FROM rejected_attestation r
                JOIN bundled b USING (txid, kind, validator)
               WHERE r.signature IS NOT NULL AND b.digest <> r.digest
              UNION ALL
              SELECT n.txid, n.kind, n.validator, a.digest, NULL, a.signature,
                     n.digest, n.root, n.signature
                FROM recent n
                JOIN attestation a USING (txid, kind, validator)
               WHERE a.verified AND a.digest <> n.digest
              UNION ALL
              SELECT n.txid, n.kind, n.validator, b.digest, b.root, b.signature,
                     n.digest, n.root, n.signature
                FROM recent n
                JOIN bundled b USING (txid, kind, validator)
               WHERE b.digest <> n.digest)
            INSERT INTO equivocation
            SELECT DISTINCT ON (txid, kind, validator) txid, kind, validator, digest, root,
                   signature, other_digest, other_root, other_signature, ?
              FROM pairs
            ON CONFLICT DO NOTHING
            RETURNING *
            """)
        .params(Timestamp.from(since), Timestamp.from(now))
        .query((row, n) -> read(row))
        .list();
  }

  /** The newest. */
  List<Equivocation> latest(int most) {
    return jdbc.sql("SELECT * FROM equivocation ORDER BY seen_at DESC LIMIT ?")
        .param(most)
        .query((row, n) -> read(row))
        .list();
  }

  private static Equivocation read(ResultSet row) throws SQLException {
    return new Equivocation(
        new TxId(row.getString("txid")),
        Kind.valueOf(row.getString("kind")),
        new EvmAddress(row.getString("validator")),
        said(row, ""),
        said(row, "other_"),
        row.getTimestamp("seen_at").toInstant());
  }

  private static Said said(ResultSet row, String which) throws SQLException {
    String root = row.getString(which + "root");
    return new Said(
        new Hash(row.getString(which + "digest")),
        root == null ? null : new Hash(root),
        row.getString(which + "signature"));
  }
}
