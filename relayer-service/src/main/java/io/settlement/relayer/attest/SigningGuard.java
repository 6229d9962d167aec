// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was ever signed: one digest for each message and kind, for ever. */
final class SigningGuard {

  /** What a signature is about. */
  record Subject(TxId txid, Kind kind) {
    static Subject of(Claim claim) {
      return new Subject(claim.txid(), claim.kind());
    }

    static Subject of(AttestationSigned signed) {
      return new Subject(signed.txid(), signed.kind());
    }
  }

  private final JdbcClient jdbc;

  SigningGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The digests already signed among these. */
  Map<Subject, Hash> known(Collection<Subject> subjects) {
    Map<Subject, Hash> known = new HashMap<>();
    if (!subjects.isEmpty()) {
      jdbc.sql(
              """
              SELECT s.txid, s.kind, s.digest FROM signed_digest s
                JOIN unnest(?::text[], ?::text[]) AS a (txid, kind)
                  ON s.txid = a.txid AND s.kind = a.kind""")
          .param(subjects.stream().map(one -> one.txid().hex()).toArray(String[]::new))
          .param(subjects.stream().map(one -> one.kind().name()).toArray(String[]::new))
          .query(
              row -> {
                known.put(subject(row), new Hash(row.getString("digest")));
              });
    }
    return known;
  }

  /** Records signatures; returns those that nobody recorded before. */
  Set<Subject> record(List<AttestationSigned> signed) {
    if (signed.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                """
                INSERT INTO signed_digest (txid, kind, digest, validator, signature, signed_at)
                SELECT *, ? FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                ON CONFLICT (txid, kind) DO NOTHING
                RETURNING txid, kind""")
            .param(Timestamp.from(signed.getFirst().at()))
            .param(texts(signed, one -> one.txid().hex()))
            .param(texts(signed, one -> one.kind().name()))
            .param(texts(signed, one -> one.digest().hex()))
            .param(texts(signed, one -> one.validator().hex()))
            .param(texts(signed, AttestationSigned::signature))
            .query((row, at) -> subject(row))
            .list());
  }

  private static Subject subject(ResultSet row) throws SQLException {
    return new Subject(new TxId(row.getString("txid")), Kind.valueOf(row.getString("kind")));
  }

  private static String[] texts(
      List<AttestationSigned> signed, Function<AttestationSigned, String> column) {
    return signed.stream().map(column).toArray(String[]::new);
  }
}
