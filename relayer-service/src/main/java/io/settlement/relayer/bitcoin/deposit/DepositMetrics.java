// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.MessageEvent;
import io.settlement.relayer.bitcoin.deposit.Deposit.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How far Bitcoin was read, and what paid the vaults. */
final class DepositMetrics {
  private final MeterRegistry meters;
  private final AtomicLong height = new AtomicLong();
  private final AtomicLong head = new AtomicLong();
  private final Map<State, AtomicLong> outputs = new EnumMap<>(State.class);

  DepositMetrics(MeterRegistry meters) {
    this.meters = meters;
    Gauge.builder("settlement.bitcoin.height", height, AtomicLong::get).register(meters);
    Gauge.builder("settlement.bitcoin.lag", () -> Math.max(0, head.get() - height.get()))
        .register(meters);
    for (State state : State.values()) {
      AtomicLong count = new AtomicLong();
      outputs.put(state, count);
      Gauge.builder("settlement.deposits.outputs", count, AtomicLong::get)
          .tag("state", state.name())
          .register(meters);
    }
  }

  void progress(long read, long highest) {
    height.set(read);
    head.set(highest);
  }

  void told(List<MessageEvent> facts) {
    facts.forEach(
        fact -> meters.counter("settlement.deposits.told", "fact", fact.typeName()).increment());
  }

  void reorganised() {
    meters.counter("settlement.bitcoin.reorganisations").increment();
  }

  void kept(DepositTable table) {
    outputs.forEach((state, count) -> count.set(table.count(state)));
  }
}
