// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Requests per second: a bucket of tokens for each caller, in the database. */
@Component
class Buckets {
  private static final Duration KEEP_FULL = Duration.ofMinutes(10);
  private static final int BATCH = 1_000;

  private final ProxyManager<String> buckets;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  Buckets(DataSource database, JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("caller_bucket")
            .idColumn("id")
            .stateColumn("state")
            .expiresAtColumn("expires_at")
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEEP_FULL))
            .build();
  }

  /** A caller's bucket; another limit is another bucket. */
  Source of(String credential, Limit limit) {
    BucketConfiguration configuration =
        BucketConfiguration.builder().addLimit(bandwidth(limit)).build();
    String id = credential + ":" + limit.requestsPerSecond() + ":" + limit.burst();
    return new Tokens(
        buckets.builder().build(id, () -> configuration),
        Bucket.builder().addLimit(bandwidth(limit)).build());
  }

  /** Drops, bit by bit, those that are full. */
  void forgetFull() {
    int gone;
    do {
      gone =
          jdbc.update(
              """
              delete from caller_bucket where id in (
                select id from caller_bucket where expires_at < ? limit ? for update skip locked)
              """,
              clock.millis(),
              BATCH);
    } while (gone == BATCH);
  }

  private static Bandwidth bandwidth(Limit limit) {
    return Bandwidth.builder()
        .capacity(limit.burst())
        .refillGreedy(limit.requestsPerSecond(), Duration.ofSeconds(1))
        .build();
  }

  private record Tokens(Bucket shared, Bucket own) implements Source {
    @Override
    public Grant take(long wanted) {
      return take(shared, wanted);
    }

    @Override
    public Grant takeAlone(long wanted) {
      return take(own, wanted);
    }

    @Override
    public void giveBack(long unused) {
      shared.addTokens(unused);
    }

    private static Grant take(Bucket bucket, long wanted) {
      ConsumptionProbe all = bucket.tryConsumeAndReturnRemaining(wanted);
      if (all.isConsumed()) {
        return new Grant(wanted, all.getRemainingTokens(), Duration.ZERO);
      }
      long some = all.getRemainingTokens();
      if (some > 0 && bucket.tryConsume(some)) {
        return new Grant(some, 0, Duration.ZERO);
      }
      ConsumptionProbe one = wanted == 1 ? all : bucket.tryConsumeAndReturnRemaining(1);
      return one.isConsumed()
          ? new Grant(1, one.getRemainingTokens(), Duration.ZERO)
          : new Grant(0, 0, Duration.ofNanos(one.getNanosToWaitForRefill()));
    }
  }
}
