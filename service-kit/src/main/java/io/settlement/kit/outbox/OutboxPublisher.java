// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.kit.kafka.RecordSender;
import io.settlement.kit.trace.FactTraces;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends rows as CloudEvents and counts them. */
final class OutboxPublisher implements AutoCloseable {
  private final RecordSender sender;
  private final String source;
  private final MeterRegistry meters;
  private final FactTraces traces;

  OutboxPublisher(RecordSender sender, String source, MeterRegistry meters, FactTraces traces) {
    this.sender = sender;
    this.source = source;
    this.meters = meters;
    this.traces = traces;
  }

  void publish(List<OutboxRow> rows) {
    sender.sendAll(rows.stream().map(this::record).toList());
    for (OutboxRow row : rows) {
      meters.counter("settlement.outbox.published", "topic", row.topic()).increment();
    }
    if (!traces.areOff()) {
      rows.forEach(row -> traces.told(row.topic(), row.key(), row.eventId(), row.type(), row.at()));
    }
  }

  private ProducerRecord<byte[], byte[]> record(OutboxRow row) {
    ProducerRecord<byte[], byte[]> record = row.record(source);
    traces
        .header(row.key(), row.eventId())
        .ifPresent(
            trace ->
                record.headers().add(FactTraces.HEADER, trace.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  @Override
  public void close() {
    sender.close();
  }
}
