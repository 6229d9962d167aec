// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CompatibilityTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SCHEMA =
      """
      {"title": "Fact", "type": "object",
       "properties": {
         "type": {"const": "Fact"},
         "txid": {"$ref": "#/$defs/TxId"},
         "count": {"type": "integer", "minimum": 0},
         "why": {"type": ["string", "null"]},
         "price": {"$ref": "#/$defs/Wei-nullable"},
         "state": {"$ref": "#/$defs/State"},
         "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}}, "late": {"type": "boolean"}},
       "required": ["type", "txid", "count", "state", "parts"],
       "$defs": {
         "TxId": {"type": "string", "pattern": "^0x[0-9a-f]{64}$"},
         "Wei": {"type": "string", "pattern": "^[0-9]+$"},
         "Wei-nullable": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/Wei"}]},
         "State": {"type": "string", "enum": ["OPEN", "DONE"]},
         "Part": {"type": "object", "properties": {"at": {"type": "string", "format": "date-time"}},
                  "required": ["at"]}}}
      """;

  @Test
  void whatWasReleasedIsUnderstoodAsItWas() throws IOException {
    List<String> breaks = new ArrayList<>();
    try (Stream<Path> released = Files.list(SchemasTest.FOLDER.resolve("baseline"))) {
      for (Path file : released.sorted().toList()) {
        Path now = SchemasTest.FOLDER.resolve(file.getFileName());
        if (Files.exists(now)) {
          breaks.addAll(
              Compatibility.breaks(
                  JSON.readTree(Reference.read(file)), JSON.readTree(Reference.read(now))));
        } else {
          breaks.add(file.getFileName() + ": is told no longer");
        }
      }
    }
    assertThat(breaks)
        .as("such a change is a new type, told beside the first: docs/topics.md, \"Versions\"")
        .isEmpty();
  }

  @Test
  void itIsCompatibleWithItself() {
    assertThat(breaks(SCHEMA)).isEmpty();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "late": {"type": "boolean"}       | "late": {"type": "boolean"}, "more": {"type": "string"} | a new field that is not required
          ["OPEN", "DONE"]                  | ["OPEN", "HELD", "DONE"]                                | a new word
          "late": {"type": "boolean"}       | "late": {"type": "boolean", "description": "too late"}  | another description
          """)
  void goes(String before, String after, String what) {
    assertThat(breaks(changed(before, after))).as(what).isEmpty();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          , "late": {"type": "boolean"}            | ''                                               | Fact.late: is gone
          "late": {"type"                          | "later": {"type"                                 | Fact.late: is gone
          "late": {"type": "boolean"}              | "late": {"type": "string"}                       | Fact.late: type was "boolean" and is "string"
          "state", "parts"]                        | "state", "parts", "late"]                        | Fact.late: is required, older facts may lack it
          "state", "parts"]                        | "state"]                                         | Fact.parts: may be missing, readers rely on it
          "why": {"type": ["string", "null"]}      | "why": {"type": "string"}                        | Fact.why: was null in facts that were written
          "late": {"type": "boolean"}              | "late": {"type": ["boolean", "null"]}            | Fact.late: may be null, readers have never seen that
          "$ref": "#/$defs/Wei-nullable"           | "$ref": "#/$defs/Wei"                            | Fact.price: was null in facts that were written
          ["OPEN", "DONE"]                         | ["OPEN"]                                         | Fact.state: DONE is no longer one of its words
          {"type": "string", "enum": ["OPEN", "DONE"]} | {"type": "string"}                           | Fact.state: is no longer a word of a list, or has become one
          "^[0-9]+$"                               | "^[0-9]{1,20}$"                                  | Fact.price: pattern was "^[0-9]+$" and is "^[0-9]{1,20}$"
          "format": "date-time"                    | "format": "date"                                 | Fact.parts[].at: format was "date-time" and is "date"
          "required": ["at"]}                      | "required": []}                                  | Fact.parts[].at: may be missing, readers rely on it
          "minimum": 0                             | "minimum": 1                                     | Fact.count: minimum was 0 and is 1
          "const": "Fact"                          | "const": "Fact2"                                 | Fact.type: const was "Fact" and is "Fact2"
          "type": "array", "items": {"$ref": "#/$defs/Part"} | "type": "array", "items": {"type": "string"} | Fact.parts[]: type was "object" and is "string"
          """)
  void breaks(String before, String after, String found) {
    assertThat(breaks(changed(before, after))).contains(found);
  }

  @Test
  void everyFieldOfEveryRealSchemaIsMissedWhenItIsGone() throws IOException {
    try (Stream<Path> files = Files.list(SchemasTest.FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        JsonNode schema = JSON.readTree(Reference.read(file));
        for (String name : schema.path("properties").propertyNames()) {
          ObjectNode without = (ObjectNode) schema.deepCopy();
          ((ObjectNode) without.get("properties")).remove(name);
          assertThat(Compatibility.breaks(schema, without))
              .contains(schema.get("title").asString() + "." + name + ": is gone");
        }
      }
    }
  }

  private static List<String> breaks(String after) {
    return Compatibility.breaks(JSON.readTree(SCHEMA), JSON.readTree(after));
  }

  private static String changed(String before, String after) {
    assertThat(SCHEMA).contains(before);
    return SCHEMA.replace(before, after);
  }
}
