// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.events.value.TxId;
import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.GatewayWorld;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class MessagesApiTest extends GatewayWorld {
  private static final String MESSAGE = "/v1/messages/" + Life.TXID;

  @Autowired Timeline timeline;

  @Test
  void tellsTheWholeStoryOfAMessageFromTheTopics() {
    kafka.send(Life.happy());

    Answer answer =
        Awaitility.await()
            .until(
                () -> partner.get(MESSAGE),
                a -> a.body().path("timeline").size() == Life.happy().size());

    assertThat(answer.text("txid")).isEqualTo(Life.TXID.hex());
    assertThat(answer.text("stage")).isEqualTo("SETTLED");
    assertThat(answer.text("outcome")).isEqualTo("SUCCESS");
    assertThat(answer.body().path("ended").asBoolean()).isTrue();
    assertThat(answer.body().at("/route/from").asString()).startsWith("Alpha:0x1111");
    assertThat(answer.body().at("/route/to").asString()).startsWith("Beta:0x2222");
    assertThat(answer.text("sender")).startsWith("0xf39f");
    assertThat(answer.body().at("/transfer/amount").asString()).isEqualTo("100000000");
    assertThat(answer.body().at("/gas/required").asString()).isNotEmpty();
    assertThat(answer.body().at("/gas/prepaid").asString()).isEqualTo("10000000000000000");
    assertThat(answer.body().at("/gas/spent").asString()).isEqualTo("400000000000000");
    assertThat(answer.body().at("/gas/margin").asString()).isEqualTo("1600000000000000");
    assertThat(answer.body().at("/gas/refunded").asString()).isEqualTo("8000000000000000");

    JsonNode first = answer.body().at("/timeline/0");
    assertThat(first.path("type").asString()).isEqualTo("MessageObserved");
    assertThat(first.path("chain").asString()).isEqualTo("Alpha");
    assertThat(first.path("block").asLong()).isEqualTo(100);
    assertThat(first.path("txHash").asString()).isEqualTo(Life.OBSERVED.ref().txHash().hex());
    assertThat(first.path("detail").has("payload")).isFalse();
  }

  @Test
  void letsARecordThatIsNoFactPass() {
    kafka.sendRaw(Topics.MESSAGES, Life.TXID.hex(), "not a fact".getBytes(UTF_8));
    kafka.send(Life.OBSERVED);

    Awaitility.await().until(() -> partner.get(MESSAGE).status() == 200);
    assertThat(kafka.awaitRecords(Topics.MESSAGE_EVENTS.deadLetters(), 1)).isNotEmpty();
  }

  @Test
  void saysNothingAgainToWhoKnowsIt() {
    timeline.record(List.of(Life.OBSERVED));
    Answer first = partner.get(MESSAGE);
    String known = first.header("ETag");
    assertThat(known).isNotEmpty();
    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");

    assertThat(partner.text(MESSAGE, "If-None-Match", known).status()).isEqualTo(304);
    assertThat(partner.text("/v1/messages", "If-None-Match", known).status()).isEqualTo(200);
    assertThat(partner.get("/v1/messages").header("ETag")).isNotEmpty();
  }

  @Test
  void saysWhenAMessageProbablyArrivesByThoseThatDidLately() {
    for (int i = 1; i < 5; i++) {
      timeline.record(lately("e%d".formatted(i)));
    }
    String moving = "/v1/messages/0x" + "e9".repeat(32);
    timeline.record(lately("e9").stream().limit(7).toList());
    jdbc.sql("update message set sent_at = now()").update();
    assertThat(partner.get(moving).body().has("expected")).as("four are too few").isFalse();

    jdbc.sql("truncate message, timeline cascade").update();
    for (int i = 1; i < 7; i++) {
      timeline.record(later("e%d".formatted(i)));
    }
    timeline.record(later("e9").stream().limit(7).toList());
    jdbc.sql("update message set sent_at = now()").update();
    JsonNode told = partner.get(moving).body();
    assertThat(told.path("stage").asString()).isEqualTo("DELIVERING");
    assertThat(told.at("/expected/measured").asInt()).isEqualTo(6);
    assertThat(told.at("/expected/delivered/half").asString()).isEqualTo("2026-11-20T12:00:27Z");
    assertThat(told.at("/expected/settled/most").asString()).isEqualTo("2026-11-20T12:00:41Z");
    assertThat(told.at("/expected/late").asBoolean()).isTrue();
    assertThat(partner.get("/v1/messages/0x" + "e1".repeat(32)).body().has("expected")).isFalse();
  }

  private static List<SuiteEvent> lately(String pair) {
    return onRoute("5e", pair);
  }

  private static List<SuiteEvent> later(String pair) {
    return onRoute("6e", pair);
  }

  /** Of handlers that no other test asks for: what was measured is remembered for a minute. */
  private static List<SuiteEvent> onRoute(String handler, String pair) {
    String from = Life.OBSERVED.message().from().toString();
    return Life.of(new TxId("0x" + pair.repeat(32))).stream()
        .map(fact -> Life.changed(fact, from, "Alpha:0x" + handler.repeat(20)))
        .toList();
  }

  @Test
  void answersForAMessageNobodySaw() {
    assertThat(partner.get(MESSAGE).status()).isEqualTo(404);
    assertThat(partner.get(MESSAGE).code()).isEqualTo("unknown-message");
    assertThat(partner.get(MESSAGE + "/events").code()).isEqualTo("unknown-message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x12", "abc", "0xzz", "%20"})
  void refusesWhatIsNoTxid(String text) {
    Answer answer = partner.get("/v1/messages/" + text);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-txid");
    assertThat(partner.get("/v1/messages/" + text + "/events").code()).isEqualTo("invalid-txid");
  }

  @Test
  void findsATxidHoweverItIsSpelled() {
    timeline.record(List.of(Life.OBSERVED));

    String shouted = "0x" + Life.TXID.hex().substring(2).toUpperCase(java.util.Locale.ROOT);
    assertThat(partner.get("/v1/messages/" + shouted).status()).isEqualTo(200);
  }

  @Test
  void listsTheLatestFirstInParts() {
    timeline.record(Stream.of("01", "02", "03").map(MessagesApiTest::observed).toList());

    Answer first = partner.get("/v1/messages?limit=2");
    assertThat(txids(first)).containsExactly("0x" + "03".repeat(32), "0x" + "02".repeat(32));
    assertThat(first.body().at("/items/0").has("timeline")).isFalse();
    assertThat(first.body().at("/items/0/ended").booleanValue()).isFalse();
    Answer second = partner.get("/v1/messages?limit=2&before=" + first.text("next"));
    assertThat(txids(second)).containsExactly("0x" + "01".repeat(32));
    assertThat(second.body().path("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=201", "limit=many", "before=-1", "before=x"})
  void refusesAListNobodyCanMake(String query) {
    Answer answer = partner.get("/v1/messages?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-request");
  }

  private static List<String> txids(Answer answer) {
    return answer.body().path("items").valueStream().map(m -> m.path("txid").asString()).toList();
  }

  private static SuiteEvent observed(String pair) {
    return Life.of(new TxId("0x" + pair.repeat(32))).getFirst();
  }
}
