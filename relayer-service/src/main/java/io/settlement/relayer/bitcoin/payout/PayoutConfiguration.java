// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.bitcoin.ConditionalOnBitcoin;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.bitcoin.Vaults;
import io.settlement.relayer.lane.PayoutQueue;
import io.settlement.relayer.loop.Backoff;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the payout where a courier has a Bitcoin node. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBitcoin
@ConditionalOnRole(Role.COURIER)
@EnableConfigurationProperties(PayoutSettings.class)
class PayoutConfiguration {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  @Bean
  PayoutCoordinator.Office payoutOffice(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Outbox outbox,
      MeterRegistry meters,
      Clock clock) {
    return new PayoutCoordinator.Office(
        jdbc, new TransactionTemplate(transactions), outbox::append, meters, clock);
  }

  @Bean
  PayoutReport payoutReport(JdbcClient jdbc) {
    return new PayoutReport(jdbc);
  }

  @Bean
  PayoutLoops payoutLoops(
      Vaults vaults,
      BitcoinReader reader,
      PayoutQueue queue,
      PayoutSettings settings,
      PayoutCoordinator.Office office) {
    List<PayoutCoordinator> coordinators = new ArrayList<>();
    List<ChainLoop> loops = new ArrayList<>();
    for (Vault vault : vaults.all()) {
      PayoutCoordinator one =
          new PayoutCoordinator(
              new PayoutVault(vault.descriptor(), reader, vaults.lastIndex()),
              most -> queue.take(vaults.chain(), most),
              settings,
              office);
      coordinators.add(one);
      loops.add(new ChainLoop("payout", vaults.chain(), one, BACKOFF, office.meters()));
    }
    PayoutLoops all = new PayoutLoops(coordinators, loops);
    if (!loops.isEmpty()) {
      queue.serve(vaults.chain(), all::wake);
    }
    return all;
  }
}
