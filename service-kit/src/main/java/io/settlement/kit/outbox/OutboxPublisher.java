// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.kit.kafka.RecordSender;
import java.util.List;

/** Sends rows as CloudEvents and counts them. */
final class OutboxPublisher implements AutoCloseable {
  private final RecordSender sender;
  private final String source;
  private final MeterRegistry meters;

  OutboxPublisher(RecordSender sender, String source, MeterRegistry meters) {
    this.sender = sender;
    this.source = source;
    this.meters = meters;
  }

  void publish(List<OutboxRow> rows) {
    sender.sendAll(rows.stream().map(row -> row.record(source)).toList());
    for (OutboxRow row : rows) {
      meters.counter("settlement.outbox.published", "topic", row.topic()).increment();
    }
  }

  @Override
  public void close() {
    sender.close();
  }
}
