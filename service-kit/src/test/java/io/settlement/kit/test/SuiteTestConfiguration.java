// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What {@link SuiteTest} adds to a service. */
@TestConfiguration(proxyBeanMethods = false)
public class SuiteTestConfiguration {

  @Bean
  KafkaProbe kafkaProbe(@Value("${spring.kafka.bootstrap-servers}") String brokers) {
    return new KafkaProbe(brokers);
  }
}
