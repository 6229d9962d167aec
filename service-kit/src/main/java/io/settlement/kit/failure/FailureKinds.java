// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.failure;

import io.settlement.kit.kafka.BrokerUnavailable;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a failure that passes by itself from one that comes back with the same input. */
public final class FailureKinds {
  /** SQLSTATE classes: connection, rollback (deadlock), resources, operator intervention, I/O. */
  private static final Set<String> PASSING_STATES = Set.of("08", "40", "53", "57", "58");

  /**
   * A statement that was prepared before an upgrade changed its table, which the next connection
   * prepares anew: its plan's result has other columns, or it is unknown behind a pooler.
   */
  private static final Set<String> OUTDATED_STATEMENT = Set.of("0A000", "26000");

  private static final Set<Class<?>> PASSING =
      Set.of(
          BrokerUnavailable.class,
          TransientDataAccessException.class,
          RecoverableDataAccessException.class,
          DataAccessResourceFailureException.class,
          CannotCreateTransactionException.class,
          SQLTransientException.class,
          SQLRecoverableException.class,
          IOException.class,
          TimeoutException.class,
          InterruptedException.class);

  private final List<TransientFailure> others;

  /**
   * The failures that pass for every service, and some more.
   *
   * @param others a service's own
   */
  public FailureKinds(List<TransientFailure> others) {
    this.others = List.copyOf(others);
  }

  /** Whether the same can simply be tried again later, by what is at the bottom of a failure. */
  public boolean passes(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (passesItself(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private boolean passesItself(Throwable cause) {
    return PASSING.stream().anyMatch(type -> type.isInstance(cause))
        || (cause instanceof SQLException sql && hasPassingState(sql))
        || others.stream().anyMatch(other -> other.passes(cause));
  }

  /** An exception without a state comes from the driver or the pool: the database never spoke. */
  private static boolean hasPassingState(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        || OUTDATED_STATEMENT.contains(state)
        || (state.length() == 5 && PASSING_STATES.contains(state.substring(0, 2)));
  }
}
