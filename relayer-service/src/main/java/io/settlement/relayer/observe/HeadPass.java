// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.SentMessages;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.events.value.Hash;
import io.settlement.relayer.finality.FinalityPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Observes messages in blocks that are not final, and takes back those whose block was replaced.
 */
final class HeadPass {
  private final EvmReader reader;
  private final RangeReader ranges;
  private final ChainLogs logs;
  private final FinalityPolicy policy;
  private final ObserverStore store;
  private final Clock clock;

  HeadPass(
      EvmReader reader, ChainLogs logs, FinalityPolicy policy, ObserverStore store, Clock clock) {
    this.reader = reader;
    this.ranges = new RangeReader(reader, reader);
    this.logs = logs;
    this.policy = policy;
    this.store = store;
    this.clock = clock;
  }

  /** One range: a fixed number of calls, one transaction. */
  Checkpoint advance(Checkpoint from, BlockRef head) {
    if (head.number() <= from.head().number()) {
      return from;
    }
    try {
      Scan scan = ranges.after(from.head(), head.number(), logs.sent());
      return store.observed(from.withHead(Point.at(scan.end())), messages(scan));
    } catch (PointReplaced reorganised) {
      return rewind(from, head);
    }
  }

  private List<Sighting> messages(Scan scan) {
    Instant now = clock.instant();
    List<Sighting> messages = new ArrayList<>();
    SentMessages sent = logs.messages(scan.logs());
    for (ChainLog log : scan.logs()) {
      logs.message(log, sent)
          .map(
              message ->
                  new Sighting(
                      new MessageObserved(message.txid(), message, scan.refOf(log), now),
                      policy.confirmationsOf(message).orElse(0)))
          .ifPresent(messages::add);
    }
    return messages;
  }

  /** Takes back what is not canonical any more; everything above finality is read again. */
  private Checkpoint rewind(Checkpoint from, BlockRef head) {
    List<Observation> open = store.open(from.chain());
    Map<Long, Hash> canonical = canonical(open, head);
    Instant now = clock.instant();
    Map<Observation, MessageOrphaned> gone =
        open.stream()
            .filter(one -> !one.ref().blockHash().equals(canonical.get(one.ref().blockNumber())))
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    one -> new MessageOrphaned(one.txid(), one.ref(), now),
                    (first, second) -> first,
                    LinkedHashMap::new));
    return store.rewound(from.rewound(), gone);
  }

  private Map<Long, Hash> canonical(List<Observation> open, BlockRef head) {
    TreeSet<Long> heights = new TreeSet<>();
    open.forEach(one -> heights.add(one.ref().blockNumber()));
    List<Long> known = List.copyOf(heights.headSet(head.number(), true));
    return known.isEmpty()
        ? Map.of()
        : reader.blocks(known).stream().collect(Collectors.toMap(BlockRef::number, BlockRef::hash));
  }
}
