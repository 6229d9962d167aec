// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the parts of the document have in common: descriptions by name, where Javadoc says nothing
 * of its own, and examples of bodies, made of the examples of their parts: those that schemas name,
 * then words by the name of a field, then by its format. Whole examples may be given by operation.
 */
final class Examples {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 8;

  private static final Map<String, String> FORMATS =
      Map.of(
          "date-time", "2026-11-22T09:30:00Z",
          "date", "2026-11-22",
          "duration", "PT15M",
          "uuid", "7f3c1f6e-4d0b-4c55-9d0e-2f3a5b6c7d8e",
          "uri", "https://acme.example/settlement",
          "byte", "eyJ2ZXJzaW9uIjoxfQ==");

  private final JsonNode schemas;
  private final JsonNode words;
  private final JsonNode whole;
  private final JsonNode descriptions;

  Examples(JsonNode schemas) {
    this.schemas = schemas;
    JsonNode given = resource("/examples.json");
    this.words = given.path("words");
    this.whole = given.path("operations");
    this.descriptions = given.path("descriptions");
  }

  private static JsonNode resource(String name) {
    return new JsonMapper().readTree(Examples.class.getResourceAsStream(name));
  }

  /** Says of fields that have no word of their own what their names mean everywhere. */
  void describeFields() {
    for (JsonNode schema : schemas) {
      schema
          .path("properties")
          .properties()
          .forEach(property -> describe((ObjectNode) property.getValue(), property.getKey()));
    }
  }

  private void describe(ObjectNode thing, String name) {
    JsonNode description = descriptions.path(name);
    if (thing.path("description").asString("").isEmpty() && description.isString()) {
      thing.set("description", description);
    }
  }

  /** Adds what an operation lacks. */
  void addTo(ObjectNode operation) {
    operation
        .path("parameters")
        .forEach(one -> describe((ObjectNode) one, one.path("name").asString()));
    JsonNode given = whole.path(operation.path("operationId").asString());
    add(operation.at("/requestBody/content"), given.get("request"), true);
    operation
        .path("responses")
        .properties()
        .forEach(
            response -> {
              if (response.getKey().startsWith("2")) {
                add(response.getValue().path("content"), given.get("response"), false);
              }
            });
  }

  private void add(JsonNode contents, @Nullable JsonNode given, boolean isRequest) {
    contents
        .properties()
        .forEach(
            content -> {
              ObjectNode media = (ObjectNode) content.getValue();
              if (given != null) {
                media.set("example", given);
              } else if (content.getKey().equals("application/json")
                  && !media.has("example")
                  && !media.has("examples")) {
                media.set("example", of(media.path("schema"), "", isRequest, 0));
              }
            });
  }

  private JsonNode of(JsonNode schema, String name, boolean isRequest, int depth) {
    if (schema.has("$ref")) {
      String reference = schema.path("$ref").asString();
      String schemaName = reference.substring(reference.lastIndexOf('/') + 1);
      return of(schemas.path(schemaName), name, isRequest, depth + 1);
    }
    if (schema.has("example")) {
      return schema.path("example");
    }
    for (String choice : new String[] {"anyOf", "oneOf"}) {
      if (schema.has(choice)) {
        return of(schema.path(choice).get(0), name, isRequest, depth + 1);
      }
    }
    if (schema.has("enum")) {
      return schema.path("enum").get(0);
    }
    return switch (type(schema)) {
      case "object" -> object(schema, name, isRequest, depth);
      case "array" -> array(schema, name, isRequest, depth);
      case "boolean" -> words.has(name) ? words.get(name) : NODES.booleanNode(false);
      case "integer", "number" -> number(schema, name);
      case "string" -> text(schema, name);
      default -> NODES.objectNode();
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (!type.isArray()) {
      return type.asString("");
    }
    for (JsonNode one : type) {
      if (!one.asString().equals("null")) {
        return one.asString();
      }
    }
    return "";
  }

  private JsonNode object(JsonNode schema, String name, boolean isRequest, int depth) {
    ObjectNode object = NODES.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              boolean required = isRequired(schema, property.getKey());
              if (required || (!isRequest && depth < DEEPEST)) {
                object.set(
                    property.getKey(),
                    of(property.getValue(), property.getKey(), isRequest, depth + 1));
              }
            });
    JsonNode others = schema.path("additionalProperties");
    if (object.isEmpty() && others.isObject()) {
      JsonNode key = words.path("key of " + name);
      object.set(key.asString("Ethereum"), of(others, name, isRequest, depth + 1));
    }
    return object;
  }

  private static boolean isRequired(JsonNode schema, String name) {
    for (JsonNode one : schema.path("required")) {
      if (one.asString().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private JsonNode array(JsonNode schema, String name, boolean isRequest, int depth) {
    ArrayNode array = NODES.arrayNode();
    if (depth < DEEPEST) {
      array.add(of(schema.path("items"), name, isRequest, depth + 1));
    }
    return array;
  }

  private JsonNode number(JsonNode schema, String name) {
    JsonNode word = words.path(name);
    if (word.isNumber()) {
      return word;
    }
    return schema.has("minimum") ? schema.path("minimum") : NODES.numberNode(1);
  }

  private JsonNode text(JsonNode schema, String name) {
    String format = FORMATS.get(schema.path("format").asString(""));
    if (format != null) {
      return NODES.stringNode(format);
    }
    JsonNode word = words.path(name);
    return word.isString() ? word : NODES.stringNode(name.isEmpty() ? "text" : name);
  }
}
