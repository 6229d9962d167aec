// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What can be asked of three kinds of subject has three names in the API's description. */
@Component
class SubjectsInNames implements GlobalOpenApiCustomizer {
  private static final String CONFORMANCE = "Conformance";

  private static final Map<String, String> KINDS =
      Map.of(
          "/v1/onboarding/applications/{subject}/", "Application",
          "/v1/chains/{subject}/", "Chain",
          "/v1/handlers/{subject}/", "Handler");

  @Override
  public void customise(OpenAPI api) {
    KINDS.forEach(
        (prefix, kind) ->
            api.getPaths().entrySet().stream()
                .filter(path -> path.getKey().startsWith(prefix + "conformance"))
                .map(Map.Entry::getValue)
                .map(PathItem::readOperations)
                .forEach(operations -> operations.forEach(one -> name(one, kind))));
  }

  /** Where one method answers on three paths, the names of the later two end in a number. */
  private static void name(Operation operation, String kind) {
    operation.setOperationId(
        operation
            .getOperationId()
            .replaceFirst("_\\d+$", "")
            .replaceFirst(CONFORMANCE, kind + CONFORMANCE));
  }
}
