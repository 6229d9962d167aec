// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.chain.contract.Control;
import io.settlement.chain.contract.Control.Signed;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.onboarding.Declined;
import io.settlement.registry.onboarding.Peek;
import java.util.Optional;

/** Who may speak for a contract, asked through nodes; one that names no owner has nobody. */
final class Spokesmen {

  private Spokesmen() {}

  /**
   * Whom the contract names as its owner.
   *
   * @throws Problem when it names nobody
   */
  static EvmAddress owner(Peek nodes, EvmAddress contract) {
    return Control.owner(asked(nodes), contract)
        .orElseThrow(
            () -> Problem.unprocessable("handler-without-owner", contract + " names no owner()"));
  }

  static boolean hasSigned(Peek nodes, EvmAddress who, Hash digest, byte[] signature) {
    return Control.hasSigned(asked(nodes), who, digest, signature);
  }

  static Optional<EvmAddress> of(Peek nodes, EvmAddress contract, Hash digest, Signed signed) {
    owner(nodes, contract);
    return Control.spokesman(asked(nodes), contract, digest, signed);
  }

  static boolean mayStill(Peek nodes, EvmAddress contract, EvmAddress signer) {
    return Control.may(asked(nodes), contract, signer);
  }

  private static Control.Asked asked(Peek nodes) {
    return (contract, data) -> {
      try {
        return Optional.of(nodes.call(contract, data));
      } catch (Declined refused) {
        return Optional.empty();
      }
    };
  }
}
