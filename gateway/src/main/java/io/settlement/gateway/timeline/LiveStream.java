// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.value.TxId;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One client's stream. Its own thread writes, so that a slow client keeps nobody waiting; one that
 * falls too far behind is let go and resumes with Last-Event-ID.
 */
final class LiveStream implements Runnable {
  private static final int MOST_WAITING = 1_000;

  private final String caller;
  private final TxId txid;
  private final StreamSettings settings;
  private final SseEmitter emitter = new SseEmitter(0L);
  private final BlockingQueue<SseEventBuilder> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean open = new AtomicBoolean(true);
  private volatile boolean ending;

  /** Touched by the thread that reads the database only. */
  private long seen;

  LiveStream(String caller, TxId txid, long seen, StreamSettings settings) {
    this.caller = caller;
    this.txid = txid;
    this.seen = seen;
    this.settings = settings;
  }

  String caller() {
    return caller;
  }

  TxId txid() {
    return txid;
  }

  SseEmitter emitter() {
    return emitter;
  }

  boolean isOpen() {
    return open.get();
  }

  Entries.Mark mark() {
    return new Entries.Mark(txid, seen);
  }

  void offer(Entries.Stored line) {
    if (line.id() <= seen || ending) {
      return;
    }
    seen = line.id();
    enqueue(
        SseEmitter.event()
            .id(Long.toString(line.id()))
            .name(line.entry().type())
            .data(MessageView.EntryView.of(line), MediaType.APPLICATION_JSON));
  }

  /** After what is waiting: say that it is over, and close. */
  void end() {
    if (!ending) {
      enqueue(SseEmitter.event().name("end").data("{}", MediaType.APPLICATION_JSON));
      ending = true;
    }
  }

  /** Wakes its thread, if that waits, to let it go. */
  void close() {
    if (open.getAndSet(false)) {
      waiting.offer(SseEmitter.event().comment("bye"));
    }
  }

  @Override
  public void run() {
    try {
      write(System.nanoTime() + settings.lifetime().toNanos());
    } catch (IOException | IllegalStateException e) {
      // The client left; it knows.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close();
      emitter.complete();
    }
  }

  private void write(long deadline) throws IOException, InterruptedException {
    emitter.send(SseEmitter.event().comment("open"));
    while (open.get() && System.nanoTime() < deadline) {
      SseEventBuilder next = next(deadline);
      if (next != null) {
        emitter.send(next);
      } else if (ending) {
        return;
      } else if (open.get()) {
        emitter.send(SseEmitter.event().comment("beat"));
      }
    }
  }

  private @Nullable SseEventBuilder next(long deadline) throws InterruptedException {
    Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    Duration patience = left.compareTo(settings.heartbeat()) < 0 ? left : settings.heartbeat();
    return ending ? waiting.poll() : waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void enqueue(SseEventBuilder event) {
    if (!waiting.offer(event)) {
      open.set(false);
    }
  }
}
