// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.schema;

import com.fasterxml.jackson.annotation.JsonValue;
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
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How values that are no objects stand in JSON. */
final class Spelling {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CHAIN = "[A-Za-z][A-Za-z0-9-]{0,30}";
  private static final String HANDLER = CHAIN + ":0x([0-9a-f]{40}|[0-9a-f]{64})";
  private static final String UINT256 = "0|[1-9][0-9]{0,77}";
  private static final String BYTES32 = "0x[0-9a-f]{64}";

  private static final Map<Class<?>, String> PATTERNS =
      Map.of(
          ChainName.class, CHAIN,
          EvmAddress.class, "0x[0-9a-f]{40}",
          HandlerId.class, HANDLER,
          Hash.class, BYTES32,
          LaneId.class, CHAIN + "/[0-9]+",
          ProviderId.class, "[0-9a-f]{16}",
          RouteId.class, HANDLER + ">" + HANDLER,
          TokenAmount.class, UINT256,
          TxId.class, BYTES32,
          Wei.class, UINT256);

  private Spelling() {}

  /** Of a type; empty when it is an object, a list or a plain number, text or truth value. */
  static Optional<ObjectNode> of(Class<?> type, SourceDocs docs) {
    if (type.isEnum()) {
      return Optional.of(words(type, docs));
    }
    ObjectNode schema = JSON.createObjectNode();
    if (PATTERNS.containsKey(type)) {
      schema.put("type", "string").put("pattern", "^(" + PATTERNS.get(type) + ")$");
    } else if (type == Gas.class) {
      schema.put("type", "integer").put("minimum", 0);
    } else if (type == Instant.class) {
      return Optional.of(schema.put("type", "string").put("format", "date-time"));
    } else if (type == UUID.class) {
      return Optional.of(schema.put("type", "string").put("format", "uuid"));
    } else if (isOneValue(type)) {
      throw new IllegalStateException("say in Spelling how " + type + " stands in JSON");
    } else {
      return Optional.empty();
    }
    schema.put("description", docs.of(type).orElseThrow());
    return Optional.of(schema);
  }

  /** Of a {@link BigInteger} that is written as a string. */
  static ObjectNode digits() {
    return JSON.createObjectNode().put("type", "string").put("pattern", "^-?(0|[1-9][0-9]*)$");
  }

  private static ObjectNode words(Class<?> type, SourceDocs docs) {
    ObjectNode schema = JSON.createObjectNode().put("type", "string");
    StringBuilder meaning = new StringBuilder(docs.of(type).orElse(type.getSimpleName() + "."));
    for (Object constant : type.getEnumConstants()) {
      String word = ((Enum<?>) constant).name();
      schema.withArray("enum").add(word);
      docs.of(type, word).ifPresent(text -> meaning.append(' ').append(word + ": " + text));
    }
    return schema.put("description", meaning.toString());
  }

  private static boolean isOneValue(Class<?> type) {
    return type.getPackageName().startsWith("io.settlement")
        && (Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class))
            || Arrays.stream(type.getDeclaredFields())
                .anyMatch(field -> field.isAnnotationPresent(JsonValue.class)));
  }
}
