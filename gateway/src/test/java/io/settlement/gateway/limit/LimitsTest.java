// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.GatewayWorld;
import io.settlement.gateway.limit.Quotas.Period;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class LimitsTest extends GatewayWorld {
  @Autowired private DataSource database;
  @Autowired private JdbcTemplate template;
  @Autowired private LimitSettings settings;

  /** One gateway's, beside others on one database. */
  private Allowances gateway() {
    Clock clock = Clock.systemUTC();
    return new Allowances(
        new CallerLimits(template, settings, clock),
        new Buckets(database, template, clock),
        new Quotas(template, clock),
        settings);
  }

  private String caller(CallerLimits.Own own) {
    String id = "stl_%016x".formatted(System.nanoTime());
    new CallerLimits(template, settings, Clock.systemUTC()).put(id, own, "test");
    return id;
  }

  @Test
  void twoGatewaysLetPassNoMoreThanTheRateTogether() throws Exception {
    String id = caller(new CallerLimits.Own(20, 50, 0L, 0L));
    List<Allowances> gateways = List.of(gateway(), gateway());

    long begun = System.nanoTime();
    long passed = ask(gateways, id, 4_000);
    double seconds = (System.nanoTime() - begun) / 1e9;

    assertThat(passed).isBetween(50L, 50 + (long) Math.ceil(20 * seconds));
  }

  @Test
  void twoGatewaysLetPassExactlyADaysQuotaTogether() throws Exception {
    String id = caller(new CallerLimits.Own(100_000, 100_000, 3_000L, 0L));

    assertThat(ask(List.of(gateway(), gateway()), id, 10_000)).isEqualTo(3_000);
    assertThat(new Quotas(template, Clock.systemUTC()).used(id, Period.DAY)).isEqualTo(3_000);
    Allowance.Refusal refusal = Objects.requireNonNull(gateway().of(id).pass());
    assertThat(refusal.name()).isEqualTo("day");
    assertThat(refusal.pause()).isLessThanOrEqualTo(Duration.ofDays(1));
  }

  @Test
  void whatOneGatewayDidNotUseAnotherMay() {
    String id = caller(new CallerLimits.Own(100_000, 100_000, 1_000L, 0L));
    Allowances one = gateway();
    Allowances other = gateway();
    for (int i = 0; i < 100; i++) {
      assertThat(one.of(id).pass()).isNull();
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> {
              one.settle();
              return new Quotas(template, Clock.systemUTC()).used(id, Period.DAY) == 100;
            });
    long passed = 0;
    while (other.of(id).pass() == null) {
      passed++;
    }
    assertThat(passed).isEqualTo(900);
  }

  @Test
  void fewStatementsServeManyRequests() {
    AtomicLong taken = new AtomicLong();
    Lease lease =
        new Lease(
            new Source() {
              @Override
              public Grant take(long wanted) {
                taken.incrementAndGet();
                return new Grant(wanted, 1_000_000, Duration.ZERO);
              }

              @Override
              public Grant takeAlone(long wanted) {
                throw new AssertionError("the database is there");
              }

              @Override
              public void giveBack(long unused) {}
            },
            100,
            System::nanoTime);

    for (int i = 0; i < 5_000; i++) {
      assertThat(lease.pass()).isNull();
    }
    assertThat(taken).hasValueLessThan(100);
  }

  @Test
  void aBusyCallerDoesNotWaitForTheDatabase() {
    AtomicLong asked = new AtomicLong();
    List<Runnable> ahead = new ArrayList<>();
    long most = 64;
    Lease lease =
        new Lease(
            new Source() {
              @Override
              public Grant take(long wanted) {
                asked.incrementAndGet();
                return new Grant(wanted, 1_000, Duration.ZERO);
              }

              @Override
              public Grant takeAlone(long wanted) {
                throw new AssertionError("the database is there");
              }

              @Override
              public void giveBack(long unused) {}
            },
            most,
            () -> 0,
            ahead::add);
    while (ahead.isEmpty()) {
      assertThat(lease.pass()).isNull();
    }
    for (int i = 0; i < 1_000; i++) {
      ahead.forEach(Runnable::run);
      ahead.clear();
      long before = asked.get();
      assertThat(lease.pass()).isNull();
      assertThat(asked).as("nobody asked while somebody waited").hasValue(before);
    }
    assertThat(asked.get()).isLessThan(60);
  }

  @Test
  void whileTheDatabaseIsAwayEachGatewayCountsByItself() {
    AtomicLong now = new AtomicLong();
    AtomicLong asked = new AtomicLong();
    Lease lease =
        new Lease(
            new Source() {
              @Override
              public Grant take(long wanted) {
                asked.incrementAndGet();
                throw new IllegalStateException("away");
              }

              @Override
              public Grant takeAlone(long wanted) {
                return new Grant(1, 0, Duration.ZERO);
              }

              @Override
              public void giveBack(long unused) {
                throw new AssertionError("nothing was taken");
              }
            },
            10,
            now::get);

    for (int i = 0; i < 50; i++) {
      assertThat(lease.pass()).isNull();
    }
    assertThat(asked).as("not again and again").hasValue(1);
    now.addAndGet(Duration.ofSeconds(6).toNanos());
    assertThat(lease.pass()).isNull();
    assertThat(asked).hasValue(2);
    lease.takeBack();
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    lease.settle();
  }

  @Test
  void whoAsksTooMuchIsToldWhenToComeAgain() {
    String key =
        caller(ADMIN)
            .post("/v1/keys", "{\"name\": \"greedy\", \"scopes\": [\"partner\"]}")
            .text("secret");
    String id = key.substring(0, key.lastIndexOf('_'));
    try {
      Answer put =
          caller(ADMIN)
              .put(
                  "/v1/keys/" + id + "/limits",
                  "{\"requestsPerSecond\": 1, \"burst\": 3, \"perMonth\": 1000}");
      assertThat(put.status()).isEqualTo(200);
      Answer first = caller(key).get("/v1/prices");
      assertThat(first.status()).isEqualTo(200);
      assertThat(first.header("RateLimit-Policy"))
          .matches("\"rate\";q=3;w=3, \"month\";q=1000;w=2\\d{6}");
      assertThat(first.header("RateLimit")).matches("\"rate\";r=2;t=1, \"month\";r=999;t=\\d+");

      List<Answer> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(caller(key).get("/v1/prices"));
      }
      Answer refused =
          answers.stream().filter(one -> one.status() == 429).findFirst().orElseThrow();
      assertThat(refused.code()).isEqualTo("rate-limited");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
      Answer shown = caller(ADMIN).get("/v1/keys/" + id + "/limits");
      assertThat(shown.body().path("burst").asInt()).isEqualTo(3);
      assertThat(shown.body().path("usedThisMonth").asLong()).isBetween(3L, 20L);

      caller(ADMIN).put("/v1/keys/" + id + "/limits", "{\"perDay\": 1}");
      Awaitility.await()
          .atMost(settings.refresh().plusSeconds(2))
          .until(() -> caller(key).get("/v1/prices").code().equals("quota-exhausted"));
    } finally {
      caller(ADMIN).delete("/v1/keys/" + id);
    }
  }

  @Test
  void limitsAreSaidByAdminsAndSeenByTheirOwn() {
    String own = partner.get("/v1/me").text("credential");
    String other = caller(OPERATOR).get("/v1/me").text("credential");

    assertThat(partner.get("/v1/keys/" + own + "/limits").status()).isEqualTo(200);
    assertThat(partner.get("/v1/keys/" + other + "/limits").code()).isEqualTo("unknown-key");
    assertThat(caller(OPERATOR).get("/v1/keys/" + own + "/limits").status()).isEqualTo(200);
    assertThat(partner.put("/v1/keys/" + own + "/limits", "{}").status()).isEqualTo(403);
    assertThat(caller(ADMIN).put("/v1/keys/nobody/limits", "{}").code()).isEqualTo("unknown-key");
    assertThat(
            caller(ADMIN).put("/v1/keys/" + own + "/limits", "{\"requestsPerSecond\": 0}").code())
        .isEqualTo("invalid-request");
  }

  @Test
  void oldCountsAndFullBucketsAreForgotten() {
    String id = caller(new CallerLimits.Own(10, 10, 5L, 0L));
    Allowances one = gateway();
    assertThat(one.of(id).pass()).isNull();
    jdbc.sql("update caller_usage set starts_on = starts_on - 500 where credential = ?")
        .param(id)
        .update();
    jdbc.sql("update caller_bucket set expires_at = 0 where id like ?").param(id + "%").update();

    one.forgetOld();

    assertThat(count("caller_usage where credential = '" + id + "'")).isZero();
    assertThat(count("caller_bucket where id like '" + id + "%'")).isZero();
  }

  private int count(String of) {
    return jdbc.sql("select count(*) from " + of).query(Integer.class).single();
  }

  private static long ask(List<Allowances> gateways, String id, int times) throws Exception {
    AtomicLong passed = new AtomicLong();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (Allowances gateway : gateways) {
        for (int thread = 0; thread < 4; thread++) {
          all.add(
              threads.submit(
                  () -> {
                    for (int i = 0; i < times / gateways.size() / 4; i++) {
                      if (gateway.of(id).pass() == null) {
                        passed.incrementAndGet();
                      }
                    }
                  }));
        }
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
    return passed.get();
  }
}
