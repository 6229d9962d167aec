// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.GasEvent;
import io.settlement.events.GasEvent.GasShort;
import io.settlement.events.GasEvent.RefundDue;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.demo.DemoFlow;
import io.settlement.kit.demo.DemoTest;
import io.settlement.kit.test.KafkaProbe;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.springframework.jdbc.core.JdbcTemplate;

@DemoTest
class FactEdgesTest {
  private static final String LETTERS = Topics.GAS_EVENTS.deadLetters();
  private static final EvmAddress REFUND_TO =
      new EvmAddress("0x00000000000000000000000000000000000000aa");

  @Autowired private KafkaProbe kafka;
  @Autowired private DemoFlow flow;
  @Autowired private MeterRegistry meters;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private BindingsLifecycleController bindings;
  private int letters;

  @BeforeEach
  void forget() {
    jdbc.execute("TRUNCATE handled");
    flow.breakOn(fact -> false);
    letters = kafka.records(LETTERS).size();
  }

  @Test
  void aPollIsOneBatch() {
    kafka.send(facts(0, 200));

    await().until(() -> handled().size() == 200);
    assertThat(flow.batches("GasShort")).anyMatch(size -> size > 1);
  }

  @Test
  void factsOfATypeTheReaderHasNothingToDoWithArePassedOver() {
    List<GasEvent> facts = facts(500, 3);
    TxId txid = facts.getFirst().txid();
    kafka.send(new RefundDue(txid, new ChainName("Alpha"), REFUND_TO, Wei.ZERO, Instant.EPOCH));
    kafka.send(facts);

    await().until(() -> handled().size() == 3);
    assertThat(flow.handled("RefundDue")).isEmpty();
    assertThat(kafka.records(LETTERS)).hasSize(letters);
  }

  @Test
  void aRecordNobodyCanReadGoesToTheDeadLettersAloneAndItsNeighboursAreHandledOnce() {
    List<GasEvent> facts = facts(1000, 20);
    kafka.send(facts.subList(0, 10));
    kafka.sendRaw(Topics.GAS, facts.get(0).key(), "{\"type\":\"Nonsense\"}".getBytes(UTF_8));
    kafka.sendRaw(Topics.GAS, facts.get(0).key(), null);
    kafka.send(facts.subList(10, 20));

    ConsumerRecord<byte[], byte[]> letter = awaitLetters(2).getFirst();
    assertThat(new String(letter.value(), UTF_8)).isEqualTo("{\"type\":\"Nonsense\"}");
    assertThat(new String(letter.key(), UTF_8)).isEqualTo(facts.get(0).key());
    assertThat(header(letter, "dlq_reason")).contains("NotOurs").contains("settlement.gas");
    assertThat(header(letter, "dlq_stack")).contains("EventCodec");
    assertThat(header(letter, "dlq_topic")).isEqualTo("settlement.gas");
    assertThat(header(letter, "dlq_partition")).matches("[0-3]");
    assertThat(header(letter, "dlq_offset")).matches("\\d+");
    assertThat(header(letter, "ce_type")).isEqualTo("Raw");
    await().until(() -> handled().size() >= 20);
    settle();
    assertThat(handled()).containsExactlyInAnyOrderElementsOf(keys(facts));
    assertThat(counter("dead_lettered")).isGreaterThanOrEqualTo(2);
    assertThat(counter("handled")).isGreaterThanOrEqualTo(20);
  }

  @Test
  void aFactThatBreaksTheFlowGoesToTheDeadLettersAloneAndItsNeighboursAreHandledOnce() {
    List<GasEvent> facts = facts(2000, 50);
    String poison = facts.get(25).key();
    flow.breakOn(fact -> fact.key().equals(poison));

    kafka.send(facts);

    ConsumerRecord<byte[], byte[]> letter = awaitLetters(1).getFirst();
    assertThat(new String(letter.key(), UTF_8)).isEqualTo(poison);
    assertThat(header(letter, "dlq_reason")).contains("this fact breaks the flow");
    await().until(() -> handled().size() >= 49);
    settle();
    assertThat(handled())
        .containsExactlyInAnyOrderElementsOf(
            keys(facts).stream().filter(key -> !key.equals(poison)).toList());
    assertThat(kafka.records(LETTERS)).hasSize(letters + 1);
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void aLostConnectionMakesTheWholePollComeAgainUntilItIsHandled(CapturedOutput log) {
    List<GasEvent> facts = facts(3000, 50);
    flow.loseConnections(3);

    kafka.send(facts);

    await().until(() -> handled().size() >= 50);
    settle();
    assertThat(flow.connectionsToLose()).isZero();
    assertThat(handled()).containsExactlyInAnyOrderElementsOf(keys(facts));
    assertThat(kafka.records(LETTERS)).hasSize(letters);
    assertThat(log)
        .contains("a poll failed and comes again")
        .contains("terminating connection due to administrator command")
        .doesNotContain("LoggingHandler");
  }

  /** The instance of the former release goes on reading while the next one's migrations run. */
  @Test
  void aTableThatAnUpgradeMakesWiderSendsNothingToTheDeadLetters() {
    List<GasEvent> facts = facts(6000, 60);
    // One by one, so that every connection's statement is prepared at the server.
    for (GasEvent fact : facts.subList(0, 40)) {
      int before = handled().size();
      kafka.send(fact);
      await().pollInterval(Duration.ofMillis(5)).until(() -> handled().size() > before);
    }

    flow.addColumn("of_the_next_release");
    kafka.send(facts.subList(40, 60));

    await().until(() -> handled().size() >= 60);
    settle();
    assertThat(handled()).containsExactlyInAnyOrderElementsOf(keys(facts));
    assertThat(kafka.records(LETTERS)).hasSize(letters);
  }

  /** Kafka says that all was read; the database is as it was before. */
  @Test
  void aDatabaseThatComesFromABackupIsReadUpFromWhereItStands() {
    settle();
    List<Object[]> backup =
        jdbc.query(
            "SELECT next_offset, partition FROM read_position WHERE topic = 'settlement.gas'",
            (row, index) -> new Object[] {row.getLong(1), row.getInt(2)});
    assertThat(backup).hasSize(4);
    double again = readAgain();
    List<GasEvent> facts = facts(4000, 30);
    kafka.send(facts);
    await().until(() -> handled().size() == 30);

    bindings.changeState("gas-in-0", State.STOPPED);
    jdbc.execute("TRUNCATE handled");
    jdbc.batchUpdate(
        "UPDATE read_position SET next_offset = ? WHERE topic = 'settlement.gas' AND partition = ?",
        backup);
    bindings.changeState("gas-in-0", State.STARTED);

    await().until(() -> handled().size() >= 30);
    settle();
    assertThat(handled()).containsExactlyInAnyOrderElementsOf(keys(facts));
    assertThat(readAgain() - again).isEqualTo(30);
  }

  private double readAgain() {
    return meters.find("settlement.edge.read_again").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  /** One more fact, to every partition: whatever was still under way is over when all are there. */
  private void settle() {
    List<GasEvent> last = facts(9000, 40);
    kafka.send(last);
    await().until(() -> handled().containsAll(keys(last)));
    jdbc.batchUpdate(
        "DELETE FROM handled WHERE key = ?",
        keys(last).stream().map(key -> new Object[] {key}).toList());
  }

  private List<ConsumerRecord<byte[], byte[]>> awaitLetters(int count) {
    List<ConsumerRecord<byte[], byte[]>> all = kafka.awaitRecords(LETTERS, letters + count);
    return all.subList(letters, all.size());
  }

  private List<String> handled() {
    return flow.handled("GasShort");
  }

  private double counter(String name) {
    return meters.get("settlement.edge." + name).tag("topic", "settlement.gas").counter().count();
  }

  private static List<String> keys(List<GasEvent> facts) {
    return facts.stream().map(GasEvent::key).toList();
  }

  private static List<GasEvent> facts(int from, int count) {
    List<GasEvent> facts = new ArrayList<>();
    IntStream.range(from, from + count).forEach(number -> facts.add(fact(number)));
    return facts;
  }

  private static GasEvent fact(int number) {
    TxId txid = TxId.of(BigInteger.valueOf(number));
    return new GasShort(txid, Wei.of(2), Wei.of(1), Wei.of(1), Instant.EPOCH);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  static {
    org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }
}
