// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.nodes.Nodes;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether withdrawals from a vault live longer than it binds them. Where they do not, none could
 * ever be paid: what is deposited there would never come home, so nobody is given an address.
 */
final class WithdrawalLifetimes {

  /** How long a handler's withdrawals live; empty when its chain is not read here. */
  interface Source {

    /**
     * Asks the contract.
     *
     * @throws io.settlement.chain.ChainException when its node does not answer
     */
    Optional<Duration> of(HandlerId handler);

    /** Asks the operator's own nodes. */
    static Source of(Nodes nodes) {
      return handler -> nodes.reader(handler.chain()).map(reader -> read(reader, handler));
    }

    private static Duration read(EvmReader reader, HandlerId handler) {
      Call call = Call.view(handler.evmAddress(), ArtifactAbi.withdrawalLifetimeCall());
      byte[] answer = reader.call(call, FinalityTag.LATEST);
      return Duration.ofSeconds(ArtifactAbi.number(answer).longValueExact());
    }
  }

  private final Source source;
  private final Duration blockInterval;

  WithdrawalLifetimes(Source source, Duration blockInterval) {
    this.source = source;
    this.blockInterval = blockInterval;
  }

  /**
   * Nothing is asked about a vault that binds nothing.
   *
   * @throws Problem when the handler's withdrawals end before the vault may pay them
   */
  void require(Vault vault) {
    int blocks = vault.descriptor().unbonding();
    if (blocks == 0) {
      return;
    }
    HandlerId handler = vault.settings().handler();
    Duration bound = blockInterval.multipliedBy(blocks);
    Duration lifetime =
        source
            .of(handler)
            .orElseThrow(
                () ->
                    Problem.unavailable(
                        "lifetime-unknown",
                        "no nodes of " + handler.chain() + " to ask how long withdrawals live"));
    if (lifetime.compareTo(bound) <= 0) {
      throw Problem.unprocessable(
          "withdrawals-end-too-soon",
          "withdrawal_lifetime of %s is %s, but the vault %s binds withdrawals for %s blocks, about %s"
              .formatted(handler, lifetime, vault.id(), blocks, bound));
    }
  }
}
