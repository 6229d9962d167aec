// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.relayer.observe.GapCertificates.Coverage;
import io.settlement.relayer.observe.GapCertificates.Gap;
import io.settlement.relayer.world.RelayerDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GapCertificatesTest {
  private static final ChainName ALPHA = new ChainName("Alpha");
  private RelayerDatabase database;

  @BeforeAll
  void openTheDatabase() {
    database = RelayerDatabase.empty();
  }

  @BeforeEach
  void alternatingCertificatesAndOneHole() {
    database.fill("TRUNCATE gap_certificate, backfill");
    database.fill(
        """
        INSERT INTO gap_certificate
        SELECT 'Alpha', i * 3, i * 3 + 2, '0x' || lpad(to_hex(i * 3), 64, '0'),
               '0x' || lpad(to_hex(i * 3 + 2), 64, '0'), 1,
               CASE WHEN i % 2 = 0 THEN 'BLOOM' ELSE 'RECEIPTS' END, now()
          FROM generate_series(0, 7999) AS i WHERE i <> 100
        """);
  }

  @Test
  void oldNeighboursBecomeOneHoweverTheyWereVerified() {
    GapCertificates certificates = new GapCertificates(database.jdbc());
    List<Gap> gaps = certificates.gaps(ALPHA, 10);

    certificates.tidy(ALPHA);

    assertThat(gaps).containsExactly(new Gap(300, 302));
    assertThat(certificates.gaps(ALPHA, 10)).isEqualTo(gaps);
    List<Coverage> coverage = certificates.coverage(ALPHA);
    assertThat(coverage.stream().mapToLong(Coverage::blocks).sum()).isEqualTo(7_999 * 3);
    assertThat(coverage.stream().mapToLong(Coverage::logs).sum()).isEqualTo(7_999);
    // Two around the hole and what reaches into the newest 10,000 blocks.
    assertThat(count()).isEqualTo(2 + 3_334);
    assertThat(certificates.ends(ALPHA, 4_000).getLast().number()).isEqualTo(299);
  }

  @Test
  void theNewestAreLeftToBeContinued() {
    GapCertificates certificates = new GapCertificates(database.jdbc());
    certificates.tidy(ALPHA);
    long before = count();

    certificates.add(
        ALPHA,
        new GapCertificate(
            24_000, 24_010, hash(23_999), hash(24_000), hash(24_010), 2, Verification.RECEIPTS),
        Instant.EPOCH);

    assertThat(count()).isEqualTo(before);
  }

  @Test
  void nothingIsMergedWhileBlocksBelowAreFilledIn() {
    database.fill(
        """
        INSERT INTO backfill (chain, from_number, done_number, until_number, until_hash, started_at)
        VALUES ('Alpha', 300, 300, 302, '0x', now())
        """);
    long before = count();

    new GapCertificates(database.jdbc()).tidy(ALPHA);

    assertThat(count()).isEqualTo(before);
  }

  private long count() {
    return database.jdbc().sql("SELECT count(*) FROM gap_certificate").query(Long.class).single();
  }

  private static Hash hash(long number) {
    return new Hash("0x%064x".formatted(number));
  }
}
