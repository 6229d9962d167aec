// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.reserve.PastBalances;
import io.settlement.chain.keys.SubmitterKey;
import io.settlement.kit.outbox.Outbox;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Statements are signed where a key is named. */
@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

  /** Whoever signs; nobody without a key. */
  record Signer(Optional<Statements> statements) {}

  @Bean
  Signer signer(
      ProofSettings settings,
      SslBundles bundles,
      StatementTable table,
      PastBalances books,
      Outbox outbox,
      Signing signing) {
    return new Signer(
        settings
            .key()
            .map(source -> source.open(name -> bundles.getBundle(name).createSslContext()))
            .map(key -> statements(key, table, books, outbox, signing)));
  }

  private static Statements statements(
      SubmitterKey key, StatementTable table, PastBalances books, Outbox outbox, Signing signing) {
    return new Statements(key, table, books, outbox, signing.clock(), signing.transaction());
  }

  /** What signing needs beside the key. */
  record Signing(Clock clock, TransactionTemplate transaction) {}

  @Bean
  Signing signing(Clock clock, TransactionTemplate transaction) {
    return new Signing(clock, transaction);
  }
}
