// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.settlement.kit.test.ApiDocument;
import io.settlement.kit.test.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The examples of docs/openapi.json, of all services: here is what validates JSON. */
class ExamplesOfTheApiTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<JsonNode, Schema> schemas = new HashMap<>();
  private final JsonNode components = ofOneType(ApiDocument.committed().path("components"));

  @Test
  void everyBodyHasAnExampleThatIsValid() {
    List<String> faults = new ArrayList<>();
    int examples = 0;
    for (Operation operation : ApiDocument.operations()) {
      List<JsonNode> bodies = new ArrayList<>();
      bodies.add(operation.definition().path("requestBody"));
      operation
          .definition()
          .path("responses")
          .properties()
          .forEach(
              response -> {
                if (response.getKey().startsWith("2")) {
                  bodies.add(response.getValue());
                }
              });
      for (JsonNode body : bodies) {
        JsonNode media = body.at("/content/application~1json");
        if (!media.isMissingNode()) {
          examples++;
          check(operation, media, faults);
        }
      }
    }
    assertThat(examples).isGreaterThan(150);
    assertThat(faults).isEmpty();
  }

  private void check(Operation operation, JsonNode media, List<String> faults) {
    String name = operation.definition().path("operationId").asString();
    if (!media.has("example")) {
      faults.add(name + " has no example");
      return;
    }
    Schema schema = schemas.computeIfAbsent(media.path("schema"), this::schema);
    schema
        .validate(media.path("example"))
        .forEach(
            error ->
                faults.add(name + " " + error.getInstanceLocation() + ": " + error.getMessage()));
  }

  /** The validator's bounds of numbers do not know that a schema can be of two types. */
  private static JsonNode ofOneType(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JSON.createArrayNode();
      array.forEach(one -> copy.add(ofOneType(one)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode copy = JSON.createObjectNode();
    object.properties().forEach(one -> copy.set(one.getKey(), ofOneType(one.getValue())));
    JsonNode type = object.path("type");
    if (!type.isArray()) {
      return copy;
    }
    ObjectNode either = JSON.createObjectNode();
    ArrayNode choices = either.putArray("anyOf");
    type.forEach(one -> choices.add(copy.deepCopy().set("type", one)));
    return either;
  }

  /** References are to the components of the document. */
  private Schema schema(JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", components);
    whole.putArray("allOf").add(ofOneType(schema));
    return registry.getSchema(whole.toString(), InputFormat.JSON);
  }
}
