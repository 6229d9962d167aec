// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.kit.test.KafkaBroker;
import io.settlement.kit.test.KafkaProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class RecordSenderTest {

  @Test
  void aSenderThatFailedSendsAgainWhenTheTopicIsThere() throws Exception {
    try (KafkaBroker broker = KafkaBroker.start();
        KafkaProbe probe = new KafkaProbe(broker.address());
        RecordSender sender = sender(broker.address())) {
      List<ProducerRecord<byte[], byte[]>> records =
          List.of(record("first"), record("second"), record("third"));

      assertThatThrownBy(() -> sender.sendAll(records))
          .isInstanceOf(BrokerUnavailable.class)
          .hasMessageContaining("did not acknowledge");

      create(broker.address());
      sender.sendAll(records);
      assertThat(probe.awaitRecords("letters", 3))
          .extracting(record -> new String(record.value(), UTF_8))
          .containsExactly("first", "second", "third");
    }
  }

  @Test
  void aBrokerThatIsNotThereIsAFailureThatPasses() {
    try (RecordSender sender = sender("127.0.0.1:1")) {
      assertThatThrownBy(() -> sender.sendAll(List.of(record("lost"))))
          .isInstanceOf(BrokerUnavailable.class);
    }
  }

  private static void create(String brokers) throws Exception {
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
      admin.createTopics(List.of(new NewTopic("letters", 1, (short) 1))).all().get();
    }
  }

  private static RecordSender sender(String brokers) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 1000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 900);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return new RecordSender(config, new SimpleMeterRegistry());
  }

  private static ProducerRecord<byte[], byte[]> record(String value) {
    return new ProducerRecord<>("letters", "key".getBytes(UTF_8), value.getBytes(UTF_8));
  }
}
