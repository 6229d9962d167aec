// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain;

import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.Unreachable;
import io.settlement.events.value.ChainName;
import io.settlement.relayer.nodes.Nodes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands signed transactions to all well providers of their chain; one that takes it is enough. */
public final class Broadcaster {
  private static final Logger log = LoggerFactory.getLogger(Broadcaster.class);

  private final Map<ChainName, EvmReader> chains = new ConcurrentHashMap<>();

  /** Sends through these, and those that come; what that costs is counted for the lanes. */
  public Broadcaster(Nodes nodes) {
    nodes.each(chain -> chains.put(chain.settings().name(), chain.forPurpose("lane")));
  }

  /** Broadcasts, again and again if need be: the bytes of a transaction can only count once. */
  public Verdict broadcast(ChainName chain, SignedTransaction transaction) {
    EvmReader providers = chains.get(chain);
    if (providers == null) {
      return Verdict.UNREACHABLE;
    }
    try {
      providers.send(transaction.raw(), refusal -> verdict(refusal).isOnItsWay());
      return Verdict.ACCEPTED;
    } catch (ChainException e) {
      Verdict verdict = verdict(e);
      if (!verdict.isOnItsWay()) {
        log.atWarn()
            .addKeyValue("chain", chain)
            .addKeyValue("txHash", transaction.hash())
            .addKeyValue("verdict", verdict)
            .addKeyValue("answer", e.getMessage())
            .log("no provider took a transaction");
      }
      return verdict;
    }
  }

  private static Verdict verdict(ChainException refusal) {
    return refusal instanceof Unreachable
        ? Verdict.UNREACHABLE
        : Verdict.ofError(String.valueOf(refusal.getMessage()));
  }
}
