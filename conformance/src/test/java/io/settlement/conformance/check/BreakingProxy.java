// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.settlement.conformance.check.Break.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocketListener;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands before a real node, over HTTP and WebSocket, and breaks one rule for each path: {@code
 * /chain-id} is the node whose chain id is wrong, {@code /truth} breaks none. Remembers which
 * methods each path was asked.
 */
final class BreakingProxy implements AutoCloseable {
  private static final String WHOLE_BODY = "(batch)";

  private final URI node;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final OkHttpClient upstream = new OkHttpClient();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Sockets sockets = new Sockets();
  private final Map<String, Break> breaks = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> asked = new ConcurrentHashMap<>();

  BreakingProxy(URI node) {
    this.node = node;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
    sockets.listen();
  }

  /** From now on this path breaks that. */
  BreakingProxy at(String path, Break broken) {
    breaks.put(path, broken);
    return this;
  }

  URI http(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
  }

  URI ws(String path) {
    return URI.create("ws://127.0.0.1:" + sockets.getPort() + "/" + path);
  }

  /** The methods it was asked on a path, over HTTP and WebSocket. */
  Set<String> asked(String path) {
    return asked.computeIfAbsent(path, unseen -> new ConcurrentSkipListSet<>());
  }

  private Break broken(String path) {
    return breaks.getOrDefault(path, Break.nothing());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      JsonNode asks = Break.JSON.readTree(body);
      remember(path, asks);
      Break broken = broken(path);
      Reply reply = broken.door().reply(asks, () -> inner(broken, asks, body));
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.sendResponseHeaders(
          reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void remember(String path, JsonNode asks) {
    if (asks.isArray()) {
      asked(path).add(WHOLE_BODY);
      asks.forEach(one -> asked(path).add(one.path("method").asString("")));
    } else {
      asked(path).add(asks.path("method").asString(""));
    }
  }

  /** What concerns no broken method passes as it is. */
  private Reply inner(Break broken, JsonNode asks, byte[] body)
      throws IOException, InterruptedException {
    if (!concerns(broken, asks)) {
      HttpResponse<byte[]> answer = post(body);
      return new Reply(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse("application/json"),
          answer.body());
    }
    if (!asks.isArray()) {
      return Reply.of(broken.turn().answer((ObjectNode) asks, this::truth));
    }
    ArrayNode answers = Break.JSON.createArrayNode();
    for (JsonNode one : asks) {
      answers.add(broken.turn().answer((ObjectNode) one, this::truth));
    }
    return Reply.of(answers);
  }

  private static boolean concerns(Break broken, JsonNode asks) {
    if (asks.isArray()) {
      return asks.valueStream().anyMatch(one -> concerns(broken, one));
    }
    return asks.isObject() && broken.methods().contains(asks.path("method").asString(""));
  }

  private ObjectNode truth(ObjectNode request) {
    try {
      return (ObjectNode) Break.JSON.readTree(post(Break.JSON.writeValueAsBytes(request)).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<byte[]> post(byte[] body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(node)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
    sockets.end();
    threads.shutdownNow();
    http.shutdownNow();
    upstream.dispatcher().executorService().shutdownNow();
    upstream.connectionPool().evictAll();
  }

  /** Each connection has one of its own to the node. */
  private final class Sockets extends WebSocketServer {
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Map<WebSocket, Line> lines = new ConcurrentHashMap<>();

    Sockets() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      setDaemon(true);
      setConnectionLostTimeout(0);
    }

    void listen() {
      start();
      try {
        listening.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    void end() {
      try {
        stop(1000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void onStart() {
      listening.countDown();
    }

    @Override
    public void onOpen(WebSocket near, ClientHandshake handshake) {
      lines.put(near, new Line(near, handshake.getResourceDescriptor().substring(1)));
    }

    @Override
    public void onMessage(WebSocket near, String message) {
      Line line = lines.get(near);
      if (line != null) {
        line.ask(message);
      }
    }

    @Override
    public void onClose(WebSocket near, int code, String reason, boolean remote) {
      Line line = lines.remove(near);
      if (line != null) {
        line.far.cancel();
      }
    }

    @Override
    public void onError(@Nullable WebSocket near, Exception e) {
      if (near != null) {
        near.close();
      }
    }
  }

  /** One subscriber's way to the node and back. */
  private final class Line extends WebSocketListener {
    private final WebSocket near;
    private final String path;
    private final okhttp3.WebSocket far;
    private final Map<JsonNode, ObjectNode> open = new ConcurrentHashMap<>();

    Line(WebSocket near, String path) {
      this.near = near;
      this.path = path;
      this.far =
          upstream.newWebSocket(
              new Request.Builder().url(node.toString().replaceFirst("^http", "ws")).build(), this);
    }

    void ask(String message) {
      JsonNode asks = Break.JSON.readTree(message.getBytes(UTF_8));
      remember(path, asks);
      if (asks instanceof ObjectNode request) {
        open.put(request.path("id"), request);
      }
      far.send(message);
    }

    @Override
    public void onMessage(okhttp3.WebSocket socket, String text) {
      ObjectNode told = (ObjectNode) Break.JSON.readTree(text);
      Break broken = broken(path);
      ObjectNode request = told.has("id") ? open.remove(told.path("id")) : null;
      ObjectNode passed;
      if (request == null) {
        passed = broken.news().instead(told);
      } else if (concerns(broken, request)) {
        passed = broken.turn().answer(request, same -> told);
      } else {
        passed = told;
      }
      if (passed != null && near.isOpen()) {
        near.send(Break.JSON.writeValueAsString(passed));
      }
    }

    @Override
    public void onClosed(okhttp3.WebSocket socket, int code, String reason) {
      near.close();
    }

    @Override
    public void onFailure(okhttp3.WebSocket socket, Throwable cause, @Nullable Response response) {
      near.close();
    }
  }
}
