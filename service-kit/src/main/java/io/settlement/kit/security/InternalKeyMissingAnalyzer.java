// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence what is wrong with the key, instead of a stack. */
final class InternalKeyMissingAnalyzer extends AbstractFailureAnalyzer<InternalKeyMissing> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, InternalKeyMissing cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Write one base64 line of 32 random bytes into a file that only the services can read,"
            + " and name it in settlement.security.internal-key-file.",
        cause);
  }
}
