// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.settlement.artifact.ArtifactTest;
import io.settlement.artifact.Story;
import io.settlement.artifact.Story.Route;
import io.settlement.artifact.book.Books.Line;
import io.settlement.events.ArtifactEvent.ArtifactBooked;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.MessageEvent;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.Topics;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TokenTransfer;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class BookkeeperTest extends ArtifactTest {
  @Autowired Bookkeeper flow;
  @Autowired Books books;
  @Autowired RegistryView registry;
  @Autowired KafkaProbe kafka;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void aSuccessIsEscrowedMintedAndBurned() {
    Route route = registered(SettlementMode.MINT_BURN);
    Story story = route.send(500);

    hear(story.sent());
    assertThat(balances(route)).isEqualTo(Map.of("Alpha escrow", 500L, "Alpha holders", -500L));

    hear(story.delivered(Outcome.SUCCESS));
    assertThat(balances(route))
        .containsEntry("Beta holders", 500L)
        .containsEntry("Beta issuance", -500L);

    hear(story.settled(Outcome.SUCCESS));
    assertThat(balances(route))
        .isEqualTo(
            Map.of(
                "Alpha escrow", 0L,
                "Alpha holders", -500L,
                "Alpha issuance", 500L,
                "Beta holders", 500L,
                "Beta issuance", -500L));
  }

  @ParameterizedTest
  @EnumSource(SettlementMode.class)
  void everyModeBooksWhatItsHandlersDo(SettlementMode mode) {
    Route route = registered(mode);

    hear(route.send(7).life(Outcome.SUCCESS));

    Movement arrival = mode.pair().mintsInbound() ? Movement.MINT : Movement.UNLOCK;
    Movement ending = mode.burnsOnSuccess() ? Movement.BURN : Movement.LOCK;
    assertThat(movements(route)).containsExactlyInAnyOrder(Movement.ESCROW, arrival, ending);
  }

  @Test
  void aFailureIsReturned() {
    Route route = registered(SettlementMode.LOCK_UNLOCK);

    hear(route.send(40).life(Outcome.FAILED));

    assertThat(movements(route)).containsExactlyInAnyOrder(Movement.ESCROW, Movement.RETURN);
    assertThat(balances(route)).isEqualTo(Map.of("Alpha escrow", 0L, "Alpha holders", 0L));
  }

  @Test
  void anyOrderOfFactsTwiceGivesTheSameBooks() {
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      Route route =
          i == 0 ? registered(SettlementMode.MINT_BURN) : registered(SettlementMode.LOCK_UNLOCK);
      List<MessageEvent> facts = new ArrayList<>(route.send(9).life(Outcome.SUCCESS));
      facts.addAll(List.copyOf(facts));
      Collections.shuffle(facts, random);
      int cut = random.nextInt(facts.size());

      hear(facts.subList(0, cut));
      facts.subList(cut, facts.size()).forEach(this::hear);

      assertThat(movements(route)).hasSize(3).doesNotHaveDuplicates();
      assertThat(balances(route))
          .containsEntry("Alpha escrow", 0L)
          .containsEntry("Beta holders", 9L);
    }
  }

  @Test
  void whatHappenedBeforeItsMessageIsKnownWaits() {
    Route route = registered(SettlementMode.MINT_BURN);
    Story story = route.send(500);

    hear(story.delivered(Outcome.SUCCESS), story.settled(Outcome.SUCCESS));
    assertThat(movements(route)).isEmpty();

    hear(story.sent());
    assertThat(movements(route)).hasSize(3);
  }

  @Test
  void anUnknownHandlerIsNotBookedUntilTheRegistryNamesIt() {
    Route route = Route.of(SettlementMode.MINT_BURN);
    Story story = route.send(500);
    hear(story.life(Outcome.SUCCESS));
    assertThat(books.unbooked(story.txid)).hasValue("UNKNOWN_HANDLER " + route.source().handler());

    register(List.of(route.source()));
    await().untilAsserted(() -> assertThat(movements(route)).hasSize(2));
    assertThat(books.unbooked(story.txid)).hasValue("UNKNOWN_HANDLER " + route.target().handler());

    register(List.of(route.target()));
    await().untilAsserted(() -> assertThat(movements(route)).hasSize(3));
    assertThat(books.unbooked(story.txid)).isEmpty();
  }

  @Test
  void tokensThatAreNotTheHandlersAreNotBooked() {
    Route route = registered(SettlementMode.MINT_BURN);
    Story story = route.send(500);
    EvmAddress stranger = new EvmAddress("0x" + "66".repeat(20));

    hear(story.sent(new TokenTransfer(stranger, stranger, stranger, TokenAmount.of(1))));

    assertThat(books.unbooked(story.txid))
        .hasValueSatisfying(r -> assertThat(r).startsWith("TOKEN_MISMATCH"));
    assertThat(movements(route)).isEmpty();
  }

  @Test
  void aDestinationThatPaysOutOfOtherBooksIsNotBooked() {
    Route route = Route.of(SettlementMode.MINT_BURN);
    HandlerState target = route.target();
    register(
        List.of(
            route.source(),
            new HandlerState(
                target.handler(),
                target.token(),
                8,
                target.mode(),
                "OTHER",
                target.status(),
                target.at())));
    Story story = route.send(500);

    hear(story.life(Outcome.SUCCESS));

    assertThat(movements(route)).containsExactlyInAnyOrder(Movement.ESCROW, Movement.BURN);
    assertThat(books.unbooked(story.txid)).hasValue("ARTIFACT_MISMATCH " + target.handler());
  }

  @Test
  void aMessageThatMovesNoTokensLeavesTheBooksAlone() {
    Route route = registered(SettlementMode.MINT_BURN);
    Story story = route.send(500);

    hear(story.sent(null), story.delivered(Outcome.SUCCESS), story.settled(Outcome.SUCCESS));

    assertThat(movements(route)).isEmpty();
    assertThat(books.unbooked(story.txid)).isEmpty();
  }

  @Test
  void everyBookingIsPublishedOnceWithBothItsSides() {
    Route route = registered(SettlementMode.MINT_BURN);
    List<MessageEvent> life = route.send(500).life(Outcome.SUCCESS);
    kafka.send(life);
    kafka.send(life);
    Story last = route.send(1);
    kafka.send(last.life(Outcome.SUCCESS));

    List<ArtifactBooked> booked =
        kafka.await(
            Topics.ARTIFACT_EVENTS,
            ArtifactBooked.class,
            f -> f.artifact().equals(route.artifact()),
            6);

    assertThat(booked)
        .hasSize(6)
        .allSatisfy(
            fact ->
                assertThat(
                        fact.entries().stream().mapToLong(e -> e.amount().longValueExact()).sum())
                    .isZero());
  }

  @Test
  void theBooksRefuseWhatDoesNotBalanceAndForgetNothing() {
    Route route = registered(SettlementMode.MINT_BURN);
    Story story = route.send(500);
    hear(story.sent());

    assertThatThrownBy(
            () ->
                jdbc.sql("insert into entry values (?, 'ESCROW', 'Beta', 'holders', 1)")
                    .param(story.txid.hex())
                    .update())
        .hasMessageContaining("out of balance by 1");
    assertThatThrownBy(() -> jdbc.sql("update entry set amount = 0").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.sql("delete from booking").update())
        .hasMessageContaining("append-only");
  }

  private Route registered(SettlementMode mode) {
    Route route = Route.of(mode);
    register(route.states());
    return route;
  }

  private void register(List<HandlerState> states) {
    kafka.send(states);
    await().until(() -> states.stream().allMatch(s -> registry.handler(s.handler()).isPresent()));
  }

  private void hear(MessageEvent... facts) {
    hear(List.of(facts));
  }

  private void hear(List<MessageEvent> facts) {
    transaction.executeWithoutResult(status -> flow.onMessages(facts));
  }

  private List<Movement> movements(Route route) {
    return books.lines(route.artifact(), null, 100).stream()
        .map(Line::movement)
        .distinct()
        .toList();
  }

  private Map<String, Long> balances(Route route) {
    Map<String, Long> balances = new TreeMap<>();
    jdbc.sql("select chain || ' ' || account as place, amount from balance where artifact = ?")
        .param(route.artifact())
        .query(
            row -> {
              balances.put(row.getString("place"), row.getLong("amount"));
            });
    return balances;
  }
}
