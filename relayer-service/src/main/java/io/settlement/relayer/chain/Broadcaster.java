// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain;

import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.Unreachable;
import io.settlement.events.value.ChainName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands signed transactions to all well providers of their chain; one that takes it is enough. */
public final class Broadcaster {
  private static final Logger log = LoggerFactory.getLogger(Broadcaster.class);

  private final Map<ChainName, EvmReader> chains = new LinkedHashMap<>();

  /** Sends through these; what that costs is counted for the lanes. */
  public Broadcaster(Collection<EvmReader> chains) {
    chains.forEach(chain -> this.chains.put(chain.settings().name(), chain.forPurpose("lane")));
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
