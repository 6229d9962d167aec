// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.demo;

import io.settlement.events.SuiteEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes down what it was given; fails as tests want it to. */
@Component
public class DemoFlow {
  private final JdbcTemplate jdbc;
  private final AtomicInteger connectionsToLose = new AtomicInteger();
  private volatile Predicate<SuiteEvent> poison = fact -> false;

  DemoFlow(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void handle(List<? extends SuiteEvent> facts) {
    for (SuiteEvent fact : facts) {
      jdbc.update(
          "INSERT INTO handled (type, key, batch) VALUES (?, ?, ?)",
          fact.typeName(),
          fact.key(),
          facts.size());
    }
    jdbc.query("SELECT * FROM looked_at", row -> {});
    if (facts.stream().anyMatch(poison)) {
      throw new IllegalStateException("this fact breaks the flow");
    }
    if (connectionsToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      jdbc.execute("SELECT pg_terminate_backend(pg_backend_pid())");
    }
  }

  /** From now on, handling a matching fact fails. */
  public void breakOn(Predicate<SuiteEvent> which) {
    poison = which;
  }

  /** The database ends the connection in the middle of so many batches. */
  public void loseConnections(int times) {
    connectionsToLose.set(times);
  }

  /** What an upgrade's migration does to a table that every handling reads. */
  public void addColumn(String name) {
    jdbc.execute("ALTER TABLE looked_at ADD COLUMN " + name + " text");
  }

  /** How many failures are still to come. */
  public int connectionsToLose() {
    return connectionsToLose.get();
  }

  /** Keys of all facts of a type that were handled, in the order of handling. */
  public List<String> handled(String type) {
    return jdbc.query(
        "SELECT key FROM handled WHERE type = ? ORDER BY number",
        (row, index) -> row.getString(1),
        type);
  }

  /** Sizes of the batches in which facts of a type were handled. */
  public List<Integer> batches(String type) {
    return jdbc.query(
        "SELECT DISTINCT batch FROM handled WHERE type = ?", (row, index) -> row.getInt(1), type);
  }
}
