// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.Declaration;
import io.settlement.conformance.handler.HandlerCase;
import io.settlement.events.value.ChainName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of the suite.
 *
 * @param subject whose chain, or which handler
 * @param actor who asked for it
 * @param beganAt when an instance first took it
 * @param endedAt when it came to its report, or was broken off
 * @param held whether an instance looks now
 * @param broken why it came to no report
 */
record Run(
    UUID id,
    String subject,
    ChainName chain,
    Cause cause,
    String actor,
    Plan plan,
    Instant askedAt,
    @Nullable Instant beganAt,
    @Nullable Instant endedAt,
    boolean held,
    @Nullable String broken) {

  /** Why it is made. */
  enum Cause {
    /** Somebody asked. */
    REQUESTED,
    /** The chain is in use. */
    NIGHTLY
  }

  /** How it stands. */
  enum State {
    WAITING,
    RUNNING,
    FINISHED,
    BROKEN_OFF
  }

  /**
   * What is asked of whom.
   *
   * @param suite the version of the suite that made it: findings of two are not mixed
   * @param own whether the nodes are the operator's, which may be anywhere
   * @param areas what is looked at, as {@code EVM}; everything when empty
   * @param declaration what the suite is told; holds addresses of nodes, never to be shown
   * @param handler what is tried on a fork of the chain; null when the chain itself is looked at
   */
  record Plan(
      String suite,
      boolean own,
      List<String> areas,
      Declaration declaration,
      @Nullable HandlerCase handler) {
    /** Keeps its own copy. */
    Plan {
      areas = List.copyOf(areas);
    }

    /** Without the declaration. */
    @Override
    public String toString() {
      return "plan of suite %s, areas %s".formatted(suite, areas);
    }
  }

  State state() {
    if (endedAt != null) {
      return broken == null ? State.FINISHED : State.BROKEN_OFF;
    }
    return held ? State.RUNNING : State.WAITING;
  }
}
