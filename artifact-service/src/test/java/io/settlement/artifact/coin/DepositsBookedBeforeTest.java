// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.coin;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.artifact.coin.OutputTable.Sighting;
import io.settlement.artifact.coin.OutputTable.Standing;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.Databases;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Deposits that were booked before it was kept in which block they are. */
class DepositsBookedBeforeTest {
  private static final String USER = "postgres";
  private static final TxId TXID = TxId.of(BigInteger.valueOf(5));
  private static final String OUTPOINT = "0x" + "66".repeat(32);

  private final String url = Databases.fresh();
  private final JdbcClient jdbc =
      JdbcClient.create(new SingleConnectionDataSource(url, USER, USER, true));

  @Test
  void whatWasBookedBeforeIsReversedWhenItsBlockIsReplacedAndComesBackWithAnother() {
    migrate("9");
    book();
    migrate("latest");
    OutputTable outputs = new OutputTable(jdbc);

    assertThat(standing(outputs))
        .returns(true, Standing::isBooked)
        .returns(true, Standing::isFinal)
        .returns(7L, Standing::bookedBlock);

    outputs.keepWithdrawn(List.of(new FactWithdrawn(TXID, "MessageFinal", ref(1), Instant.now())));
    Standing gone = standing(outputs);
    assertThat(gone).returns(true, Standing::isBooked).returns(false, Standing::isFinal);
    outputs.booked(List.of(gone.booked()));
    assertThat(standing(outputs)).returns(false, Standing::isBooked);
    assertThat(jdbc.sql("select open from btc_message").query(Boolean.class).single()).isTrue();

    outputs.keepFinal(List.of(new Sighting(OUTPOINT, ref(2), Instant.now())));
    assertThat(standing(outputs))
        .returns(false, Standing::isBooked)
        .returns(true, Standing::isFinal)
        .returns(8L, Standing::block);
  }

  private static Standing standing(OutputTable outputs) {
    return Objects.requireNonNull(outputs.lock(Map.of(OUTPOINT, "A")).get(OUTPOINT));
  }

  private static LogRef ref(long block) {
    Hash hash = Hash.of(BigInteger.valueOf(block));
    return new LogRef(new ChainName("Bitcoin"), 6 + block, hash, Instant.EPOCH, hash, 0);
  }

  private void book() {
    jdbc.sql("insert into transfer (txid, sent_block) values (?, 7)").param(TXID.hex()).update();
    jdbc.sql(
            """
            insert into btc_message (txid, kind, source, destination, outpoint, btc_address,
                                     account, amount, artifact, open)
            values (?, 'DEPOSIT', 'Bitcoin:0x1', 'Alpha:0x2', ?, '', '', 9, 'A', false)
            """)
        .params(TXID.hex(), OUTPOINT)
        .update();
    jdbc.sql(
            """
            insert into booking (cause, movement, artifact, booked_at, seq, hash, chain, block)
            values (?, 'DEPOSIT', 'A', now(), 1, 'x', 'Bitcoin', 7)
            """)
        .param("Bitcoin/" + OUTPOINT)
        .update();
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(url, USER, USER)
        .locations("classpath:db/kit", "classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }
}
