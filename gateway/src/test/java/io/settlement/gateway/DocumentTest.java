// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.Caller.Text;
import io.settlement.kit.test.ApiDocument;
import io.settlement.kit.test.ApiDocument.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.function.RouterFunction;
import tools.jackson.databind.JsonNode;

/** The one document and the gateway tell of the same operations. */
class DocumentTest extends GatewayWorld {
  private static final Map<String, List<StubService>> BEHIND =
      Map.of(
          "handler-registry", List.of(REGISTRY),
          "gas-service", List.of(GAS),
          "artifact-service", List.of(ARTIFACT),
          "relayer-service", List.of(RELAYER, OBSERVER));

  private static final Pattern NAME = Pattern.compile("[a-z]+([A-Z][a-z0-9]*)+");
  private static final Pattern PATTERN = Pattern.compile("/v1/[^ ()|]+");

  private final HttpClient http = HttpClient.newHttpClient();

  @Autowired private List<RouterFunction<?>> routers;

  @Test
  void nobodyComesInWithoutCredentials() throws Exception {
    Set<String> open = new TreeSet<>();
    for (Operation operation : ApiDocument.operations()) {
      int status = status(operation, null);
      if (operation.isOpen() ? status != 200 : status != 401) {
        open.add(operation.method() + " " + operation.path() + " answers " + status);
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void everyOperationLeadsToTheServiceThatTellsOfIt() throws Exception {
    Set<String> lost = new TreeSet<>();
    int asked = 0;
    for (Operation operation : ApiDocument.operations()) {
      List<StubService> behind = BEHIND.get(operation.service());
      if (behind == null) {
        assertThat(operation.service()).isEqualTo("gateway");
        continue;
      }
      asked++;
      int before = behind.stream().mapToInt(StubService::count).sum();
      status(operation, OPERATOR);
      if (behind.stream().mapToInt(StubService::count).sum() != before + 1) {
        lost.add(operation.method() + " " + operation.path());
      }
    }
    assertThat(asked).isGreaterThan(100);
    assertThat(lost).isEmpty();
  }

  @Test
  void nothingIsLedFurtherThatTheDocumentDoesNotKnow() {
    Set<String> led = new TreeSet<>();
    for (RouterFunction<?> router : routers) {
      Matcher pattern = PATTERN.matcher(router.toString());
      while (pattern.find()) {
        led.add(pattern.group());
      }
    }
    assertThat(led).isEqualTo(ApiDocument.doors());
  }

  @Test
  void everyOperationHasANameAndEveryPartAWord() {
    Set<String> names = new TreeSet<>();
    Set<String> wrong = new TreeSet<>();
    for (Operation operation : ApiDocument.operations()) {
      String name = operation.definition().path("operationId").asString();
      if (!NAME.matcher(name).matches() || !names.add(name)) {
        wrong.add(name + " is no verb and noun, or another's name");
      }
      if (operation.definition().path("summary").asString("").isEmpty()
          || operation.definition().path("tags").size() != 1) {
        wrong.add(name + " has no summary, or not one tag");
      }
      for (JsonNode parameter : operation.definition().path("parameters")) {
        if (parameter.path("description").asString("").isEmpty()) {
          wrong.add(name + " does not say what " + parameter.path("name") + " is");
        }
      }
    }
    JsonNode document = ApiDocument.committed();
    document
        .at("/components/schemas")
        .properties()
        .forEach(
            schema ->
                schema
                    .getValue()
                    .path("properties")
                    .properties()
                    .forEach(
                        property -> {
                          if (property.getValue().findValue("$ref") == null
                              && property.getValue().findValue("description") == null) {
                            wrong.add(
                                schema.getKey()
                                    + " does not say what "
                                    + property.getKey()
                                    + " is");
                          }
                        }));
    Set<String> tags = new TreeSet<>();
    document.path("tags").forEach(tag -> tags.add(tag.path("name").asString()));
    for (Operation operation : ApiDocument.operations()) {
      assertThat(tags).contains(operation.definition().at("/tags/0").asString());
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void anybodyMayReadIt() {
    Answer json = stranger().get("/v1/openapi");
    assertThat(json.status()).isEqualTo(200);
    assertThat(json.header("Content-Type")).startsWith("application/json");
    assertThat(json.body()).isEqualTo(ApiDocument.committed());
    Text same = stranger().text("/v1/openapi", "If-None-Match", json.header("ETag"));
    assertThat(same.status()).isEqualTo(304);
    Text yaml = stranger().text("/v1/openapi.yaml");
    assertThat(yaml.status()).isEqualTo(200);
    assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
    assertThat(yaml.body()).contains("openapi: 3.1");
  }

  @Test
  void anybodyMayReadWhatStandsOnTheTopics() {
    Answer json = stranger().get("/v1/asyncapi");
    assertThat(json.status()).isEqualTo(200);
    assertThat(json.body()).isEqualTo(ApiDocument.topics());
    assertThat(stranger().text("/v1/asyncapi", "If-None-Match", json.header("ETag")).status())
        .isEqualTo(304);
    Text yaml = stranger().text("/v1/asyncapi.yaml");
    assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
    assertThat(yaml.body()).contains("asyncapi: 3.0.0");
  }

  private int status(Operation operation, @Nullable String key)
      throws IOException, InterruptedException {
    String path = operation.path().replaceAll("\\{[^}]*}", "1");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .header("Content-Type", "application/json")
            .method(
                operation.method(),
                operation.method().equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString("{}"));
    if (key != null) {
      request.header("X-API-Key", key);
    }
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }
}
