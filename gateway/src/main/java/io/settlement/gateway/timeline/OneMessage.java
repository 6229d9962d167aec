// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static java.util.stream.Collectors.toSet;

import io.settlement.events.value.TxId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Streams of one message; their ids are those of its lines. */
@Component
class OneMessage extends Source {
  private final Feed feed;
  private final Entries entries;
  private final Messages messages;
  private final JsonMapper json;

  OneMessage(Feed feed, Entries entries, Messages messages, JsonMapper json) {
    this.feed = feed;
    this.entries = entries;
    this.messages = messages;
    this.json = json;
  }

  @Override
  long end() {
    return feed.end();
  }

  @Override
  News after(long position, Set<String> subjects, int limit) {
    List<Feed.Place> places = feed.after(position, limit);
    List<Feed.Place> watched =
        places.stream().filter(place -> subjects.contains(place.txid().hex())).toList();
    return new News(
        places.isEmpty() ? position : places.getLast().position(),
        places.size() == limit,
        events(watched),
        watched.stream().filter(Feed.Place::ended).map(at -> at.txid().hex()).collect(toSet()));
  }

  private List<Event> events(List<Feed.Place> places) {
    if (places.isEmpty()) {
      return List.of();
    }
    return entries
        .of(
            places.stream().map(Feed.Place::line).toList(),
            places.stream().map(Feed.Place::txid).toList())
        .stream()
        .sorted(Comparator.comparingLong(Entries.Stored::id))
        .map(this::event)
        .toList();
  }

  /** Who ended is asked first: what ended it is then among the lines. */
  @Override
  History history(Collection<Mark> marks, int each) {
    List<TxId> txids = marks.stream().map(mark -> new TxId(mark.subject())).toList();
    Set<TxId> ended = messages.ended(txids);
    List<Entries.Mark> seen =
        marks.stream()
            .map(mark -> new Entries.Mark(new TxId(mark.subject()), mark.id()))
            .distinct()
            .toList();
    return new History(
        entries.after(seen, each).stream().map(this::event).toList(),
        ended.stream().map(TxId::hex).collect(toSet()));
  }

  @Override
  long forgotten() {
    return 0;
  }

  @Override
  boolean fromTheFirst() {
    return true;
  }

  private Event event(Entries.Stored line) {
    return new Event(
        line.entry().txid().hex(),
        line.id(),
        line.entry().type(),
        json.writeValueAsString(MessageView.EntryView.of(line)));
  }
}
