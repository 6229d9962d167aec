// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One connection: subscribes to new heads, tells of each, and how it ended. */
final class HeadSocket implements WebSocket.Listener {
  private static final String SUBSCRIBE =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_subscribe\",\"params\":[\"newHeads\"]}";

  private final Runnable onHead;
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private volatile long heardAt = System.nanoTime();
  private volatile boolean rung;
  private boolean announces;

  HeadSocket(Runnable onHead) {
    this.onHead = onHead;
  }

  @Override
  public void onOpen(WebSocket socket) {
    var unused = socket.sendText(SUBSCRIBE, true);
    socket.request(1);
  }

  /**
   * What a message says does not matter, only that it announces; parts are looked at as they come.
   */
  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    heardAt = System.nanoTime();
    announces |= part.toString().contains("eth_subscription");
    if (last && announces) {
      announces = false;
      rung = true;
      onHead.run();
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
    heardAt = System.nanoTime();
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    end.complete("closed by the provider with " + code);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable failure) {
    end.complete(failure.toString());
  }

  /** Whether it ever announced a block. */
  boolean hasRung() {
    return rung;
  }

  boolean wasHeardWithin(Duration time) {
    return System.nanoTime() - heardAt < time.toNanos();
  }

  /** Waits for its end; empty when it did not end meanwhile. */
  Optional<String> end(Duration patience) throws InterruptedException {
    try {
      return Optional.of(end.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException stillOpen) {
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(String.valueOf(e.getCause()));
    }
  }
}
