// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Golden;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.gateway.GatewayWorld;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Any fact may come twice, in any order, from several topics at once: the story is the same. */
class ReplayTest extends GatewayWorld {
  @Autowired Timeline timeline;
  @Autowired JdbcTemplate database;

  @Test
  void hearingEveryGoldenFactTwiceChangesNothing() {
    goldens().forEach(fact -> timeline.record(List.of(fact)));
    List<Map<String, @Nullable Object>> messages = messages();
    List<Map<String, @Nullable Object>> lines = lines();
    int linesOfTheBundlesOtherMember = 1;
    assertThat(lines).hasSize(goldens().size() + linesOfTheBundlesOtherMember);

    goldens().forEach(fact -> timeline.record(List.of(fact)));
    timeline.record(goldens());

    assertThat(messages()).isEqualTo(messages);
    assertThat(lines()).isEqualTo(lines);
  }

  @Test
  void theOrderOfTheFactsDoesNotMatter() {
    timeline.record(Life.happy());
    List<Map<String, @Nullable Object>> told = messages();

    for (int seed = 0; seed < 20; seed++) {
      jdbc.sql("truncate message, timeline, timeline_archive").update();
      List<SuiteEvent> shuffled = new ArrayList<>(Life.happy());
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.forEach(fact -> timeline.record(List.of(fact)));
      assertThat(messages()).as("seed %d", seed).isEqualTo(told);
    }
  }

  @Test
  void topicsThatTellOfOneMessageAtOnceOverlookNothing() throws Exception {
    timeline.record(Life.happy());
    List<Map<String, @Nullable Object>> told = messages();

    try (ExecutorService topics = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 20; round++) {
        jdbc.sql("truncate message, timeline, timeline_archive").update();
        List<Callable<Boolean>> tellers = Life.happy().stream().map(this::teller).toList();
        for (var teller : topics.invokeAll(tellers)) {
          assertThat(teller.get()).isTrue();
        }
        assertThat(messages()).as("round %d", round).isEqualTo(told);
      }
    }
  }

  private Callable<Boolean> teller(SuiteEvent fact) {
    return () -> {
      timeline.record(List.of(fact));
      return true;
    };
  }

  private static List<SuiteEvent> goldens() {
    return Stream.of(Topics.MESSAGE_EVENTS, Topics.ATTESTATION_EVENTS, Topics.GAS_EVENTS)
        .<SuiteEvent>flatMap(topic -> Golden.of(topic).stream())
        .toList();
  }

  private List<Map<String, @Nullable Object>> messages() {
    return database.queryForList("select * from message order by txid").stream()
        .peek(row -> row.keySet().removeAll(List.of("seq", "rests_since")))
        .toList();
  }

  private List<Map<String, @Nullable Object>> lines() {
    return database.queryForList(
        "select id, txid, type, discriminator, at, detail::text from timeline order by id");
  }
}
