// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak for a contract, as the contract itself says: whom it names as its owner, and who
 * has its role of managers.
 */
public final class Control {
  private static final EvmAddress NOBODY = new EvmAddress("0x" + "0".repeat(40));
  private static final String MANAGER = "MANAGER_ROLE";

  private Control() {}

  /** Asks contracts of a chain. */
  @FunctionalInterface
  public interface Asked {
    /** The answer to calldata; empty when it is refused. */
    Optional<byte[]> ask(EvmAddress contract, byte[] data);
  }

  /**
   * A signature as it was handed in.
   *
   * @param by who made it; needed of a contract that is a manager, found out otherwise
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Signed(byte[] signature, @Nullable EvmAddress by) {}

  /** Whom the contract names as its owner; empty when it names nobody. */
  public static Optional<EvmAddress> owner(Asked chain, EvmAddress contract) {
    try {
      return chain
          .ask(contract, Views.ask("owner()"))
          .map(Views::address)
          .filter(owner -> !owner.equals(NOBODY));
    } catch (InvalidValue noOwner) {
      return Optional.empty();
    }
  }

  /** An account signs by its key, a contract says itself what it has signed (EIP-1271). */
  public static boolean hasSigned(Asked chain, EvmAddress who, Hash digest, byte[] signature) {
    if (signer(digest, signature).filter(who::equals).isPresent()) {
      return true;
    }
    try {
      return chain
          .ask(who, Views.isValidSignature(digest, signature))
          .filter(Views::isMagic)
          .isPresent();
    } catch (InvalidValue noWallet) {
      return false;
    }
  }

  /** Who of those that may speak for the contract has signed: its owner, or one of its managers. */
  public static Optional<EvmAddress> spokesman(
      Asked chain, EvmAddress contract, Hash digest, Signed signed) {
    EvmAddress stated = signed.by();
    return owner(chain, contract)
        .filter(one -> stated == null || stated.equals(one))
        .filter(one -> hasSigned(chain, one, digest, signed.signature()))
        .or(
            () ->
                Optional.ofNullable(stated)
                    .or(() -> signer(digest, signed.signature()))
                    .filter(one -> isManager(chain, contract, one))
                    .filter(one -> hasSigned(chain, one, digest, signed.signature())));
  }

  /** Whether somebody may speak for the contract. */
  public static boolean may(Asked chain, EvmAddress contract, EvmAddress who) {
    return owner(chain, contract).filter(who::equals).isPresent()
        || isManager(chain, contract, who);
  }

  private static Optional<EvmAddress> signer(Hash digest, byte[] signature) {
    try {
      return Optional.of(Signatures.recover(digest, signature));
    } catch (InvalidValue nobody) {
      return Optional.empty();
    }
  }

  private static boolean isManager(Asked chain, EvmAddress contract, EvmAddress who) {
    try {
      return chain.ask(contract, Views.hasRole(MANAGER, who)).filter(Views::yes).isPresent();
    } catch (InvalidValue noRoles) {
      return false;
    }
  }
}
