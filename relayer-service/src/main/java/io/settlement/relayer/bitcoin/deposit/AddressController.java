// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.bitcoin.ConditionalOnBitcoin;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.bitcoin.Vaults;
import io.settlement.relayer.bitcoin.deposit.VaultAddress.Owner;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigInteger;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives out addresses to pay BTC to. */
@Tag(name = "Bitcoin")
@RestController
@ConditionalOnRole(Role.COURIER)
@ConditionalOnBitcoin
@RequestMapping("/v1/vaults/{vault}/addresses")
class AddressController {
  private final Vaults vaults;
  private final AddressBook addresses;
  private final WithdrawalLifetimes lifetimes;

  AddressController(Vaults vaults, AddressBook addresses, WithdrawalLifetimes lifetimes) {
    this.vaults = vaults;
    this.addresses = addresses;
    this.lifetimes = lifetimes;
  }

  /**
   * Who is to be credited.
   *
   * @param handler the vault's handler on the destination chain
   * @param recipient gets the artifact there
   */
  record Wanted(@NotNull HandlerId handler, @NotNull EvmAddress recipient) {}

  /**
   * Where to pay.
   *
   * @param index its place in the vault's descriptor
   * @param address for deposits of this recipient only, for ever
   * @param minimum satoshi below which an output is credited to nobody
   * @param confirmations blocks an output waits whose amount has no tier of its own
   * @param unbonding blocks a withdrawal from this vault is bound before it is paid
   */
  record Given(
      HandlerId vault,
      long index,
      HandlerId handler,
      EvmAddress recipient,
      String address,
      long minimum,
      int confirmations,
      int unbonding) {}

  /** The same answer for the same recipient, however often he asks. */
  @PostMapping
  @Operation(
      operationId = "assignDepositAddress",
      summary = "The address whose deposits are credited to this recipient")
  Given assign(@PathVariable HandlerId vault, @Valid @RequestBody Wanted wanted) {
    Vault known =
        vaults
            .find(vault)
            .orElseThrow(() -> Problem.notFound("unknown-vault", "no vault " + vault));
    if (!wanted.handler().equals(known.settings().handler())) {
      throw Problem.unprocessable(
          "not-the-vaults-handler", "deposits of this vault are for " + known.settings().handler());
    }
    if (nobody(wanted.recipient())) {
      throw Problem.unprocessable(
          "recipient-cannot-hold", "the artifact cannot be held by " + wanted.recipient());
    }
    lifetimes.require(known);
    return given(known, addresses.assign(known, new Owner(wanted.handler(), wanted.recipient())));
  }

  /** The contract refuses the zero address; BTC sent for it would be stuck. */
  private static boolean nobody(EvmAddress recipient) {
    return new BigInteger(1, recipient.bytes()).signum() == 0;
  }

  private static Given given(Vault vault, VaultAddress address) {
    Owner owner = address.owner();
    if (owner == null) {
      throw new IllegalStateException("an address was given to nobody");
    }
    return new Given(
        vault.id(),
        address.index(),
        owner.handler(),
        owner.recipient(),
        address.address(),
        vault.settings().minimum(),
        vault.settings().confirmations(),
        vault.descriptor().unbonding());
  }
}
