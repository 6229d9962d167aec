// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.gateway.timeline.Criterion.Way;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds messages, the latest sent first. What narrows most is looked up in its index; what else is
 * asked is then asked of each that is found, of so many and no more: a part can be short, and still
 * say where to go on.
 */
@Repository
class Search {
  /** Most messages that are looked at for one part when more than one thing is asked. */
  static final int MOST_LOOKED_AT = 2_000;

  /** Most messages that are counted, the latest ones. */
  static final int MOST_COUNTED = 50_000;

  /**
   * What is bounded goes along an index and stops; no statistics may talk the planner out of it.
   */
  private static final String ALONG_INDEXES =
      "set local enable_seqscan = off; set local enable_bitmapscan = off";

  private final JdbcTemplate jdbc;

  Search(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A part of a list.
   *
   * @param next what to pass as {@code cursor} for the part after this one; null at the end. A part
   *     may hold fewer than the limit, even none, and still have one.
   */
  record Page(List<MessageView> items, @Nullable String next) {}

  /**
   * How many messages stand where.
   *
   * @param since of those sent since then
   * @param complete false when there were too many to count: {@code since} is then later than asked
   */
  record Summary(Instant since, boolean complete, List<Standing> items) {}

  /**
   * How many messages of a route stand at a stage.
   *
   * @param route null while nobody knows
   */
  record Standing(MessageView.@Nullable RouteView route, String stage, long messages) {}

  private record Found(MessageView message, long place, boolean fits) {}

  private record Counted(Standing standing, Instant earliest) {}

  @Transactional(readOnly = true)
  public Page find(MessageQuery.Asked asked) {
    jdbc.execute(ALONG_INDEXES);
    List<Criterion> criteria = new ArrayList<>(asked.criteria());
    Optional<Place> after = Optional.ofNullable(asked.after()).map(this::place);
    Range range = Range.of(asked.since(), asked.until(), after);
    Optional<Criterion> lookup = criteria.stream().filter(c -> !c.ways().isEmpty()).findFirst();
    lookup.ifPresent(criteria::remove);
    int limit = asked.limit();
    int lookedAt = criteria.isEmpty() ? limit + 1 : MOST_LOOKED_AT;
    return page(found(lookup, criteria, range, lookedAt, limit + 1), limit, lookedAt);
  }

  /** Of the latest sent since then, but no more than {@link #MOST_COUNTED}. */
  @Transactional(readOnly = true)
  public Summary count(Instant since) {
    jdbc.execute(ALONG_INDEXES);
    List<Counted> counted =
        jdbc.query(
            """
            select from_handler, to_handler, stage, count(*) as messages, min(sent_at) as earliest
            from (select from_handler, to_handler, stage, sent_at from message
                  where sent_at >= ? and seq > 0 order by sent_at desc, seq desc limit %d) as latest
            group by from_handler, to_handler, stage
            order by from_handler, to_handler, stage
            """
                .formatted(MOST_COUNTED),
            (row, number) ->
                new Counted(
                    new Standing(
                        MessageView.RouteView.of(row),
                        row.getString("stage"),
                        row.getLong("messages")),
                    row.getObject("earliest", OffsetDateTime.class).toInstant()),
            Timestamp.from(since));
    boolean complete =
        counted.stream().mapToLong(c -> c.standing().messages()).sum() < MOST_COUNTED;
    Instant from =
        counted.stream()
            .map(Counted::earliest)
            .min(Instant::compareTo)
            .filter(earliest -> !complete)
            .orElse(since);
    return new Summary(from, complete, counted.stream().map(Counted::standing).toList());
  }

  private static Page page(List<Found> found, int limit, int lookedAt) {
    List<MessageView> fitting = found.stream().filter(Found::fits).map(Found::message).toList();
    if (fitting.size() > limit) {
      List<MessageView> items = fitting.subList(0, limit);
      return new Page(items, Long.toString(items.getLast().seq()));
    }
    Optional<Found> lastOfMany = found.stream().filter(f -> f.place() == lookedAt).findFirst();
    return new Page(fitting, lastOfMany.map(f -> Long.toString(f.message().seq())).orElse(null));
  }

  private List<Found> found(
      Optional<Criterion> lookup, List<Criterion> rest, Range range, int lookedAt, int limit) {
    List<Object> values = new ArrayList<>();
    String fits =
        rest.stream().map(Criterion::holds).collect(Collectors.joining(" and ", "true and ", ""));
    rest.forEach(criterion -> values.addAll(criterion.valuesOfHolds()));
    List<String> lookups = new ArrayList<>();
    for (Way way : lookup.map(Criterion::ways).orElse(List.of(Way.BY_TIME))) {
      lookups.add(
          "(select m.* from %s where %s%s order by %s.sent_at desc, %s.seq desc limit %d)"
              .formatted(
                  way.from(), way.where(), range.of(way.key()), way.key(), way.key(), lookedAt));
      lookup.ifPresent(criterion -> values.addAll(criterion.values()));
      values.addAll(range.values());
    }
    return jdbc.query(
        """
        select %s, place, fits from (
          select m.*, %s as fits, row_number() over (order by sent_at desc, seq desc) as place
          from (select * from (%s) as any_way order by sent_at desc, seq desc limit %d) as m
        ) as looked_at
        where fits or place = %d order by place limit %d
        """
            .formatted(
                Messages.COLUMNS,
                rest.isEmpty() ? "true" : fits,
                String.join(" union ", lookups),
                lookedAt,
                lookedAt,
                limit),
        (row, number) ->
            new Found(MessageView.of(row, number), row.getLong("place"), row.getBoolean("fits")),
        values.toArray());
  }

  /** Where a list goes on that came to a message, or to where it would be. */
  private Place place(long seq) {
    return jdbc
        .query(
            "select sent_at from message where seq <= ? order by seq desc limit 1",
            (row, number) ->
                new Place(row.getObject("sent_at", OffsetDateTime.class).toInstant(), seq),
            seq)
        .stream()
        .findFirst()
        .orElse(Place.BEFORE_ALL);
  }

  private record Place(Instant sentAt, long seq) {
    /** Nothing was sent before. */
    static final Place BEFORE_ALL = new Place(Instant.EPOCH, 0);
  }

  /** Bounds of the order; the key's table is put in front of its columns. */
  private record Range(List<String> conditions, List<Object> values) {
    static Range of(@Nullable Instant from, @Nullable Instant to, Optional<Place> after) {
      List<String> conditions = new ArrayList<>();
      List<Object> values = new ArrayList<>();
      if (from != null) {
        conditions.add(" and %1$s.sent_at >= ?");
        values.add(Timestamp.from(from));
      }
      if (to != null) {
        conditions.add(" and %1$s.sent_at < ?");
        values.add(Timestamp.from(to));
      }
      after.ifPresent(
          place -> {
            conditions.add(" and (%1$s.sent_at, %1$s.seq) < (?, ?)");
            values.add(Timestamp.from(place.sentAt()));
            values.add(place.seq());
          });
      return new Range(conditions, values);
    }

    String of(String key) {
      return String.join("", conditions).formatted(key);
    }
  }
}
