// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import org.jspecify.annotations.Nullable;

/** Kafka did not acknowledge a record; sending it again later is right. */
public final class BrokerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokerUnavailable(@Nullable Throwable cause) {
    super("Kafka did not acknowledge: " + cause, cause);
  }
}
