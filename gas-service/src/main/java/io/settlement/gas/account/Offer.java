// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.gas.cost.Terms;
import java.time.Instant;

/**
 * Terms put to a message.
 *
 * @param until how long they stand if they are not met at once
 */
record Offer(Terms terms, Instant until) {}
