// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** An address that says what a token is worth, as {@code {"usd": "…"}}. */
public final class PriceFeed {
  private final HttpServer server;
  private volatile String usd;

  private PriceFeed(HttpServer server, String usd) {
    this.server = server;
    this.usd = usd;
  }

  /** Answers from now on, on a free port. */
  static PriceFeed start(String usd) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      PriceFeed feed = new PriceFeed(server, usd);
      server.createContext(
          "/",
          exchange -> {
            byte[] body = "{\"usd\":\"%s\"}".formatted(feed.usd).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return feed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it says from now on. */
  public void say(String price) {
    usd = price;
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }
}
