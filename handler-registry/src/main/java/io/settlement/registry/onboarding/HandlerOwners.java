// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.value.HandlerId;

/** Which partner registered which handler, for those who try handlers. */
public interface HandlerOwners {

  /** Whether the partner registered it by its owner's signature. */
  boolean isOf(HandlerId handler, String partner);
}
