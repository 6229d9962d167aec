// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.reference.FlatYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/**
 * What a service of the world is told of Kafka and PostgreSQL, for tests that come as this service.
 *
 * @param file its configuration
 */
record Told(Path file, Map<String, String> settings) {
  private static final String CLIENT = "spring.kafka.properties.";

  static Told of(String service) {
    Assumptions.assumeTrue(SharedWorld.SECURED, "everybody may do everything");
    Path file =
        new RunFolder(SharedWorld.world().file().folder()).config().resolve(service + ".yml");
    try {
      return new Told(file, FlatYaml.read(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One setting. */
  String at(String name) {
    return Objects.requireNonNull(settings.get(name), name);
  }

  /** How it comes to Kafka, as clients that give up soon. */
  Map<String, Object> kafka() {
    Map<String, Object> client = new HashMap<>();
    client.put("bootstrap.servers", at("spring.kafka.bootstrap-servers"));
    client.put("security.protocol", at("spring.kafka.security.protocol"));
    client.put("ssl.truststore.type", at("spring.kafka.ssl.trust-store-type"));
    client.put(
        "ssl.truststore.location",
        at("spring.kafka.ssl.trust-store-location").replaceFirst("^file:", ""));
    settings.forEach(
        (name, value) -> {
          if (name.startsWith(CLIENT)) {
            client.put(name.substring(CLIENT.length()), value);
          }
        });
    client.put("request.timeout.ms", "3000");
    client.put("default.api.timeout.ms", "6000");
    return client;
  }

  /** Its own database, as whom it runs. */
  Connection database() throws SQLException {
    return database(at("spring.datasource.url"), at("spring.datasource.password"));
  }

  /** A database, with its own user. */
  Connection database(String url, String password) throws SQLException {
    return DriverManager.getConnection(url, at("spring.datasource.username"), password);
  }
}
