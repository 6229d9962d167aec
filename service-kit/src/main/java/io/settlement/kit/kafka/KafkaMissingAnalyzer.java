// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence that the broker is missing, instead of a stack. */
final class KafkaMissingAnalyzer extends AbstractFailureAnalyzer<KafkaMissing> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, KafkaMissing cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Start the broker, or correct spring.kafka.bootstrap-servers.", cause);
  }
}
