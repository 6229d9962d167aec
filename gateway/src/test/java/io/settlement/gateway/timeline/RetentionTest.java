// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.TxId;
import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.GatewayWorld;
import io.settlement.gateway.timeline.Entries.Mark;
import io.settlement.kit.test.TableScans;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

class RetentionTest extends GatewayWorld {
  private static final Duration KEEP = Duration.ofDays(2);
  private static final Duration KEEP_ARCHIVED = Duration.ofDays(400);
  private static final String MESSAGE = "/v1/messages/" + Life.TXID;

  @Autowired Timeline timeline;
  @Autowired Messages messages;
  @Autowired Entries entries;
  @Autowired Search search;
  @Autowired Archive archive;
  @Autowired MeterRegistry meters;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void whatRestsLeavesTheLiveLinesAndIsToldAsBefore() {
    timeline.record(Life.happy());
    timeline.record(Life.of(another(1)).subList(0, 5));
    Answer message = partner.get(MESSAGE);
    Answer list = partner.get("/v1/messages");

    retention(KEEP.minusMinutes(1)).round();
    assertThat(linesOf(Life.TXID)).isEqualTo(Life.happy().size());
    retention(KEEP.plusMinutes(1)).round();

    assertThat(linesOf(Life.TXID)).isZero();
    assertThat(linesOf(another(1))).isEqualTo(5);
    assertThat(partner.get(MESSAGE).body()).isEqualTo(message.body());
    assertThat(partner.get("/v1/messages").body()).isEqualTo(list.body());
  }

  @Test
  void anArchivedMessageIsStreamedFromWhereTheClientWas() {
    timeline.record(Life.happy());
    long third = partner.get(MESSAGE).body().at("/timeline/2/id").asLong();
    retention(KEEP.plusMinutes(1)).round();

    try (EventReader reader =
        EventReader.open(partner, MESSAGE + "/events", "Last-Event-ID", Long.toString(third))) {
      Awaitility.await().until(reader::isClosed);
      assertThat(reader.names())
          .containsExactlyElementsOf(
              Stream.concat(
                      Life.happy().stream().skip(3).map(SuiteEvent::typeName), Stream.of("end"))
                  .toList());
    }
  }

  @Test
  void aFactThatIsToldAgainLeavesItsMessageInTheArchive() {
    timeline.record(Life.happy());
    retention(KEEP.plusMinutes(1)).round();
    Answer message = partner.get(MESSAGE);

    Life.happy().forEach(fact -> timeline.record(List.of(fact)));
    timeline.record(Life.happy());

    assertThat(linesOf(Life.TXID)).isZero();
    assertThat(partner.get(MESSAGE).body()).isEqualTo(message.body());
  }

  @Test
  void aFactThatIsNewBringsItsMessageBackWithAllItsLinesOnce() {
    SuiteEvent late = fact(GasPrepaid.class);
    List<SuiteEvent> rest = Life.happy().stream().filter(fact -> !fact.equals(late)).toList();
    assertThat(rest).hasSize(Life.happy().size() - 1);
    timeline.record(rest);
    double broughtBack = meters.counter("settlement.gateway.brought.back").count();
    retention(KEEP.plusMinutes(1)).round();

    timeline.record(Life.happy());
    timeline.record(List.of(late));

    assertThat(linesOf(Life.TXID)).isEqualTo(Life.happy().size());
    assertThat(rows("timeline_archive")).isZero();
    assertThat(rows("message")).isEqualTo(1);
    Answer message = partner.get(MESSAGE);
    assertThat(message.text("stage")).isEqualTo("SETTLED");
    assertThat(message.body().path("timeline").findValuesAsString("type"))
        .containsExactlyInAnyOrderElementsOf(
            Life.happy().stream().map(SuiteEvent::typeName).toList());
    assertThat(meters.counter("settlement.gateway.brought.back").count() - broughtBack)
        .isEqualTo(1);

    retention(KEEP.minusMinutes(1)).round();
    assertThat(linesOf(Life.TXID)).as("rests anew").isPositive();
    retention(KEEP.plusMinutes(1)).round();
    assertThat(linesOf(Life.TXID)).isZero();
    assertThat(partner.get(MESSAGE).body()).isEqualTo(message.body());
  }

  @Test
  void ofWhatIsForgottenOnlyStaysWhereItStands() {
    timeline.record(Life.happy());
    retention(KEEP.plusMinutes(1)).round();
    retention(KEEP_ARCHIVED.minusMinutes(1)).round();
    Answer archived = partner.get(MESSAGE);
    assertThat(archived.body().path("timeline").size()).isEqualTo(Life.happy().size());

    retention(KEEP_ARCHIVED.plusDays(3)).round();
    Answer forgotten = partner.get(MESSAGE);
    assertThat(forgotten.text("stage")).isEqualTo("SETTLED");
    assertThat(forgotten.body().path("gas")).isEqualTo(archived.body().path("gas"));
    assertThat(forgotten.body().path("timeline").size()).isZero();

    timeline.record(Life.happy());
    assertThat(partner.get(MESSAGE).body()).isEqualTo(forgotten.body());
    assertThat(rows("timeline")).isZero();
    assertThat(meters.counter("settlement.gateway.too.late").count())
        .isGreaterThanOrEqualTo(Life.happy().size());
  }

  @Test
  void topicsThatTellWhileItIsArchivedAreOverheardByNobody() throws Exception {
    timeline.record(Life.happy());
    Answer told = partner.get(MESSAGE);
    Retention always = retention(Duration.ofDays(10_000), 1);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 15; round++) {
        jdbc.sql("truncate message, timeline, timeline_archive").update();
        List<Callable<Boolean>> all =
            Stream.concat(Life.happy().stream(), Life.happy().stream())
                .flatMap(
                    fact ->
                        Stream.<Callable<Boolean>>of(
                            done(() -> timeline.record(List.of(fact))), done(always::round)))
                .toList();
        for (var one : threads.invokeAll(all)) {
          assertThat(one.get()).isTrue();
        }
        Answer message = partner.get(MESSAGE);
        assertThat(message.body().path("gas")).isEqualTo(told.body().path("gas"));
        assertThat(message.text("stage")).isEqualTo("SETTLED");
        assertThat(message.body().path("timeline").findValuesAsString("type"))
            .as("round %d", round)
            .containsExactlyInAnyOrderElementsOf(
                Life.happy().stream().map(SuiteEvent::typeName).toList());
      }
    }
  }

  @Test
  void nothingIsLookedForFromEndToEnd() {
    fill();
    TxId live = another(40_000);
    TxId archived = another(1);
    MessageQuery everything =
        new MessageQuery(null, null, null, null, null, null, null, null, null, null, null, 20_000L);
    List<Mark> marks = List.of(new Mark(live, 0), new Mark(archived, 0));

    assertThat(
            new TableScans(jdbc, transactions)
                .during(
                    () -> {
                      timeline.record(Life.of(live));
                      timeline.record(Life.of(archived));
                      timeline.record(Life.of(another(90_000)));
                      messages.find(live);
                      search.find(everything.asked());
                      messages.ended(List.of(live, archived));
                      entries.of(archived);
                      entries.after(marks, 5_000);
                      archive.archive(Instant.now(), Instant.now(), 10);
                      archive.forget(Instant.now(), 10);
                    }))
        .isEmpty();
  }

  /** Messages of which all but a few are archived, each with a dozen lines. */
  private void fill() {
    jdbc.sql(
            """
            insert into message (txid, stage, ended, rests_since, lines)
            select '0x' || lpad(to_hex(i), 64, '0'), 'SETTLED', true, now(),
                   case when i < 39900 then 'ARCHIVED' else 'LIVE' end
              from generate_series(1, 40000) as i
            """)
        .update();
    jdbc.sql(
            """
            insert into timeline (txid, type, discriminator, at, detail)
            select txid, 'Type' || n, '', now(), '{}' from message, generate_series(1, 12) as n
             where txid <= '0x' || lpad(to_hex(1000), 64, '0') or lines = 'LIVE'
            """)
        .update();
    jdbc.sql(
            """
            insert into timeline_archive (txid, last_id, archived_at, lines)
            select txid, 1, now() - interval '1 day' * seq,
                   '[{"id": 1, "type": "TypeX", "discriminator": "", "at": "2026-01-01", "detail": {}}]'
              from message where lines = 'ARCHIVED'
            """)
        .update();
    jdbc.sql("analyze message, timeline, timeline_archive").update();
  }

  private Retention retention(Duration later) {
    return retention(later, 250);
  }

  private Retention retention(Duration later, int batch) {
    return new Retention(
        archive,
        new RetentionSettings(KEEP, KEEP_ARCHIVED, Duration.ofMinutes(1), batch),
        Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC),
        meters);
  }

  private long linesOf(TxId txid) {
    return jdbc.sql("select count(*) from timeline where txid = ?")
        .param(txid.hex())
        .query(Long.class)
        .single();
  }

  private long rows(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private static Callable<Boolean> done(Runnable work) {
    return () -> {
      work.run();
      return true;
    };
  }

  private static SuiteEvent fact(Class<? extends SuiteEvent> type) {
    return Life.happy().stream().filter(type::isInstance).findFirst().orElseThrow();
  }

  private static TxId another(int number) {
    return TxId.of(BigInteger.valueOf(number));
  }
}
