// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks every operation of a service's own OpenAPI document for what it cannot do, so that no route
 * can be forgotten: as nobody, and with malformed and boundary paths, queries and bodies.
 */
public final class OpenApiFuzz {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Set<Integer> REFUSALS = Set.of(401, 403);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Words for paths and queries. */
  private static final List<String> WORDS =
      List.of(
          "0",
          "-1",
          "1e999",
          "NaN",
          "9223372036854775807",
          "9223372036854775808",
          "0x",
          "0xzz",
          "0x" + "ab".repeat(20),
          "0x" + "ab".repeat(32),
          "Alpha",
          "Alpha:0x12",
          "Alpha:0x" + "ab".repeat(20),
          "2026-13",
          "+999999999-12-31T23:59:59Z",
          "PT-1S",
          "' or 1=1 --",
          "..",
          "%",
          "\u0000",
          "\n",
          "\ud83d\udca9",
          "x".repeat(2_000));

  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "[]",
          "{}",
          "\"x\"",
          "1e999",
          "{",
          "{\"\\u0000\": 1}",
          "[".repeat(5_000),
          "\ufffe",
          "{\"x\": \"" + "x".repeat(100_000) + "\"}");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e999",
          "9223372036854775808",
          "\"\"",
          "\"\\u0000\"",
          "\"0x\"",
          "\"0x" + "ab".repeat(20) + "\"",
          "\"0x" + "ab".repeat(32) + "\"",
          "\"Alpha\"",
          "\"-1\"",
          "\"" + "9".repeat(100) + "\"",
          "\"" + "x".repeat(5_000) + "\"",
          "\"\\ud83d\"",
          "[]",
          "[null]",
          "{}");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final Map<String, String> usual;
  private final JsonNode document;

  private OpenApiFuzz(String base, Map<String, String> usual) {
    this.base = base;
    this.usual = usual;
    this.document = JSON.readTree(text(request("/v3/api-docs").GET()).body());
  }

  /**
   * Of the service at an address without a path.
   *
   * @param usual what fields of bodies are when another one is wrong, as JSON by name
   */
  public static OpenApiFuzz of(String base, Map<String, String> usual) {
    return new OpenApiFuzz(base, usual);
  }

  /** One operation. */
  private record Operation(String method, String path, JsonNode definition) {
    /** Whether it says itself that it needs no credentials. */
    boolean isOpen() {
      return definition.has("security") && definition.path("security").isEmpty();
    }

    @Override
    public String toString() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }
  }

  /**
   * Of a service behind the gateway: nobody comes in without a token or with another scope than is
   * asked for, nothing breaks whoever calls; 503 may be answered, there is no chain to ask.
   *
   * @param fewest operations that its document surely has
   */
  public static void assertThatNothingBreaks(int port, Map<String, String> usual, int fewest) {
    OpenApiFuzz fuzz = of("http://localhost:" + port, usual);
    assertThat(fuzz.operations()).isGreaterThan(fewest);
    assertThat(fuzz.openToNobody()).isEmpty();
    assertThat(
            fuzz.openToTheWrong(
                Map.of(
                    "partner", Map.entry(HttpHeaders.AUTHORIZATION, TestTokens.partner()),
                    "operator", Map.entry(HttpHeaders.AUTHORIZATION, TestTokens.operator()))))
        .isEmpty();
    for (String caller : List.of(TestTokens.partner(), TestTokens.operator())) {
      assertThat(fuzz.broken(Map.entry(HttpHeaders.AUTHORIZATION, caller), Set.of(503))).isEmpty();
    }
  }

  /** How many operations the document has. */
  public int operations() {
    return all().size();
  }

  /** Operations that answer a caller without credentials other than 401. */
  public Set<String> openToNobody() {
    Set<String> open = new TreeSet<>();
    for (Operation operation : all()) {
      int status =
          send(operation, path(operation, "0x" + "ab".repeat(32)), null, null).statusCode();
      if (status != 401 && !operation.isOpen()) {
        open.add(operation + " answers " + status);
      }
    }
    return open;
  }

  /**
   * Operations that answer a caller of none of their scopes other than 403, whatever he sends.
   *
   * @param callers credentials by their only scope
   */
  public Set<String> openToTheWrong(Map<String, Map.Entry<String, String>> callers) {
    Set<String> open = new TreeSet<>();
    for (Operation operation : all()) {
      Set<String> scopes = new TreeSet<>();
      operation.definition().path("x-scopes").forEach(scope -> scopes.add(scope.asString()));
      if (!operation.isOpen()) {
        assertThat(scopes).as("scopes of %s", operation).isNotEmpty();
      }
      callers.forEach(
          (scope, header) -> {
            String path = path(operation, "0x" + "ab".repeat(32));
            if (!operation.isOpen() && !scopes.contains(scope)) {
              int status = send(operation, path, "{}", header).statusCode();
              if (status != 403) {
                open.add(operation + " answers a mere " + scope + " " + status);
              }
            }
          });
    }
    return open;
  }

  /**
   * What was answered with a status of 5xx, with a stack trace, or as no problem at all, by
   * operation: one example each.
   *
   * @param header the caller's credentials, name and value
   * @param except statuses with which the service may say that something else is away
   */
  public Map<String, String> broken(Map.Entry<String, String> header, Set<Integer> except) {
    Map<String, String> broken = new TreeMap<>();
    for (Operation operation : all()) {
      for (Asked asked : questions(operation)) {
        HttpResponse<String> answer = send(operation, asked.path(), asked.body(), header);
        String fault = fault(answer, except);
        if (fault != null) {
          broken.putIfAbsent(operation + " " + fault, abridged(asked.path() + " " + asked.body()));
        }
      }
    }
    return broken;
  }

  private record Asked(String path, @Nullable String body) {}

  private List<Asked> questions(Operation operation) {
    List<Asked> questions = new ArrayList<>();
    String path = path(operation, "0x" + "ab".repeat(32));
    for (String word : WORDS) {
      if (operation.path().contains("{")) {
        questions.add(new Asked(path(operation, word), "{}"));
      }
      for (JsonNode parameter : operation.definition().path("parameters")) {
        if (parameter.path("in").asString().equals("query")) {
          questions.add(
              new Asked(
                  path + "?" + parameter.path("name").asString() + "=" + encoded(word), "{}"));
        }
      }
    }
    if (operation.definition().has("requestBody")) {
      BODIES.forEach(body -> questions.add(new Asked(path, body)));
      Set<String> fields = fields(operation);
      for (String value : VALUES) {
        for (String field : fields) {
          questions.add(new Asked(path, "{\"" + field + "\": " + value + "}"));
          Map<String, String> others = new LinkedHashMap<>(usual);
          others.keySet().retainAll(fields);
          others.put(field, value);
          questions.add(new Asked(path, object(others)));
        }
      }
    }
    return questions;
  }

  private static String object(Map<String, String> fields) {
    return "{"
        + String.join(
            ", ",
            fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .toList())
        + "}";
  }

  private Set<String> fields(Operation operation) {
    Set<String> fields = new TreeSet<>();
    for (JsonNode content : operation.definition().at("/requestBody/content")) {
      JsonNode schema = content.path("schema");
      JsonNode resolved =
          schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
      resolved.path("properties").propertyStream().forEach(p -> fields.add(p.getKey()));
    }
    return fields;
  }

  private List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    document
        .path("paths")
        .propertyStream()
        .forEach(
            path ->
                path.getValue()
                    .propertyStream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(
                        method ->
                            all.add(
                                new Operation(method.getKey(), path.getKey(), method.getValue()))));
    return all;
  }

  private static String path(Operation operation, String word) {
    return operation.path().replaceAll("\\{[^}]*}", encoded(word).replace("$", "%24"));
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, UTF_8).replace("+", "%20").replace("..", "%2E%2E");
  }

  private HttpResponse<String> send(
      Operation operation,
      String path,
      @Nullable String body,
      Map.@Nullable Entry<String, String> header) {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    if (header != null) {
      request.header(header.getKey(), header.getValue());
    }
    return text(
        request.method(
            operation.method().toUpperCase(Locale.ROOT),
            body == null || operation.method().equals("get")
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> text(HttpRequest.Builder request) {
    Begun begun = new Begun();
    try {
      return http.send(
          request.build(), info -> isEndless(info) ? begun : BodyHandlers.ofString().apply(info));
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request.build(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      begun.leave();
    }
  }

  private static boolean isEndless(HttpResponse.ResponseInfo info) {
    return info.headers()
        .firstValue("content-type")
        .filter(type -> type.startsWith("text/event-stream"))
        .isPresent();
  }

  /** Of a stream of events it is enough that it began. */
  private static final class Begun implements BodySubscriber<String> {
    private volatile Flow.@Nullable Subscription subscription;

    void leave() {
      Flow.Subscription open = subscription;
      if (open != null) {
        open.cancel();
      }
    }

    @Override
    public CompletionStage<String> getBody() {
      return CompletableFuture.completedFuture("");
    }

    @Override
    public void onSubscribe(Flow.Subscription opened) {
      subscription = opened;
    }

    @Override
    public void onNext(List<ByteBuffer> read) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }

  private static @Nullable String fault(HttpResponse<String> answer, Set<Integer> except) {
    int status = answer.statusCode();
    String body = answer.body();
    if (status >= 500 && !except.contains(status)) {
      return "answers " + status;
    }
    if (body.contains("\tat ") || body.contains("Exception")) {
      return "shows a stack trace";
    }
    boolean ofTheContainer = status == 400 && !body.startsWith("{");
    boolean isProblem = body.contains("\"code\":");
    return status >= 400 && !REFUSALS.contains(status) && !isProblem && !ofTheContainer
        ? "answers " + status + " without a code"
        : null;
  }

  private static String abridged(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
