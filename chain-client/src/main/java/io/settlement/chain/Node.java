// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON-RPC address. A batch is one POST; answers are matched by id. */
final class Node {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http;
  private final String name;
  private final URI url;
  private final Duration timeout;
  private final List<String> secrets;

  Node(HttpClient http, ProviderSettings provider, Duration timeout) {
    this.http = http;
    this.name = provider.name();
    this.url = provider.url();
    this.timeout = timeout;
    this.secrets = secrets(url);
  }

  /** Answers in the order of the questions. */
  List<Answer> ask(List<RpcRequest> requests) {
    HttpResponse<byte[]> response = post(body(requests));
    JsonNode json = parse(response);
    if (json.isObject() && requests.size() == 1) {
      return List.of(answer(requests.getFirst(), json));
    }
    if (json.isObject() && json.path("error").isObject()) {
      answer(RpcRequest.of("batch"), json).result();
    }
    return inOrder(requests, json);
  }

  /** What may be shown; the address itself may hold an access token. */
  String name() {
    return name;
  }

  private Answer answer(RpcRequest request, JsonNode response) {
    JsonNode error = response.path("error");
    String words = error.path("message").asString("");
    if (error instanceof ObjectNode refusal && secrets.stream().anyMatch(words::contains)) {
      for (String secret : secrets) {
        words = words.replace(secret, "(hidden)");
      }
      refusal.put("message", words);
    }
    return Answer.of(request.method(), response);
  }

  /** What a node might repeat of its own address: an access token in the path or behind it. */
  private static List<String> secrets(URI url) {
    String behindHost =
        Stream.of(url.getRawUserInfo(), url.getRawPath(), url.getRawQuery())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("/"));
    return Stream.of(behindHost.split("[/&=:]", -1)).filter(part -> part.length() >= 8).toList();
  }

  private static byte[] body(List<RpcRequest> requests) {
    ArrayNode batch = JSON.createArrayNode();
    for (int id = 0; id < requests.size(); id++) {
      ObjectNode request = batch.addObject();
      request.put("jsonrpc", "2.0").put("id", id).put("method", requests.get(id).method());
      request.set("params", JSON.valueToTree(requests.get(id).params()));
    }
    return JSON.writeValueAsBytes(requests.size() == 1 ? batch.get(0) : batch);
  }

  private HttpResponse<byte[]> post(byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (HttpTimeoutException e) {
      throw new Unreachable(Failure.TIMEOUT, name + " does not answer in time: " + e, e);
    } catch (IOException e) {
      throw new Unreachable(Failure.CONNECTION, name + " does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable(Failure.NOT_ASKED, "interrupted while waiting for " + name, e);
    }
  }

  private JsonNode parse(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 429) {
      throw Unreachable.rateLimited(name + " answered HTTP 429", retryAfter(response));
    }
    // 500 may carry a JSON-RPC error, which decides; what stands before a node says 502 to 504.
    if (status > 500) {
      throw new Unreachable(Failure.OUT_OF_ORDER, name + " answered HTTP " + status);
    }
    try {
      JsonNode json = JSON.readTree(response.body());
      if (json.isArray() || (json.isObject() && (json.has("result") || json.has("error")))) {
        return json;
      }
      throw new Unreachable(
          status == 200 ? Failure.NONSENSE : Failure.OUT_OF_ORDER,
          name + " answered HTTP " + status + " without JSON-RPC");
    } catch (JacksonException e) {
      throw new Unreachable(
          status == 200 ? Failure.NONSENSE : Failure.OUT_OF_ORDER,
          name + " answered HTTP " + status + " without JSON",
          e);
    }
  }

  /** In seconds; the form with a date is rare and means the same as none. */
  private static Duration retryAfter(HttpResponse<byte[]> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,5}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ZERO);
  }

  private List<Answer> inOrder(List<RpcRequest> requests, JsonNode responses) {
    @Nullable Answer[] answers = new @Nullable Answer[requests.size()];
    for (JsonNode response : responses) {
      int id = response.path("id").asInt(-1);
      if (id < 0 || id >= answers.length || answers[id] != null) {
        throw new Unreachable(name + " answered with an id that was not asked: " + id);
      }
      answers[id] = answer(requests.get(id), response);
    }
    List<Answer> ordered = new ArrayList<>(answers.length);
    for (Answer answer : answers) {
      if (answer == null) {
        throw new Unreachable(name + " left out an answer of a batch");
      }
      ordered.add(answer);
    }
    return ordered;
  }
}
