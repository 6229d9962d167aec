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

/** Gives the API's description to anybody: docs/openapi.json, as it was built. */
@Tag(name = "Account")
@RestController
class DocumentController {
  private static final String JSON = "/v1/openapi";
  private static final String YAML = "/v1/openapi.yaml";
  private static final MediaType YAML_TYPE = MediaType.APPLICATION_YAML;

  private final SingletonSupplier<byte[]> json = SingletonSupplier.of(DocumentController::read);
  private final SingletonSupplier<byte[]> yaml = SingletonSupplier.of(this::inYaml);

  @Configuration(proxyBeanMethods = false)
  static class Openness {
    @Bean
    SecurityRules anybodyMayReadTheDescription() {
      return rules -> rules.requestMatchers(HttpMethod.GET, JSON, YAML).permitAll();
    }
  }

  @Operation(operationId = "getOpenApi", summary = "This document")
  @ApiResponse(
      responseCode = "200",
      description = "OpenAPI 3.1",
      content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
  @SecurityRequirements
  @GetMapping(path = JSON, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> json() {
    return answer(json.obtain(), MediaType.APPLICATION_JSON);
  }

  @Operation(operationId = "getOpenApiYaml", summary = "This document as YAML")
  @ApiResponse(
      responseCode = "200",
      description = "OpenAPI 3.1",
      content = @Content(mediaType = "application/yaml", schema = @Schema(type = "string")))
  @SecurityRequirements
  @GetMapping(path = YAML, produces = MediaType.APPLICATION_YAML_VALUE)
  ResponseEntity<byte[]> yaml() {
    return answer(yaml.obtain(), YAML_TYPE);
  }

  private static ResponseEntity<byte[]> answer(byte[] document, MediaType type) {
    return ResponseEntity.ok()
        .eTag("\"" + DigestUtils.md5DigestAsHex(document) + "\"")
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
        .contentType(type)
        .body(document);
  }

  private static byte[] read() {
    try (InputStream file = new ClassPathResource("openapi.json").getInputStream()) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the jar was built without docs/openapi.json", e);
    }
  }

  private byte[] inYaml() {
    try {
      return Yaml31.mapper()
          .writeValueAsString(Yaml31.mapper().readTree(json.obtain()))
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
