// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.ArtifactEvent;
import io.settlement.events.Golden;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.events.value.TxId;
import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.GatewayWorld;
import io.settlement.gateway.timeline.EventReader.Event;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Streams of what many messages share. */
class HandlerStreamsTest extends GatewayWorld {
  private static final String HANDLER = Life.OBSERVED.message().to().toString();
  private static final String EVENTS = "/v1/streams/handlers/" + HANDLER;
  private static final List<String> NEWS =
      Life.happy().stream()
          .map(SuiteEvent::typeName)
          .filter(word -> !Story.ASIDES.contains(word))
          .toList();

  @Autowired Timeline timeline;
  @Autowired Messages messages;
  @Autowired Entries entries;
  @Autowired Feed feed;
  @Autowired ArtifactEvents artifacts;
  @Autowired TransactionTemplate transaction;
  @Autowired MeterRegistry meters;
  private final List<EventReader> readers = new ArrayList<>();

  @AfterEach
  void leave() {
    readers.forEach(EventReader::close);
    Awaitility.await().until(() -> meters.get("settlement.gateway.streams").gauge().value() == 0);
  }

  @Test
  void tellsWhatHappensFromNowOnToAllMessagesOfTheHandler() {
    timeline.record(Life.happy());
    EventReader reader = begun(EVENTS);
    EventReader stranger = begun("/v1/streams/handlers/Beta:0x" + "99".repeat(20));

    timeline.record(Life.of(another(1)));
    timeline.record(Life.of(another(2)));

    await(reader, 1 + 2 * NEWS.size());
    assertThat(names(reader)).containsExactlyElementsOf(twice(NEWS));
    assertThat(reader.events().get(1).data())
        .contains("\"txid\":\"" + another(1) + "\"", "\"to\":\"" + HANDLER + "\"");
    assertThat(
            reader.events().stream()
                .map(Event::data)
                .filter(d -> d.contains("\"stage\":\"SETTLED\"")))
        .hasSize(2);
    assertThat(stranger.names()).containsExactly("begin");
  }

  @Test
  void resumesFromStoredHistoryAlsoBeforeAnythingHappened() {
    EventReader reader = begun(EVENTS);
    String begin = reader.events().getFirst().id();
    reader.close();
    IntStream.range(0, 30).forEach(i -> timeline.record(Life.of(another(i))));

    EventReader resumed = open(EVENTS, "Last-Event-ID", begin);
    await(resumed, 30 * NEWS.size());
    String middle = resumed.events().get(99).id();
    EventReader again = open(EVENTS, "Last-Event-ID", middle);

    await(again, 30 * NEWS.size() - 100);
    assertThat(again.events()).isEqualTo(resumed.events().subList(100, 30 * NEWS.size()));
    EventReader whole = open(EVENTS, "Last-Event-ID", "0");
    await(whole, 30 * NEWS.size());
    assertThat(whole.events()).isEqualTo(resumed.events());
  }

  @Test
  void aLineWhoseMessageWasNotKnownIsToldWhenItIs() {
    EventReader reader = begun(EVENTS);
    List<SuiteEvent> life = Life.happy();

    timeline.record(life.subList(2, 5));
    timeline.record(life.subList(0, 2));

    await(reader, 1 + 4);
    assertThat(names(reader))
        .containsExactlyInAnyOrder("GasPrepaid", "GasCovered", "MessageObserved", "MessageFinal");
    assertThat(reader.events().stream().map(Event::id)).doesNotHaveDuplicates();
  }

  @Test
  void whatIsCommittedLateIsNotSkippedThoughItsLinesHaveLowerIds() {
    EventReader reader = begun(EVENTS);
    TxId early = another(1);
    TxId late = another(2);
    String seen =
        transaction.execute(
            open -> {
              List<Entry> lines =
                  Life.of(early).stream().map(Telling::of).flatMap(List::stream).toList();
              messages.lock(new TreeSet<>(Set.of(early.hex())));
              Retelling retelling = Retelling.of(lines, Map.of());
              List<Entries.Added> added = entries.add(retelling.lines());
              messages.update(
                  retelling.stories().entrySet().stream()
                      .map(of -> MessageRow.of(of.getKey(), of.getValue()))
                      .toList(),
                  Instant.now());
              inAnother(() -> timeline.record(Life.of(late)));
              await(reader, 1 + NEWS.size());
              String last = reader.events().getLast().id();
              feed.add(added, retelling.located(), Instant.now());
              return last;
            });

    await(reader, 1 + 2 * NEWS.size());
    EventReader resumed = open(EVENTS, "Last-Event-ID", seen);
    await(resumed, NEWS.size());
    assertThat(resumed.events()).allMatch(event -> event.data().contains(early.hex()));
    assertThat(reader.events().subList(1 + NEWS.size(), 1 + 2 * NEWS.size()))
        .isEqualTo(resumed.events());
    assertThat(line(resumed.events().getFirst())).isLessThan(line(reader.events().get(1)));
  }

  @Test
  void whoWritesLaterCommitsLater() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch committing = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> first =
          threads.submit(
              () ->
                  transaction.executeWithoutResult(
                      open -> {
                        timeline.record(Life.of(another(1)));
                        written.countDown();
                        awaitLatch(committing);
                      }));
      awaitLatch(written);
      Future<?> second = threads.submit(() -> timeline.record(Life.of(another(2))));

      Awaitility.await()
          .until(
              () ->
                  jdbc.sql(
                              "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                          .query(Long.class)
                          .single()
                      > 0);
      assertThat(second.isDone()).isFalse();
      committing.countDown();
      first.get(10, TimeUnit.SECONDS);
      second.get(10, TimeUnit.SECONDS);
    }
    assertThat(
            jdbc.sql(
                    """
                    select m.txid from stream_line s join message m on m.seq = s.seq
                    group by m.txid order by min(s.position)
                    """)
                .query(String.class)
                .list())
        .containsExactly(another(1).hex(), another(2).hex());
  }

  @Test
  void manyWritersAtOnceAndAReaderThatComesAndGoesMissNothing() throws Exception {
    EventReader steady = begun(EVENTS);
    String last = steady.events().getFirst().id();
    List<Event> seen = new ArrayList<>();
    int writers = 4;
    int each = 15;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writing = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        int number = writer;
        Callable<Object> work =
            () -> {
              for (int i = 0; i < each; i++) {
                TxId txid = another(number * 1_000 + i);
                for (SuiteEvent fact : Life.of(txid)) {
                  transaction.executeWithoutResult(
                      open -> {
                        timeline.record(List.of(fact));
                        if (ThreadLocalRandom.current().nextInt(10) == 0) {
                          pause();
                        }
                      });
                }
              }
              return number;
            };
        writing.add(threads.submit(work));
      }
      while (!writing.stream().allMatch(Future::isDone)) {
        EventReader reader = open(EVENTS, "Last-Event-ID", last);
        pause();
        Awaitility.await()
            .until(() -> !reader.events().isEmpty() || writing.stream().allMatch(Future::isDone));
        List<Event> part = List.copyOf(reader.events());
        reader.close();
        seen.addAll(part);
        last = part.isEmpty() ? last : part.getLast().id();
      }
      for (Future<?> one : writing) {
        one.get();
      }
    }
    int all = writers * each * NEWS.size();
    await(steady, 1 + all);
    EventReader rest = open(EVENTS, "Last-Event-ID", last);
    int missing = all - seen.size();
    await(rest, missing);
    seen.addAll(rest.events());
    assertThat(seen).isEqualTo(steady.events().subList(1, 1 + all));
    assertThat(seen.stream().map(event -> Long.parseLong(event.id())).toList()).isSorted();
  }

  @Test
  void saysThatSomethingIsMissingWhenItIsForgotten() {
    timeline.record(Life.of(another(1)));
    EventReader reader = open(EVENTS, "Last-Event-ID", "0");
    await(reader, NEWS.size());
    String first = reader.events().getFirst().id();

    assertThat(feed.forget(Instant.now().minus(1, ChronoUnit.HOURS), 5_000)).isZero();
    assertThat(feed.forget(Instant.now().plusSeconds(1), 5_000)).isEqualTo(Life.happy().size());
    timeline.record(Life.of(another(2)));

    EventReader late = open(EVENTS, "Last-Event-ID", first);
    await(late, 1 + NEWS.size());
    assertThat(late.names().getFirst()).isEqualTo("gap");
    assertThat(late.names().subList(1, 1 + NEWS.size())).isEqualTo(NEWS);
  }

  @Test
  void tellsWhatHappensToAnArtifactOnceAndNothingOfPlans() {
    String path = "/v1/streams/artifacts/TEST-BTC";
    EventReader reader = begun(path);
    List<SuiteEvent> facts = ofArtifacts();

    kafka.send(facts);
    kafka.send(facts);
    kafka.send(Life.changed(facts.getFirst(), "TEST-BTC", "OTHER-BTC"));

    List<String> words =
        facts.stream().map(SuiteEvent::typeName).filter(w -> !w.equals("PlanChanged")).toList();
    await(reader, 1 + words.size());
    Awaitility.await()
        .until(
            () ->
                jdbc.sql("select count(*) from artifact_event where artifact = 'OTHER-BTC'")
                        .query(Long.class)
                        .single()
                    == 1);
    assertThat(names(reader)).containsExactlyElementsOf(words);
    Event third = reader.events().get(3);
    EventReader resumed = open(path, "Last-Event-ID", third.id());
    await(resumed, words.size() - 3);
    assertThat(resumed.events()).isEqualTo(reader.events().subList(4, 1 + words.size()));
    assertThat(third.data()).startsWith("{\"id\":" + third.id() + ",\"type\":\"" + third.name());
  }

  @Test
  void whatIsNoHandlerAndNoArtifactIsRefused() {
    Answer handler = partner.get("/v1/streams/handlers/Alpha", "Accept", "text/event-stream");
    Answer artifact = partner.get("/v1/streams/artifacts/-", "Accept", "text/event-stream");

    assertThat(handler.code()).isEqualTo("invalid-handler");
    assertThat(artifact.code()).isEqualTo("invalid-artifact");
    assertThat(stranger().get(EVENTS).status()).isEqualTo(401);
  }

  @Test
  void aFactOfLongAgoIsNoNewsOfAnArtifact() {
    artifacts.record(List.of((ArtifactEvent) Golden.read("ArtifactBooked")));

    assertThat(
            jdbc.sql("select count(*) from artifact_event where at < ?")
                .param(Timestamp.from(Instant.now().minus(2, ChronoUnit.DAYS)))
                .query(Long.class)
                .single())
        .isZero();
  }

  /** All golden facts about artifacts, as if they happened just now. */
  private static List<SuiteEvent> ofArtifacts() {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return Golden.of(Topics.ARTIFACT_EVENTS).stream()
        .<SuiteEvent>map(fact -> Life.changed(fact, fact.at().toString(), now))
        .filter(fact -> fact.key().equals("TEST-BTC"))
        .toList();
  }

  private void inAnother(Runnable work) {
    Thread thread = Thread.ofVirtual().start(work);
    try {
      assertThat(thread.join(java.time.Duration.ofSeconds(20))).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private EventReader begun(String path) {
    EventReader reader = open(path);
    await(reader, 1);
    assertThat(reader.names()).containsExactly("begin");
    return reader;
  }

  private EventReader open(String path, String... headers) {
    // One that was left is noticed when the next comment is written.
    EventReader reader =
        Awaitility.await()
            .until(
                () -> EventReader.open(partner, path, headers), opened -> opened.status() == 200);
    readers.add(reader);
    return reader;
  }

  private static void await(EventReader reader, int events) {
    Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(reader.events()).hasSizeGreaterThanOrEqualTo(events));
  }

  private static List<String> names(EventReader reader) {
    return reader.names().subList(1, reader.names().size());
  }

  private static long line(Event event) {
    String after = event.data().substring(event.data().indexOf("\"line\":") + 7);
    return Long.parseLong(after.substring(0, after.indexOf(',')));
  }

  private static List<String> twice(Collection<String> words) {
    return Stream.of(words, words).flatMap(Collection::stream).toList();
  }

  private static TxId another(int number) {
    return TxId.of(BigInteger.valueOf(55_000_000L + number));
  }

  private static void awaitLatch(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(40));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
