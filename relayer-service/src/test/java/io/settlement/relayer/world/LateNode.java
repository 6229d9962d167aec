// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A door to a node that is shut until it is opened. */
public final class LateNode implements AutoCloseable {
  private final String behind;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private volatile boolean omitting;
  private @Nullable HttpServer server;

  /**
   * @param behind the node's own address
   */
  public LateNode(String behind) {
    this.behind = behind;
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the door is. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** From now on it answers, if it did not before. */
  public void openOnce() {
    if (server == null) {
      open();
    }
  }

  /** From now on it answers. */
  public void open() {
    try {
      HttpServer opened =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      opened.createContext("/", this::forward);
      opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      opened.start();
      server = opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on its index of logs is empty, although blocks and receipts have them. */
  public void omitLogs(boolean whether) {
    omitting = whether;
  }

  /** A batch is asked as one question or as many; what is not about logs passes untouched. */
  private byte[] withoutLogs(byte[] question, byte[] answer) {
    JsonNode asked = json.readTree(question);
    JsonNode answered = json.readTree(answer);
    Set<String> logs = new HashSet<>();
    (asked.isArray() ? asked : json.createArrayNode().add(asked))
        .forEach(
            one -> {
              if (one.path("method").asString().equals("eth_getLogs")) {
                logs.add(one.path("id").toString());
              }
            });
    (answered.isArray() ? answered : json.createArrayNode().add(answered))
        .forEach(
            one -> {
              if (logs.contains(one.path("id").toString())) {
                ((ObjectNode) one).putArray("result");
              }
            });
    return json.writeValueAsBytes(answered);
  }

  private void forward(HttpExchange exchange) throws IOException {
    byte[] question = exchange.getRequestBody().readAllBytes();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(behind))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(question))
            .build();
    try (exchange) {
      byte[] all = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
      byte[] answer = omitting ? withoutLogs(question, all) : all;
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
    http.close();
  }
}
