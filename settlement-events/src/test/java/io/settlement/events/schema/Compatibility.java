// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a schema may become without being another version. Whoever reads with the old one
 * understands facts written by the new one, and facts that were written by the old one are valid by
 * the new one. Only these are allowed: a new field that is not required, a new word of an
 * enumeration, another description.
 */
final class Compatibility {
  private static final List<String> AS_THEY_WERE =
      List.of(
          "type",
          "const",
          "format",
          "pattern",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "additionalProperties");

  private final JsonNode oldRoot;
  private final JsonNode newRoot;
  private final List<String> breaks = new ArrayList<>();

  private Compatibility(JsonNode oldRoot, JsonNode newRoot) {
    this.oldRoot = oldRoot;
    this.newRoot = newRoot;
  }

  /** What breaks readers or facts, each with its place; empty when nothing does. */
  static List<String> breaks(JsonNode oldSchema, JsonNode newSchema) {
    Compatibility compatibility = new Compatibility(oldSchema, newSchema);
    compatibility.compare(
        oldSchema.path("title").asString(""),
        Form.of(oldSchema, oldSchema),
        Form.of(newSchema, newSchema));
    return compatibility.breaks;
  }

  /** A schema without its references, and without the alternative of null. */
  private record Form(JsonNode schema, boolean nullable) {

    static Form of(JsonNode root, JsonNode schema) {
      if (schema.has("$ref")) {
        String name = schema.get("$ref").asString().replace("#/$defs/", "");
        return of(root, root.path("$defs").path(name));
      }
      if (schema.has("anyOf")) {
        return eitherNullOr(root, schema.get("anyOf"));
      }
      return new Form(schema, schema.path("type").isArray());
    }

    private static Form eitherNullOr(JsonNode root, JsonNode alternatives) {
      JsonNode other = alternatives.get(0);
      boolean nullable = false;
      for (JsonNode one : alternatives) {
        if ("null".equals(one.path("type").asString(""))) {
          nullable = true;
        } else {
          other = one;
        }
      }
      return new Form(of(root, other).schema(), nullable);
    }

    /** A keyword's value; of the type without null. */
    String word(String keyword) {
      JsonNode value = schema.path(keyword);
      return value.isArray() ? value.get(0).toString() : value.toString();
    }
  }

  private void compare(String place, Form before, Form after) {
    for (String keyword : AS_THEY_WERE) {
      if (!before.word(keyword).equals(after.word(keyword))) {
        breaks.add(
            "%s: %s was %s and is %s"
                .formatted(place, keyword, before.word(keyword), after.word(keyword)));
      }
    }
    if (before.nullable() && !after.nullable()) {
      breaks.add(place + ": was null in facts that were written");
    }
    if (!before.nullable() && after.nullable()) {
      breaks.add(place + ": may be null, readers have never seen that");
    }
    compareWords(place, before.schema(), after.schema());
    compareFields(place, before.schema(), after.schema());
    if (before.schema().has("items") && after.schema().has("items")) {
      compare(
          place + "[]",
          Form.of(oldRoot, before.schema().get("items")),
          Form.of(newRoot, after.schema().get("items")));
    }
  }

  private void compareWords(String place, JsonNode before, JsonNode after) {
    if (before.has("enum") != after.has("enum")) {
      breaks.add(place + ": is no longer a word of a list, or has become one");
      return;
    }
    Set<String> words = texts(after.path("enum"));
    texts(before.path("enum")).stream()
        .filter(word -> !words.contains(word))
        .forEach(word -> breaks.add(place + ": " + word + " is no longer one of its words"));
  }

  private void compareFields(String place, JsonNode before, JsonNode after) {
    Set<String> wasRequired = texts(before.path("required"));
    Set<String> required = texts(after.path("required"));
    required.stream()
        .filter(name -> !wasRequired.contains(name))
        .forEach(name -> breaks.add(field(place, name) + ": is required, older facts may lack it"));
    for (String name : before.path("properties").propertyNames()) {
      if (!after.path("properties").has(name)) {
        breaks.add(field(place, name) + ": is gone");
      } else {
        if (wasRequired.contains(name) && !required.contains(name)) {
          breaks.add(field(place, name) + ": may be missing, readers rely on it");
        }
        compare(
            field(place, name),
            Form.of(oldRoot, before.path("properties").get(name)),
            Form.of(newRoot, after.path("properties").get(name)));
      }
    }
  }

  private static String field(String place, String name) {
    return place + "." + name;
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(one -> texts.add(one.asString()));
    return texts;
  }
}
