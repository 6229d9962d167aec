// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.Golden;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.TxId;
import io.settlement.gateway.Caller;
import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.GatewayWorld;
import io.settlement.gateway.timeline.Life;
import io.settlement.gateway.webhook.Receiver.Event;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class WebhooksTest extends GatewayWorld {
  private static final String SENDER = Life.OBSERVED.message().sender().hex();
  private static final String HANDLER = Life.OBSERVED.message().to().toString();
  private static final String ROUTE = Life.OBSERVED.message().from() + ">" + HANDLER;

  @Autowired Webhooks webhooks;
  @Autowired Deliveries deliveries;
  @Autowired Upkeep upkeep;
  @Autowired MeterRegistry meters;
  private Receiver receiver;
  private Caller other;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
    other = caller(OPERATOR);
  }

  @AfterEach
  void forgetWebhooks() {
    jdbc.sql("update webhook set state = 'DELETED'").update();
    Awaitility.await().until(() -> sending() == 0);
    jdbc.sql("delete from webhook_delivery").update();
    jdbc.sql("delete from webhook").update();
    receiver.close();
  }

  @Test
  void aPartnerHearsWhatHappensToTheMessagesHisPayersSentInOrderAndSigned() {
    Answer added = add(partner, "");
    TxId his = another(1);
    kafka.send(sentBy(PAYER.toLowerCase(Locale.ROOT), his));
    kafka.send(Life.happy());

    awaitEvents(his, Life.happy().size());
    assertThat(added.status()).isEqualTo(201);
    assertThat(receiver.events()).extracting(Event::txid).containsOnly(his.hex());
    assertThat(receiver.events())
        .extracting(Event::type)
        .containsExactlyInAnyOrderElementsOf(words());
    assertThat(receiver.events())
        .extracting(event -> event.json().at("/data/id").asLong())
        .isSorted();
    assertThat(receiver.events()).extracting(Event::id).doesNotHaveDuplicates();
    assertThat(receiver.events()).allMatch(event -> event.isSignedWith(added.text("secret")));
    assertThat(receiver.events()).noneMatch(event -> event.isSignedWith(Secret.random().text()));
    JsonNode first = receiver.events().getFirst().json();
    assertThat(first.at("/data/from").asString() + ">" + first.at("/data/to").asString())
        .isEqualTo(ROUTE);
    assertThat(first.at("/data/detail").isObject()).isTrue();
  }

  @Test
  void aFilterChoosesAHandlerARouteAndTypes() {
    add(other, ", \"handler\": \"%s\", \"types\": [\"MessageSettled\"]".formatted(HANDLER));
    add(other, ", \"route\": \"%s\", \"types\": [\"MessageFinal\"]".formatted(ROUTE));
    add(other, ", \"handler\": \"Beta:0x%s\"".formatted("99".repeat(20)));

    kafka.send(Life.happy());

    awaitEvents(Life.TXID, 2);
    assertThat(receiver.events())
        .extracting(Event::type)
        .containsExactlyInAnyOrder("MessageSettled", "MessageFinal");
  }

  @Test
  void whatWasToldBeforeItWasKnownWhoseItIsIsNotLost() {
    add(partner, "");
    TxId his = another(1);
    List<SuiteEvent> life = sentBy(PAYER.toLowerCase(Locale.ROOT), his);
    kafka.send(life.subList(2, life.size()));
    Awaitility.await()
        .until(
            () ->
                jdbc.sql("select count(*) from timeline").query(Long.class).single()
                    == life.size() - 2);
    assertThat(receiver.events()).isEmpty();

    kafka.send(life.subList(0, 2));

    awaitEvents(his, life.size());
    assertThat(receiver.events()).extracting(Event::id).doesNotHaveDuplicates();
  }

  @Test
  void theOrderOfAMessageIsKeptWhileTheReceiverFails() {
    add(other, ", \"handler\": \"%s\"".formatted(HANDLER));
    Set<String> refused = ConcurrentHashMap.newKeySet();
    receiver.answer(event -> refused.add(event.id()) ? 500 : 200);
    TxId second = another(2);
    kafka.send(Stream.of(Life.happy(), Life.of(second)).flatMap(Collection::stream).toList());

    for (TxId txid : List.of(Life.TXID, second)) {
      awaitEvents(txid, 2 * Life.happy().size());
      List<String> ids = eventsOf(txid).stream().map(Event::id).toList();
      assertThat(eventsOf(txid))
          .extracting(event -> event.json().at("/data/id").asLong())
          .as("each twice, before the next")
          .isSorted();
      assertThat(new HashSet<>(ids)).hasSize(Life.happy().size());
    }
    assertThat(retried()).isPositive();
  }

  @Test
  void whatIsGivenUpIsSeenAndTheNextOfTheMessageIsSent() {
    Answer added =
        add(
            other,
            ", \"handler\": \"%s\", \"types\": [\"MessageFinal\", \"MessageSettled\"]"
                .formatted(HANDLER));
    receiver.answer(event -> event.type().equals("MessageFinal") ? 503 : 200);
    kafka.send(Life.happy());

    Awaitility.await().until(() -> states(added).equals(List.of("DELIVERED", "FAILED")));
    assertThat(receiver.events())
        .extracting(Event::type)
        .containsExactly(
            "MessageFinal", "MessageFinal", "MessageFinal", "MessageFinal", "MessageSettled");
    JsonNode failed = log(added).get(1);
    assertThat(failed.path("attempts").asInt()).isEqualTo(4);
    assertThat(failed.path("status").asInt()).isEqualTo(503);
    assertThat(failed.path("answer").asString()).startsWith("it is 503").hasSizeLessThan(2_100);
    assertThat(failed.path("problem").asString()).isEqualTo("the answer is no success");
    assertThat(failed.path("nextAttemptAt").isNull()).isTrue();
    assertThat(failed.path("txid").asString()).isEqualTo(Life.TXID.hex());
  }

  @Test
  void aReceiverThatAsksForRestIsLeftAloneThatLongUpToTheLongestPause() {
    add(other, ", \"handler\": \"%s\", \"types\": [\"MessageFinal\"]".formatted(HANDLER));
    List<Long> arrivals = new CopyOnWriteArrayList<>();
    receiver.retryAfter("86400");
    receiver.answer(
        event -> {
          arrivals.add(System.nanoTime());
          return arrivals.size() < 2 ? 429 : 204;
        });

    kafka.send(Life.happy());

    awaitEvents(Life.TXID, 2);
    assertThat(Duration.ofNanos(arrivals.get(1) - arrivals.get(0)))
        .as("beyond the first pause, 120 ms at most; the longest is 200 ms")
        .isBetween(Duration.ofMillis(190), Duration.ofSeconds(30));
  }

  @Test
  void aStageChoosesTheLinesThatBringAMessageThere() {
    Answer added =
        add(
            other,
            ", \"handler\": \"%s\", \"stages\": [\"settled\", \"FINAL\"]".formatted(HANDLER));

    kafka.send(Life.happy());

    awaitEvents(Life.TXID, 2);
    assertThat(added.body().path("stages").valueStream().map(JsonNode::asString).toList())
        .containsExactly("SETTLED", "FINAL");
    assertThat(receiver.events())
        .extracting(event -> event.type() + " " + event.json().at("/data/stage").asString())
        .containsExactly("MessageFinal FINAL", "MessageSettled SETTLED");
    assertThat(add(other, ", \"handler\": \"%s\", \"stages\": [\"X\"]".formatted(HANDLER)).code())
        .isEqualTo("invalid-stage");
  }

  @Test
  void anArtifactsEventsAreToldInOrderOnceAndAgainOnDemand() {
    Answer added = add(other, ", \"artifact\": \"TEST-BTC\"");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<SuiteEvent> facts =
        Stream.of("ArtifactBooked", "PlanChanged", "ReserveReported", "StatementSigned")
            .map(Golden::read)
            .map(fact -> Life.changed(fact, "2026-11-20T12:00:00Z", now.toString()))
            .toList();

    kafka.send(facts);
    kafka.send(facts);
    kafka.send(Life.changed(facts.getFirst(), "TEST-BTC", "OTHER-BTC"));

    List<String> words = List.of("ArtifactBooked", "ReserveReported", "StatementSigned");
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(receiver.events()).extracting(Event::type).isEqualTo(words));
    Awaitility.await().until(() -> Set.copyOf(states(added)).equals(Set.of("DELIVERED")));
    assertThat(receiver.events().getFirst().json().at("/data/movement").asString())
        .isEqualTo("ESCROW");
    assertThat(log(added).get(0).path("txid").isNull()).isTrue();
    Answer again =
        other.post(
            path(added) + "/replay",
            "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(now, now.plusSeconds(1)));
    assertThat(again.body().path("queued").asInt()).isEqualTo(3);
    Awaitility.await().until(() -> receiver.events().size() == 6);
    assertThat(
            other.post(path(added) + "/replay", "{\"txid\": \"%s\"}".formatted(Life.TXID)).code())
        .isEqualTo("invalid-replay");
    assertThat(add(other, ", \"artifact\": \"TEST-BTC\", \"stages\": [\"SETTLED\"]").code())
        .isEqualTo("invalid-filter");
    assertThat(add(other, ", \"artifact\": \"TEST-BTC\", \"types\": [\"PlanChanged\"]").code())
        .isEqualTo("invalid-types");
  }

  @Test
  void restIsAskedForInSecondsOrUntilADate() {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");

    assertThat(Sending.rest("120", now)).isEqualTo(Duration.ofMinutes(2));
    assertThat(Sending.rest("Sun, 22 Nov 2026 12:01:00 GMT", now)).isEqualTo(Duration.ofMinutes(1));
    for (String nothing : List.of("-5", "soon", "1e9", "Sat, 21 Nov 2026 12:01:00 GMT")) {
      assertThat(Sending.rest(nothing, now)).as(nothing).isZero();
    }
    assertThat(Sending.rest(null, now)).isZero();
  }

  @Test
  void theLogIsReadInParts() {
    Answer added = add(other, ", \"handler\": \"%s\"".formatted(HANDLER));
    kafka.send(Life.happy());
    awaitEvents(Life.TXID, Life.happy().size());

    Answer first = other.get(path(added) + "/deliveries?limit=5");
    Answer second = other.get(path(added) + "/deliveries?limit=200&cursor=" + first.text("next"));

    assertThat(first.body().path("items")).hasSize(5);
    assertThat(second.body().path("items")).hasSize(Life.happy().size() - 5);
    assertThat(second.body().path("next").isNull()).isTrue();
    assertThat(other.get(path(added) + "/deliveries?cursor=x").code()).isEqualTo("invalid-cursor");
  }

  @Test
  void aGatewayThatDiedBetweenSendingAndWritingLeadsToASecondDeliveryOfTheSameId()
      throws InterruptedException {
    Answer added =
        add(other, ", \"handler\": \"%s\", \"types\": [\"MessageFinal\"]".formatted(HANDLER));
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch dead = new CountDownLatch(1);
    receiver.answer(
        event -> {
          arrived.countDown();
          await(dead);
          return 200;
        });
    kafka.send(Life.happy());
    assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

    // Its time is over while it waits for the answer: another takes over, and its result is void.
    receiver.answer(event -> 204);
    jdbc.sql("update webhook_delivery set leased_until = now() - interval '1 second'").update();
    Awaitility.await().until(() -> states(added).equals(List.of("DELIVERED")));
    dead.countDown();

    assertThat(receiver.events()).hasSize(2);
    assertThat(receiver.events())
        .extracting(Event::id)
        .containsOnly(log(added).get(0).path("eventId").asString());
    Awaitility.await()
        .during(Duration.ofMillis(300))
        .until(() -> log(added).get(0).path("status").asInt() == 204);
    assertThat(log(added).get(0).path("attempts").asInt()).isEqualTo(2);
  }

  @Test
  void whatWasDeliveredIsSentAgainOnDemandUnderTheSameIds() {
    Answer added = add(other, ", \"handler\": \"%s\"".formatted(HANDLER));
    kafka.send(Life.happy());
    awaitEvents(Life.TXID, Life.happy().size());
    Awaitility.await().until(() -> Set.copyOf(states(added)).equals(Set.of("DELIVERED")));
    List<String> ids = receiver.events().stream().map(Event::id).toList();

    Answer one = other.post(path(added) + "/replay", "{\"txid\": \"%s\"}".formatted(Life.TXID));
    assertThat(one.status()).isEqualTo(202);
    assertThat(one.body().path("queued").asInt()).isEqualTo(Life.happy().size());
    awaitEvents(Life.TXID, 2 * Life.happy().size());
    Awaitility.await().until(() -> Set.copyOf(states(added)).equals(Set.of("DELIVERED")));

    jdbc.sql("delete from webhook_delivery").update();
    String times = "{\"from\": \"2026-11-20T00:00:00Z\", \"to\": \"2026-11-21T00:00:00Z\"}";
    assertThat(other.post(path(added) + "/replay", times).body().path("queued").asInt())
        .as("though the log forgot them")
        .isEqualTo(Life.happy().size());
    awaitEvents(Life.TXID, 3 * Life.happy().size());

    List<String> all = receiver.events().stream().map(Event::id).toList();
    assertThat(all.subList(ids.size(), 2 * ids.size())).isEqualTo(ids);
    assertThat(all.subList(2 * ids.size(), 3 * ids.size())).isEqualTo(ids);
    String tooLong = "{\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-11-21T00:00:00Z\"}";
    assertThat(other.post(path(added) + "/replay", tooLong).code()).isEqualTo("invalid-replay");
    assertThat(other.post(path(added) + "/replay", "{}").code()).isEqualTo("invalid-replay");
  }

  @Test
  void whatHappenedToOthersMessagesIsNotReplayed() {
    kafka.send(Life.happy());
    awaitLines(Life.happy().size());
    Answer added = add(partner, "");

    Answer answer =
        partner.post(path(added) + "/replay", "{\"txid\": \"%s\"}".formatted(Life.TXID));

    assertThat(answer.body().path("queued").asInt()).isZero();
  }

  @Test
  void bothSecretsSignForAWhileAfterARotation() {
    Answer added = add(other, ", \"handler\": \"%s\"".formatted(HANDLER));
    Answer rotated = other.post(path(added) + "/secret", "");
    String former = added.text("secret");
    String present = rotated.text("secret");

    ping(added);
    jdbc.sql("update webhook set former_until = now() - interval '1 second'").update();
    ping(added);

    assertThat(present).startsWith("whsec_").isNotEqualTo(former);
    assertThat(rotated.text("formerSecretUntil")).isNotEmpty();
    assertThat(receiver.events().get(0).isSignedWith(former)).isTrue();
    assertThat(receiver.events().get(0).isSignedWith(present)).isTrue();
    assertThat(receiver.events().get(1).isSignedWith(former)).isFalse();
    assertThat(receiver.events().get(1).isSignedWith(present)).isTrue();
  }

  @Test
  void secretsAreShownOnceAndKeptSealed() {
    Answer added = add(partner, "");
    String secret = added.text("secret");

    byte[] kept = jdbc.sql("select secret from webhook").query(byte[].class).single();

    assertThat(partner.get(path(added)).body().has("secret")).isFalse();
    assertThat(partner.get("/v1/webhooks").body().at("/items/0").has("secret")).isFalse();
    assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain(secret, secret.substring("whsec_".length()));
  }

  @Test
  void aPingIsSentOnceWhateverComesBack() {
    Answer added = add(partner, "");
    receiver.answer(event -> 500);

    ping(added);

    assertThat(receiver.events()).hasSize(1);
    assertThat(receiver.events().getFirst().type()).isEqualTo("ping");
    assertThat(receiver.events().getFirst().isSignedWith(added.text("secret"))).isTrue();
    assertThat(log(added).get(0).path("state").asString()).isEqualTo("FAILED");
    assertThat(partner.get(path(added)).body().path("failingSince").isNull()).isTrue();
  }

  @Test
  void redirectsAreNotFollowedAndBrokenConnectionsAreFailures() {
    Answer added = add(partner, "");
    receiver.answer(event -> 302);
    ping(added);
    assertThat(receiver.events()).hasSize(1);
    assertThat(log(added).get(0).path("status").asInt()).isEqualTo(302);
    assertThat(log(added).get(0).path("problem").asString()).contains("redirect");

    receiver.answer(event -> 0);
    ping(added);
    assertThat(log(added).get(0).path("status").isNull()).isTrue();
    assertThat(log(added).get(0).path("problem").asString())
        .isEqualTo("no connection, or it broke");
  }

  @Test
  void anothersWebhookIsNotThere() {
    String path = path(add(partner, ""));

    assertThat(other.get("/v1/webhooks").body().path("items")).isEmpty();
    for (Answer answer :
        List.of(
            other.get(path),
            other.get(path + "/deliveries"),
            other.patch(path, "{}"),
            other.post(path + "/ping", ""),
            other.post(path + "/secret", ""),
            other.post(path + "/replay", "{\"txid\": \"%s\"}".formatted(Life.TXID)))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("unknown-webhook");
    }
    assertThat(other.delete(path)).isEqualTo(404);
    assertThat(partner.get(path).status()).isEqualTo(200);
    assertThat(stranger().get(path).status()).isEqualTo(401);
  }

  @Test
  void oneIsChangedDisabledEnabledAndDeleted() {
    String path = path(add(partner, ", \"description\": \"mine\""));

    Answer changed =
        partner.patch(path, "{\"types\": [\"MessageFinal\"], \"route\": \"%s\"}".formatted(ROUTE));
    assertThat(changed.text("route")).isEqualTo(ROUTE);
    assertThat(changed.text("description")).isEqualTo("mine");
    assertThat(partner.patch(path, "{\"state\": \"DISABLED\"}").text("reason"))
        .isEqualTo("by its owner");
    kafka.send(Life.happy());
    awaitLines(Life.happy().size());
    assertThat(partner.patch(path, "{\"state\": \"ACTIVE\"}").body().path("reason").isNull())
        .isTrue();
    assertThat(rows("webhook_delivery")).isZero();

    assertThat(partner.delete(path)).isEqualTo(204);
    assertThat(partner.get(path).status()).isEqualTo(404);
    upkeep.round();
    assertThat(rows("webhook")).isZero();
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThat(add(partner, ", \"types\": [\"Anything\"]").code()).isEqualTo("invalid-types");
    assertThat(add(partner, ", \"handler\": \"x\"").code()).isEqualTo("invalid-handler");
    assertThat(add(other, "").code()).isEqualTo("nothing-to-tell");
    assertThat(
            add(other, ", \"handler\": \"%s\", \"route\": \"%s\"".formatted(HANDLER, ROUTE)).code())
        .isEqualTo("invalid-filter");
    assertThat(partner.post("/v1/webhooks", "{\"url\": \"gopher://a.b\"}").code())
        .isEqualTo("invalid-url");
    assertThat(partner.post("/v1/webhooks", "{\"url\": \"https://me:pw@localhost/\"}").code())
        .isEqualTo("invalid-url");
    for (int i = 0; i < 3; i++) {
      assertThat(add(partner, "").status()).isEqualTo(201);
    }
    assertThat(add(partner, "").code()).isEqualTo("too-many-webhooks");
  }

  @Test
  void aReceiverThatIsGoneOrFailsForDaysIsDisabledWithTheReason() {
    String filter = ", \"handler\": \"%s\", \"types\": [\"MessageFinal\"]".formatted(HANDLER);
    Answer gone = add(other, filter);
    receiver.answer(event -> 410);
    kafka.send(Life.happy());
    Awaitility.await().until(() -> other.get(path(gone)).text("state").equals("DISABLED"));
    assertThat(other.get(path(gone)).text("reason")).contains("410");

    Answer silent = add(other, filter);
    receiver.answer(event -> 500);
    jdbc.sql("update webhook set failing_since = now() - interval '4 days' where id = ?")
        .param(silent.text("id"))
        .update();
    kafka.send(Life.of(another(7)));
    Awaitility.await().until(() -> other.get(path(silent)).text("state").equals("DISABLED"));
    assertThat(other.get(path(silent)).text("reason")).startsWith("nothing arrived since");
  }

  @Test
  void logAndBacklogAreBoundedAndMeasured() {
    Answer added = add(other, ", \"handler\": \"%s\"".formatted(HANDLER));
    receiver.answer(event -> 500);
    kafka.send(Life.happy());
    Awaitility.await().until(() -> rows("webhook_delivery") == Life.happy().size());
    upkeep.round();
    assertThat(meters.get("settlement.gateway.webhook.waiting").gauge().value()).isPositive();

    assertThat(webhooks.disableHopeless(Life.happy().size())).isZero();
    assertThat(webhooks.disableHopeless(3)).isEqualTo(1);
    assertThat(other.get(path(added)).text("reason")).isEqualTo("more than 3 deliveries wait");

    jdbc.sql("update webhook_delivery set created_at = now() - interval '8 days'").update();
    upkeep.round();
    assertThat(rows("webhook_delivery")).isZero();
    assertThat(meters.get("settlement.gateway.webhook.waiting").gauge().value()).isZero();
  }

  private Answer add(Caller caller, String more) {
    return caller.post("/v1/webhooks", "{\"url\": \"%s\"%s}".formatted(receiver.url(), more));
  }

  private static String path(Answer webhook) {
    return "/v1/webhooks/" + webhook.text("id");
  }

  private Caller ownerOf(Answer webhook) {
    return partner.get(path(webhook)).status() == 200 ? partner : other;
  }

  private JsonNode log(Answer webhook) {
    return ownerOf(webhook).get(path(webhook) + "/deliveries").body().path("items");
  }

  private List<String> states(Answer webhook) {
    return log(webhook).findValuesAsString("state");
  }

  private void ping(Answer webhook) {
    Answer pinged = ownerOf(webhook).post(path(webhook) + "/ping", "");
    assertThat(pinged.status()).isEqualTo(202);
    Awaitility.await().until(() -> !states(webhook).contains("WAITING"));
  }

  private void awaitEvents(TxId txid, int count) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(eventsOf(txid)).hasSize(count));
  }

  private void awaitLines(long count) {
    Awaitility.await().until(() -> rows("timeline") == count);
  }

  private List<Event> eventsOf(TxId txid) {
    return receiver.events().stream().filter(event -> event.txid().equals(txid.hex())).toList();
  }

  private long rows(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private long sending() {
    return jdbc.sql("select count(*) from webhook_delivery where leased_until > now()")
        .query(Long.class)
        .single();
  }

  private double retried() {
    return meters.counter("settlement.gateway.webhook.attempts", "result", "retried").count();
  }

  private static List<String> words() {
    return Life.happy().stream().map(SuiteEvent::typeName).collect(Collectors.toList());
  }

  private static TxId another(int number) {
    return TxId.of(BigInteger.valueOf(77_000_000L + number));
  }

  private static List<SuiteEvent> sentBy(String sender, TxId txid) {
    return Life.of(txid).stream().map(fact -> Life.changed(fact, SENDER, sender)).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
