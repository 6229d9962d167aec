// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.value.SettlementMode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What an active route relies on at both ends. Stored with the route, so that foreign keys keep the
 * handlers from changing it underneath; given up when the route is no longer active.
 */
@Embeddable
record Terms(
    String artifact,
    int decimals,
    @Enumerated(EnumType.STRING) SettlementMode fromMode,
    @Enumerated(EnumType.STRING) SettlementMode toMode) {

  static Terms between(HandlerState from, HandlerState to) {
    return new Terms(from.artifact(), from.decimals(), from.mode(), to.mode());
  }
}
