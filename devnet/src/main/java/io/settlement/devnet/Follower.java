// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Sent;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Prints what happens to a message as its live stream tells it, until its account is closed. */
final class Follower {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final Runnable watch;
  private final Progress progress;

  /** Looks now and then whether the world still stands, so that a dead service ends the waiting. */
  Follower(Runnable watch, Progress progress) {
    this.watch = watch;
    this.progress = progress;
  }

  void follow(Sent sent) {
    Set<Long> told = ConcurrentHashMap.newKeySet();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    CompletableFuture<Boolean> stream = open(sent, told);
    while (!isClosed(sent)) {
      if (System.nanoTime() > deadline) {
        throw new Failure(
            "%s did not end within %d s: %s"
                .formatted(sent.txid(), PATIENCE.toSeconds(), sent.look().describe()));
      }
      watch.run();
      if (stream.isDone()) {
        stream = open(sent, told);
      }
      waitFor(stream);
    }
    waitFor(stream);
  }

  private CompletableFuture<Boolean> open(Sent sent, Set<Long> told) {
    return CompletableFuture.supplyAsync(
        () ->
            sent.sending()
                .network()
                .partner()
                .follow(
                    sent.txid().hex(),
                    event -> {
                      MessageView.Entry entry = MessageView.Entry.of(event);
                      if (told.add(entry.id())) {
                        tell(entry);
                      }
                      return entry.type().equals("GasAccountClosed");
                    }));
  }

  /** Until it ends, or for a moment; one that broke off is opened again. */
  private static void waitFor(CompletableFuture<Boolean> stream) {
    try {
      stream.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stillOpen) {
      // The caller looks around and comes back.
    } catch (ExecutionException brokeOff) {
      Pause.millis(MOMENT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }

  private boolean isClosed(Sent sent) {
    return sent.look().has("GasAccountClosed");
  }

  private void tell(MessageView.Entry entry) {
    String chain = entry.chain();
    String reason = entry.detail().getOrDefault("outcome", entry.detail().get("purpose"));
    progress.say(
        "  %-19s %-5s %s"
            .formatted(entry.type(), chain == null ? "" : chain, reason == null ? "" : reason));
  }
}
