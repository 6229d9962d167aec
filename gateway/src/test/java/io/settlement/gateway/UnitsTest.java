// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.kit.test.ApiDocument;
import io.settlement.kit.test.ApiDocument.Operation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Amounts are digits in text and say of what, in every operation of the one document. */
class UnitsTest {
  /** Words of names of money, of tokens and of what they are worth. */
  private static final Set<String> MONEY =
      Set.of(
          "amount",
          "amounts",
          "balance",
          "balances",
          "burned",
          "charge",
          "cost",
          "difference",
          "due",
          "dust",
          "fee",
          "locked",
          "margin",
          "minted",
          "missing",
          "owed",
          "paid",
          "prepaid",
          "price",
          "rate",
          "refund",
          "refunded",
          "reserve",
          "share",
          "shares",
          "spent",
          "sum",
          "supply",
          "total",
          "usd",
          "value",
          "worth");

  private static final Pattern UNIT =
      Pattern.compile("wei|smallest unit|satoshi|US dollars|percent|share");

  /** Exact in every JSON reader, as there are 2.1·10¹⁵ at most; or measured, and no amount. */
  private static final Pattern SATOSHI = Pattern.compile("satoshi|measured, in its unit");

  private static final Pattern WORDS = Pattern.compile("(?=\\p{Upper})|[-_.]");

  @Test
  void noAmountIsAJsonNumberExceptSatoshi() {
    Set<String> wrong = new TreeSet<>();
    forEach(
        (name, schema) -> {
          if (isOf(schema, "integer", "number")
              && isMoney(name)
              && !name.endsWith("Bps")
              && !SATOSHI.matcher(description(schema)).find()) {
            wrong.add(name + ": " + description(schema));
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyAmountSaysItsUnit() {
    Set<String> wrong = new TreeSet<>();
    forEach(
        (name, schema) -> {
          if (isOf(schema, "string")
              && isMoney(name)
              && !schema.has("enum")
              && !schema.has("format")
              && !UNIT.matcher(description(schema)).find()) {
            wrong.add(name + ": " + description(schema));
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothingIsAFractionInBinary() {
    Set<String> fractions = new TreeSet<>();
    forEach(
        (name, schema) -> {
          if (isOf(schema, "number")) {
            fractions.add(name);
          }
        });
    assertThat(fractions).as("measured figures, with their unit beside").isSubsetOf("value");
  }

  private static void forEach(BiConsumer<String, JsonNode> each) {
    JsonNode document = ApiDocument.committed();
    for (JsonNode schema : document.at("/components/schemas")) {
      schema
          .path("properties")
          .properties()
          .forEach(one -> each.accept(one.getKey(), one.getValue()));
    }
    for (Operation operation : ApiDocument.operations()) {
      for (JsonNode parameter : operation.definition().path("parameters")) {
        JsonNode schema = parameter.path("schema");
        if (schema.path("description").isMissingNode()) {
          ((ObjectNode) schema).set("description", parameter.path("description"));
        }
        each.accept(parameter.path("name").asString(), schema);
      }
    }
  }

  private static boolean isMoney(String name) {
    return Arrays.stream(WORDS.split(name))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(MONEY::contains);
  }

  private static boolean isOf(JsonNode schema, String... types) {
    JsonNode type = schema.path("type");
    return Arrays.stream(types)
        .anyMatch(
            wanted ->
                type.isArray()
                    ? type.valueStream().anyMatch(one -> wanted.equals(one.asString()))
                    : wanted.equals(type.asString("")));
  }

  private static String description(JsonNode schema) {
    return schema.path("description").asString("");
  }
}
