// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Stands before a real node and changes what it says, or says nothing. */
final class Meddler implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;
  private final URI node;
  private final AtomicInteger asked = new AtomicInteger();
  private final List<String> methods = new CopyOnWriteArrayList<>();
  private final Map<String, BinaryOperator<JsonNode>> lies = new ConcurrentHashMap<>();
  private volatile CountDownLatch silence = new CountDownLatch(0);
  private volatile int delayMillis;

  Meddler(URI node) {
    this.node = node;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** A provider with this name, behind it. */
  ProviderSettings named(String name) {
    return new ProviderSettings(name, url(), null, 1, 0);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int asked() {
    return asked.get();
  }

  /** How often it was asked this alone. */
  long asked(String method) {
    return methods.stream().filter(method::equals).count();
  }

  /** From now on the answers to this method are changed: of request and response, a response. */
  Meddler changes(String method, BinaryOperator<JsonNode> lie) {
    lies.put(method, lie);
    return this;
  }

  /** The result of this method is another one. */
  Meddler says(String method, UnaryOperator<JsonNode> result) {
    return changes(
        method,
        (request, response) ->
            ((ObjectNode) response).set("result", result.apply(response.path("result"))));
  }

  /** This method is refused. */
  Meddler refuses(String method, int code, String words) {
    return changes(method, (request, response) -> refusal(response, code, words));
  }

  static JsonNode refusal(JsonNode response, int code, String words) {
    ObjectNode refusal = (ObjectNode) response;
    refusal.remove("result");
    refusal.putObject("error").put("code", code).put("message", words);
    return refusal;
  }

  /** Takes connections and never answers. */
  Meddler hangs() {
    silence = new CountDownLatch(1);
    return this;
  }

  /** Answers late. */
  Meddler lateBy(int millis) {
    delayMillis = millis;
    return this;
  }

  /** Speaks the truth again. */
  void behaves() {
    lies.clear();
    delayMillis = 0;
    silence.countDown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    try (exchange) {
      JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
      methods.add(request.path("method").asString(""));
      silence.await();
      Thread.sleep(delayMillis);
      HttpResponse<byte[]> truth =
          http.send(
              HttpRequest.newBuilder(node)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(request)))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      byte[] answer = JSON.writeValueAsBytes(changed(request, JSON.readTree(truth.body())));
      exchange.sendResponseHeaders(truth.statusCode(), answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode changed(JsonNode request, JsonNode response) {
    if (!request.isArray()) {
      return one(request, response);
    }
    ArrayNode changed = JSON.createArrayNode();
    for (JsonNode member : response) {
      changed.add(one(request.get(member.path("id").asInt()), member));
    }
    return changed;
  }

  private JsonNode one(JsonNode request, JsonNode response) {
    return lies.getOrDefault(request.path("method").asString(), (asked, answer) -> answer)
        .apply(request, response);
  }

  @Override
  public void close() {
    silence.countDown();
    server.stop(0);
    http.shutdownNow();
  }
}
