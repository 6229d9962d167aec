// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.SentMessages;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.PaymentSeen;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Wei;
import io.settlement.relayer.finality.FinalityPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells messages that are final by the tier of their route before their chain is. What was observed
 * is read again by the hash of its block, from whoever makes facts.
 */
final class EarlyPass {
  private static final int AT_ONCE = 500;

  private final Sources sources;
  private final ChainLogs logs;
  private final FinalityPolicy policy;
  private final ObserverStore store;
  private final Clock clock;

  EarlyPass(
      Sources sources, ChainLogs logs, FinalityPolicy policy, ObserverStore store, Clock clock) {
    this.sources = sources;
    this.logs = logs;
    this.policy = policy;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Those whose tier is content by now.
   *
   * @throws ChainMoved when a block is not canonical any more, or says something else
   */
  Checkpoint advance(Checkpoint at) {
    List<Observation> due = store.due(at.chain(), at.head().number(), AT_ONCE);
    if (due.isEmpty()) {
      return at;
    }
    checkCanonical(due);
    Round round = new Round(at.head().number(), logsOf(due), clock.instant());
    due.forEach(round::weigh);
    return store.early(at.again(), round.weighed, round.facts);
  }

  private void checkCanonical(List<Observation> due) {
    Map<Long, Hash> expected = new TreeMap<>();
    due.forEach(one -> expected.put(one.ref().blockNumber(), one.ref().blockHash()));
    for (BlockRef block : sources.agreed().blocks(List.copyOf(expected.keySet()))) {
      if (!block.hash().equals(expected.get(block.number()))) {
        throw new ChainMoved("block " + block.number() + " is another one than was observed");
      }
    }
  }

  private Map<Hash, List<ChainLog>> logsOf(List<Observation> due) {
    Wanted wanted = logs.sentAndPaid();
    return sources
        .agreed()
        .logsOf(
            due.stream().map(one -> one.ref().blockHash()).collect(Collectors.toSet()),
            wanted.emitters(),
            wanted.kinds());
  }

  /** What is told at one height of the chain. */
  private final class Round {
    private final long head;
    private final Map<Hash, List<ChainLog>> blocks;
    private final Instant now;
    private final List<Observation> weighed = new ArrayList<>();
    private final List<MessageEvent> facts = new ArrayList<>();

    private Round(long head, Map<Hash, List<ChainLog>> blocks, Instant now) {
      this.head = head;
      this.blocks = blocks;
      this.now = now;
    }

    private void weigh(Observation one) {
      LogRef ref = one.ref();
      List<ChainLog> block = blocks.getOrDefault(ref.blockHash(), List.of());
      CrossChainMessage message = messageOf(one, block);
      if (policy.isFinal(message, ref.blockNumber(), -1, head)) {
        Wei paid = logs.paid(block, one.txid(), message.sender(), ref.txHash());
        if (!paid.isZero()) {
          facts.add(new PaymentSeen(one.txid(), paid, ref, now));
        }
        facts.add(new MessageFinal(one.txid(), message, ref, now));
        weighed.add(new Observation(one.txid(), ref, one.confirmations(), true));
      } else {
        int confirmations = policy.confirmationsOf(message).orElse(0);
        weighed.add(new Observation(one.txid(), ref, confirmations, false));
      }
    }

    private CrossChainMessage messageOf(Observation one, List<ChainLog> block) {
      SentMessages sent = logs.messages(block);
      return block.stream()
          .filter(log -> Place.of(log).equals(one.place()))
          .flatMap(log -> logs.message(log, sent).stream())
          .filter(message -> message.txid().equals(one.txid()))
          .findFirst()
          .orElseThrow(
              () -> new ChainMoved(one.txid() + " is not where it was observed, " + one.ref()));
    }
  }
}
