// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.settlement.kit.kafka.KafkaClients;
import io.settlement.kit.trace.FactTraces;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox of the service's own database. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "io.settlement.kit.kafka.KafkaClientsAutoConfiguration",
      "io.settlement.kit.trace.TraceAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnSingleCandidate(DataSource.class)
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Outbox outbox(OutboxTable table, RelaySignal signal) {
    return new Outbox(table, signal::wake);
  }

  @Bean
  @DependsOnDatabaseInitialization
  OutboxTable outboxTable(DataSource database, ObjectProvider<EntityManagerFactory> entities) {
    return new OutboxTable(new JdbcTemplate(database), () -> entities.ifAvailable(this::flush));
  }

  @Bean
  RelaySignal relaySignal() {
    return new RelaySignal();
  }

  @Bean
  OutboxRelay outboxRelay(
      OutboxTable table,
      OutboxPublisher publisher,
      DataSource database,
      RelaySignal signal,
      OutboxSettings settings) {
    TransactionTemplate transactions =
        new TransactionTemplate(new JdbcTransactionManager(database));
    return new OutboxRelay(table, publisher, transactions, signal, settings);
  }

  @Bean
  OutboxPublisher outboxPublisher(
      KafkaClients kafka,
      MeterRegistry meters,
      FactTraces traces,
      @Value("${spring.application.name}") String name) {
    return new OutboxPublisher(kafka.sender("outbox"), "/settlement/" + name, meters, traces);
  }

  @Bean
  MeterBinder outboxPending(OutboxTable table) {
    return registry ->
        Gauge.builder("settlement.outbox.pending", table, OutboxTable::pending)
            .description("facts that Kafka does not have yet")
            .register(registry);
  }

  private void flush(EntityManagerFactory entities) {
    if (TransactionSynchronizationManager.getResource(entities) instanceof EntityManagerHolder held
        && held.getEntityManager().isJoinedToTransaction()) {
      held.getEntityManager().flush();
    }
  }
}
