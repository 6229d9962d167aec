// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Topics;
import io.settlement.gas.GasTest;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long gas-service itself takes for a quote over HTTP, kept in PostgreSQL, as an open loop of a
 * hundred each second, on a machine that does nothing else: {@code mvn -pl gas-service -am test
 * -Dtest=QuoteBench -Dsurefire.failIfNoSpecifiedTests=false}. With the gateway before it and a
 * whole world beside it: {@code ./devnet/bench quotes}. No part of the build.
 */
class QuoteBench extends GasTest {
  private static final int PER_SECOND = 100;
  private static final int[] WARM_UP = {20, 50, 100, 100};
  private static final int STEP_SECONDS = 10;
  private static final int SECONDS = 60;
  private static final long LONGEST_MICROS = 20_000;

  @Autowired KafkaProbe kafka;
  @Autowired RegistryView registry;
  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void quotesAtAHundredEachSecond() {
    QuotedRoutes.open(kafka, registry);
    kafka.awaitRecords(Topics.PRICES, 2);
    for (int gently : WARM_UP) {
      ask(gently * STEP_SECONDS, gently);
    }
    long[] micros = ask(PER_SECOND * SECONDS, PER_SECOND);
    Arrays.sort(micros);
    System.out.printf(
        "%d quotes, %d each second: median %d, 99 %% %d, longest %d microseconds%n",
        micros.length,
        PER_SECOND,
        micros[micros.length / 2],
        micros[micros.length * 99 / 100],
        micros[micros.length - 1]);
    assertThat(micros[micros.length * 99 / 100]).isLessThan(LONGEST_MICROS);
  }

  /** Each is due at its time whatever became of those before; its time begins when it is due. */
  private long[] ask(int quotes, int perSecond) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/quotes"))
            .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
            .header(HttpHeaders.CONTENT_TYPE, "application/json")
            .POST(
                BodyPublishers.ofString(
                    new JsonMapper().writeValueAsString(QuotedRoutes.request(QuotedRoutes.OPEN))))
            .build();
    long[] micros = new long[quotes];
    AtomicInteger given = new AtomicInteger();
    long begin = System.nanoTime();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < quotes; i++) {
        int number = i;
        long due = begin + i * 1_000_000_000L / perSecond;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        workers.execute(
            () -> {
              int status = http.sendAsync(request, BodyHandlers.ofByteArray()).join().statusCode();
              micros[number] = (System.nanoTime() - due) / 1_000;
              if (status == 201) {
                given.incrementAndGet();
              }
            });
      }
    }
    assertThat(given).hasValue(quotes);
    return micros;
  }
}
