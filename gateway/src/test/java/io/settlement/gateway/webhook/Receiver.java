// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's server: keeps what comes, answers what it is told to. */
final class Receiver implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private volatile Function<Event, Integer> answer = event -> 204;
  private volatile String retryAfter = "";

  /** One delivery as it came. */
  record Event(HttpHeaders headers, String body) {
    String id() {
      return headers.firstValue("webhook-id").orElseThrow();
    }

    String type() {
      return json().path("type").asString();
    }

    String txid() {
      return json().at("/data/txid").asString();
    }

    JsonNode json() {
      return JSON.readTree(body);
    }

    /** By the library that Standard Webhooks itself offers. */
    boolean isSignedWith(String secret) {
      try {
        new Webhook(secret).verify(body, headers.map());
        return true;
      } catch (WebhookVerificationException e) {
        return false;
      } catch (com.standardwebhooks.exceptions.EmptyWebhookSecretException e) {
        throw new IllegalArgumentException(e);
      }
    }
  }

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/hook?to=us";
  }

  /** The status it answers from now on; 0 closes the connection without an answer. */
  void answer(Function<Event, Integer> status) {
    answer = status;
  }

  /** What its answers ask for from now on. */
  void retryAfter(String header) {
    retryAfter = header;
  }

  List<Event> events() {
    return events;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Event event =
          new Event(
              HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      events.add(event);
      int status = answer.apply(event);
      if (status == 0) {
        return;
      }
      if (!retryAfter.isEmpty()) {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
      }
      if (status / 100 == 3) {
        exchange.getResponseHeaders().set("Location", url() + "&again=true");
      }
      byte[] text = ("it is " + status + "\u0000" + "x".repeat(10_000)).getBytes(UTF_8);
      exchange.sendResponseHeaders(status, status == 204 ? -1 : text.length);
      if (status != 204) {
        exchange.getResponseBody().write(text);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
