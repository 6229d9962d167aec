// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.evm;

import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An EVM node, spoken to in plain JSON-RPC. */
public final class Node {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;

  /** The node at a URL. */
  public Node(URI url) {
    this.url = url;
  }

  /** The node answered an error. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String method, JsonNode error) {
      super(method + ": " + error.path("message").asString("") + " " + error.path("data"));
    }
  }

  /**
   * One call of a batch.
   *
   * @param method its JSON-RPC name
   * @param params its parameters, as Jackson writes them
   */
  public record Call(String method, List<?> params) {}

  /**
   * One call.
   *
   * @throws Refused when the node answers an error
   */
  public JsonNode call(String method, Object... params) {
    return result(
        method, post(JSON.writeValueAsString(body(new Call(method, List.of(params)), 1))));
  }

  /**
   * Many calls in one request; the answers in the order of the calls.
   *
   * @throws Refused when the node answers an error to one of them
   */
  public List<JsonNode> batch(List<Call> calls) {
    List<Map<String, Object>> bodies = new ArrayList<>(calls.size());
    for (int i = 0; i < calls.size(); i++) {
      bodies.add(body(calls.get(i), i));
    }
    JsonNode answers = post(JSON.writeValueAsString(bodies));
    JsonNode[] ordered = new JsonNode[calls.size()];
    for (JsonNode answer : answers) {
      int id = answer.path("id").asInt(-1);
      ordered[id] = result(calls.get(id).method(), answer);
    }
    return List.of(ordered);
  }

  /** Height of the newest block. */
  public long height() {
    return quantity(call("eth_blockNumber")).longValueExact();
  }

  /** A JSON-RPC quantity. */
  public static java.math.BigInteger quantity(JsonNode hex) {
    return new java.math.BigInteger(hex.asString().substring(2), 16);
  }

  /** Where it is. */
  public URI url() {
    return url;
  }

  private static Map<String, Object> body(Call call, int id) {
    return Map.of("jsonrpc", "2.0", "id", id, "method", call.method(), "params", call.params());
  }

  private static JsonNode result(String method, JsonNode answer) {
    if (answer.hasNonNull("error")) {
      throw new Refused(method, answer.path("error"));
    }
    return answer.path("result");
  }

  private JsonNode post(String body) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    } catch (IOException e) {
      throw new Failure("The node at " + url + " does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while asking the node at " + url, e);
    }
  }
}
