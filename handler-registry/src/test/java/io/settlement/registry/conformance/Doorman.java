// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Stands before a node: passes questions on, and lets some wait until it is told otherwise. */
final class Doorman implements AutoCloseable {
  private final HttpServer server;
  private final URI node;
  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch open = new CountDownLatch(1);
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile String waits;

  /** Whoever asks for this method waits. */
  Doorman(String node, String waits) throws IOException {
    this.node = URI.create(node);
    this.waits = waits;
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  String url() {
    return "http://localhost:%d/".formatted(server.getAddress().getPort());
  }

  /** Nobody new waits; who waits already still does. */
  void letPass() {
    waits = "nobody";
  }

  /** Who waits is let go. */
  void letGo() {
    open.countDown();
  }

  /** The bodies of all that was asked so far. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String question = new String(body, UTF_8);
      asked.add(question);
      if (question.contains(waits)) {
        open.await();
      }
      HttpRequest request =
          HttpRequest.newBuilder(node)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    letGo();
    server.stop(0);
  }
}
