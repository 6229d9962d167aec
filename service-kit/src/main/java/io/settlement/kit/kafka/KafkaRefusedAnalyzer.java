// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence whom Kafka refuses and why, instead of a stack. */
final class KafkaRefusedAnalyzer extends AbstractFailureAnalyzer<KafkaRefused> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, KafkaRefused cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Compare spring.kafka.security.protocol, spring.kafka.ssl and"
            + " spring.kafka.properties.sasl.jaas.config with Kafka's users and certificates"
            + " (docs/backing-services.md).",
        cause);
  }
}
