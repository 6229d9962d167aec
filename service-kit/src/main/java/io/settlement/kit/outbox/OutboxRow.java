// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.outbox;

import io.settlement.kit.kafka.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A fact that waits, already in its wire form. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutboxRow(
    long id, String eventId, String topic, String key, String type, Instant at, byte[] value) {

  ProducerRecord<byte[], byte[]> record(String source) {
    return new ProducerRecord<>(
        topic,
        null,
        key.getBytes(StandardCharsets.UTF_8),
        value,
        CloudEvents.headers(eventId, type, source, at));
  }
}
