// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.Wei;
import io.settlement.gas.cost.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Terms put to a message.
 *
 * @param until how long they stand if they are not met at once
 * @param waiver why nothing is asked for; null when something is
 * @param quoteWanted whether only money that came with a quote meets them
 */
record Offer(Terms terms, Instant until, @Nullable String waiver, boolean quoteWanted) {

  Offer(Terms terms, Instant until) {
    this(terms, until, null, false);
  }

  /** The same rates, and nothing asked for. */
  Offer waived(String reason) {
    return new Offer(terms.waived(), until, reason, false);
  }

  /** The same, and not to be met without a quote. */
  Offer withQuoteOnly() {
    return new Offer(terms, until, waiver, terms.quoteId() == null);
  }

  /** The same rates and prices for less. */
  Offer asking(Wei required) {
    return new Offer(terms.asking(required), until, waiver, quoteWanted);
  }

  boolean isMetBy(Wei paid) {
    return !quoteWanted && paid.compareTo(terms.required()) >= 0;
  }
}
