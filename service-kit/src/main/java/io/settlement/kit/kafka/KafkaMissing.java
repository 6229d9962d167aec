// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import org.jspecify.annotations.Nullable;

/** No broker answered while the service started. */
final class KafkaMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KafkaMissing(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
