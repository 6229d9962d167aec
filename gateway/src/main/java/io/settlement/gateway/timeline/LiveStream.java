// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.gateway.timeline.Source.Event;
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
 * One client's stream. Its own thread writes, so that a slow client keeps nobody waiting; what one
 * that falls behind misses is read again for it when it has caught up.
 */
final class LiveStream implements Runnable {
  /** Stands for "what happens from now on". */
  static final long FROM_NOW = -1;

  private static final int MOST_WAITING = 256;
  private static final String END = "end";

  /** The data is written as it is. */
  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);

  private final String caller;
  private final Source source;
  private final String subject;
  private final StreamSettings settings;
  private final SseEmitter emitter = new SseEmitter(0L);
  private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean open = new AtomicBoolean(true);
  private volatile boolean ending;

  /** The last three are touched by the thread that reads the database only. */
  private long seen;

  private boolean behind = true;
  private boolean greeted;

  LiveStream(String caller, Source source, String subject, long seen, StreamSettings settings) {
    this.caller = caller;
    this.source = source;
    this.subject = subject;
    this.seen = seen;
    this.settings = settings;
  }

  String caller() {
    return caller;
  }

  Source source() {
    return source;
  }

  String subject() {
    return subject;
  }

  SseEmitter emitter() {
    return emitter;
  }

  boolean isOpen() {
    return open.get();
  }

  long seen() {
    return seen;
  }

  /** Whether it is to be told what was before it hears what is new. */
  boolean isBehind() {
    return behind;
  }

  boolean hasRoomFor(int events) {
    return waiting.remainingCapacity() > events;
  }

  /**
   * Tells a stream that begins where it is, so that it can be resumed before anything happened, and
   * one that resumes later than its source remembers that something is missing.
   *
   * @param end where the source ends
   * @param forgotten up to where the source has forgotten what was
   */
  void greet(long end, long forgotten) {
    if (greeted) {
      return;
    }
    greeted = true;
    if (seen == FROM_NOW) {
      seen = end;
      behind = false;
      enqueue(new Event(subject, end, "begin", "{}"));
    } else if (seen > 0 && seen < forgotten) {
      enqueue(new Event(subject, seen, "gap", "{\"forgotten\":%d}".formatted(forgotten)));
    }
  }

  /** One that has no room hears of it later. */
  void offer(Event event) {
    if (event.id() > seen && !ending && !behind) {
      take(event);
    }
  }

  /** What was, in order. */
  void catchUp(Event event) {
    if (event.id() > seen && !ending && behind) {
      take(event);
    }
  }

  /** It has been told all that was. */
  void caughtUp() {
    behind = false;
  }

  private void take(Event event) {
    if (enqueue(event)) {
      seen = event.id();
    } else {
      behind = true;
    }
  }

  /** After what is waiting: say that it is over, and close. One that is behind is told later. */
  void end() {
    if (!ending && !behind) {
      if (enqueue(new Event(subject, seen, END, "{}"))) {
        ending = true;
      } else {
        behind = true;
      }
    }
  }

  /** Wakes its thread, if that waits, to let it go. */
  void close() {
    if (open.getAndSet(false)) {
      waiting.offer(new Event(subject, seen, END, "{}"));
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
      Event next = next(deadline);
      if (next != null && open.get()) {
        emitter.send(written(next));
      } else if (ending) {
        return;
      } else if (open.get()) {
        emitter.send(SseEmitter.event().comment("beat"));
      }
    }
  }

  private static SseEventBuilder written(Event event) {
    SseEventBuilder written = SseEmitter.event().name(event.type());
    if (!event.type().equals(END)) {
      written.id(Long.toString(event.id()));
    }
    return written.data(event.data(), TEXT);
  }

  private @Nullable Event next(long deadline) throws InterruptedException {
    Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    Duration patience = left.compareTo(settings.heartbeat()) < 0 ? left : settings.heartbeat();
    return ending ? waiting.poll() : waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  private boolean enqueue(Event event) {
    return waiting.offer(event);
  }
}
