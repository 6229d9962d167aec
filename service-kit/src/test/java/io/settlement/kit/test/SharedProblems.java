// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Refusals that several operations have in common stand once in the document, named after their
 * codes.
 */
final class SharedProblems {
  private static final String REF = "#/components/responses/";
  private static final String CODES = "x-codes";

  private SharedProblems() {}

  /** Says at each operation again what it refuses. */
  static void spell(ObjectNode document) {
    JsonNode shared = document.at("/components/responses");
    forEach(
        document,
        (responses, status) -> {
          String reference = responses.path(status).path("$ref").asString("");
          if (reference.startsWith(REF)) {
            responses.set(status, shared.path(reference.substring(REF.length())).deepCopy());
          }
        });
    document.withObject("/components").remove("responses");
  }

  /** Names those that occur more than once. */
  static void share(ObjectNode document) {
    Map<String, List<Runnable>> uses = new TreeMap<>();
    Map<String, JsonNode> shared = new TreeMap<>();
    forEach(
        document,
        (responses, status) -> {
          JsonNode response = responses.path(status);
          if (response.has(CODES)) {
            String name = name(status, response.path(CODES));
            shared.put(name, response);
            uses.computeIfAbsent(name, any -> new ArrayList<>())
                .add(() -> responses.putObject(status).put("$ref", REF + name));
          }
        });
    ObjectNode named = document.withObject("/components/responses");
    uses.forEach(
        (name, those) -> {
          if (those.size() > 1) {
            named.set(name, shared.get(name));
            those.forEach(Runnable::run);
          }
        });
  }

  /** For instance Problem404UnknownPlan: some codes have more than one status. */
  private static String name(String status, JsonNode codes) {
    return "Problem"
        + status
        + codes
            .valueStream()
            .map(code -> inCapitals(code.asString()))
            .collect(Collectors.joining("Or"));
  }

  private static String inCapitals(String code) {
    return Arrays.stream(code.split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static void forEach(ObjectNode document, BiConsumer<ObjectNode, String> each) {
    for (JsonNode operations : document.path("paths")) {
      for (JsonNode operation : operations) {
        if (operation.path("responses") instanceof ObjectNode responses) {
          List.copyOf(responses.propertyNames()).forEach(status -> each.accept(responses, status));
        }
      }
    }
  }
}
