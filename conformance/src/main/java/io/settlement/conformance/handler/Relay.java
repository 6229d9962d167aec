// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.settlement.conformance.Exchange;
import io.settlement.conformance.Node;
import io.settlement.conformance.Unanswered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A node's questions and answers at an address of this machine. Who forks the chain asks here: it
 * learns no address with an access token, reaches no address the node's own policy forbids, and
 * asks no more than the node's load allows.
 */
final class Relay implements AutoCloseable {
  private static final int MOST_ASKED = 1 << 20;
  private static final int BAD_GATEWAY = 502;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String path;

  private Relay(HttpServer server, String path) {
    this.server = server;
    this.path = path;
  }

  static Relay to(Node node) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] secret = new byte[16];
    RANDOM.nextBytes(secret);
    Relay relay = new Relay(server, "/" + HexFormat.of().formatHex(secret));
    server.setExecutor(relay.threads);
    server.createContext(relay.path, asked -> pass(node, asked));
    server.start();
    return relay;
  }

  String url() {
    InetSocketAddress at = server.getAddress();
    return "http://%s:%d%s".formatted(at.getAddress().getHostAddress(), at.getPort(), path);
  }

  private static void pass(Node node, HttpExchange asked) throws IOException {
    try (asked) {
      Exchange answer = node.exchange(asked.getRequestBody().readNBytes(MOST_ASKED));
      asked.getResponseHeaders().set("Content-Type", "application/json");
      asked.sendResponseHeaders(
          answer.status() / 100 == 3 ? BAD_GATEWAY : answer.status(), answer.body().length);
      asked.getResponseBody().write(answer.status() / 100 == 3 ? new byte[0] : answer.body());
    } catch (Unanswered silent) {
      asked.sendResponseHeaders(BAD_GATEWAY, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
