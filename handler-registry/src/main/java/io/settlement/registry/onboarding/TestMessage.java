// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message of a handler that is being tested.
 *
 * @param delivered what its destination said, finally
 * @param settled what its source said, finally
 */
record TestMessage(
    CrossChainMessage message, @Nullable Outcome delivered, @Nullable Outcome settled) {

  boolean hasSettledAs(Outcome outcome) {
    return settled == outcome;
  }

  Optional<Outcome> outcome() {
    return Optional.ofNullable(delivered);
  }

  /**
   * Validators' signatures that let one message in.
   *
   * @param digest what they are over, or the root of the tree they are over
   * @param bundled whether it is a root
   */
  record Signed(Hash digest, boolean bundled, Map<EvmAddress, byte[]> bySigner) {}
}
