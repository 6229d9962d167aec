// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.SuiteEvent;
import io.settlement.gateway.Caller;
import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.GatewayWorld;
import io.settlement.gateway.timeline.EventReader.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StreamsTest extends GatewayWorld {
  private static final String EVENTS = "/v1/messages/" + Life.TXID + "/events";

  @Autowired Timeline timeline;
  @Autowired MeterRegistry meters;
  private final List<EventReader> readers = new ArrayList<>();

  @AfterEach
  void leave() {
    readers.forEach(EventReader::close);
    Awaitility.await().until(() -> meters.get("settlement.gateway.streams").gauge().value() == 0);
  }

  @Test
  void tellsWhatHappenedThenWhatHappensThenEnds() {
    List<SuiteEvent> life = Life.happy();
    timeline.record(life.subList(0, 3));

    EventReader reader = open();
    Awaitility.await().until(() -> reader.events().size() == 3);
    life.subList(3, life.size()).forEach(fact -> timeline.record(List.of(fact)));

    Awaitility.await().until(reader::isClosed);
    assertThat(reader.names())
        .containsExactlyElementsOf(
            Stream.concat(life.stream().map(SuiteEvent::typeName), Stream.of("end")).toList());
    assertThat(reader.events().getFirst().data()).contains("\"txHash\":", "\"chain\":\"Alpha\"");
    assertThat(reader.comments()).contains("open");
  }

  @Test
  void resumesAfterTheEventTheClientSawLast() {
    List<SuiteEvent> life = Life.happy();
    timeline.record(life.subList(0, 4));
    EventReader reader = open();
    Awaitility.await().until(() -> reader.events().size() == 4);
    Event second = reader.events().get(1);
    reader.close();

    EventReader resumed = open("Last-Event-ID", second.id());
    timeline.record(life.subList(4, 6));

    Awaitility.await().until(() -> resumed.events().size() == 4);
    assertThat(resumed.names())
        .containsExactlyElementsOf(life.subList(2, 6).stream().map(SuiteEvent::typeName).toList());
  }

  @Test
  void endsAtOnceWhenThereIsNothingMoreToTell() {
    timeline.record(Life.happy());
    EventReader reader = open();
    Awaitility.await().until(reader::isClosed);
    String last = reader.events().get(reader.events().size() - 2).id();

    EventReader again = open("Last-Event-ID", last);

    Awaitility.await().until(again::isClosed);
    assertThat(again.names()).containsExactly("end");
  }

  @Test
  void keepsAQuietConnectionOpen() {
    timeline.record(Life.happy().subList(0, 1));
    EventReader reader = open();

    Awaitility.await().until(() -> reader.comments().stream().filter("beat"::equals).count() >= 2);
    assertThat(reader.isClosed()).isFalse();
  }

  @Test
  void refusesMoreStreamsThanAKeyMayHoldUntilOneIsLeft() {
    timeline.record(Life.happy().subList(0, 1));
    EventReader first = open();
    open();
    open();

    Answer answer = partner.get(EVENTS);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("too-many-streams");
    assertThat(open(caller(OPERATOR)).status()).isEqualTo(200);

    first.close();
    Awaitility.await().until(() -> open().status() == 200);
  }

  @Test
  void refusesAPlaceThatIsNone() {
    timeline.record(Life.happy().subList(0, 1));

    Answer answer =
        partner.get(EVENTS, "Last-Event-ID", "yesterday", "Accept", "text/event-stream");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-last-event-id");
  }

  private EventReader open(String... headers) {
    return open(partner, headers);
  }

  private EventReader open(Caller caller, String... headers) {
    EventReader reader = EventReader.open(caller, EVENTS, headers);
    readers.add(reader);
    return reader;
  }
}
