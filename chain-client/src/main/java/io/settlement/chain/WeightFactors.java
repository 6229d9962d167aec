// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.ProviderId;

/**
 * Somebody who scales providers' weights while they are in use. It is asked before every question,
 * so it has to answer from memory.
 */
@FunctionalInterface
public interface WeightFactors {
  /** Every weight is as it is configured. */
  WeightFactors NONE = provider -> WeightFactor.WHOLE;

  /** The factor of a provider; whole for those nothing is known of. */
  WeightFactor of(ProviderId provider);
}
