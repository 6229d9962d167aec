// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.bench;

import io.settlement.events.ArtifactEvent.ImbalanceRaised;
import io.settlement.kit.outbox.Outbox;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.events.Externalized;

/** A way to publish facts with the transaction that made them true. */
enum Contender {
  /** The kit's outbox as services use it. */
  OUTBOX("settlement.outbox.relay=true", "SELECT count(*) FROM outbox"),

  /** The registry as it comes: every publication is a task of its own after the commit. */
  MODULITH(
      "spring.modulith.events.externalization.serialize-externalization=false",
      "SELECT count(*) FROM event_publication WHERE completion_date IS NULL"),

  /** The registry with externalization one at a time. */
  MODULITH_SERIALIZED(
      "spring.modulith.events.externalization.serialize-externalization=true",
      "SELECT count(*) FROM event_publication WHERE completion_date IS NULL");

  private final String setting;
  private final String pending;

  Contender(String setting, String pending) {
    this.setting = setting;
    this.pending = pending;
  }

  /** The application of both; each uses its own half. */
  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {}

  /** The same fields as our fact, routed to the same topic with the same key. */
  @Externalized("settlement.artifacts::#{#this.artifact()}")
  record Raised(String artifact, BigInteger difference, String detail, Instant at) {}

  ConfigurableApplicationContext start(String databaseUrl, String brokers) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "spring.application.name=bench",
                "spring.datasource.url=" + databaseUrl,
                "spring.datasource.username=postgres",
                "spring.datasource.password=postgres",
                "spring.kafka.bootstrap-servers=" + brokers,
                "spring.kafka.producer.acks=all",
                "spring.flyway.locations=classpath:db/kit",
                "logging.level.root=WARN"));
    if (this != OUTBOX) {
      settings.add("settlement.outbox.relay=false");
      // With a thread for each publication, thousands of them wait for a connection and give up.
      settings.add("spring.threads.virtual.enabled=false");
      settings.add("spring.datasource.hikari.connection-timeout=30000");
      settings.add(
          "spring.kafka.producer.key-serializer="
              + "org.apache.kafka.common.serialization.StringSerializer");
      settings.add("spring.modulith.events.jdbc.schema-initialization.enabled=true");
      settings.add("spring.modulith.events.completion-mode=delete");
      settings.add("spring.modulith.events.republish-outstanding-events-on-restart=true");
    }
    settings.add(setting);
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.NONE)
        .run(settings.stream().map(one -> "--" + one).toArray(String[]::new));
  }

  /** Publishes inside the running transaction. */
  void publish(ConfigurableApplicationContext context, List<Raised> facts) {
    if (this == OUTBOX) {
      context
          .getBean(Outbox.class)
          .append(
              facts.stream()
                  .map(f -> new ImbalanceRaised(f.artifact, f.difference, f.detail, f.at))
                  .toList());
    } else {
      facts.forEach(context::publishEvent);
    }
  }

  /** How many facts have not left, by its own books. */
  String pendingQuery() {
    return pending;
  }
}
