// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Messages of our contracts. Two logs of one contract and transaction tell one: what it says, and
 * the terms it is delivered by.
 */
final class V2Messages implements SentMessages {
  private record Key(EvmAddress contract, Hash txHash, Hash txid) {
    static Key of(ChainLog log) {
      return new Key(log.address(), log.txHash(), log.topics().get(1));
    }
  }

  private final Map<Key, ChainLog> terms = new HashMap<>();

  private V2Messages() {}

  static V2Messages in(Collection<ChainLog> logs) {
    V2Messages messages = new V2Messages();
    for (ChainLog log : logs) {
      if (log.topics().size() == 2 && log.topics().getFirst().equals(SettlementAbi.TERMS)) {
        messages.terms.put(Key.of(log), log);
      }
    }
    return messages;
  }

  @Override
  public boolean hasTerms(ChainLog message) {
    return message.topics().size() > 1 && terms.containsKey(Key.of(message));
  }

  @Override
  public CrossChainMessage of(ChainLog log) {
    ChainLog itsTerms = hasTerms(log) ? terms.get(Key.of(log)) : null;
    if (itsTerms == null) {
      throw new InvalidValue("CrossChainMsg log", "no CrossChainMsgTerms beside " + log);
    }
    return SettlementAbi.message(log, itsTerms);
  }
}
