// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.settlement.events.AttestationEvent.BundleSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signed Merkle roots. The number of statements depends on no number of bundles or members. */
final class Bundles {
  private static final int HASH_BYTES = 32;

  /** Bundles whose leaves are kept in mind: all that are under way, about 15 MB at most. */
  private static final int RECENT = 1_000;

  private final JdbcClient jdbc;
  private final Cache<Hash, List<Hash>> leavesOfRoot =
      Caffeine.newBuilder().maximumSize(RECENT).build();

  Bundles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Told(BundleSigned bundle, int place) {
    BundleSigned.Member member() {
      return bundle.members().get(place);
    }
  }

  /** Stores what was found to be signed; the roots stay locked until the transaction ends. */
  void add(Collection<BundleSigned> signed, Instant now) {
    List<BundleSigned> sorted =
        signed.stream().sorted(Comparator.comparing(it -> it.root().hex())).toList();
    addRoots(sorted, now);
    addMembers(
        sorted.stream()
            .flatMap(
                it ->
                    IntStream.range(0, it.members().size()).mapToObj(place -> new Told(it, place)))
            .toList());
    addSignatures(sorted);
  }

  private void addRoots(List<BundleSigned> sorted, Instant now) {
    Map<Hash, BundleSigned> roots = new LinkedHashMap<>();
    sorted.forEach(it -> roots.putIfAbsent(it.root(), it));
    List<BundleSigned> distinct = List.copyOf(roots.values());
    jdbc.sql(
            """
            INSERT INTO bundle (root, leaves, told_at)
            SELECT root, leaves, ? FROM unnest(?::text[], ?::bytea[]) AS v(root, leaves)
            ON CONFLICT (root) DO UPDATE SET root = excluded.root
            """)
        .params(
            Timestamp.from(now),
            texts(distinct, it -> it.root().hex()),
            distinct.stream().map(Bundles::leaves).toArray(byte[][]::new))
        .update();
  }

  private void addMembers(List<Told> members) {
    jdbc.sql(
            """
            INSERT INTO bundle_member (txid, kind, root, place)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::smallint[])
            ON CONFLICT DO NOTHING
            """)
        .params(
            texts(members, it -> it.member().txid().hex()),
            texts(members, it -> it.bundle().kind().name()),
            texts(members, it -> it.bundle().root().hex()),
            members.stream().map(Told::place).toArray(Integer[]::new))
        .update();
  }

  private void addSignatures(List<BundleSigned> signed) {
    jdbc.sql(
            """
            INSERT INTO bundle_signature (root, validator, signature, signed_at)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[])
            ON CONFLICT DO NOTHING
            """)
        .params(
            texts(signed, it -> it.root().hex()),
            texts(signed, it -> it.validator().hex()),
            texts(signed, BundleSigned::signature),
            texts(signed, it -> it.at().toString()))
        .update();
  }

  /** Bundles with everybody who signed them. */
  Map<Hash, Bundle> withSignatures(Collection<Hash> roots) {
    Map<Hash, Bundle> bundles = new HashMap<>();
    if (roots.isEmpty()) {
      return bundles;
    }
    String[] wanted = texts(roots, Hash::hex);
    jdbc.sql("SELECT root, leaves FROM bundle WHERE root = ANY(?)")
        .param(wanted)
        .query(
            (RowCallbackHandler)
                row -> {
                  Bundle bundle = read(row);
                  bundles.put(bundle.root(), bundle);
                });
    jdbc.sql("SELECT * FROM bundle_signature WHERE root = ANY(?) ORDER BY signed_at, validator")
        .param(wanted)
        .query((RowCallbackHandler) row -> sign(bundles, row));
    return bundles;
  }

  /** In which bundles these messages are told to be. */
  Map<TxId, List<Bundle.Member>> of(Collection<TxId> txids) {
    record Row(TxId txid, Kind kind, Hash root, int place) {}
    List<Row> rows =
        jdbc.sql("SELECT txid, kind, root, place FROM bundle_member WHERE txid = ANY(?)")
            .param(texts(txids, TxId::hex))
            .query(
                (row, n) ->
                    new Row(
                        new TxId(row.getString("txid")),
                        Kind.valueOf(row.getString("kind")),
                        new Hash(row.getString("root")),
                        row.getInt("place")))
            .list();
    Map<Hash, Bundle> bundles = withSignatures(rows.stream().map(Row::root).distinct().toList());
    Map<TxId, List<Bundle.Member>> members = new HashMap<>();
    for (Row row : rows) {
      Bundle bundle = bundles.get(row.root());
      if (bundle != null) {
        members
            .computeIfAbsent(row.txid(), any -> new ArrayList<>())
            .add(new Bundle.Member(row.kind(), bundle, row.place()));
      }
    }
    return members;
  }

  private static void sign(Map<Hash, Bundle> bundles, ResultSet row) throws SQLException {
    Bundle bundle = bundles.get(new Hash(row.getString("root")));
    if (bundle != null) {
      bundle.signed(
          new EvmAddress(row.getString("validator")),
          new Bundle.Signature(
              row.getString("signature"), row.getTimestamp("signed_at").toInstant()));
    }
  }

  private Bundle read(ResultSet row) throws SQLException {
    Hash root = new Hash(row.getString("root"));
    byte[] leaves = row.getBytes("leaves");
    return new Bundle(root, leavesOfRoot.get(root, any -> split(leaves)));
  }

  /** A root has one list of leaves. */
  private static List<Hash> split(byte[] leaves) {
    return IntStream.range(0, leaves.length / HASH_BYTES)
        .mapToObj(
            place ->
                Hash.of(Arrays.copyOfRange(leaves, place * HASH_BYTES, (place + 1) * HASH_BYTES)))
        .toList();
  }

  private static byte[] leaves(BundleSigned bundle) {
    ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    bundle.members().forEach(member -> leaves.writeBytes(member.digest().bytes()));
    return leaves.toByteArray();
  }

  private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
