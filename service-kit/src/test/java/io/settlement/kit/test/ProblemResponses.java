// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation the problems it may answer with. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class ProblemResponses implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {
  private static final String PROBLEM = "Problem";

  /** How a value that is spelled wrongly is refused, by the format of its schema. */
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "txid", "invalid-txid",
          "hash", "invalid-hash",
          "address", "invalid-address",
          "chain", "invalid-chain-name",
          "handler", "invalid-handler",
          "route", "invalid-route",
          "wei", "invalid-wei-amount",
          "token-amount", "invalid-token-amount");

  private final ProblemCodes codes;
  private final boolean behindTheGateway;

  ProblemResponses(String basePackage) {
    this.codes = new ProblemCodes(basePackage);
    this.behindTheGateway = !basePackage.endsWith(".gateway");
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    NavigableMap<Integer, Set<String>> all = codes.of(method.getMethod());
    if (operation.getSecurity() == null || !operation.getSecurity().isEmpty()) {
      add(all, 401, "unauthenticated");
      add(all, 403, "forbidden");
    }
    if (operation.getParameters() != null) {
      add(all, 400, "invalid-request");
      operation.getParameters().forEach(parameter -> addSpelling(all, parameter));
    }
    if (operation.getRequestBody() != null) {
      add(all, 400, "invalid-request");
      add(all, 400, "malformed-body");
    }
    if (behindTheGateway) {
      add(all, 503, "service-unavailable");
    }
    all.forEach((status, those) -> say(operation.getResponses(), String.valueOf(status), those));
    return operation;
  }

  /** Two methods of one path are one operation: what either refuses is said. */
  private static void say(ApiResponses responses, String status, Set<String> codes) {
    ApiResponse there = responses.get(status);
    if (there == null) {
      responses.put(status, response(codes));
    } else if (there.getExtensions() != null
        && there.getExtensions().get("x-codes") instanceof List<?> others) {
      Set<String> both = new TreeSet<>(codes);
      others.forEach(code -> both.add((String) code));
      responses.put(status, response(both));
    }
  }

  private static void addSpelling(NavigableMap<Integer, Set<String>> all, Parameter parameter) {
    Schema<?> schema = parameter.getSchema();
    String code = schema == null ? null : SPELLINGS.get(String.valueOf(schema.getFormat()));
    if (code != null) {
      add(all, 400, code);
    }
    if ("Idempotency-Key".equals(parameter.getName())) {
      add(all, 422, "idempotency-key-reused");
    }
  }

  private static void add(NavigableMap<Integer, Set<String>> all, int status, String code) {
    all.computeIfAbsent(status, any -> new TreeSet<>()).add(code);
  }

  private static ApiResponse response(Set<String> codes) {
    ApiResponse response =
        new ApiResponse()
            .description("`" + String.join("`, `", codes) + "`")
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType()
                            .schema(new JsonSchema().$ref("#/components/schemas/" + PROBLEM))));
    response.addExtension("x-codes", List.copyOf(codes));
    return response;
  }

  @Override
  public void customise(OpenAPI api) {
    api.getComponents()
        .addSchemas(
            PROBLEM,
            new JsonSchema()
                .typesItem("object")
                .description("A refusal (RFC 9457).")
                .addProperty("type", text("urn:settlement:problem:<code>"))
                .addProperty("title", text("The status in words."))
                .addProperty(
                    "status", new JsonSchema().typesItem("integer").description("As in HTTP."))
                .addProperty("detail", text("A sentence for people; it may change."))
                .addProperty("instance", text("The path that was asked."))
                .addProperty("code", text("The stable word for programs, see docs/problems.md."))
                .addProperty(
                    "errors",
                    new JsonSchema()
                        .typesItem("array")
                        .description("Of invalid-request: what is wrong.")
                        .items(
                            new JsonSchema()
                                .typesItem("object")
                                .addProperty("field", text("The field or parameter."))
                                .addProperty("message", text("What is wrong with it."))
                                .required(List.of("field", "message"))))
                .required(List.of("type", "status", "code")));
  }

  private static Schema<?> text(String description) {
    return new JsonSchema().typesItem("string").description(description);
  }
}
