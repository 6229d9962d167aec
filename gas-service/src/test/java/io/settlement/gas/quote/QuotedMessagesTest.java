// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.QuotePaid;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasTest;
import io.settlement.gas.Story;
import io.settlement.gas.cost.Leg;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class QuotedMessagesTest extends GasTest {
  @Autowired QuotedMessages messages;
  @Autowired JdbcClient jdbc;

  @Test
  void measuredMessagesTeachUnitsAndTimesOfTheirPayloadTypeInAnyOrderAndTwice() {
    RouteId route = Story.randomRoute();
    List<MessageEvent> facts = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      Story story = Story.on(route, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i));
      facts.add(story.settled(Outcome.SUCCESS, 50_000 + i, 1));
      facts.add(story.delivered(Outcome.SUCCESS, 100_000 + i, 1));
      facts.add(story.sent());
    }

    messages.hear(facts.subList(0, 15));
    assertThat(messages.lessons(route, PayloadType.ERC20).units()).isEmpty();
    messages.hear(facts.subList(15, 30));
    messages.hear(facts.reversed());

    Lessons lessons = messages.lessons(route, PayloadType.ERC20);
    assertThat(lessons.units())
        .containsEntry(Leg.DELIVERY, new Gas(100_007))
        .containsEntry(Leg.CALLBACK, new Gas(50_007));
    assertThat(lessons.overhead()).as("no handler was tried").isNull();
    assertThat(lessons.times()).containsEntry("DELIVERY", new LegTime(0, 0));
    assertThat(messages.lessons(route, PayloadType.RAW).units()).isEmpty();
  }

  @Test
  void whatDeliveriesTakeBesideTheirHandlersIsLearnedFromThoseThatWereTried() {
    RouteId route = Story.randomRoute();
    List<MessageEvent> facts = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      Story story = Story.on(route, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i));
      facts.add(story.sent());
      facts.add(story.delivered(Outcome.SUCCESS, 100_000 + i, 1));
      facts.add(story.settled(Outcome.SUCCESS, 50_000, 1));
      tried(route, story, 60_000);
    }
    messages.hear(facts);

    Lessons lessons = messages.lessons(route, PayloadType.ERC20);
    // Others count the quotes they come across.
    jdbc.sql("delete from quote where route = ?").param(route.toString()).update();
    assertThat(lessons.overhead()).isEqualTo(new Gas(40_007));
    assertThat(lessons.units()).containsOnlyKeys(Leg.DELIVERY, Leg.CALLBACK);
    assertThat(lessons.times()).containsOnlyKeys("DELIVERY", "CALLBACK");
  }

  /** A signed quote of the message whose handler used so much when it was tried. */
  private void tried(RouteId route, Story story, long gas) {
    jdbc.sql(
            """
            insert into quote
              (id, route, payload_bytes, handler_gas, rate_source, rate_destination, margin_bps,
               margin, refund_fee, total, issued_at, expires_at, tried_gas, txid, sender, payer,
               payload_hash, legs_hash, chain_id, vault, signer, signature)
            values (gen_random_uuid(), ?, 1, 1, 1, 1, 0, 0, 0, 0, now(), now() + interval '5 minutes',
                    ?, ?, '', '', '', '', 1, '', '', '')
            """)
        .params(route.toString(), gas, story.txid.hex())
        .update();
  }

  @Test
  void whatAReorganisationTookAwayWasNeverSaid() {
    Story story = Story.begin();
    MessageFinal sent = story.sent();
    Hash quote = Hash.of(BigInteger.TEN);
    QuotePaid paid = new QuotePaid(story.txid, quote, Wei.of(1), quote, sent.ref(), sent.at());
    List<MessageEvent> gone =
        List.of(
            new FactWithdrawn(story.txid, "MessageFinal", sent.ref(), sent.at()),
            new FactWithdrawn(story.txid, "QuotePaid", sent.ref(), sent.at()));

    messages.hear(List.of(sent, paid));
    assertThat(rows(story)).isEqualTo(2);
    messages.hear(gone);
    assertThat(rows(story)).isZero();
    messages.hear(List.of(sent, paid, gone.getFirst(), gone.getLast()));
    assertThat(rows(story)).isZero();
    messages.hear(List.of(sent, paid));
    assertThat(rows(story)).isEqualTo(2);
  }

  @Test
  void aMessageThatNeverEndsIsForgottenAfterNinetyDays() {
    Story old = Story.on(Story.randomRoute(), daysAgo(91));
    Story young = Story.on(Story.randomRoute(), daysAgo(89));
    messages.hear(List.of(old.sent(), young.sent()));

    messages.forget();

    assertThat(rows(old)).isZero();
    assertThat(rows(young)).isEqualTo(1);
  }

  private static Instant daysAgo(int days) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(days));
  }

  /** Payments, and payload hashes that are known. */
  private long rows(Story story) {
    return jdbc.sql(
            """
            select (select count(*) from quote_paid where txid = :txid)
                   + (select count(payload_hash) from quoted_message where txid = :txid)
            """)
        .param("txid", story.txid.hex())
        .query(Long.class)
        .single();
  }
}
