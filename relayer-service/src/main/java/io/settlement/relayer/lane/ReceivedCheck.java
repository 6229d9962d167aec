// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Call;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TxId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a destination which messages it has received already, however what was sent for them ended:
 * whoever brought them, there is nothing left to do.
 */
final class ReceivedCheck {
  private ReceivedCheck() {}

  /** Those of these that were received or have expired. One batch of calls. */
  static Set<TxId> among(Lane lane, List<Work> works) {
    List<CrossChainMessage> messages =
        works.stream().map(ReceivedCheck::message).flatMap(Optional::stream).toList();
    Set<TxId> received = new HashSet<>();
    if (messages.isEmpty()) {
      return received;
    }
    ChainSettings chain = lane.chain().settings();
    ContractDialect dialect = ContractDialect.of(chain);
    List<byte[]> answers =
        lane.chain()
            .calls(
                messages.stream()
                    .map(dialect::receivedCall)
                    .map(question -> Call.view(chain.settlement(), question))
                    .toList(),
                FinalityTag.LATEST);
    for (int i = 0; i < messages.size(); i++) {
      if (dialect.received(answers.get(i))) {
        received.add(messages.get(i).txid());
      }
    }
    return received;
  }

  private static Optional<CrossChainMessage> message(Work work) {
    return switch (work) {
      case Work.Deliver it -> Optional.of(it.message());
      case Work.Expire it -> Optional.of(it.message());
      case Work.CallBack it -> Optional.empty();
      case Work.Refund it -> Optional.empty();
    };
  }
}
