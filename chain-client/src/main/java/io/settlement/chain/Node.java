// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private final URI url;
  private final Duration timeout;

  Node(HttpClient http, URI url, Duration timeout) {
    this.http = http;
    this.url = url;
    this.timeout = timeout;
  }

  /** Answers in the order of the questions. */
  List<Answer> ask(List<RpcRequest> requests) {
    HttpResponse<byte[]> response = post(body(requests));
    JsonNode json = parse(response);
    if (json.isObject() && requests.size() == 1) {
      return List.of(Answer.of(requests.getFirst().method(), json));
    }
    if (json.isObject() && json.path("error").isObject()) {
      Answer.of("batch", json).result();
    }
    return inOrder(requests, json);
  }

  /** Host and port; the path may hold a provider's access token. */
  String name() {
    return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
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
    } catch (IOException e) {
      throw new Unreachable(name() + " does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for " + name(), e);
    }
  }

  private JsonNode parse(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 429 || status >= 500) {
      throw new Unreachable(name() + " answered HTTP " + status);
    }
    try {
      JsonNode json = JSON.readTree(response.body());
      if (json.isArray() || (json.isObject() && (json.has("result") || json.has("error")))) {
        return json;
      }
      throw new Unreachable(name() + " answered HTTP " + status + " without JSON-RPC");
    } catch (JacksonException e) {
      throw new Unreachable(name() + " answered HTTP " + status + " without JSON", e);
    }
  }

  private List<Answer> inOrder(List<RpcRequest> requests, JsonNode responses) {
    @Nullable Answer[] answers = new @Nullable Answer[requests.size()];
    for (JsonNode response : responses) {
      int id = response.path("id").asInt(-1);
      if (id < 0 || id >= answers.length || answers[id] != null) {
        throw new Unreachable(name() + " answered with an id that was not asked: " + id);
      }
      answers[id] = Answer.of(requests.get(id).method(), response);
    }
    List<Answer> ordered = new ArrayList<>(answers.length);
    for (Answer answer : answers) {
      if (answer == null) {
        throw new Unreachable(name() + " left out an answer of a batch");
      }
      ordered.add(answer);
    }
    return ordered;
  }
}
