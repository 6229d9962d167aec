// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.chain.contract.Signatures;
import io.settlement.chain.contract.Views;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.onboarding.Declined;
import io.settlement.registry.onboarding.Peek;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may speak for a contract, as the contract itself says. */
final class Control {
  private static final EvmAddress NOBODY = new EvmAddress("0x" + "0".repeat(40));
  private static final String MANAGER = "MANAGER_ROLE";

  private Control() {}

  /**
   * A signature as it was handed in.
   *
   * @param by who made it; needed of a contract that is a manager, found out otherwise
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Signed(byte[] signature, @Nullable EvmAddress by) {}

  /**
   * Whom the contract names as its owner.
   *
   * @throws Problem when it names nobody
   */
  static EvmAddress owner(Peek nodes, EvmAddress contract) {
    try {
      EvmAddress owner = Views.address(nodes.call(contract, Views.ask("owner()")));
      if (!owner.equals(NOBODY)) {
        return owner;
      }
    } catch (Declined | InvalidValue silent) {
      // It has no such view: the same as nobody.
    }
    throw Problem.unprocessable("handler-without-owner", contract + " names no owner()");
  }

  /** An account signs by its key, a contract says itself what it has signed (EIP-1271). */
  static boolean hasSigned(Peek nodes, EvmAddress who, Hash digest, byte[] signature) {
    try {
      return nodes.code(who).length == 0
          ? Signatures.recover(digest, signature).equals(who)
          : Views.isMagic(nodes.call(who, Views.isValidSignature(digest, signature)));
    } catch (Declined | InvalidValue refused) {
      return false;
    }
  }

  /** Who of those that may speak for the contract has signed: its owner, or one of its managers. */
  static Optional<EvmAddress> spokesman(
      Peek nodes, EvmAddress contract, Hash digest, Signed signed) {
    EvmAddress owner = owner(nodes, contract);
    EvmAddress stated = signed.by();
    if ((stated == null || stated.equals(owner))
        && hasSigned(nodes, owner, digest, signed.signature())) {
      return Optional.of(owner);
    }
    return Optional.ofNullable(stated)
        .or(() -> signer(digest, signed.signature()))
        .filter(one -> isManager(nodes, contract, one))
        .filter(one -> hasSigned(nodes, one, digest, signed.signature()));
  }

  /** Whether who spoke for the contract still may. */
  static boolean mayStill(Peek nodes, EvmAddress contract, EvmAddress signer) {
    return owner(nodes, contract).equals(signer) || isManager(nodes, contract, signer);
  }

  private static Optional<EvmAddress> signer(Hash digest, byte[] signature) {
    try {
      return Optional.of(Signatures.recover(digest, signature));
    } catch (InvalidValue nobody) {
      return Optional.empty();
    }
  }

  private static boolean isManager(Peek nodes, EvmAddress contract, EvmAddress who) {
    try {
      return Views.yes(nodes.call(contract, Views.hasRole(MANAGER, who)));
    } catch (Declined | InvalidValue noRoles) {
      return false;
    }
  }
}
