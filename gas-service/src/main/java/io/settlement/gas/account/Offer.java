// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.gas.cost.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Terms put to a message.
 *
 * @param until how long they stand if they are not met at once
 * @param waiver why nothing is asked for; null when something is
 */
record Offer(Terms terms, Instant until, @Nullable String waiver) {

  Offer(Terms terms, Instant until) {
    this(terms, until, null);
  }

  /** The same rates, and nothing asked for. */
  Offer waived(String reason) {
    return new Offer(terms.waived(), until, reason);
  }
}
