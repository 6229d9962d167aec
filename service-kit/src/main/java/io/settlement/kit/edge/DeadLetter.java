// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** A record that cannot be handled, and why. */
record DeadLetter(SourceRecord source, Throwable reason) {
  private static final int LONGEST_STACK = 8_000;

  ProducerRecord<byte[], byte[]> record() {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(source.topic().deadLetters(), source.key(), source.value());
    Headers headers = letter.headers();
    source.headers().forEach((name, value) -> keep(headers, name, value));
    add(headers, "dlq_reason", reason.getClass().getSimpleName() + ": " + reason.getMessage());
    add(headers, "dlq_stack", stack());
    add(headers, "dlq_topic", source.topic().name());
    add(headers, "dlq_partition", Long.toString(source.partition()));
    add(headers, "dlq_offset", Long.toString(source.offset()));
    return letter;
  }

  private String stack() {
    StringWriter text = new StringWriter();
    reason.printStackTrace(new PrintWriter(text));
    return text.toString().substring(0, Math.min(text.getBuffer().length(), LONGEST_STACK));
  }

  private static void keep(Headers headers, String name, Object value) {
    if (value instanceof byte[] bytes) {
      headers.add(name, bytes);
    } else if (value instanceof String text) {
      add(headers, name, text);
    }
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
