// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.bitcoin.BitcoinSettings;
import io.settlement.events.EventCodec;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.TxId;
import io.settlement.relayer.finality.FinalityPolicy;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims and what was decided about them. One statement each, whatever the number of rows. */
final class Claims {
  private final JdbcClient jdbc;
  private final FinalityPolicy policy;

  Claims(JdbcClient jdbc, FinalityPolicy policy) {
    this.jdbc = jdbc;
    this.policy = policy;
  }

  /**
   * Stores those not told before. Who asks for a message whose turn has not come yet adds nothing:
   * it is signed all the same, and he asks again if that is not enough.
   */
  void add(List<Claim> claims, Instant now) {
    if (claims.isEmpty()) {
      return;
    }
    Timestamp at = Timestamp.from(now);
    List<Claim> sorted = inOneOrder(claims);
    jdbc.sql(
            """
            INSERT INTO to_attest
              (claim_id, txid, kind, chain, block_number, fact, confirmations, next_attempt_at,
               told_at)
            SELECT v.claim_id, v.txid, v.kind, v.chain, v.block_number, v.fact, v.confirmations, ?, ?
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                          ?::integer[], ?::boolean[])
                   AS v (claim_id, txid, kind, chain, block_number, fact, confirmations, asked)
             WHERE NOT v.asked
                OR NOT EXISTS (SELECT 1 FROM to_attest t
                                WHERE t.txid = v.txid AND t.kind = v.kind AND t.state = 'PENDING')
            ON CONFLICT (claim_id) DO NOTHING\
            """)
        .params(at, at)
        .param(texts(sorted, Claim::id))
        .param(texts(sorted, claim -> claim.txid().hex()))
        .param(texts(sorted, claim -> claim.kind().name()))
        .param(texts(sorted, claim -> claim.ref().chain().value()))
        .param(sorted.stream().map(claim -> claim.ref().blockNumber()).toArray(Long[]::new))
        .param(texts(sorted, Claims::json))
        .param(sorted.stream().map(this::confirmations).toArray(Integer[]::new))
        .param(sorted.stream().map(Claim.Asked.class::isInstance).toArray(Boolean[]::new))
        .update();
  }

  /**
   * Nobody needs a signature for these any more. It is only said so: who asks for one all the same
   * gets it if the chains agree. What goes to Bitcoin is kept for the cosigners, and judged.
   * Returns how many waited.
   */
  int passOver(Set<TxId> ended, Instant now) {
    if (ended.isEmpty()) {
      return 0;
    }
    return jdbc.sql(
            """
            UPDATE to_attest
               SET state = 'REFUSED', refusal = 'ENDED', fact = NULL, decided_at = ?
             WHERE claim_id IN
              (SELECT claim_id FROM to_attest
                WHERE txid = ANY (?) AND state = 'PENDING'
                  AND coalesce(fact::json #>> '{message,to}', '') NOT LIKE ?
                  FOR UPDATE SKIP LOCKED)\
            """)
        .param(Timestamp.from(now))
        .param(ended.stream().map(TxId::hex).toArray(String[]::new))
        .param(BitcoinSettings.BITCOIN + ":%")
        .update();
  }

  /** How many wait for this chain; counts no further than {@code most}. */
  long pending(ChainName chain, int most) {
    return jdbc.sql(
            """
            SELECT count(*) FROM
              (SELECT 1 FROM to_attest WHERE chain = ? AND state = 'PENDING' LIMIT ?) AS waiting\
            """)
        .params(chain.value(), most)
        .query((row, at) -> row.getLong(1))
        .single();
  }

  /**
   * Those whose time has come and whose block the own node has as final, for all or by a tier,
   * lowest first.
   */
  List<Claim> due(ChainName chain, FinalityPolicy.Heads heads, Instant now, int most) {
    return jdbc
        .sql(
            """
            SELECT fact, attempts FROM to_attest
             WHERE chain = ? AND state = 'PENDING' AND next_attempt_at <= ?
               AND (block_number <= ?
                    OR (confirmations IS NOT NULL AND block_number + confirmations - 1 <= ?))
             ORDER BY block_number LIMIT ?\
            """)
        .params(chain.value(), Timestamp.from(now), heads.finalised(), heads.latest(), most)
        .query((row, at) -> stored(row.getString("fact"), row.getInt("attempts")))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** These were signed, some of them before anybody told them. */
  void signed(List<Claim> claims, Instant now) {
    if (claims.isEmpty()) {
      return;
    }
    Timestamp at = Timestamp.from(now);
    List<Claim> sorted = inOneOrder(claims);
    jdbc.sql(
            """
            INSERT INTO to_attest
              (claim_id, txid, kind, chain, block_number, state, next_attempt_at, told_at,
               decided_at)
            SELECT *, 'SIGNED', ?, ?, ?
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
            ON CONFLICT (claim_id) DO UPDATE
               SET state = 'SIGNED', fact = NULL, decided_at = excluded.decided_at
             WHERE to_attest.state = 'PENDING'\
            """)
        .params(at, at, at)
        .param(texts(sorted, Claim::id))
        .param(texts(sorted, claim -> claim.txid().hex()))
        .param(texts(sorted, claim -> claim.kind().name()))
        .param(texts(sorted, claim -> claim.ref().chain().value()))
        .param(sorted.stream().map(claim -> claim.ref().blockNumber()).toArray(Long[]::new))
        .update();
  }

  /** Each once, and in the order in which everybody inserts, so that nobody waits in a circle. */
  private static List<Claim> inOneOrder(List<Claim> claims) {
    SortedMap<String, Claim> byId = new TreeMap<>();
    claims.forEach(claim -> byId.putIfAbsent(claim.id(), claim));
    return List.copyOf(byId.values());
  }

  /** These were refused. */
  void refused(List<Refused> refused, Instant now) {
    if (refused.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            UPDATE to_attest t
               SET state = 'REFUSED', refusal = r.refusal, decided_at = ?,
                   fact = CASE WHEN r.keep THEN t.fact END
              FROM unnest(?::text[], ?::text[], ?::boolean[]) AS r (claim_id, refusal, keep)
             WHERE t.state = 'PENDING' AND t.claim_id = r.claim_id\
            """)
        .param(Timestamp.from(now))
        .param(refused.stream().map(one -> one.claim().id()).toArray(String[]::new))
        .param(refused.stream().map(one -> one.reason().name()).toArray(String[]::new))
        .param(refused.stream().map(Refused::isKept).toArray(Boolean[]::new))
        .update();
  }

  /** Those refused for now are to be judged again. */
  void reopen(ChainName chain, Instant now) {
    jdbc.sql(
            """
            UPDATE to_attest
               SET state = 'PENDING', refusal = NULL, attempts = 0, next_attempt_at = ?
             WHERE chain = ? AND state = 'REFUSED' AND fact IS NOT NULL\
            """)
        .params(Timestamp.from(now), chain.value())
        .update();
  }

  /**
   * Forgets up to {@code most} that were decided before; told again they are judged again, against
   * the same guard. Returns how many.
   */
  int forget(Instant before, int most) {
    return jdbc.sql(
            """
            DELETE FROM to_attest WHERE claim_id IN
              (SELECT claim_id FROM to_attest WHERE decided_at < ?
                ORDER BY decided_at LIMIT ? FOR UPDATE SKIP LOCKED)\
            """)
        .params(Timestamp.from(before), most)
        .update();
  }

  /** These are looked at again later. */
  void postponed(List<Postponed> postponed) {
    if (postponed.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            UPDATE to_attest t SET attempts = p.attempts, next_attempt_at = p.until
              FROM unnest(?::text[], ?::integer[], ?::timestamptz[])
                AS p (claim_id, attempts, until)
             WHERE t.state = 'PENDING' AND t.claim_id = p.claim_id\
            """)
        .param(postponed.stream().map(one -> one.claim().id()).toArray(String[]::new))
        .param(postponed.stream().map(Postponed::attempts).toArray(Integer[]::new))
        .param(postponed.stream().map(one -> one.until().toString()).toArray(String[]::new))
        .update();
  }

  /** A claim that is not signed. */
  record Refused(Claim claim, Refusal reason) {
    /** Who asks for lack of a signature asks again: only one of his claims would be of use. */
    private boolean isKept() {
      boolean isAskedAgain = reason == Refusal.CHAIN_UNKNOWN && claim instanceof Claim.Asked;
      return reason.isForNow() && !isAskedAgain;
    }
  }

  /**
   * A claim to be looked at again.
   *
   * @param attempts how often it was in doubt by now
   */
  record Postponed(Claim claim, int attempts, Instant until) {}

  private static Optional<Claim> stored(String fact, int attempts) {
    byte[] json = fact.getBytes(StandardCharsets.UTF_8);
    return Claim.of(EventCodec.decode(Topics.MESSAGE_EVENTS, json), attempts);
  }

  /** By the tier of a message's route today; judged again before anything is signed. */
  private @Nullable Integer confirmations(Claim claim) {
    OptionalInt tier =
        claim instanceof Claim.Sent sent
            ? policy.confirmationsOf(sent.fact().message())
            : OptionalInt.empty();
    return tier.isPresent() ? tier.getAsInt() : null;
  }

  private static String json(Claim claim) {
    return new String(EventCodec.encode(claim.fact()), StandardCharsets.UTF_8);
  }

  private static String[] texts(List<Claim> claims, Function<Claim, String> column) {
    return claims.stream().map(column).toArray(String[]::new);
  }
}
