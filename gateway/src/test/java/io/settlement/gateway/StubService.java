// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service behind the gateway: remembers what it was asked, answers what it is told to. */
public final class StubService {
  private final String name;
  private volatile HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile HttpHandler answer = this::nameItself;

  /** One request as it arrived. */
  public record Asked(String method, URI uri, Map<String, String> headers, String body) {
    /** A header; empty when it did not come. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private StubService(String name, int port) {
    this.name = name;
    this.server = listen(port);
  }

  /** Starts one on a free port. */
  public static StubService start(String name) {
    return new StubService(name, 0);
  }

  /** Nobody listens on its port any more. */
  public void die() {
    server.stop(0);
  }

  /** Listens on the same port again. */
  public void revive() {
    server = listen(port());
  }

  /** Where it is. */
  public String address() {
    return "http://localhost:" + port();
  }

  /** Its port. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** What it answers from now on. */
  public void answer(int status, String type, String body) {
    answer = exchange -> write(exchange, status, type, body);
  }

  /** Does anything with a request from now on. */
  public void answer(HttpHandler handler) {
    answer = handler;
  }

  /** Answers its name again, and has heard nothing. */
  public void reset() {
    answer = this::nameItself;
    asked.clear();
  }

  /** The last request. */
  public Asked last() {
    return asked.getLast();
  }

  /** How many requests came. */
  public int count() {
    return asked.size();
  }

  /** Answers a request. */
  public static void write(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private HttpServer listen(int port) {
    try {
      HttpServer listening = HttpServer.create(new InetSocketAddress("localhost", port), 0);
      listening.createContext("/", this::handle);
      listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      exchange.getRequestHeaders().forEach((key, values) -> headers.put(key, values.getFirst()));
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body));
      answer.handle(exchange);
    }
  }

  private void nameItself(HttpExchange exchange) throws IOException {
    write(exchange, 200, "application/json", "{\"service\": \"%s\"}".formatted(name));
  }
}
