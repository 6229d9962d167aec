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
        "Make a key with \"openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072\" for the"
            + " gateway and its public part with \"openssl pkey -pubout\" for the services, in files"
            + " that only they can read, and name them in settlement.security.internal-key-file.",
        cause);
  }
}
