// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.BtcHandlerAbi;
import io.settlement.chain.contract.BtcHandlerAbi.DepositStatus;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.nodes.Nodes;
import java.util.List;

/** Asks the contracts by the own nodes. */
final class HandlersOnChain implements CreditedDeposits {
  private final Nodes nodes;
  private final FinalityPolicy policy;

  HandlersOnChain(Nodes nodes, FinalityPolicy policy) {
    this.nodes = nodes;
    this.policy = policy;
  }

  @Override
  public DepositStatus status(HandlerId handler, Hash outpoint) {
    EvmReader reader =
        nodes
            .reader(handler.chain())
            .orElseThrow(
                () ->
                    Problem.unprocessable(
                        "chain-not-configured",
                        "no node of " + handler.chain() + " is known here"));
    try {
      EvmReader own = reader.forPurpose("deposits").agreed();
      Call call = Call.view(handler.evmAddress(), BtcHandlerAbi.depositsCall(outpoint));
      byte[] answer = own.callsAt(List.of(call), policy.finalHead(own).number()).getFirst();
      return BtcHandlerAbi.depositStatus(answer);
    } catch (ChainException | InvalidValue e) {
      throw Problem.unavailable(
          "handler-does-not-answer", handler + " did not say what it knows: " + e.getMessage());
    }
  }
}
