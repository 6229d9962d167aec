// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends whole batches and returns when every record is acknowledged by all in-sync replicas. After
 * a failure the producer is thrown away with whatever it still holds: a later record of a key must
 * not arrive while an earlier one waits to be sent again.
 */
public final class RecordSender implements AutoCloseable {
  private final Map<String, Object> config;
  private final MeterRegistry registry;
  private @Nullable Producer<byte[], byte[]> producer;
  private @Nullable KafkaClientMetrics metrics;

  RecordSender(Map<String, Object> config, MeterRegistry registry) {
    this.config = config;
    this.registry = registry;
  }

  /**
   * Sends in the given order.
   *
   * @throws BrokerUnavailable when one of them was not acknowledged in time; some may have been
   */
  public synchronized void sendAll(List<ProducerRecord<byte[], byte[]>> records) {
    try {
      Producer<byte[], byte[]> current = producer();
      List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(records.size());
      for (ProducerRecord<byte[], byte[]> record : records) {
        acknowledgements.add(current.send(record, (sent, failure) -> stopAt(failure, current)));
      }
      current.flush();
      for (Future<RecordMetadata> acknowledgement : acknowledgements) {
        acknowledgement.get();
      }
    } catch (ExecutionException e) {
      close();
      throw new BrokerUnavailable(e.getCause());
    } catch (KafkaException | IllegalStateException e) {
      close();
      throw new BrokerUnavailable(e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new BrokerUnavailable(e);
    }
  }

  @Override
  public synchronized void close() {
    if (metrics != null) {
      metrics.close();
      metrics = null;
    }
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }

  private static void stopAt(@Nullable Exception failure, Producer<byte[], byte[]> producer) {
    if (failure != null) {
      producer.close(Duration.ZERO);
    }
  }

  private Producer<byte[], byte[]> producer() {
    if (producer == null) {
      producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
      metrics = new KafkaClientMetrics(producer);
      metrics.bindTo(registry);
    }
    return producer;
  }
}
