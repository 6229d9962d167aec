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
 * Messages that logs send. Two logs of one contract and transaction tell one: what it says, and the
 * terms it is delivered by.
 */
public final class SentMessages {
  private record Key(EvmAddress contract, Hash txHash, Hash txid) {
    static Key of(ChainLog log) {
      return new Key(log.address(), log.txHash(), log.topics().get(1));
    }
  }

  private final Map<Key, ChainLog> terms = new HashMap<>();

  private SentMessages() {}

  /** Reads among these logs, which are of whole blocks or of a whole receipt. */
  public static SentMessages in(Collection<ChainLog> logs) {
    SentMessages messages = new SentMessages();
    for (ChainLog log : logs) {
      if (log.topics().size() == 2 && log.topics().getFirst().equals(SettlementAbi.TERMS)) {
        messages.terms.put(Key.of(log), log);
      }
    }
    return messages;
  }

  /** Whether the terms of a {@link SettlementAbi#MESSAGE} log are among the logs. */
  public boolean hasTerms(ChainLog message) {
    return message.topics().size() > 1 && terms.containsKey(Key.of(message));
  }

  /**
   * The message of a {@link SettlementAbi#MESSAGE} log.
   *
   * @throws InvalidValue when it is not such a log, or has no terms
   */
  public CrossChainMessage of(ChainLog log) {
    ChainLog itsTerms = hasTerms(log) ? terms.get(Key.of(log)) : null;
    if (itsTerms == null) {
      throw new InvalidValue("CrossChainMsg log", "no CrossChainMsgTerms beside " + log);
    }
    return SettlementAbi.message(log, itsTerms);
  }
}
