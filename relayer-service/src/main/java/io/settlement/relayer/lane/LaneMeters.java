// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.settlement.events.value.LaneId;
import java.util.concurrent.atomic.AtomicLong;

/** What a lane shows to dashboards; pending counts messages, the others transactions. */
final class LaneMeters {
  private final AtomicLong pending;
  private final AtomicLong inFlight;
  private final AtomicLong parked;
  private final Counter sent;
  private final Counter mined;
  private final Counter reverted;

  LaneMeters(MeterRegistry meters, LaneId lane) {
    Tags tags = Tags.of("lane", lane.toString());
    pending = meters.gauge("settlement.lane.pending", tags, new AtomicLong());
    inFlight = meters.gauge("settlement.lane.in_flight", tags, new AtomicLong());
    parked = meters.gauge("settlement.lane.parked", tags, new AtomicLong());
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

  void sent() {
    sent.increment();
  }

  void mined(boolean success) {
    (success ? mined : reverted).increment();
  }
}
