// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.EvmReader;
import io.settlement.chain.FeeSnapshot;
import io.settlement.events.value.Wei;
import io.settlement.relayer.chain.Fees;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a lane offers for gas on its chain, within what the operator allows. Asks once a second. */
final class FeeDesk {
  private static final Duration KEEP = Duration.ofSeconds(1);

  /**
   * Room above the next base fee: half of what a full block adds. gas-service leaves as much in its
   * quotes, so that what was paid on one goes at once where fees stand still.
   */
  private static final BigInteger WITH_ROOM = BigInteger.valueOf(17);

  private static final BigInteger WHOLE = BigInteger.valueOf(16);

  private final EvmReader chain;
  private final ChainPolicy policy;
  private final Clock clock;
  private Instant askedAt = Instant.EPOCH;
  private @Nullable Offer offer;

  FeeDesk(EvmReader chain, ChainPolicy policy, Clock clock) {
    this.chain = chain;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * What gas costs now.
   *
   * @param fees what a new transaction offers
   * @param asked what it would offer if there were no limit
   * @param needed what a unit costs in the next block
   * @param lasting what it costs when the base fee rises once more: an offer below hardly lands
   * @param legacy whether transactions are of type 0
   */
  record Offer(Fees fees, Fees asked, Wei needed, Wei lasting, boolean legacy) {

    /** The same within a limit; null limits nothing. */
    Fees within(@Nullable Wei limit) {
      return limit == null ? fees : fees.within(limit);
    }
  }

  Offer now() {
    Instant now = clock.instant();
    Offer known = offer;
    if (known == null || !askedAt.plus(KEEP).isAfter(now)) {
      known = ask();
      offer = known;
      askedAt = now;
    }
    return known;
  }

  /** Whether the operator pays what the next block asks. */
  boolean isAffordable() {
    Wei most = policy.maxFee();
    return most == null || now().needed().compareTo(most) <= 0;
  }

  /** What a pause offers, whatever others may; empty when even that is more than is allowed. */
  Optional<Fees> forPause() {
    Wei most = policy.pauseMaxFee();
    Offer now = now();
    return most == null
        ? Optional.of(now.asked())
        : Optional.of(now.asked().within(most)).filter(fees -> now.needed().compareTo(most) <= 0);
  }

  /** Most that a pause, and what stands before it, ever offers; null when anything may be. */
  @Nullable Wei pauseLimit() {
    return policy.pauseMaxFee();
  }

  /** The lower of the operator's limit and another; null limits nothing. */
  @Nullable Wei limit(@Nullable Wei other) {
    Wei most = policy.maxFee();
    if (most == null || other == null) {
      return most == null ? other : most;
    }
    return most.compareTo(other) <= 0 ? most : other;
  }

  private Offer ask() {
    FeeSnapshot snapshot =
        policy.tipPercentile() == 0 ? chain.fees() : chain.fees(policy.tipPercentile());
    Wei base = snapshot.baseFeeNextBlock();
    Wei tip = smaller(snapshot.priorityFee(), base.isZero() ? null : policy.maxTip());
    boolean legacy =
        switch (policy.feeType()) {
          case AUTO -> base.isZero();
          case EIP1559 -> false;
          case LEGACY -> true;
        };
    Fees fees = Fees.of(new FeeSnapshot(base, tip));
    Wei lasting = new Wei(base.value().multiply(WITH_ROOM).divide(WHOLE)).plus(tip);
    Wei limit = policy.maxFee();
    return new Offer(
        limit == null ? fees : fees.within(limit), fees, base.plus(tip), lasting, legacy);
  }

  private static Wei smaller(Wei price, @Nullable Wei limit) {
    return limit != null && limit.compareTo(price) < 0 ? limit : price;
  }
}
