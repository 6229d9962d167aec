// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.work.Worker;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live streams of this gateway. What is new is asked of the database, not of memory: another
 * replica may have read the fact. Stored and live lines come the same way, so none is lost or told
 * twice between them.
 */
@Component
class Streams implements SmartLifecycle {
  private static final int MOST_AT_ONCE = 5_000;

  private final Messages messages;
  private final Entries entries;
  private final StreamSettings settings;
  private final List<LiveStream> streams = new CopyOnWriteArrayList<>();
  private final Semaphore somethingToDo = new Semaphore(0);
  private volatile @Nullable Worker reader;

  Streams(Messages messages, Entries entries, StreamSettings settings, MeterRegistry meters) {
    this.messages = messages;
    this.entries = entries;
    this.settings = settings;
    meters.gaugeCollectionSize("settlement.gateway.streams", List.of(), streams);
  }

  /**
   * Opens one after a place in the stream.
   *
   * @param caller the name of the API key
   */
  synchronized SseEmitter open(String caller, TxId txid, long after) {
    streams.removeIf(stream -> !stream.isOpen());
    long own = streams.stream().filter(stream -> stream.caller().equals(caller)).count();
    if (streams.size() >= settings.maxStreams() || own >= settings.maxStreamsPerKey()) {
      throw Problem.tooMany("too-many-streams", "close a stream before opening another");
    }
    LiveStream stream = new LiveStream(caller, txid, after, settings);
    stream.emitter().onCompletion(stream::close);
    stream.emitter().onError(error -> stream.close());
    streams.add(stream);
    Thread.ofVirtual().name("stream-" + txid).start(stream);
    somethingToDo.release();
    return stream.emitter();
  }

  /** Looks at regular times, and at once when a stream was opened. */
  private void turn() throws InterruptedException {
    if (somethingToDo.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
      somethingToDo.drainPermits();
    }
    streams.removeIf(stream -> !stream.isOpen());
    if (!streams.isEmpty()) {
      serve(streams.stream().collect(groupingBy(LiveStream::txid)));
    }
  }

  /** Who ended is asked first: what ended it is then among the lines. */
  private void serve(Map<TxId, List<LiveStream>> watching) {
    Set<TxId> ended = messages.ended(watching.keySet());
    List<Entries.Stored> lines =
        entries.after(
            watching.values().stream()
                .flatMap(List::stream)
                .map(LiveStream::mark)
                .distinct()
                .toList(),
            MOST_AT_ONCE);
    for (Entries.Stored line : lines) {
      watching.getOrDefault(line.entry().txid(), List.of()).forEach(stream -> stream.offer(line));
    }
    if (lines.size() < MOST_AT_ONCE) {
      ended.forEach(txid -> watching.getOrDefault(txid, List.of()).forEach(LiveStream::end));
    }
  }

  @Override
  public void start() {
    reader = Worker.start("streams", settings.pollInterval(), this::turn);
  }

  /** Lets everybody go before the web server waits for open requests. */
  @Override
  public void stop() {
    Worker running = reader;
    reader = null;
    if (running != null) {
      running.stop(somethingToDo::release);
    }
    streams.forEach(LiveStream::close);
  }

  @Override
  public boolean isRunning() {
    return reader != null;
  }
}
