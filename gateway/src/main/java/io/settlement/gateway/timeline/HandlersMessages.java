// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Streams of all messages of one handler; their ids are positions in the feed. */
@Component
class HandlersMessages extends Source {
  private final Feed feed;
  private final Entries entries;
  private final JsonMapper json;

  /**
   * A line of one of a handler's messages.
   *
   * @param id its place in this stream, for Last-Event-ID
   * @param line its place in the stream of its message
   * @param stage where it brought the message; null when that stayed where it was
   * @param detail differs by type
   */
  record Told(
      long id,
      TxId txid,
      String from,
      String to,
      long line,
      String type,
      @Nullable Stage stage,
      Instant at,
      @Nullable ChainName chain,
      @Nullable Long block,
      @Nullable Hash txHash,
      Map<String, String> detail) {

    static Told of(Feed.Place place, Entries.Stored line) {
      Entry entry = line.entry();
      return new Told(
          place.position(),
          place.txid(),
          place.from(),
          place.to(),
          line.id(),
          entry.type(),
          line.stage(),
          entry.at(),
          entry.where().chain(),
          entry.where().block(),
          entry.where().txHash(),
          entry.detail());
    }
  }

  HandlersMessages(Feed feed, Entries entries, JsonMapper json) {
    this.feed = feed;
    this.entries = entries;
    this.json = json;
  }

  @Override
  long end() {
    return feed.end();
  }

  @Override
  News after(long position, Set<String> subjects, int limit) {
    List<Feed.Place> places = feed.after(position, limit);
    return new News(
        places.isEmpty() ? position : places.getLast().position(),
        places.size() == limit,
        events(found(places, subjects)),
        Set.of());
  }

  @Override
  History history(Collection<Mark> marks, int each) {
    return new History(events(feed.after(marks, each)), Set.of());
  }

  /** Each for the ends that are among the subjects. */
  private static List<Feed.Found> found(List<Feed.Place> places, Set<String> subjects) {
    return places.stream()
        .flatMap(
            place ->
                Stream.of(place.from(), place.to())
                    .distinct()
                    .filter(subjects::contains)
                    .map(handler -> new Feed.Found(handler, place)))
        .toList();
  }

  private List<Event> events(List<Feed.Found> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    List<Feed.Place> watched = found.stream().map(Feed.Found::place).distinct().toList();
    Map<Long, Entries.Stored> lines =
        entries
            .of(
                watched.stream().map(Feed.Place::line).toList(),
                watched.stream().map(Feed.Place::txid).toList())
            .stream()
            .collect(toMap(Entries.Stored::id, identity()));
    Map<Feed.Place, String> data = new HashMap<>();
    return found.stream()
        .filter(one -> lines.containsKey(one.place().line()))
        .map(
            one -> {
              Entries.Stored line = Objects.requireNonNull(lines.get(one.place().line()));
              String text =
                  data.computeIfAbsent(
                      one.place(), place -> json.writeValueAsString(Told.of(place, line)));
              return new Event(one.handler(), one.place().position(), line.entry().type(), text);
            })
        .toList();
  }

  @Override
  long forgotten() {
    return feed.forgotten();
  }

  @Override
  boolean fromTheFirst() {
    return false;
  }
}
