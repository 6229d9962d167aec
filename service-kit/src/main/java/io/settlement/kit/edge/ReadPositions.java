// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Up to where a group has read each partition, as the service's own database knows it: written in
 * the transaction that reading led to. Kafka's committed offsets come after it, so they are ahead
 * of it only when the database is older than what was read.
 */
final class ReadPositions {
  private static final String WRITE =
      """
      INSERT INTO read_position (consumer_group, topic, partition, next_offset)
      SELECT ?, ?, place.partition, place.next_offset
      FROM unnest(?::int[], ?::bigint[]) AS place(partition, next_offset)
      ON CONFLICT (consumer_group, topic, partition)
      DO UPDATE SET next_offset = excluded.next_offset, read_at = now()
      """;

  private static final String READ =
      "SELECT partition, next_offset FROM read_position WHERE consumer_group = ? AND topic = ?";

  private final JdbcTemplate jdbc;

  ReadPositions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Inside the transaction of what was read.
   *
   * @param next by partition, the offset that is read next
   */
  void write(String group, String topic, SortedMap<Integer, Long> next) {
    jdbc.update(
        WRITE,
        statement -> {
          statement.setString(1, group);
          statement.setString(2, topic);
          statement.setArray(
              3, statement.getConnection().createArrayOf("int", next.keySet().toArray()));
          statement.setArray(
              4, statement.getConnection().createArrayOf("bigint", next.values().toArray()));
        });
  }

  /** By partition, the offset that is read next; without those that were never read. */
  Map<Integer, Long> of(String group, String topic) {
    Map<Integer, Long> next = new HashMap<>();
    jdbc.query(
        READ,
        row -> {
          next.put(row.getInt(1), row.getLong(2));
        },
        group,
        topic);
    return next;
  }
}
