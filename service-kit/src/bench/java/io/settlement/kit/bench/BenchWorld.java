// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.bench;

import io.settlement.kit.test.KafkaBroker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A database and a broker for one measurement. */
final class BenchWorld implements AutoCloseable {
  private static final String TOPIC = "settlement.artifacts";

  private final EmbeddedPostgres postgres;
  private final KafkaBroker broker = KafkaBroker.start();
  private final Admin admin;

  BenchWorld(boolean durable) throws IOException {
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "100")
            .setServerConfig("fsync", durable ? "on" : "off")
            .start();
    admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()));
  }

  String databaseUrl() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  String brokers() {
    return broker.address();
  }

  String setting(String name) throws SQLException {
    return query("SHOW " + name);
  }

  long count(String query) throws SQLException {
    return Long.parseLong(query(query));
  }

  /** How many records the topic has got. */
  long arrived() throws Exception {
    Map<TopicPartition, OffsetSpec> partitions =
        IntStream.range(0, 4)
            .mapToObj(number -> new TopicPartition(TOPIC, number))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    return admin.listOffsets(partitions).all().get().values().stream()
        .mapToLong(offset -> offset.offset())
        .sum();
  }

  private String query(String query) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    admin.close();
    broker.close();
    postgres.close();
  }
}
