// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents 1.0 attributes in Kafka's binary mode. */
public final class CloudEvents {
  private static final String TYPE = "ce_type";

  private CloudEvents() {}

  /**
   * @param id the same each time the same fact is sent
   * @param type the fact's stable word
   * @param source the service that wrote it
   */
  public static Headers headers(String id, String type, String source, Instant at) {
    Headers headers = new RecordHeaders();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", id);
    add(headers, TYPE, type);
    add(headers, "ce_source", source);
    add(headers, "ce_time", at.toString());
    add(headers, "content-type", "application/json");
    return headers;
  }

  /** The type that headers of a record name, as a binder hands them on; empty when they do not. */
  public static Optional<String> type(Map<String, Object> headers) {
    Object type = headers.get(TYPE);
    if (type instanceof byte[] bytes) {
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
    return type instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
