// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.bench;

import io.settlement.kit.test.KafkaProbe;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a reader saw.
 *
 * @param distinct different facts
 * @param repeated records that came again
 * @param late facts that came for the first time after a later fact of their key
 */
record Arrivals(long distinct, long repeated, long late) {
  private static final Pattern NUMBER = Pattern.compile("\"difference\":(\\d+)");

  static Arrivals read(String brokers) {
    Map<String, Set<Long>> seen = new HashMap<>();
    Map<String, Long> highest = new HashMap<>();
    long repeated = 0;
    long late = 0;
    try (KafkaProbe probe = new KafkaProbe(brokers)) {
      for (ConsumerRecord<byte[], byte[]> record : probe.records("settlement.artifacts")) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        long number = number(record);
        if (!seen.computeIfAbsent(key, k -> new HashSet<>()).add(number)) {
          repeated++;
        } else if (number < highest.getOrDefault(key, -1L)) {
          late++;
        }
        highest.merge(key, number, Math::max);
      }
    }
    return new Arrivals(seen.values().stream().mapToLong(Set::size).sum(), repeated, late);
  }

  private static long number(ConsumerRecord<byte[], byte[]> record) {
    Matcher number = NUMBER.matcher(new String(record.value(), StandardCharsets.UTF_8));
    if (!number.find()) {
      throw new IllegalStateException("no number in " + new String(record.value(), StandardCharsets.UTF_8));
    }
    return Long.parseLong(number.group(1));
  }
}
