// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which replica does what is to be done once. A slot of time is taken by one statement, so nobody
 * holds a connection while nodes are asked, and who dies leaves only its own slot undone.
 */
@Component
class Turns {
  private final JdbcClient jdbc;

  Turns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the slot that begins at or before now is this caller's. */
  @Transactional
  public boolean take(String task, Instant now, Duration every) {
    long seconds = Math.max(1, every.toSeconds());
    long slot = Math.floorDiv(now.getEpochSecond(), seconds) * seconds;
    return jdbc.sql(
                """
                insert into watch_turn as known (task, slot) values (:task, :slot)
                on conflict (task) do update set slot = excluded.slot
                  where known.slot < excluded.slot
                """)
            .param("task", task)
            .param("slot", slot)
            .update()
        == 1;
  }
}
