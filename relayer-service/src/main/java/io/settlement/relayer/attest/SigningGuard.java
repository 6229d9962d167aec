// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was ever signed: one digest for each message and kind, for ever, whether it was signed by
 * itself or under the root of a bundle.
 */
final class SigningGuard {

  /** What a signature is about. */
  record Subject(TxId txid, Kind kind) {
    static Subject of(Claim claim) {
      return new Subject(claim.txid(), claim.kind());
    }
  }

  /** What is signed about it. */
  record Entry(Subject subject, Hash digest) {}

  private final JdbcClient jdbc;
  private final EvmAddress validator;

  SigningGuard(JdbcClient jdbc, EvmAddress validator) {
    this.jdbc = jdbc;
    this.validator = validator;
  }

  /** Whose signatures it guards. */
  EvmAddress validator() {
    return validator;
  }

  /** Those of these that another digest is guarded for. */
  List<Entry> contradicting(Collection<Entry> entries) {
    Map<Subject, Hash> known = known(entries.stream().map(Entry::subject).toList());
    return entries.stream().filter(one -> !one.digest().equals(known.get(one.subject()))).toList();
  }

  /** Up to {@code most} in one order, after one of them or from the beginning. */
  List<Entry> after(@Nullable Subject last, int most) {
    return jdbc.sql(
            """
            SELECT txid, kind, digest FROM signed_digest
             WHERE (txid, kind) > (?, ?) ORDER BY txid, kind LIMIT ?\
            """)
        .params(last == null ? "" : last.txid().hex(), last == null ? "" : last.kind().name(), most)
        .query((row, at) -> new Entry(subject(row), new Hash(row.getString("digest"))))
        .list();
  }

  /** The digests guarded among these. */
  Map<Subject, Hash> known(Collection<Subject> subjects) {
    Map<Subject, Hash> known = new HashMap<>();
    if (!subjects.isEmpty()) {
      jdbc.sql(
              """
              SELECT s.txid, s.kind, s.digest FROM signed_digest s
                JOIN unnest(?::text[], ?::text[]) AS a (txid, kind)
                  ON s.txid = a.txid AND s.kind = a.kind\
              """)
          .param(texts(subjects, one -> one.txid().hex()))
          .param(texts(subjects, one -> one.kind().name()))
          .query(
              row -> {
                known.put(subject(row), new Hash(row.getString("digest")));
              });
    }
    return known;
  }

  /** Guards these before they are signed; returns those that nobody guarded before. */
  Set<Subject> record(Collection<Entry> entries, Instant now) {
    if (entries.isEmpty()) {
      return Set.of();
    }
    // In one order, so that two instances of this validator wait for each other once.
    List<Entry> sorted =
        entries.stream()
            .sorted(
                Comparator.comparing((Entry one) -> one.subject().txid().hex())
                    .thenComparing(one -> one.subject().kind()))
            .toList();
    return new HashSet<>(
        jdbc.sql(
                """
                INSERT INTO signed_digest (txid, kind, digest, validator, signed_at)
                SELECT *, ?, ? FROM unnest(?::text[], ?::text[], ?::text[])
                ON CONFLICT (txid, kind) DO NOTHING
                RETURNING txid, kind\
                """)
            .param(validator.hex())
            .param(Timestamp.from(now))
            .param(texts(sorted, one -> one.subject().txid().hex()))
            .param(texts(sorted, one -> one.subject().kind().name()))
            .param(texts(sorted, one -> one.digest().hex()))
            .query((row, at) -> subject(row))
            .list());
  }

  private static Subject subject(ResultSet row) throws SQLException {
    return new Subject(new TxId(row.getString("txid")), Kind.valueOf(row.getString("kind")));
  }

  private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
