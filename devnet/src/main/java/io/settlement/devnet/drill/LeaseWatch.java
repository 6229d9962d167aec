// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.drill;

import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.world.Databases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks who holds the lanes, many times a second: how long was one held by nobody? */
final class LeaseWatch implements AutoCloseable {
  private static final long BETWEEN_LOOKS = 50;
  private static final String FREE =
      "SELECT lane FROM lane WHERE lease_until < now() AND submitter IS NOT NULL";

  private final Map<String, Long> freeSince = new ConcurrentHashMap<>();
  private final Map<String, Long> longest = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean ends;

  private LeaseWatch(Databases databases) {
    this.thread = Thread.ofPlatform().name("leases").daemon().start(() -> look(databases));
  }

  static LeaseWatch begin(Databases databases) {
    return new LeaseWatch(databases);
  }

  /** The longest that a lane had no owner, since the last time this was asked. */
  Duration longestWithoutOwner() {
    long now = System.nanoTime();
    long most = freeSince.values().stream().mapToLong(since -> now - since).max().orElse(0);
    most = Math.max(most, longest.values().stream().mapToLong(Long::longValue).max().orElse(0));
    longest.clear();
    return Duration.ofNanos(most);
  }

  private void look(Databases databases) {
    try (Connection connection = databases.open("relayer");
        Statement statement = connection.createStatement()) {
      while (!ends) {
        Map<String, Boolean> free = new ConcurrentHashMap<>();
        try (ResultSet rows = statement.executeQuery(FREE)) {
          while (rows.next()) {
            free.put(rows.getString(1), true);
          }
        }
        long now = System.nanoTime();
        free.keySet().forEach(lane -> freeSince.putIfAbsent(lane, now));
        freeSince.forEach(
            (lane, since) -> {
              if (!free.containsKey(lane) && freeSince.remove(lane, since)) {
                longest.merge(lane, now - since, Math::max);
              }
            });
        Pause.millis(BETWEEN_LOOKS);
      }
    } catch (SQLException e) {
      throw new Failure("the leases cannot be read", e);
    }
  }

  @Override
  public void close() {
    ends = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
