// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.Wei;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a lane shows to dashboards: pending, tried, refused and underfunded count messages, balance
 * and max_fee are wei, the others count transactions or nonces.
 */
final class LaneMeters {
  private final AtomicLong pending;
  private final AtomicLong inFlight;
  private final AtomicLong parked;
  private final AtomicLong low;
  private final AtomicReference<Double> balance = new AtomicReference<>(Double.NaN);
  private final AtomicReference<Double> maxFee = new AtomicReference<>(Double.NaN);
  private final Counter tried;
  private final Counter refused;
  private final Counter underfunded;
  private final Counter replaced;
  private final Counter cancelled;
  private final Counter filled;
  private final Counter dropped;
  private final Counter foreign;
  private final Counter unsigned;
  private final Counter unpublished;
  private final Counter sent;
  private final Counter mined;
  private final Counter reverted;

  LaneMeters(MeterRegistry meters, LaneId lane) {
    Tags tags = Tags.of("lane", lane.toString());
    pending = meters.gauge("settlement.lane.pending", tags, new AtomicLong());
    inFlight = meters.gauge("settlement.lane.in_flight", tags, new AtomicLong());
    parked = meters.gauge("settlement.lane.parked", tags, new AtomicLong());
    low = meters.gauge("settlement.lane.low_balance", tags, new AtomicLong());
    Gauge.builder("settlement.lane.balance", balance, AtomicReference::get)
        .tags(tags)
        .strongReference(true)
        .register(meters);
    Gauge.builder("settlement.lane.max_fee", maxFee, AtomicReference::get)
        .tags(tags)
        .strongReference(true)
        .register(meters);
    tried = meters.counter("settlement.lane.tried", tags);
    refused = meters.counter("settlement.lane.refused", tags);
    underfunded = meters.counter("settlement.lane.underfunded", tags);
    replaced = meters.counter("settlement.lane.replaced", tags);
    cancelled = meters.counter("settlement.lane.cancelled", tags);
    filled = meters.counter("settlement.lane.filled", tags);
    dropped = meters.counter("settlement.lane.dropped", tags);
    foreign = meters.counter("settlement.lane.foreign_nonces", tags);
    unsigned = meters.counter("settlement.lane.unsigned", tags);
    unpublished = meters.counter("settlement.lane.unpublished", tags);
    sent = meters.counter("settlement.lane.sent", tags);
    mined = meters.counter("settlement.lane.mined", tags);
    reverted = meters.counter("settlement.lane.reverted", tags);
  }

  void pending(long messages) {
    pending.set(messages);
  }

  void inFlight(long transactions) {
    inFlight.set(transactions);
  }

  void parked(boolean isParked) {
    parked.set(isParked ? 1 : 0);
  }

  void low(boolean isLow) {
    low.set(isLow ? 1 : 0);
  }

  void balance(Wei has) {
    balance.set(has.value().doubleValue());
  }

  void maxFee(Wei offered) {
    maxFee.set(offered.value().doubleValue());
  }

  /** Messages tried on a node before they were signed, and those of them that would do nothing. */
  void tried(int messages, int refusals) {
    tried.increment(messages);
    refused.increment(refusals);
  }

  /** Messages left out because gas costs more than was prepaid for them; each look counts. */
  void underfunded(int messages) {
    underfunded.increment(messages);
  }

  /** A contract refused a publication, which is tried again later. */
  void unpublished() {
    unpublished.increment();
  }

  void replaced() {
    replaced.increment();
  }

  void cancelled() {
    cancelled.increment();
  }

  void filled() {
    filled.increment();
  }

  void dropped(int transactions) {
    dropped.increment(transactions);
  }

  void foreign(int nonces) {
    foreign.increment(nonces);
  }

  /** Its signer was asked and gave no signature. */
  void unsigned() {
    unsigned.increment();
  }

  void sent() {
    sent.increment();
  }

  void mined(boolean success) {
    (success ? mined : reverted).increment();
  }
}
