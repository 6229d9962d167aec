// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lines change about the messages they are of, beside those that are known.
 *
 * @param lines those that may be new, each with where it brings its message
 * @param stories of the messages that one of them tells of anew
 * @param located those whose route they are the first to say
 */
record Retelling(List<Line> lines, Map<TxId, Story> stories, Set<TxId> located) {

  /**
   * A line.
   *
   * @param stage where it brought its message; null when that stayed where it was
   */
  record Line(Entry entry, @Nullable Stage stage) {}

  /** What tells the lines of a message apart. */
  private record Name(String type, String discriminator) {
    static Name of(Entry entry) {
      return new Name(entry.type(), entry.discriminator());
    }
  }

  /**
   * Of lines in the order in which they are heard.
   *
   * @param known of each message all lines that tell its story
   */
  static Retelling of(Collection<Entry> heard, Map<TxId, List<Entry>> known) {
    Retelling retelling = new Retelling(new ArrayList<>(), new LinkedHashMap<>(), new HashSet<>());
    Map<TxId, Set<Name>> names = new HashMap<>();
    for (Entry entry : heard) {
      List<Entry> before = known.getOrDefault(entry.txid(), List.of());
      if (entry.isAside()) {
        retelling.lines.add(new Line(entry, null));
      } else if (!names
          .computeIfAbsent(entry.txid(), txid -> namesOf(before))
          .contains(Name.of(entry))) {
        retelling.hear(entry, before);
      }
    }
    return retelling;
  }

  private void hear(Entry entry, List<Entry> before) {
    Story story = stories.computeIfAbsent(entry.txid(), txid -> Story.of(before));
    Stage stage = story.begun() == null ? null : story.stage();
    boolean placed = story.content("from") != null;
    story.hear(entry);
    lines.add(new Line(entry, story.stage() == stage ? null : story.stage()));
    if (!placed && story.content("from") != null) {
      located.add(entry.txid());
    }
  }

  private static Set<Name> namesOf(List<Entry> entries) {
    Set<Name> names = new HashSet<>();
    entries.forEach(entry -> names.add(Name.of(entry)));
    return names;
  }
}
