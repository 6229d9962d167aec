// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.TxId;
import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.GatewayWorld;
import io.settlement.kit.test.TableScans;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

class SearchTest extends GatewayWorld {
  private static final MessageEvent.MessageSettled SETTLED =
      Golden.read(MessageEvent.MessageSettled.class);
  private static final String SENDER = Life.OBSERVED.message().sender().hex();
  private static final String FROM = Life.OBSERVED.message().from().toString();
  private static final String TO = Life.OBSERVED.message().to().toString();
  private static final String OTHER_SENDER = "0x" + "ee".repeat(20);
  private static final int MANY = 100_000;

  @Autowired Timeline timeline;
  @Autowired Search search;
  @Autowired Archive archive;
  @Autowired MeterRegistry meters;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void findsAMessageByWhateverIsKnownOfIt() {
    TxId other = another(1);
    timeline.record(Life.happy());
    timeline.record(List.of(Life.changed(Life.OBSERVED, Life.TXID.hex(), other.hex())));

    assertThat(txids("q=" + other)).containsExactly(other.hex());
    assertThat(txids("q=" + other.hex().substring(2))).containsExactly(other.hex());
    assertThat(txids("q=" + hashOf(SETTLED))).containsExactly(Life.TXID.hex());
    assertThat(txids("q=" + hashOf(SETTLED).substring(2).toUpperCase(Locale.ROOT)))
        .containsExactly(Life.TXID.hex());
    assertThat(txids("tx=" + hashOf(SETTLED))).containsExactly(Life.TXID.hex());
    assertThat(txids("tx=" + Life.OBSERVED.ref().txHash()))
        .as("one transaction sent both")
        .containsExactlyInAnyOrder(Life.TXID.hex(), other.hex());
    assertThat(txids("tx=" + other)).isEmpty();
    assertThat(txids("q=0x" + "ab".repeat(32))).isEmpty();
  }

  @Test
  void findsTheMessagesOfAnAddressAHandlerOrARoute() {
    TxId other = another(1);
    timeline.record(Life.happy());
    timeline.record(
        List.of(Life.changed(Life.OBSERVED, Life.TXID.hex(), other.hex(), SENDER, OTHER_SENDER)));
    String receiver = requireNonNull(Life.OBSERVED.message().transfer()).receiver().hex();

    assertThat(txids("address=" + SENDER)).containsExactly(Life.TXID.hex());
    assertThat(txids("q=" + OTHER_SENDER)).containsExactly(other.hex());
    assertThat(txids("address=" + receiver)).contains(Life.TXID.hex());
    for (String end : List.of("handler=" + FROM, "q=" + TO, "route=" + FROM + ">" + TO)) {
      assertThat(txids(end)).as(end).containsExactlyInAnyOrder(Life.TXID.hex(), other.hex());
    }
    assertThat(txids("route=" + TO + ">" + FROM)).isEmpty();
    assertThat(txids("q=" + FROM + ">" + TO + "&address=" + SENDER))
        .containsExactly(Life.TXID.hex());
  }

  @Test
  void findsByWhereTheyStandAndHowTheyEnded() {
    TxId waiting = another(1);
    TxId failed = another(2);
    timeline.record(Life.happy());
    timeline.record(Life.of(waiting).subList(0, 5));
    timeline.record(
        Life.of(failed).stream()
            .map(fact -> Life.changed(fact, "\"SUCCESS\"", "\"FAILED\""))
            .toList());

    assertThat(txids("stage=FINAL")).containsExactly(waiting.hex());
    assertThat(txids("stage=settled")).containsExactlyInAnyOrder(Life.TXID.hex(), failed.hex());
    assertThat(txids("outcome=FAILED")).containsExactly(failed.hex());
    assertThat(txids("outcome=SUCCESS&handler=" + FROM)).containsExactly(Life.TXID.hex());
    assertThat(txids("stage=SETTLED&outcome=FAILED")).containsExactly(failed.hex());
    assertThat(txids("stage=FINAL&outcome=FAILED")).isEmpty();

    timeline.record(Life.of(waiting));
    assertThat(txids("stage=FINAL")).isEmpty();
    assertThat(rows("message_standing")).as("the failed one").isEqualTo(1);
  }

  @Test
  void saysWhenItWasSentAndLastHeardOfAndFindsByThat() {
    timeline.record(Life.happy());
    Instant first = Life.happy().stream().map(SuiteEvent::at).min(Instant::compareTo).orElseThrow();
    Instant last =
        Life.happy().stream()
            .filter(fact -> !Story.ASIDES.contains(fact.typeName()))
            .map(SuiteEvent::at)
            .max(Instant::compareTo)
            .orElseThrow();

    Answer list = partner.get("/v1/messages");
    assertThat(list.body().at("/items/0/sentAt").asString()).isEqualTo(first.toString());
    assertThat(list.body().at("/items/0/updatedAt").asString()).isEqualTo(last.toString());
    assertThat(txids("since=" + first + "&until=" + first.plusSeconds(1))).hasSize(1);
    assertThat(txids("since=" + first.plusSeconds(1))).isEmpty();
    assertThat(txids("until=" + first)).isEmpty();
    assertThat(txids("until=" + first.plusSeconds(1) + "&stage=SETTLED&q=" + SENDER)).hasSize(1);
  }

  @Test
  void aTransactionFindsItsMessageWhenItsLinesAreArchivedAndForgotten() {
    timeline.record(Life.happy());
    for (Duration later : List.of(Duration.ofDays(3), Duration.ofDays(500))) {
      new Retention(
              archive,
              new RetentionSettings(
                  Duration.ofDays(2), Duration.ofDays(400), Duration.ofMinutes(1), 250),
              Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC),
              meters)
          .round();
      assertThat(rows("timeline")).isZero();
      assertThat(txids("tx=" + hashOf(SETTLED))).containsExactly(Life.TXID.hex());
    }
    assertThat(rows("timeline_archive")).isZero();
  }

  @Test
  void countsByRouteAndStage() {
    timeline.record(Life.happy());
    timeline.record(Life.of(another(1)));
    timeline.record(Life.of(another(2)).subList(0, 5));

    Answer all = partner.get("/v1/messages/summary?since=2020-01-01T00:00:00Z");

    assertThat(all.status()).isEqualTo(200);
    assertThat(all.body().path("complete").asBoolean()).isTrue();
    assertThat(all.body().path("items").size()).isEqualTo(2);
    assertThat(all.body().at("/items/0/route/from").asString()).isEqualTo(FROM);
    assertThat(all.body().at("/items/0/route/to").asString()).isEqualTo(TO);
    assertThat(all.body().at("/items/0/stage").asString()).isEqualTo("FINAL");
    assertThat(all.body().at("/items/0/messages").asLong()).isEqualTo(1);
    assertThat(all.body().at("/items/1/stage").asString()).isEqualTo("SETTLED");
    assertThat(all.body().at("/items/1/messages").asLong()).isEqualTo(2);
    assertThat(partner.get("/v1/messages/summary?since=yesterday").code())
        .isEqualTo("invalid-time");
  }

  @ParameterizedTest
  @CsvSource({
    "q=what,invalid-search",
    "q=0x12,invalid-search",
    "q=Alpha:0x12,invalid-handler",
    "tx=0x12,invalid-hash",
    "address=0x12,invalid-address",
    "address=%00,invalid-address",
    "handler=Alpha,invalid-handler",
    "handler=1:0x1111111111111111111111111111111111111111,invalid-chain-name",
    "route=Alpha,invalid-route",
    "stage=GONE,invalid-stage",
    "outcome=MAYBE,invalid-outcome",
    "since=today,invalid-time",
    "until=-999999999-01-01T00:00:00Z,invalid-time",
    "cursor=x,invalid-cursor",
    "cursor=99999999999999999999,invalid-cursor",
    "limit=0,invalid-request",
    "limit=201,invalid-request"
  })
  void refusesWhatNobodyCanLookFor(String query, String code) {
    Answer answer = partner.get("/v1/messages?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void everyQuestionIsAnsweredByAnIndexOfAHundredThousandMessages() {
    fill();
    TableScans scans = new TableScans(jdbc, transactions);
    String sender = "address=" + address(7);
    String handler = "handler=" + handler("Alpha", 3);
    String route = "route=" + handler("Alpha", 3) + ">" + handler("Beta", 3);
    for (String asked :
        List.of(
            "",
            "cursor=50000",
            "before=50000",
            "q=" + another(50_000),
            "tx=" + another(50_000),
            "tx=" + another(50_000) + "&stage=PARKED",
            sender,
            sender + "&cursor=50000",
            handler,
            route,
            "stage=PARKED",
            "outcome=FAILED",
            "since=2026-01-01T12:00:00Z",
            "since=2026-01-01T12:00:00Z&until=2026-01-01T12:10:00Z&cursor=1000",
            sender + "&since=2026-01-01T12:00:00Z&until=2026-01-01T13:00:00Z")) {
      assertThat(scans.during(() -> find(asked))).as("read from end to end: %s", asked).isEmpty();
      assertThat(read(scans, asked)).as("rows read: %s", asked).isLessThan(250);
    }
    for (String asked :
        List.of(
            "stage=SETTLED&outcome=FAILED",
            handler + "&stage=SETTLED",
            handler + "&outcome=SUCCESS&" + sender,
            route + "&stage=ORPHANED",
            "stage=SETTLED",
            "outcome=SUCCESS&until=2026-01-01T12:00:00Z",
            "stage=PARKED&" + route,
            sender + "&stage=PARKED")) {
      assertThat(scans.during(() -> find(asked))).as("read from end to end: %s", asked).isEmpty();
      assertThat(read(scans, asked))
          .as("rows read: %s", asked)
          .isLessThan(4L * Search.MOST_LOOKED_AT);
    }
    assertThat(scans.during(() -> search.count(Instant.parse("2026-01-01T23:00:00Z"))))
        .as("counted from end to end")
        .isEmpty();
    assertThat(scans.rowsReadBy(() -> search.count(Instant.EPOCH)).get("message"))
        .isLessThanOrEqualTo(2L * Search.MOST_COUNTED);
    Search.Summary all = search.count(Instant.EPOCH);
    assertThat(all.complete()).isFalse();
    assertThat(all.since()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void whoGoesOnFindsAllThatFitsThoughPartsAreShort() {
    fill();
    // One in 32 of the sender's.
    String asked =
        "outcome=FAILED&since=2026-01-01T00:00:00Z&stage=SETTLED&limit=200&address=" + address(3);
    List<String> found = new ArrayList<>();
    String cursor = "";
    int parts = 0;
    do {
      Answer part = partner.get("/v1/messages?" + encoded(asked) + cursor);
      part.body().path("items").forEach(m -> found.add(m.path("txid").asString()));
      cursor = "&cursor=" + part.text("next");
      parts++;
    } while (!cursor.equals("&cursor="));

    List<String> all =
        jdbc.sql(
                """
                select txid from message
                where sender = ? and stage = 'SETTLED' and outcome = 'FAILED'
                order by sent_at desc, seq desc
                """)
            .param(address(3))
            .query((row, number) -> row.getString("txid"))
            .list();
    assertThat(all).hasSizeBetween(201, 400);
    assertThat(found).containsExactlyElementsOf(all);
    assertThat(parts).as("of 10,000 no more than 2,000 are looked at for each").isGreaterThan(4);
  }

  /**
   * A day of messages: ten routes; ten busy senders and one of each message; one in 64 failed, one
   * in 20,000 is parked.
   */
  private void fill() {
    jdbc.sql(
            """
            insert into message (txid, stage, outcome, from_handler, to_handler, sender, receiver,
                                 sent_at, updated_at)
            select '0x' || lpad(to_hex(i), 64, '0'),
                   case when i % 20000 = 0 then 'PARKED' else 'SETTLED' end,
                   case when i % 64 = 1 then 'FAILED' when i % 20000 <> 0 then 'SUCCESS' end,
                   'Alpha:0x' || lpad((i % 10)::text, 40, '0'),
                   'Beta:0x' || lpad((i % 10)::text, 40, '0'),
                   '0x' || lpad((i % 10)::text, 40, '0'),
                   '0x' || lpad((1000 + i)::text, 40, '0'),
                   timestamptz '2026-01-01 00:00:00Z' + i * interval '800 milliseconds', now()
            from generate_series(1, :many) as i
            """)
        .param("many", MANY)
        .update();
    jdbc.sql(
            """
            insert into message_tx (tx_hash, seq)
            select decode(substr(txid, 3), 'hex'), seq from message
            """)
        .update();
    jdbc.sql(
            """
            insert into message_standing (seq, stage, outcome, sent_at)
            select seq, stage, outcome, sent_at from message
            where stage <> 'SETTLED' or outcome = 'FAILED'
            """)
        .update();
    jdbc.sql("analyze message, message_tx, message_standing").update();
  }

  private Search.Page find(String asked) {
    Map<String, String> values =
        asked.isEmpty()
            ? Map.of()
            : Arrays.stream(asked.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    String before = values.get("before");
    String cursor = values.get("cursor");
    long seq = firstSeq();
    return search.find(
        new MessageQuery(
                values.get("q"),
                values.get("tx"),
                values.get("address"),
                values.get("handler"),
                values.get("route"),
                values.get("stage"),
                values.get("outcome"),
                values.get("since"),
                values.get("until"),
                20,
                cursor == null ? null : Long.toString(seq + Long.parseLong(cursor)),
                before == null ? null : seq + Long.parseLong(before))
            .asked());
  }

  private long firstSeq() {
    return jdbc.sql("select seq from message order by seq limit 1").query(Long.class).single();
  }

  private long read(TableScans scans, String asked) {
    return scans.rowsReadBy(() -> find(asked)).values().stream().mapToLong(Long::longValue).sum();
  }

  private List<String> txids(String query) {
    Answer answer = partner.get("/v1/messages?" + encoded(query));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.body().path("items").valueStream().map(m -> m.path("txid").asString()).toList();
  }

  private static String encoded(String query) {
    return query.replace(">", URLEncoder.encode(">", UTF_8));
  }

  private long rows(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private static String hashOf(MessageEvent.MessageSettled fact) {
    return fact.ref().txHash().hex();
  }

  private static String address(int number) {
    return "0x" + "0".repeat(39) + number;
  }

  private static String handler(String chain, int number) {
    return chain + ":" + address(number);
  }

  private static TxId another(int number) {
    return TxId.of(BigInteger.valueOf(number));
  }
}
