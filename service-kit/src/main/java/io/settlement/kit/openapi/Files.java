// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * What a controller answers as bytes is the file itself, never base64; JSON is any object. What two
 * methods of one path answer may be either or both.
 */
final class Files implements GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    api.getPaths().values().stream()
        .map(PathItem::readOperations)
        .flatMap(operations -> operations.stream())
        .map(Operation::getResponses)
        .flatMap(responses -> responses.values().stream())
        .map(ApiResponse::getContent)
        .filter(Objects::nonNull)
        .forEach(Files::describe);
  }

  private static void describe(Content content) {
    content.forEach(
        (type, media) -> {
          Schema<?> schema = media.getSchema();
          if (schema != null && "byte".equals(schema.getFormat())) {
            describe(type, media);
          } else if (schema != null && schema.getOneOf() != null) {
            schema.setAnyOf(schema.getOneOf());
            schema.setOneOf(null);
          }
        });
  }

  private static void describe(String type, MediaType media) {
    media.schema(
        type.endsWith("json")
            ? new JsonSchema().typesItem("object").additionalProperties(true)
            : new JsonSchema().typesItem("string").format("binary"));
  }
}
