// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.EvmAddress;
import java.util.List;

/**
 * A validator set that a chain's verifier accepts.
 *
 * @param required how many of them make a quorum
 */
record Signers(List<EvmAddress> validators, int required) {
  /** Keeps its own list. */
  Signers {
    validators = List.copyOf(validators);
  }

  /** The registry's word. */
  static Signers of(ValidatorSetState set) {
    return new Signers(set.validators(), set.required());
  }
}
