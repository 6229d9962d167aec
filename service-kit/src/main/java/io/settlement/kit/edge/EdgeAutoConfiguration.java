// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.kit.failure.FailureKinds;
import io.settlement.kit.failure.TransientFailure;
import io.settlement.kit.kafka.KafkaClients;
import io.settlement.kit.kafka.RecordSender;
import io.settlement.kit.trace.FactTraces;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

/** The one policy of every Kafka edge. */
@AutoConfiguration(
    afterName = {
      "io.settlement.kit.kafka.KafkaClientsAutoConfiguration",
      "io.settlement.kit.trace.TraceAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
    })
@ConditionalOnSingleCandidate(PlatformTransactionManager.class)
@EnableConfigurationProperties(EdgeSettings.class)
class EdgeAutoConfiguration {

  @Bean
  FactEdges factEdges(
      PlatformTransactionManager transactions,
      ObjectProvider<TransientFailure> passing,
      RecordSender deadLetters,
      ReadPositions positions,
      MeterRegistry meters,
      FactTraces traces) {
    return new FactEdges(
        new TransactionTemplate(transactions),
        new FailureKinds(passing.orderedStream().toList()),
        deadLetters,
        positions,
        meters,
        traces);
  }

  @Bean
  @DependsOnDatabaseInitialization
  ReadPositions readPositions(DataSource database) {
    return new ReadPositions(new JdbcTemplate(database));
  }

  @Bean
  RestoredDatabase restoredDatabase(ReadPositions positions, MeterRegistry meters) {
    return new RestoredDatabase(positions, meters);
  }

  @Bean
  RecordSender deadLetters(KafkaClients kafka) {
    return kafka.sender("dead-letters");
  }

  /**
   * A poll that failed comes again from its first record, slower each time, without end; so does a
   * reader that Kafka refuses, whose password or rights are being changed.
   */
  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> endlessRetry(
      EdgeSettings settings) {
    return (container, destination, group) -> {
      ExponentialBackOff pause = new ExponentialBackOff(settings.firstRetry().toMillis(), 2);
      pause.setMaxInterval(settings.slowestRetry().toMillis());
      DefaultErrorHandler again = new DefaultErrorHandler(pause);
      again.setClassifications(Map.of(), true);
      again.setLogLevel(KafkaException.Level.WARN);
      container.setCommonErrorHandler(again);
      container.getContainerProperties().setAuthExceptionRetryInterval(settings.slowestRetry());
    };
  }
}
