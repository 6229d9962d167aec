// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.openapi;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.ProviderId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.JsonNode;

/** How the suite's value types are written in JSON. */
final class ValueSchemas {
  private static final String CHAIN = "[A-Za-z][A-Za-z0-9-]{0,30}";
  private static final String HANDLER = CHAIN + ":0x([0-9a-fA-F]{40}|[0-9a-fA-F]{64})";
  private static final String AMOUNT = "[0-9]{1,78}";
  private static final String BYTES_20 = "0x[0-9a-fA-F]{40}";
  private static final String BYTES_32 = "0x[0-9a-fA-F]{64}";

  private record Spelling(String format, String pattern, String description, String example) {}

  private static final Map<Class<?>, Spelling> TEXTS =
      Map.ofEntries(
          Map.entry(
              TxId.class,
              new Spelling(
                  "txid", BYTES_32, "A message's txid, the same on every chain.", hex("4f", 32))),
          Map.entry(
              Hash.class, new Spelling("hash", BYTES_32, "A hash of 32 bytes.", hex("9b", 32))),
          Map.entry(
              EvmAddress.class,
              new Spelling(
                  "address", BYTES_20, "An account or contract on an EVM chain.", hex("3c", 20))),
          Map.entry(
              ChainName.class, new Spelling("chain", CHAIN, "The name of a chain.", "Ethereum")),
          Map.entry(
              HandlerId.class,
              new Spelling(
                  "handler",
                  HANDLER,
                  "A handler on a chain; a vault of Bitcoin's has 64 digits.",
                  "Ethereum:" + hex("a1", 20))),
          Map.entry(
              RouteId.class,
              new Spelling(
                  "route",
                  HANDLER + ">" + HANDLER,
                  "One direction between two handlers.",
                  "Ethereum:" + hex("a1", 20) + ">Base:" + hex("b2", 20))),
          Map.entry(
              LaneId.class,
              new Spelling("lane", CHAIN + "/[0-9]{1,10}", "A lane of a chain.", "Ethereum/0")),
          Map.entry(
              ProviderId.class,
              new Spelling(
                  "provider",
                  "[0-9a-f]{16}",
                  "A provider, without its address.",
                  "8f14e45fceea167a")),
          Map.entry(
              Wei.class,
              new Spelling(
                  "wei",
                  AMOUNT,
                  "Wei: the smallest unit of the chain's native token, decimal digits.",
                  "1250000000000000")),
          Map.entry(
              TokenAmount.class,
              new Spelling(
                  "token-amount",
                  AMOUNT,
                  "The token's smallest unit, decimal digits.",
                  "25000000")));

  private ValueSchemas() {}

  /** The schema of a value type, of any JSON, or of what is no JSON; null for any other. */
  static @Nullable Schema<?> of(Class<?> type) {
    if (type == Gas.class) {
      return new JsonSchema().typesItem("integer").format("int64").description("Units of gas.");
    }
    if (type == JsonNode.class) {
      return new JsonSchema().typesItem("object").additionalProperties(true);
    }
    if (type == StreamingResponseBody.class || type == SseEmitter.class) {
      return new JsonSchema().typesItem("string");
    }
    Spelling spelling = TEXTS.get(type);
    return spelling == null
        ? null
        : new JsonSchema()
            .typesItem("string")
            .format(spelling.format())
            .pattern("^" + spelling.pattern() + "$")
            .description(spelling.description())
            .example(spelling.example());
  }

  private static String hex(String octet, int bytes) {
    return "0x" + octet.repeat(bytes);
  }
}
