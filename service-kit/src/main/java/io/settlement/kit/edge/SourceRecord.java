// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import io.settlement.events.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/** A record of a poll as Kafka has it: where it is, and what it says. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SourceRecord(
    Topic<?> topic,
    long partition,
    long offset,
    byte @Nullable [] key,
    byte @Nullable [] value,
    Map<String, Object> headers) {

  static List<SourceRecord> of(Topic<?> topic, Message<List<byte[]>> batch) {
    MessageHeaders headers = batch.getHeaders();
    List<?> values = batch.getPayload(); // a record without a value is no byte[]
    List<SourceRecord> records = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      records.add(
          new SourceRecord(
              topic,
              number(at(headers, KafkaHeaders.RECEIVED_PARTITION, i)),
              number(at(headers, KafkaHeaders.OFFSET, i)),
              bytes(at(headers, KafkaHeaders.RECEIVED_KEY, i)),
              bytes(values.get(i)),
              map(at(headers, KafkaHeaders.BATCH_CONVERTED_HEADERS, i))));
    }
    return records;
  }

  private static @Nullable Object at(MessageHeaders headers, String name, int index) {
    return headers.get(name) instanceof List<?> list && index < list.size()
        ? list.get(index)
        : null;
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : -1;
  }

  private static byte @Nullable [] bytes(@Nullable Object value) {
    return value instanceof byte[] bytes ? bytes : null;
  }

  @SuppressWarnings("unchecked") // header names are strings
  private static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
