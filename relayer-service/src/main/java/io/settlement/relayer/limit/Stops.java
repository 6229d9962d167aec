// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Reason;
import io.settlement.events.value.RouteId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What stands still, for all instances: the table is the truth, and each instance reads it again
 * when what it knows is older than half a second. Cheap enough to ask before every signature.
 */
public final class Stops {
  private static final Logger log = LoggerFactory.getLogger(Stops.class);

  /** How long an instance may not know of a stop. */
  private static final Duration FRESH = Duration.ofMillis(500);

  private final JdbcClient jdbc;
  private final Audit audit;
  private final TransactionOperations transactions;
  private final Clock clock;
  private volatile @Nullable Known known;

  Stops(
      JdbcClient jdbc,
      Audit audit,
      TransactionOperations transactions,
      MeterRegistry meters,
      Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
    for (Reason reason : List.of(Reason.PAUSED, Reason.PAUSED_ON_CHAIN, Reason.REORG)) {
      Gauge.builder("settlement.stops", this, stops -> stops.count(reason))
          .description("chains, routes and handlers that stand still, without shadows")
          .tag("reason", reason.name())
          .register(meters);
    }
  }

  private record Known(Stopped stopped, Instant at) {}

  /** What stands still now, at most half a second old. */
  public Stopped now() {
    Known latest = known;
    Instant now = clock.instant();
    if (latest == null || latest.at().plus(FRESH).isBefore(now)) {
      latest = new Known(new Stopped(read()), now);
      known = latest;
    }
    return latest.stopped();
  }

  /** Whether a chain stands still, for whatever reason. */
  public boolean isStopped(ChainName chain) {
    return now().deliveries(chain).isPresent();
  }

  /** Whether messages of a route are held, because of it, its handlers or its chains. */
  public boolean isStopped(RouteId route) {
    return now().admission(route).isPresent();
  }

  /** Whether a handler itself stands still. */
  public boolean isStopped(HandlerId handler) {
    return now().all().stream()
        .anyMatch(
            stop ->
                !stop.shadow()
                    && stop.scope() == Scope.HANDLER
                    && stop.subject().equals(handler.toString()));
  }

  /**
   * Stops something at once; a stop that is there already stays as it is. In a transaction of its
   * own unless there is one.
   *
   * @param reason PAUSED, PAUSED_ON_CHAIN or REORG
   * @param detail why, for humans
   * @return false when it was stopped for this reason already
   */
  public boolean stop(Scope scope, String subject, Reason reason, String detail, String actor) {
    return stop(new Stop(scope, subject, reason, false, detail, actor, clock.instant()));
  }

  /** Like {@link #stop(Scope, String, Reason, String, String)}, also in shadow mode. */
  boolean stop(Stop stop) {
    String subject = stop.scope().canonical(stop.subject());
    boolean isNew =
        changed(
            () ->
                jdbc.sql(
                            """
                            INSERT INTO stop (scope, subject, reason, shadow, detail, actor, since)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (scope, subject, reason) DO UPDATE
                               SET shadow = excluded.shadow, detail = excluded.detail,
                                   actor = excluded.actor, since = excluded.since
                             WHERE stop.shadow <> excluded.shadow
                            """)
                        .params(
                            stop.scope().name(),
                            subject,
                            stop.reason().name(),
                            stop.shadow(),
                            stop.detail(),
                            stop.actor(),
                            Timestamp.from(stop.since()))
                        .update()
                    > 0,
            stop.actor(),
            stop.shadow() ? "STOP_IN_SHADOW" : "STOP",
            stop.scope() + " " + subject,
            stop.detail(),
            stop.reason());
    if (isNew && !stop.shadow()) {
      log.atWarn()
          .addKeyValue("scope", stop.scope())
          .addKeyValue("subject", subject)
          .addKeyValue("reason", stop.reason())
          .addKeyValue("actor", stop.actor())
          .log("stopped: {}", stop.detail());
    }
    return isNew;
  }

  /**
   * Ends a stop; what it held goes on by itself.
   *
   * @param reason of the stop that ends; those for other reasons stay
   * @param detail why, for humans
   * @return false when there was none
   */
  public boolean resume(Scope scope, String subject, Reason reason, String detail, String actor) {
    String canonical = scope.canonical(subject);
    boolean ended =
        changed(
            () ->
                jdbc.sql("DELETE FROM stop WHERE scope = ? AND subject = ? AND reason = ?")
                        .params(scope.name(), canonical, reason.name())
                        .update()
                    > 0,
            actor,
            "RESUME",
            scope + " " + canonical,
            detail,
            reason);
    if (ended) {
      log.atWarn()
          .addKeyValue("scope", scope)
          .addKeyValue("subject", canonical)
          .addKeyValue("reason", reason)
          .addKeyValue("actor", actor)
          .log("stop ended: {}", detail);
    }
    return ended;
  }

  /** Every stop as the table has it. */
  List<Stop> read() {
    return jdbc.sql("SELECT * FROM stop ORDER BY since, scope, subject")
        .query(
            (row, n) ->
                new Stop(
                    Scope.valueOf(row.getString("scope")),
                    row.getString("subject"),
                    Reason.valueOf(row.getString("reason")),
                    row.getBoolean("shadow"),
                    row.getString("detail"),
                    row.getString("actor"),
                    row.getTimestamp("since").toInstant()))
        .list();
  }

  private boolean changed(
      java.util.function.BooleanSupplier change,
      String actor,
      String action,
      String subject,
      String detail,
      Reason reason) {
    boolean changed =
        Objects.requireNonNull(
            transactions.execute(
                status -> {
                  boolean done = change.getAsBoolean();
                  if (done) {
                    audit.write(actor, action, subject, detail, reason.name());
                  }
                  return done;
                }));
    known = null;
    return changed;
  }

  private double count(Reason reason) {
    return now().all().stream().filter(stop -> !stop.shadow() && stop.reason() == reason).count();
  }
}
