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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signatures that count or may count, and those that cannot. One statement for each method. */
final class Attestations {
  private final JdbcClient jdbc;

  Attestations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Names the message a signature belongs to. */
  record Of(TxId txid, Attestation attestation) {}

  Map<TxId, List<Attestation>> of(Collection<TxId> txids) {
    Map<TxId, List<Attestation>> found = new HashMap<>();
    jdbc.sql("SELECT * FROM attestation WHERE txid = ANY(?) ORDER BY signed_at, validator")
        .param(texts(txids, TxId::hex))
        .query(
            (RowCallbackHandler)
                row ->
                    found
                        .computeIfAbsent(new TxId(row.getString("txid")), any -> new ArrayList<>())
                        .add(read(row)));
    return found;
  }

  void save(Collection<Of> changed) {
    jdbc.sql(
            """
            INSERT INTO attestation (txid, kind, validator, digest, signature, verified, signed_at)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                 ?::boolean[], ?::timestamptz[])
            ON CONFLICT (txid, kind, validator, digest) DO UPDATE SET verified = excluded.verified
            """)
        .params(
            texts(changed, it -> it.txid().hex()),
            texts(changed, it -> it.attestation().kind().name()),
            texts(changed, it -> it.attestation().validator().hex()),
            texts(changed, it -> it.attestation().digest().hex()),
            texts(changed, it -> it.attestation().signature()),
            changed.stream().map(it -> it.attestation().verified()).toArray(Boolean[]::new),
            texts(changed, it -> it.attestation().signedAt().toString()))
        .update();
  }

  /** Drops kept signatures that turned out to sign something else. */
  void forget(Collection<Of> useless) {
    jdbc.sql(
            """
            DELETE FROM attestation a
             USING unnest(?::text[], ?::text[], ?::text[], ?::text[])
                   AS v(txid, kind, validator, digest)
             WHERE a.txid = v.txid AND a.kind = v.kind AND a.validator = v.validator
               AND a.digest = v.digest AND NOT a.verified
            """)
        .params(
            texts(useless, it -> it.txid().hex()),
            texts(useless, it -> it.attestation().kind().name()),
            texts(useless, it -> it.attestation().validator().hex()),
            texts(useless, it -> it.attestation().digest().hex()))
        .update();
  }

  /** Writes rejections down; gives those not written down before. */
  List<Rejection> reject(Collection<Rejection> rejections, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO rejected_attestation
                   (txid, kind, validator, digest, reason, signature, rejected_at)
            SELECT v.*, ? FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                      ?::text[])
                               AS v(txid, kind, validator, digest, reason, signature)
            ON CONFLICT (txid, kind, validator, reason) DO NOTHING
            RETURNING txid, kind, validator, digest, reason, signature
            """)
        .params(
            Timestamp.from(now),
            texts(rejections, it -> it.txid().hex()),
            texts(rejections, it -> it.kind().name()),
            texts(rejections, it -> it.validator().hex()),
            texts(rejections, it -> it.digest().hex()),
            texts(rejections, it -> it.reason().name()),
            texts(rejections, Rejection::signature))
        .query((row, n) -> rejection(row))
        .list();
  }

  List<Rejection> rejected(TxId txid) {
    return jdbc.sql("SELECT * FROM rejected_attestation WHERE txid = ? ORDER BY rejected_at")
        .param(txid.hex())
        .query((row, n) -> rejection(row))
        .list();
  }

  private static Rejection rejection(ResultSet row) throws SQLException {
    return new Rejection(
        new TxId(row.getString("txid")),
        Kind.valueOf(row.getString("kind")),
        new EvmAddress(row.getString("validator")),
        new Hash(row.getString("digest")),
        Rejection.Reason.valueOf(row.getString("reason")),
        row.getString("signature"));
  }

  private static Attestation read(ResultSet row) throws SQLException {
    return new Attestation(
        Kind.valueOf(row.getString("kind")),
        new EvmAddress(row.getString("validator")),
        new Hash(row.getString("digest")),
        row.getString("signature"),
        row.getTimestamp("signed_at").toInstant(),
        row.getBoolean("verified"));
  }

  private static <T> @Nullable String[] texts(
      Collection<T> rows, Function<T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
