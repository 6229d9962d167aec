// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.journey.MessageView;
import io.settlement.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
@Tag("thorough")
class ForeignRecordJourney {
  private final Facts facts = SharedWorld.facts();

  @Test
  void putsARecordThatIsNotOursAmongTheDeadLettersAndGoesOn() {
    String key = "foreign-" + UUID.randomUUID();
    List<String> topics = List.of(Topics.MESSAGES, Topics.ATTESTATIONS, Topics.GAS);
    for (String topic : topics) {
      facts.publish(topic, key, "{\"type\": \"SomethingElse\"}", new RecordHeaders());
      facts.publish(topic, key, "not even JSON", new RecordHeaders());
    }

    for (String topic : topics) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(facts.about(topic + ".dlq", key))
                      .extracting(Facts.Fact::json)
                      .contains("{\"type\": \"SomethingElse\"}", "not even JSON"));
    }
    MessageView view = SharedWorld.network().from("Beta").to("Alpha").send("0.25").awaitRefunded();
    assertThat(view.outcome()).isEqualTo("SUCCESS");
    facts.awaitAllRead();
  }
}
