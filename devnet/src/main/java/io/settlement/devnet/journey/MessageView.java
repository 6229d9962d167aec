// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import io.settlement.events.value.Wei;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as the gateway tells it.
 *
 * @param stage empty when the gateway has not heard of it
 * @param outcome SUCCESS or FAILED; empty while nobody knows
 * @param gas required, prepaid, spent, margin, refunded, as far as they are known
 * @param timeline what happened
 */
public record MessageView(
    String stage, String outcome, Map<String, Wei> gas, List<Entry> timeline) {
  /** Nothing is known. */
  public static final MessageView UNKNOWN = new MessageView("", "", Map.of(), List.of());

  private static final List<String> AMOUNTS =
      List.of("required", "prepaid", "spent", "margin", "refunded");

  /**
   * One thing that happened.
   *
   * @param type the fact's word
   * @param chain where, if on a chain
   * @param txHash in which transaction, if in one
   */
  public record Entry(
      long id,
      String type,
      Instant at,
      @Nullable String chain,
      @Nullable String txHash,
      Map<String, String> detail) {

    /** As the gateway spells it, in a view and in its stream alike. */
    public static Entry of(JsonNode json) {
      Map<String, String> detail = new HashMap<>();
      json.path("detail")
          .properties()
          .forEach(each -> detail.put(each.getKey(), each.getValue().asString("")));
      return new Entry(
          json.path("id").asLong(0),
          json.path("type").asString(""),
          Instant.parse(json.path("at").asString("1970-01-01T00:00:00Z")),
          json.path("chain").asString(null),
          json.path("txHash").asString(null),
          detail);
    }
  }

  /** Reads the gateway's answer. */
  public static MessageView of(JsonNode json) {
    Map<String, Wei> gas = new HashMap<>();
    for (String name : AMOUNTS) {
      JsonNode amount = json.path("gas").path(name);
      if (amount.isString()) {
        gas.put(name, Wei.parse(amount.asString()));
      }
    }
    List<Entry> timeline = new ArrayList<>();
    json.path("timeline").forEach(entry -> timeline.add(Entry.of(entry)));
    return new MessageView(
        json.path("stage").asString(""), json.path("outcome").asString(""), gas, timeline);
  }

  /** Whether a fact of this type is part of the story. */
  public boolean has(String type) {
    return timeline.stream().anyMatch(entry -> entry.type().equals(type));
  }

  /** All facts of this type. */
  public List<Entry> all(String type) {
    return timeline.stream().filter(entry -> entry.type().equals(type)).toList();
  }

  /** An amount of the gas account. */
  public Optional<Wei> amount(String name) {
    return Optional.ofNullable(gas.get(name));
  }

  /** For a message that says why something is not as it should be. */
  public String describe() {
    return "stage %s, outcome %s, facts %s"
        .formatted(
            stage.isEmpty() ? "unknown" : stage,
            outcome.isEmpty() ? "unknown" : outcome,
            timeline.stream().map(Entry::type).collect(Collectors.joining(", ", "[", "]")));
  }
}
