// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import io.settlement.events.ArtifactEvent;
import io.settlement.events.AttestationEvent;
import io.settlement.events.GasEvent;
import io.settlement.events.MessageEvent;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Stage;
import io.settlement.kit.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is told, and where.
 *
 * @param types none for all
 * @param of whose events
 */
record Subscription(String url, List<String> types, Filter of, String description) {
  private static final int LONGEST_DESCRIPTION = 200;

  /** Every word a line of a message can have. */
  private static final Set<String> OF_MESSAGES =
      words(List.of(MessageEvent.class, AttestationEvent.class, GasEvent.class));

  /** Every word an artifact's events can have; plans are told to their partners only. */
  private static final Set<String> OF_ARTIFACTS =
      words(List.of(ArtifactEvent.class)).stream()
          .filter(word -> !word.equals(SuiteEvent.typeName(ArtifactEvent.PlanChanged.class)))
          .collect(Collectors.toUnmodifiableSet());

  /** All is understood. */
  Subscription {
    if (description.length() > LONGEST_DESCRIPTION
        || description.chars().anyMatch(Character::isISOControl)) {
      throw Problem.badRequest("invalid-description", "description is a line of text");
    }
    Set<String> known = of.artifact() == null ? OF_MESSAGES : OF_ARTIFACTS;
    if (!known.containsAll(types)) {
      throw Problem.badRequest(
          "invalid-types", "types are among " + known.stream().sorted().toList());
    }
  }

  /**
   * Whose events: of a handler, of a route, of an artifact, or of the owner's payers.
   *
   * @param handler at either end of a message
   * @param from with {@code to}: one direction, instead of a handler
   * @param artifact instead of messages
   * @param stages only of lines that bring a message to one of them; none for all
   */
  record Filter(
      @Nullable String handler,
      @Nullable String from,
      @Nullable String to,
      @Nullable String artifact,
      List<String> stages) {
    private static final Pattern ARTIFACT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    /** All is understood; empty texts are none. */
    static Filter of(
        @Nullable String handler,
        @Nullable String route,
        @Nullable String artifact,
        List<String> stages) {
      String one =
          handler == null || handler.isBlank() ? null : HandlerId.parse(handler.strip()).toString();
      RouteId direction = route == null || route.isBlank() ? null : RouteId.parse(route.strip());
      String kept = artifact == null || artifact.isBlank() ? null : artifact.strip();
      if (Stream.of(one, direction, kept).filter(Objects::nonNull).count() > 1) {
        throw Problem.badRequest(
            "invalid-filter", "a webhook is of a handler, of a route or of an artifact");
      }
      if (kept != null && !(ARTIFACT.matcher(kept).matches() && stages.isEmpty())) {
        throw Problem.badRequest(
            "invalid-filter", "an artifact is named as /v1/artifacts names it, and has no stages");
      }
      return new Filter(
          one,
          direction == null ? null : direction.from().toString(),
          direction == null ? null : direction.to().toString(),
          kept,
          stages.stream().map(Filter::stage).distinct().toList());
    }

    private static String stage(String word) {
      return Stream.of(Stage.values())
          .map(Stage::name)
          .filter(word.toUpperCase(Locale.ROOT)::equals)
          .findFirst()
          .orElseThrow(() -> new InvalidValue("stage", word));
    }
  }

  /** The same at another address. */
  Subscription at(String target) {
    return new Subscription(target, types, of, description);
  }

  /** Told by whose messages they are. */
  boolean isOfPayers() {
    return of.handler() == null && of.from() == null && of.artifact() == null;
  }

  private static Set<String> words(List<Class<? extends SuiteEvent>> topics) {
    return topics.stream()
        .flatMap(topic -> Stream.of(topic.getPermittedSubclasses()))
        .map(type -> SuiteEvent.typeName(type.asSubclass(SuiteEvent.class)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
