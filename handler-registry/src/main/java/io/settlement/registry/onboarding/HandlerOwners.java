// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.value.HandlerId;
import java.util.Optional;

/** Which partner registered which handler, for those who try handlers. */
public interface HandlerOwners {

  /** Whether the partner registered it by its owner's signature. */
  boolean isOf(HandlerId handler, String partner);

  /** Who registered it; empty when it is the operator's entry. */
  Optional<String> partnerOf(HandlerId handler);
}
