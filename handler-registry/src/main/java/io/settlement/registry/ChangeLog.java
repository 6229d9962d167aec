// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.RegistryEvent;
import io.settlement.kit.outbox.Outbox;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets one change happen at a time and tells the world of it. */
@Component
public class ChangeLog {
  private static final Logger log = LoggerFactory.getLogger(ChangeLog.class);

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final MeterRegistry meters;
  private final ApplicationEventPublisher listeners;

  ChangeLog(
      JdbcClient jdbc, Outbox outbox, MeterRegistry meters, ApplicationEventPublisher listeners) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.meters = meters;
    this.listeners = listeners;
  }

  /**
   * A change that is being made: what listens belongs to its transaction.
   *
   * @param isNew whether its key was not in the book before; known of what {@link RouteBook} keeps
   */
  public record Change(RegistryEvent state, boolean isNew) {}

  /**
   * Waits until no other change is under way, in any replica. Rules that compare rows hold because
   * nothing else moves until this transaction ends; changes are rare, so waiting costs nothing.
   */
  public void begin() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('settlement.registry'))").query().listOfRows();
  }

  /** One accepted change: a fact in the outbox, a count, a line in the log. */
  public void record(RegistryEvent state) {
    record(new Change(state, false));
  }

  /** The same; it was not in the book before. */
  void recordNew(RegistryEvent state) {
    record(new Change(state, true));
  }

  private void record(Change change) {
    RegistryEvent state = change.state();
    outbox.append(state);
    meters.counter("settlement.registry.changes", "type", state.typeName()).increment();
    log.atInfo()
        .addKeyValue("type", state.typeName())
        .addKeyValue("key", state.key())
        .log("registry changed");
    listeners.publishEvent(change);
  }

  /** Tells the world again what it may have missed. */
  void repeat(List<RegistryEvent> states) {
    outbox.append(states);
    log.atInfo().addKeyValue("facts", states.size()).log("registry republished");
  }
}
