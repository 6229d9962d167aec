// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node that misbehaves in ways a real one cannot be made to. */
final class FakeNode implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  /** What it answers: an HTTP status and a body. */
  record Reply(int status, String body, String retryAfter) {
    Reply(int status, String body) {
      this(status, body, "");
    }

    static Reply ok(String body) {
      return new Reply(200, body);
    }
  }

  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();

  private FakeNode(HttpServer server) {
    this.server = server;
  }

  static FakeNode answering(Function<JsonNode, Reply> answer) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      FakeNode node = new FakeNode(server);
      server.createContext(
          "/",
          exchange -> {
            node.asked.incrementAndGet();
            Reply reply = answer.apply(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            byte[] body = reply.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            if (!reply.retryAfter().isEmpty()) {
              exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
            }
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Always the same. */
  static FakeNode answering(int status, String body) {
    return answering(request -> new Reply(status, body));
  }

  URI url() {
    return URI.create(
        "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort());
  }

  int asked() {
    return asked.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
