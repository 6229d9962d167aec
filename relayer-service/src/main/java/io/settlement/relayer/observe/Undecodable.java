// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainLog;
import io.settlement.events.value.ChainName;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs that do not say what their topic promises are counted and passed over, never waited for. */
final class Undecodable {
  private static final Logger logger = LoggerFactory.getLogger(Undecodable.class);

  private final Counter counter;

  Undecodable(ChainName chain, MeterRegistry meters) {
    this.counter = meters.counter("settlement.observer.undecodable", "chain", chain.value());
  }

  /** What the log says; empty when that cannot be read. */
  <T> Optional<T> read(ChainLog log, Function<ChainLog, T> decode) {
    try {
      return Optional.of(decode.apply(log));
    } catch (RuntimeException unreadable) {
      counter.increment();
      logger
          .atWarn()
          .addKeyValue("tx", log.txHash())
          .addKeyValue("logIndex", log.logIndex())
          .log("a log is passed over, it cannot be read: {}", unreadable.getMessage());
      return Optional.empty();
    }
  }
}
