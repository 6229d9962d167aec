// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.openapi;

import io.settlement.kit.security.SecurityRules;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives anybody the descriptions of the API and of the topics: docs/openapi.json and
 * docs/asyncapi.json, as they were built.
 */
@Tag(name = "Account")
@RestController
class DocumentController {
  private static final String API = "/v1/openapi";
  private static final String TOPICS = "/v1/asyncapi";
  private static final String YAML = ".yaml";

  private final Document api = Document.of("openapi.json");
  private final Document topics = Document.of("asyncapi.json");

  @Configuration(proxyBeanMethods = false)
  static class Openness {
    @Bean
    SecurityRules anybodyMayReadTheDescriptions() {
      return rules ->
          rules.requestMatchers(HttpMethod.GET, API, API + YAML, TOPICS, TOPICS + YAML).permitAll();
    }
  }

  @Operation(operationId = "getOpenApi", summary = "This document")
  @ApiResponse(
      responseCode = "200",
      description = "OpenAPI 3.1",
      content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
  @SecurityRequirements
  @GetMapping(path = API, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> api() {
    return api.inJson();
  }

  @Operation(operationId = "getOpenApiYaml", summary = "This document as YAML")
  @ApiResponse(
      responseCode = "200",
      description = "OpenAPI 3.1",
      content = @Content(mediaType = "application/yaml", schema = @Schema(type = "string")))
  @SecurityRequirements
  @GetMapping(path = API + YAML, produces = MediaType.APPLICATION_YAML_VALUE)
  ResponseEntity<byte[]> apiInYaml() {
    return api.inYaml();
  }

  @Operation(operationId = "getAsyncApi", summary = "What stands on the topics")
  @ApiResponse(
      responseCode = "200",
      description = "AsyncAPI 3.0",
      content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
  @SecurityRequirements
  @GetMapping(path = TOPICS, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> topics() {
    return topics.inJson();
  }

  @Operation(operationId = "getAsyncApiYaml", summary = "What stands on the topics, as YAML")
  @ApiResponse(
      responseCode = "200",
      description = "AsyncAPI 3.0",
      content = @Content(mediaType = "application/yaml", schema = @Schema(type = "string")))
  @SecurityRequirements
  @GetMapping(path = TOPICS + YAML, produces = MediaType.APPLICATION_YAML_VALUE)
  ResponseEntity<byte[]> topicsInYaml() {
    return topics.inYaml();
  }

  /** One of them, in both spellings; read when it is first asked for. */
  private record Document(SingletonSupplier<byte[]> json, SingletonSupplier<byte[]> yaml) {

    static Document of(String file) {
      SingletonSupplier<byte[]> json = SingletonSupplier.of(() -> read(file));
      return new Document(json, SingletonSupplier.of(() -> yaml(json.obtain())));
    }

    ResponseEntity<byte[]> inJson() {
      return answer(json.obtain(), MediaType.APPLICATION_JSON);
    }

    ResponseEntity<byte[]> inYaml() {
      return answer(yaml.obtain(), MediaType.APPLICATION_YAML);
    }

    private static ResponseEntity<byte[]> answer(byte[] document, MediaType type) {
      return ResponseEntity.ok()
          .eTag("\"" + DigestUtils.md5DigestAsHex(document) + "\"")
          .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
          .contentType(type)
          .body(document);
    }

    /** Without the spaces that are there for people. */
    private static byte[] read(String name) {
      JsonMapper json = new JsonMapper();
      try (InputStream file = new ClassPathResource(name).getInputStream()) {
        return json.writeValueAsBytes(json.readTree(file));
      } catch (IOException e) {
        throw new IllegalStateException("the jar was built without docs/" + name, e);
      }
    }

    private static byte[] yaml(byte[] json) {
      try {
        return Yaml31.mapper()
            .writeValueAsString(Yaml31.mapper().readTree(json))
            .getBytes(StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
