// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.settlement.kit.test.Anvil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A provider before a real node that is well, or is not, as it is told. */
final class Moody implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Anvil node;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger heads = new AtomicInteger();
  private volatile Mood mood = Mood.WELL;
  private volatile String frozen = "0x0";

  /** What is wrong with it. */
  enum Mood {
    WELL,
    /** Never answers. */
    HANGS,
    /** Answers for another chain. */
    STRANGE,
    /** Its newest block is the one it had when this began. */
    LATE,
    /** Its final block has another hash. */
    CONTRARY
  }

  private Moody(Anvil node, HttpServer server) {
    this.node = node;
    this.server = server;
  }

  static Moody before(Anvil node) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Moody moody = new Moody(node, server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", moody::handle);
      server.start();
      return moody;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  void is(Mood other) {
    frozen = node.rpc("eth_blockNumber").asString();
    mood = other;
  }

  /** How often it was asked for its chain's id: once in a probe. */
  int probes() {
    return heads.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ObjectNode question = (ObjectNode) JSON.readTree(exchange.getRequestBody());
      if (mood == Mood.HANGS) {
        end.await();
        return;
      }
      if (isFor(question, "eth_chainId")) {
        heads.incrementAndGet();
      }
      if (mood == Mood.LATE && isOf(question, "latest")) {
        ((ArrayNode) question.path("params")).set(0, JSON.valueToTree(frozen));
      }
      byte[] answer = JSON.writeValueAsBytes(changed(question, ask(question)));
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ObjectNode changed(JsonNode question, ObjectNode answer) {
    if (mood == Mood.STRANGE && isFor(question, "eth_chainId")) {
      answer.put("result", "0x1");
    }
    if (mood == Mood.CONTRARY && isOf(question, "finalized")) {
      ((ObjectNode) answer.path("result")).put("hash", "0x" + "ab".repeat(32));
    }
    return answer;
  }

  private static boolean isFor(JsonNode question, String method) {
    return question.path("method").asString().equals(method);
  }

  private static boolean isOf(JsonNode question, String tag) {
    return isFor(question, "eth_getBlockByNumber")
        && question.path("params").path(0).asString().equals(tag);
  }

  private ObjectNode ask(JsonNode question) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.rpcUrl()))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(question)))
            .build();
    return (ObjectNode) JSON.readTree(http.send(request, BodyHandlers.ofByteArray()).body());
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
