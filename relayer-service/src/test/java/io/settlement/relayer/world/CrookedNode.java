// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.world;

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A provider of a real node that omits, lies or hangs when it is told to. */
public final class CrookedNode implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  /** How it misbehaves. */
  public enum Fault {
    /** Not at all. */
    NONE,
    /** No log was ever emitted. */
    OMITS_LOGS,
    /** Its index of logs is empty; receipts have them. */
    INDEXES_NO_LOGS,
    /** Its index of logs lacks the first of each answer; receipts have it. */
    INDEXES_ONE_LOG_LESS,
    /** What succeeded reverted, and what reverted succeeded. */
    LIES_ABOUT_RECEIPTS,
    /** Takes questions and never answers. */
    HANGS
  }

  private final URI node;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile Fault fault = Fault.NONE;
  private volatile CountDownLatch hanging = new CountDownLatch(0);

  /**
   * @param node the real one's address
   */
  public CrookedNode(String node) {
    this.node = URI.create(node);
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

  /** Where it is asked. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How it behaves from now on. */
  public void behave(Fault next) {
    hanging.countDown();
    hanging = new CountDownLatch(next == Fault.HANGS ? 1 : 0);
    fault = next;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] question = exchange.getRequestBody().readAllBytes();
      hanging.await();
      HttpRequest request =
          HttpRequest.newBuilder(node)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(question))
              .build();
      byte[] truth = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
      byte[] answer = fault == Fault.NONE ? truth : bent(question, truth);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] bent(byte[] question, byte[] truth) {
    JsonNode asked = JSON.readTree(question);
    JsonNode answers = JSON.readTree(truth);
    if (answers.isArray()) {
      for (JsonNode answer : answers) {
        bend(asked.get(answer.path("id").asInt()).path("method").asString(), answer);
      }
    } else {
      bend(asked.path("method").asString(), answers);
    }
    return JSON.writeValueAsBytes(answers);
  }

  private void bend(String method, JsonNode answer) {
    JsonNode result = answer.path("result");
    if (fault == Fault.OMITS_LOGS && result instanceof ArrayNode logs) {
      logs.removeAll();
    } else if (method.equals("eth_getLogs") && result instanceof ArrayNode logs) {
      loseIndexed(logs);
    } else if (result instanceof ObjectNode object) {
      bend(method, object);
    }
  }

  private void loseIndexed(ArrayNode logs) {
    if (fault == Fault.INDEXES_NO_LOGS) {
      logs.removeAll();
    } else if (fault == Fault.INDEXES_ONE_LOG_LESS && !logs.isEmpty()) {
      logs.remove(0);
    }
  }

  private void bend(String method, ObjectNode result) {
    boolean receipt = method.equals("eth_getTransactionReceipt");
    if (fault == Fault.LIES_ABOUT_RECEIPTS && receipt) {
      result.put("status", result.path("status").asString().equals("0x1") ? "0x0" : "0x1");
    } else if (fault == Fault.OMITS_LOGS && receipt) {
      result.putArray("logs");
    }
  }

  @Override
  public void close() {
    hanging.countDown();
    server.stop(0);
    http.shutdownNow();
  }
}
