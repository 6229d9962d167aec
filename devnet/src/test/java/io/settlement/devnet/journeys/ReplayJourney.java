// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.Sent;
import io.settlement.events.Topics;
import io.settlement.events.value.EvmAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
@Tag("thorough")
class ReplayJourney {
  private static final List<String> TOPICS =
      List.of(Topics.MESSAGES, Topics.ATTESTATIONS, Topics.GAS, Topics.DELIVERIES);

  private final Network network = SharedWorld.network();
  private final Facts facts = SharedWorld.facts();

  /** Everything that could have changed. */
  private record State(
      Holdings tokens,
      Map<String, String> purses,
      Map<String, Long> transactions,
      String gasLedger,
      String bookings,
      String stage,
      int timeline) {}

  @Test
  void changesNothingWhenEveryFactOfASettledMessageArrivesAgain() {
    Sending sending = network.from("Alpha").to("Beta");
    Sent sent = sending.send("0.75");
    sent.awaitRefunded();
    State before = state(sent);

    List<Facts.Fact> again = new ArrayList<>();
    for (String topic : TOPICS) {
      again.addAll(facts.all(topic, fact -> fact.json().contains(sent.txid().hex())));
    }
    assertThat(again).extracting(Facts.Fact::topic).contains(Topics.MESSAGES, Topics.ATTESTATIONS);
    again.forEach(fact -> facts.publish(fact.topic(), fact.key(), fact.json(), fact.headers()));
    facts.awaitAllRead();

    await()
        .during(Duration.ofSeconds(4))
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(state(sent)).isEqualTo(before));
    assertThat(sending.from().refunds(sent.txid())).hasSize(1);
  }

  private State state(Sent sent) {
    Map<String, String> purses = new HashMap<>();
    Map<String, Long> counts = new HashMap<>();
    for (String name : network.file().names()) {
      Chain chain = network.chain(name);
      EvmAddress user = sent.sending().sender().address();
      purses.put(name, chain.balance(user).toString());
      for (EvmAddress submitter : network.file().chain(name).submitters()) {
        counts.put(name + submitter, chain.transactionCount(submitter));
      }
    }
    MessageView view = sent.look();
    return new State(
        Holdings.of(sent.sending()),
        purses,
        counts,
        sent.gasAccount().toString(),
        network
            .partner()
            .get("/v1/artifacts/mintBurn/bookings?txid=" + sent.txid())
            .orFail("bookings")
            .body(),
        view.stage(),
        view.timeline().size());
  }
}
