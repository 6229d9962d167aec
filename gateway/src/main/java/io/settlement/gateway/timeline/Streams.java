// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.minBy;
import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.gateway.timeline.Source.Event;
import io.settlement.gateway.timeline.Source.History;
import io.settlement.gateway.timeline.Source.Mark;
import io.settlement.gateway.timeline.Source.News;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.work.Worker;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live streams of this gateway. What is new is asked of the database, not of memory, because
 * another replica may have read the fact: one question for all streams of a kind, however many
 * there are. Who begins or falls behind is told what was, a page at a time, until what is new
 * follows it; positions are in the order of commits, so nothing is lost or told twice between.
 */
@Component
class Streams implements SmartLifecycle {
  /** Most that is read at once of what is new. */
  private static final int MOST_NEWS = 2_000;

  /** Most subjects that are told at once what was, and most that each is told. */
  private static final int MOST_BEHIND = 50;

  private static final int PAGE = 100;

  private final StreamSettings settings;
  private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
  private final Map<Source, Place> places = new HashMap<>();
  private final Semaphore somethingToDo = new Semaphore(0);
  private volatile @Nullable Worker reader;

  /** Up to where a source was read, and which of its subjects end with what is read next. */
  private static final class Place {
    private long position;
    private final Set<String> ending = new HashSet<>();

    Place(long position) {
      this.position = position;
    }
  }

  Streams(StreamSettings settings, MeterRegistry meters) {
    this.settings = settings;
    meters.gaugeCollectionSize("settlement.gateway.streams", List.of(), streams);
  }

  /**
   * Opens one.
   *
   * @param caller the name of the API key
   * @param after the event after which it begins; null when none is named
   */
  synchronized SseEmitter open(String caller, Source source, String subject, @Nullable Long after) {
    streams.removeIf(stream -> !stream.isOpen());
    long own = streams.stream().filter(stream -> stream.caller().equals(caller)).count();
    if (streams.size() >= settings.maxStreams() || own >= settings.maxStreamsPerKey()) {
      throw Problem.tooMany("too-many-streams", "close a stream before opening another");
    }
    long unsaid = source.fromTheFirst() ? 0 : LiveStream.FROM_NOW;
    LiveStream stream =
        new LiveStream(caller, source, subject, after == null ? unsaid : after, settings);
    stream.emitter().onCompletion(stream::close);
    stream.emitter().onError(error -> stream.close());
    streams.add(stream);
    Thread.ofVirtual().name("stream-" + subject).start(stream);
    somethingToDo.release();
    return stream.emitter();
  }

  /** Looks at regular times, and at once when a stream was opened or there is more. */
  private void turn() throws InterruptedException {
    if (somethingToDo.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
      somethingToDo.drainPermits();
    }
    streams.removeIf(stream -> !stream.isOpen());
    Map<Source, List<LiveStream>> bySource =
        streams.stream().collect(groupingBy(LiveStream::source));
    places.keySet().retainAll(bySource.keySet());
    boolean more = false;
    for (Map.Entry<Source, List<LiveStream>> of : bySource.entrySet()) {
      Source source = of.getKey();
      Place place = places.computeIfAbsent(source, asked -> new Place(asked.end()));
      more |= tellWhatWas(source, place, of.getValue());
      more |= tellWhatIsNew(source, place, of.getValue());
    }
    if (more) {
      somethingToDo.release();
    }
  }

  private boolean tellWhatWas(Source source, Place place, List<LiveStream> of) {
    List<LiveStream> behind = of.stream().filter(LiveStream::isBehind).toList();
    if (behind.isEmpty()) {
      return false;
    }
    long forgotten = source.forgotten();
    behind.forEach(stream -> stream.greet(place.position, forgotten));
    Map<String, List<LiveStream>> ready =
        behind.stream()
            .filter(stream -> stream.isBehind() && stream.hasRoomFor(PAGE))
            .collect(groupingBy(LiveStream::subject));
    Map<String, List<LiveStream>> now =
        ready.entrySet().stream()
            .limit(MOST_BEHIND)
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    if (now.isEmpty()) {
      return false;
    }
    History history = source.history(now.values().stream().map(Streams::earliest).toList(), PAGE);
    Map<String, List<Event>> events = history.events().stream().collect(groupingBy(Event::subject));
    boolean more = now.size() < ready.size();
    for (Map.Entry<String, List<LiveStream>> one : now.entrySet()) {
      List<Event> page = events.getOrDefault(one.getKey(), List.of());
      page.forEach(event -> one.getValue().forEach(stream -> stream.catchUp(event)));
      if (page.size() < PAGE) {
        one.getValue().forEach(LiveStream::caughtUp);
        if (history.ended().contains(one.getKey())) {
          one.getValue().forEach(LiveStream::end);
        }
      } else {
        more = true;
      }
    }
    return more;
  }

  /** What follows it in one page is in order and without a hole for all of its subject. */
  private static Mark earliest(Collection<LiveStream> ofOneSubject) {
    LiveStream first =
        ofOneSubject.stream()
            .collect(minBy((a, b) -> Long.compare(a.seen(), b.seen())))
            .orElseThrow();
    return new Mark(first.subject(), first.seen());
  }

  private boolean tellWhatIsNew(Source source, Place place, List<LiveStream> of) {
    Map<String, List<LiveStream>> bySubject = of.stream().collect(groupingBy(LiveStream::subject));
    News news = source.after(place.position, bySubject.keySet(), MOST_NEWS);
    for (Event event : news.events()) {
      bySubject.getOrDefault(event.subject(), List.of()).forEach(stream -> stream.offer(event));
    }
    place.position = news.position();
    place.ending.addAll(news.ended());
    if (!news.more()) {
      for (String subject : place.ending) {
        bySubject.getOrDefault(subject, List.of()).forEach(LiveStream::end);
      }
      place.ending.clear();
    }
    return news.more();
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
