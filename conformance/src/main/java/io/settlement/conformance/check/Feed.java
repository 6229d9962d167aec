// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Node;
import io.settlement.conformance.Unanswered;
import io.settlement.conformance.Unanswered.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket to a node: through its client, so to no address that may not be asked. */
final class Feed implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int KEPT = 1000;
  private static final int CLOSED = 1000;

  private final Node node;
  private final WebSocket socket;
  private final Ears ears;
  private final AtomicInteger ids = new AtomicInteger();

  private Feed(Node node, WebSocket socket, Ears ears) {
    this.node = node;
    this.socket = socket;
    this.ears = ears;
  }

  /**
   * Connects.
   *
   * @throws Unanswered when it cannot
   */
  static Feed open(Node node) throws InterruptedException {
    String address =
        node.ws().orElseThrow(() -> new Unanswered(Cause.UNREACHABLE, "no WebSocket")).toString();
    Ears ears = new Ears();
    WebSocket socket = node.client().newWebSocket(new Request.Builder().url(address).build(), ears);
    Feed feed = new Feed(node, socket, ears);
    try {
      feed.await(ears.opened);
    } catch (Unanswered e) {
      socket.cancel();
      throw e;
    }
    return feed;
  }

  /**
   * Asks one thing.
   *
   * @throws Unanswered when there is no answer in time
   */
  Answer ask(String method, Object... params) throws InterruptedException {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    ears.waiting.put(id, answer);
    socket.send(
        JSON.writeValueAsString(
            Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", List.of(params))));
    JsonNode found = await(answer);
    JsonNode error = found.path("error");
    return error.isObject()
        ? new Answer.Refused(
            error.path("code").asLong(0), error.path("message").asString(""), error.get("data"))
        : new Answer.Result(found.path("result"));
  }

  /** What comes of a subscription until there are so many, or it took too long. */
  List<JsonNode> take(String subscription, int most, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    List<JsonNode> taken = new ArrayList<>();
    while (taken.size() < most) {
      JsonNode next = ears.told(subscription).poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return taken;
      }
      taken.add(next);
    }
    return taken;
  }

  private <T> T await(CompletableFuture<T> something) throws InterruptedException {
    try {
      return something.get(node.settings().answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Unanswered(Cause.TIMEOUT, node.name() + " is silent on its WebSocket", e);
    } catch (ExecutionException e) {
      throw new Unanswered(
          Cause.UNREACHABLE, "no WebSocket at " + node.name() + ": " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    if (!socket.close(CLOSED, null)) {
      socket.cancel();
    }
  }

  /** What is heard: the last {@value #KEPT} of each subscription, the rest is not kept. */
  private static final class Ears extends WebSocketListener {
    private final CompletableFuture<Boolean> opened = new CompletableFuture<>();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<JsonNode>> told = new ConcurrentHashMap<>();

    BlockingQueue<JsonNode> told(String subscription) {
      return told.computeIfAbsent(subscription, any -> new ArrayBlockingQueue<>(KEPT));
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      opened.complete(true);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      try {
        JsonNode message = JSON.readTree(text);
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt(-1));
        if (answer != null) {
          answer.complete(message);
        } else if (told.size() < KEPT) {
          JsonNode params = message.path("params");
          boolean kept =
              told(params.path("subscription").asString("")).offer(params.path("result"));
          if (!kept) {
            socket.cancel();
          }
        }
      } catch (JacksonException e) {
        fail(new Unanswered(Cause.GARBAGE, "not JSON on a WebSocket", e));
      }
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
      fail(failure);
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
      fail(new Unanswered(Cause.UNREACHABLE, "closed with " + code));
      socket.close(CLOSED, null);
    }

    private void fail(Throwable failure) {
      opened.completeExceptionally(failure);
      waiting.values().forEach(one -> one.completeExceptionally(failure));
    }
  }
}
