// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import io.settlement.events.AttestationEvent;
import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.kit.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is told, and where.
 *
 * @param types none for all
 * @param handler at either end of a message
 * @param from with {@code to}: one direction, instead of a handler
 */
record Subscription(
    String url,
    List<String> types,
    @Nullable String handler,
    @Nullable String from,
    @Nullable String to,
    String description) {

  /** Every word a line of a message can have. */
  private static final Set<String> TYPES =
      Stream.of(MessageEvent.class, AttestationEvent.class, GasEvent.class)
          .flatMap(topic -> Stream.of(topic.getPermittedSubclasses()))
          .map(type -> SuiteEvent.typeName(type.asSubclass(SuiteEvent.class)))
          .collect(Collectors.toUnmodifiableSet());

  /** Both are understood; empty texts are none. */
  static Subscription of(
      String url,
      List<String> types,
      @Nullable String handler,
      @Nullable String route,
      String description) {
    if (description.chars().anyMatch(Character::isISOControl)) {
      throw Problem.badRequest("invalid-description", "description is a line of text");
    }
    if (!TYPES.containsAll(types)) {
      throw Problem.badRequest(
          "invalid-types", "types are among " + TYPES.stream().sorted().toList());
    }
    String one =
        handler == null || handler.isBlank() ? null : HandlerId.parse(handler.strip()).toString();
    if (route == null || route.isBlank()) {
      return new Subscription(url, types, one, null, null, description);
    }
    if (one != null) {
      throw Problem.badRequest("invalid-filter", "a webhook is of a handler or of a route");
    }
    RouteId direction = RouteId.parse(route.strip());
    return new Subscription(
        url, types, null, direction.from().toString(), direction.to().toString(), description);
  }

  /** The same at another address. */
  Subscription at(String target) {
    return new Subscription(target, types, handler, from, to, description);
  }

  /** Told by whose messages they are. */
  boolean isOfPayers() {
    return handler == null && from == null;
  }
}
