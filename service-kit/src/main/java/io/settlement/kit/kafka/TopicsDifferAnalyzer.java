// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence what is wrong with the topics, instead of a stack. */
final class TopicsDifferAnalyzer extends AbstractFailureAnalyzer<TopicsDiffer> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, TopicsDiffer cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Correct the topics as docs/topics.md says, or decide otherwise with"
            + " settlement.kafka.topics.differences (REFUSE, WARN, MEND) and"
            + " settlement.kafka.topics.create.",
        cause);
  }
}
