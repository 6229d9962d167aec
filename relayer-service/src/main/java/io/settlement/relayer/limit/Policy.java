// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a token may pass.
 *
 * @param chain the source chain
 * @param token on the source chain
 * @param route the only route it is about; null for all routes of the token together
 * @param amount what may pass in a window, or from which on a single message waits or takes two
 *     operators; smallest unit
 * @param duration length of the window, or the delay; zero for four eyes
 * @param shadow whether it only reports what it would have held
 * @param source whose word it is
 * @param actor who set it
 */
record Policy(
    long id,
    Kind kind,
    ChainName chain,
    EvmAddress token,
    @Nullable RouteId route,
    TokenAmount amount,
    Duration duration,
    boolean shadow,
    Source source,
    String actor,
    Instant since) {

  /** Whose word a limit is. One beside the other: what either holds is held. */
  enum Source {
    /** An operator of this courier. */
    OPERATOR,
    /** handler-registry, for a route on probation. */
    REGISTRY
  }

  /** What it does. */
  enum Kind {
    /** So much may pass in any window of this length. */
    WINDOW,
    /** A message of at least so much waits this long before it is delivered. */
    THRESHOLD,
    /** What an operator decides about a message of at least so much needs a second operator. */
    FOUR_EYES
  }

  /** The same from another amount on. */
  Policy from(TokenAmount other, String by, Instant now) {
    return new Policy(id, kind, chain, token, route, other, duration, shadow, source, by, now);
  }

  boolean isAbout(Passage passage) {
    return token.equals(passage.token())
        && chain.equals(passage.route().from().chain())
        && (route == null || route.equals(passage.route()));
  }

  boolean isReachedBy(Passage passage) {
    return passage.amount().compareTo(amount.value()) >= 0;
  }

  /** Held by it, as a timeline tells it. */
  String told() {
    String of = amount + " of " + token + " on " + (route == null ? chain : route);
    return switch (kind) {
      case WINDOW -> "limit %d: at most %s in %s".formatted(id, of, duration);
      case THRESHOLD -> "limit %d: from %s on a message waits %s".formatted(id, of, duration);
      case FOUR_EYES -> "limit %d: from %s on two operators decide".formatted(id, of);
    };
  }
}
