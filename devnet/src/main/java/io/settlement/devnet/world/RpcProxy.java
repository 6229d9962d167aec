// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a service and a node. It can hold back one kind of call, and it can be told to
 * omit, lie or hang, as providers do.
 */
public final class RpcProxy implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;
  private final URI node;
  private final AtomicReference<@Nullable Hold> hold = new AtomicReference<>();

  private volatile ProxyFault fault = ProxyFault.NONE;
  private volatile CountDownLatch hanging = new CountDownLatch(0);

  private RpcProxy(HttpServer server, URI node) {
    this.server = server;
    this.node = node;
  }

  /** Calls of one method that are being held back. */
  public static final class Hold {
    private final String method;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> held = new CopyOnWriteArrayList<>();
    private volatile boolean forwards;

    private Hold(String method) {
      this.method = method;
    }

    /** The bodies that arrived so far. */
    public List<String> held() {
      return List.copyOf(held);
    }
  }

  static RpcProxy before(URI node) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      RpcProxy proxy = new RpcProxy(server, node);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", proxy::handle);
      server.start();
      return proxy;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Where callers reach the node through it. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How it behaves from now on; what hung so far goes on. */
  public void behave(ProxyFault next) {
    hanging.countDown();
    hanging = new CountDownLatch(next == ProxyFault.HANGS ? 1 : 0);
    fault = next;
  }

  /** From now on calls of this method wait. */
  public Hold hold(String method) {
    Hold holding = new Hold(method);
    hold.set(holding);
    return holding;
  }

  /** What was held goes on to the node, late, as from a network that was slow. */
  public void release(Hold holding) {
    end(holding, true);
  }

  /** What was held never reaches the node. */
  public void drop(Hold holding) {
    end(holding, false);
  }

  private void end(Hold holding, boolean forwards) {
    holding.forwards = forwards;
    hold.compareAndSet(holding, null);
    holding.end.countDown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      hanging.await();
      if (!mayPass(body)) {
        return;
      }
      HttpRequest request =
          HttpRequest.newBuilder(node)
              .header("content-type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().add("content-type", "application/json");
      byte[] told = fault.bend(body, answer.body());
      exchange.sendResponseHeaders(answer.statusCode(), told.length);
      exchange.getResponseBody().write(told);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean mayPass(byte[] body) throws InterruptedException {
    Hold holding = hold.get();
    String text = new String(body, StandardCharsets.UTF_8);
    if (holding == null || !text.contains("\"" + holding.method + "\"")) {
      return true;
    }
    holding.held.add(text);
    holding.end.await();
    return holding.forwards;
  }

  @Override
  public void close() {
    hanging.countDown();
    Hold holding = hold.get();
    if (holding != null) {
      drop(holding);
    }
    server.stop(0);
    http.close();
  }
}
