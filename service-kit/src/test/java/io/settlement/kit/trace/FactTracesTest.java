// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.settlement.events.GasEvent.GasShort;
import io.settlement.events.SuiteEvent;
import io.settlement.events.Topics;
import io.settlement.events.trace.Collector;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.demo.DemoFlow;
import io.settlement.kit.outbox.Outbox;
import io.settlement.kit.test.KafkaProbe;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FactTracesTest extends ObservedDemo {
  @Autowired private Outbox outbox;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private KafkaProbe kafka;
  @Autowired private DemoFlow flow;

  @BeforeEach
  void forget() {
    flow.breakOn(fact -> false);
  }

  @Test
  void aFactIsASpanOfItsMessagesTraceAndWhoHandlesItGoesOnWithIt() {
    TxId txid = txid(100, true);

    append(new GasShort(txid, Wei.ZERO, Wei.ZERO, Wei.ZERO, Instant.now()));

    List<Span> trace = awaitTrace(txid, 2);
    Span told = only(trace, "GasShort");
    Span handled = only(trace, "handle GasShort");
    assertThat(Collector.hex(told.getTraceId())).isEqualTo(txid.hex().substring(2, 34));
    assertThat(Collector.hex(told.getParentSpanId())).isEqualTo(txid.hex().substring(34, 50));
    assertThat(handled.getParentSpanId()).isEqualTo(told.getSpanId());
    assertThat(told.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_PRODUCER);
    assertThat(handled.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CONSUMER);
    assertThat(COLLECTOR.serviceOf(handled)).isEqualTo("demo");
    assertThat(header(txid))
        .isEqualTo(
            "00-%s-%s-01"
                .formatted(Collector.hex(told.getTraceId()), Collector.hex(told.getSpanId())));
  }

  @Test
  void aMessageThatIsNotChosenLeavesNothingAndSaysNothing() {
    TxId traced = txid(200, true);
    TxId untraced = txid(300, false);

    append(new GasShort(untraced, Wei.ZERO, Wei.ZERO, Wei.ZERO, Instant.now()));
    append(new GasShort(traced, Wei.ZERO, Wei.ZERO, Wei.ZERO, Instant.now()));

    awaitTrace(traced, 2);
    assertThat(COLLECTOR.trace(untraced.hex().substring(2, 34))).isEmpty();
    assertThat(record(untraced).headers().lastHeader(FactTraces.HEADER)).isNull();
  }

  @Test
  void handlingThatFailsIsSeenInTheTraceEachTime() {
    TxId txid = txid(400, true);
    flow.loseConnections(1);

    append(new GasShort(txid, Wei.ZERO, Wei.ZERO, Wei.ZERO, Instant.now()));

    List<Span> trace = awaitTrace(txid, 3);
    assertThat(trace)
        .filteredOn(span -> span.getName().equals("handle GasShort"))
        .extracting(span -> span.getStatus().getCode())
        .containsExactlyInAnyOrder(
            Status.StatusCode.STATUS_CODE_ERROR, Status.StatusCode.STATUS_CODE_UNSET);
  }

  @Test
  void allServicesChooseTheSameMessagesAndAsManyAsTheyShould() {
    long chosen =
        IntStream.range(0, 4_000)
            .mapToObj(FactTracesTest::scattered)
            .filter(txid -> TraceIds.isChosen(txid, 0.01))
            .count();

    assertThat(chosen).isBetween(15L, 85L);
    assertThat(TraceIds.isChosen(scattered(1), 1)).isTrue();
    assertThat(TraceIds.isChosen(scattered(1), 0)).isFalse();
    assertThat(TraceIds.isChosen("chain:Alpha", 1)).isFalse();
  }

  @Test
  void aHeaderThatIsNoneIsNoTrace() {
    assertThat(TraceIds.read("")).isNull();
    assertThat(TraceIds.read("00-zz-1-01")).isNull();
    assertThat(TraceIds.read("00-" + "0".repeat(32) + "-" + "1".repeat(16) + "-01")).isNull();
    assertThat(TraceIds.read("00-" + "1".repeat(32) + "-" + "1".repeat(16) + "-00")).isNull();
    assertThat(TraceIds.read("00-" + "1".repeat(32) + "-" + "1".repeat(16) + "-01")).isNotNull();
  }

  private void append(SuiteEvent fact) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.append(fact));
  }

  private static List<Span> awaitTrace(TxId txid, int spans) {
    String trace = txid.hex().substring(2, 34);
    await().atMost(Duration.ofSeconds(30)).until(() -> COLLECTOR.trace(trace).size() >= spans);
    return COLLECTOR.trace(trace);
  }

  private static Span only(List<Span> trace, String name) {
    return trace.stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
  }

  private String header(TxId txid) {
    Header header = record(txid).headers().lastHeader(FactTraces.HEADER);
    return new String(header.value(), UTF_8);
  }

  private ConsumerRecord<byte[], byte[]> record(TxId txid) {
    return kafka.records(Topics.GAS_EVENTS.name()).stream()
        .filter(record -> new String(record.key(), UTF_8).equals(txid.hex()))
        .findFirst()
        .orElseThrow();
  }

  /** One that is traced, or is not, by its last bytes. */
  private static TxId txid(int number, boolean traced) {
    String start =
        "%064x"
            .formatted(
                BigInteger.valueOf(number)
                    .shiftLeft(200)
                    .or(BigInteger.valueOf(number).shiftLeft(80)));
    return new TxId("0x" + start.substring(0, 51) + (traced ? "0" : "f") + start.substring(52));
  }

  private static String scattered(int number) {
    byte[] hash;
    try {
      hash =
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(Integer.toString(number).getBytes(UTF_8));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return "0x" + java.util.HexFormat.of().formatHex(hash);
  }
}
