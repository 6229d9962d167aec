// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents 1.0 attributes in Kafka's binary mode. */
public final class CloudEvents {
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
    add(headers, "ce_type", type);
    add(headers, "ce_source", source);
    add(headers, "ce_time", at.toString());
    add(headers, "content-type", "application/json");
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
