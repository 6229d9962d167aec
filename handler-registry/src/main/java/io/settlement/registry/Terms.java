// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.HandlerState;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What an active route relies on at both ends. Stored with the route, so that foreign keys keep the
 * handlers from changing it underneath; given up when the route is no longer active. Where no token
 * moves, that is relied on too: the mode is NONE and the artifact empty.
 */
@Embeddable
record Terms(String artifact, int decimals, String fromMode, String toMode) {
  private static final String NO_MODE = "NONE";
  private static final String NO_ARTIFACT = "";

  static Terms between(HandlerState from, HandlerState to) {
    Asset source = from.asset().orElse(null);
    Asset target = to.asset().orElse(null);
    return new Terms(artifactOf(source), from.decimals(), modeOf(source), modeOf(target));
  }

  static String modeOf(@Nullable Asset asset) {
    return asset == null ? NO_MODE : asset.mode().name();
  }

  static String artifactOf(@Nullable Asset asset) {
    return asset == null ? NO_ARTIFACT : asset.artifact();
  }
}
