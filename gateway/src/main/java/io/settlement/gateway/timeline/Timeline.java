// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.SuiteEvent;
import io.settlement.events.value.TxId;
import io.settlement.gateway.timeline.Entries.Added;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns facts into stories: each fact becomes one line of each message it is about, once, and the
 * lines of a message add up to where it stands. Six statements for any number of facts, two more
 * when a message is new, two when one was archived, one when there are webhooks.
 */
@Service
class Timeline {
  private final Messages messages;
  private final Entries entries;
  private final Archive archive;
  private final WebhookLines webhooks;
  private final Feed feed;
  private final Clock clock;

  Timeline(
      Messages messages,
      Entries entries,
      Archive archive,
      WebhookLines webhooks,
      Feed feed,
      Clock clock) {
    this.messages = messages;
    this.entries = entries;
    this.archive = archive;
    this.webhooks = webhooks;
    this.feed = feed;
    this.clock = clock;
  }

  /**
   * Facts of any topic, in any order. The messages are locked first, in one order, so that two
   * topics that tell of one message wait for each other and neither overlooks the other's lines.
   */
  @Transactional
  public void record(Collection<? extends SuiteEvent> facts) {
    Collection<Entry> lines = lines(facts);
    SortedSet<String> txids =
        lines.stream()
            .map(line -> line.txid().hex())
            .collect(Collectors.toCollection(TreeSet::new));
    Instant now = clock.instant();
    Collection<Entry> admitted = archive.admit(lines, messages.lock(txids), now);
    Retelling retelling = Retelling.of(admitted, known(admitted));
    List<Added> added = retelling.lines().isEmpty() ? List.of() : entries.add(retelling.lines());
    if (!retelling.stories().isEmpty()) {
      messages.update(
          retelling.stories().entrySet().stream()
              .map(of -> MessageRow.of(of.getKey(), of.getValue()))
              .toList(),
          now);
    }
    if (added.stream().anyMatch(Added::awaited)) {
      webhooks.add(added, now);
    }
    if (!added.isEmpty()) {
      feed.add(added, retelling.located(), now);
    }
  }

  private Map<TxId, List<Entry>> known(Collection<Entry> heard) {
    List<TxId> told =
        heard.stream().filter(line -> !line.isAside()).map(Entry::txid).distinct().toList();
    return told.isEmpty() ? Map.of() : entries.thatTellTheStory(told);
  }

  /** Each line once: all validators that sign a bundle say the same about its members. */
  private static Collection<Entry> lines(Collection<? extends SuiteEvent> facts) {
    Map<Line, Entry> lines = new LinkedHashMap<>();
    facts.stream()
        .map(Telling::of)
        .flatMap(List::stream)
        .forEach(entry -> lines.putIfAbsent(Line.of(entry), entry));
    return lines.values();
  }

  /** What tells the lines of all messages apart. */
  private record Line(TxId txid, String type, String discriminator) {
    static Line of(Entry entry) {
      return new Line(entry.txid(), entry.type(), entry.discriminator());
    }
  }
}
