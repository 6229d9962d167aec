// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.Withdrawals;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.nodes.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Asks the own nodes again, when it is about to sign. */
public final class SourceEscrows implements Escrows {
  private final Withdrawals withdrawals;
  private final Nodes nodes;
  private final FinalityPolicy policy;

  /**
   * @param withdrawals what the attesting validator found good on its own nodes
   */
  public SourceEscrows(Withdrawals withdrawals, Nodes nodes, FinalityPolicy policy) {
    this.withdrawals = withdrawals;
    this.nodes = nodes;
    this.policy = policy;
  }

  @Override
  public Optional<CrossChainMessage> checked(TxId txid) {
    return withdrawals.find(txid).map(MessageFinal::message);
  }

  @Override
  public void note(LongSupplier height) {
    if (withdrawals.areUnnoted()) {
      withdrawals.note(height.getAsLong());
    }
  }

  @Override
  public OptionalLong seenAt(TxId txid) {
    return withdrawals.notedAt(txid);
  }

  @Override
  public boolean isPending(CrossChainMessage message) {
    Optional<EvmReader> reader = nodes.reader(message.from().chain());
    if (reader.isEmpty()) {
      return false;
    }
    EvmReader own = reader.get().forPurpose("cosign").agreed();
    ContractDialect dialect = ContractDialect.of(own.settings());
    Call call = Call.view(own.settings().settlement(), dialect.sourceRecordCall(message.txid()));
    long block = policy.finalHead(own).number();
    byte[] answer = own.callsAt(List.of(call), block).getFirst();
    return dialect.sourceRecord(answer).pendingFor(message);
  }
}
