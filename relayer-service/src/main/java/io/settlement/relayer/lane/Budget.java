// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the messages of a batch can pay of it, by what was prepaid for each. */
final class Budget {
  private final ChainName chain;
  private final FeeCaps caps;
  private final Duration patience;
  private final Fates fates;
  private final LaneMeters meters;

  Budget(ChainName chain, LaneSettings settings, Fates fates, LaneMeters meters) {
    this.chain = chain;
    this.caps = new FeeCaps(settings.overrunFactor());
    this.patience = settings.patience().companions();
    this.fates = fates;
    this.meters = meters;
  }

  /** The least that must have been prepaid for a unit of gas to be mined at what it costs now. */
  Wei prepaidFor(FeeDesk.Offer offer) {
    return caps.prepaidFor(offer.lasting());
  }

  /** Those whose prepayment bears what gas costs now: the others would hold up their companions. */
  List<IntentTable.Claimed> paid(
      List<IntentTable.Claimed> taken, FeeDesk.Offer offer, List<IntentTable.Fate> aside) {
    return paid(taken, Map.of(), null, offer, aside);
  }

  /**
   * Those that can pay for their part of this batch. Whoever is left out leaves more to share for
   * the others, so it is asked again until nobody is.
   */
  List<IntentTable.Claimed> borne(
      List<IntentTable.Claimed> batch,
      Rehearsal.Tried tried,
      FeeDesk.Offer offer,
      List<IntentTable.Fate> aside) {
    Map<TxId, Gas> whole = shares(batch, tried);
    List<IntentTable.Claimed> borne = paid(batch, whole, null, offer, aside);
    Wei together = batch.isEmpty() ? null : together(batch, whole);
    int before = batch.size();
    while (!borne.isEmpty() && borne.size() < before) {
      before = borne.size();
      borne = paid(borne, shares(borne, tried), together, offer, aside);
    }
    return borne;
  }

  /** Price of a unit at which all of them can pay for their parts; null when nothing limits it. */
  private static @Nullable Wei together(List<IntentTable.Claimed> batch, Map<TxId, Gas> used) {
    return batch.stream()
        .filter(one -> one.prepaid() != null)
        .map(one -> affordable(one, used.get(one.work().txid())))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Most that this batch may offer for a unit of gas; null when no prepayment limits it. */
  @Nullable Wei cap(List<IntentTable.Claimed> batch, Rehearsal.Tried tried) {
    return caps.lowest(batch, shares(batch, tried));
  }

  /**
   * @param used gas by message, as far as it is known
   * @param together price of a unit at which those who cannot pay without the others go with them;
   *     null when each waits for what he can pay by himself
   */
  private List<IntentTable.Claimed> paid(
      List<IntentTable.Claimed> batch,
      Map<TxId, Gas> used,
      @Nullable Wei together,
      FeeDesk.Offer offer,
      List<IntentTable.Fate> aside) {
    List<IntentTable.Claimed> paid = new ArrayList<>();
    for (IntentTable.Claimed one : batch) {
      Gas gas = used.get(one.work().txid());
      if (caps.allow(one, gas, offer)) {
        paid.add(one);
      } else {
        Wei affordable = together == null ? affordable(one, gas) : together;
        aside.add(fates.underfunded(one, affordable, tooDear(one, gas, offer)));
      }
    }
    meters.underfunded(batch.size() - paid.size());
    return paid;
  }

  private static Wei affordable(IntentTable.Claimed one, @Nullable Gas used) {
    PrepaidGas prepaid = Objects.requireNonNull(one.prepaid());
    return new Wei(prepaid.priceFor(used).toBigInteger());
  }

  private String tooDear(IntentTable.Claimed one, @Nullable Gas used, FeeDesk.Offer offer) {
    PrepaidGas prepaid = Objects.requireNonNull(one.prepaid());
    return "gas on %s costs %s wei, prepaid were %s%s, at most %s is offered%s"
        .formatted(
            chain,
            offer.lasting(),
            prepaid.price(),
            prepaid.units() == null ? "" : " for each of %s units".formatted(prepaid.units()),
            caps.of(one, used),
            used == null ? "" : " for the %s it would use now".formatted(used));
  }

  /** What each would use together with the others, of those that still wait for companions. */
  private Map<TxId, Gas> shares(List<IntentTable.Claimed> batch, Rehearsal.Tried tried) {
    Instant patient = fates.now().minus(patience);
    Set<TxId> txids = batch.stream().map(one -> one.work().txid()).collect(Collectors.toSet());
    Map<TxId, Gas> shares = tried.gas(txids);
    batch.stream()
        .filter(one -> one.createdAt().isBefore(patient))
        .forEach(one -> shares.remove(one.work().txid()));
    return shares;
  }
}
