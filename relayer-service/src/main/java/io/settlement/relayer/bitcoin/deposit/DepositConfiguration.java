// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import io.settlement.relayer.bitcoin.ConditionalOnBitcoin;
import io.settlement.relayer.bitcoin.MessageEnds;
import io.settlement.relayer.bitcoin.PaymentPromise;
import io.settlement.relayer.bitcoin.Vaults;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.limit.Audit;
import io.settlement.relayer.loop.Backoff;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires deposits: addresses for everybody, reading for the observer, a witness for validators. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBitcoin
class DepositConfiguration {
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

  @Bean
  AddressTable vaultAddressTable(JdbcClient jdbc, Vaults vaults) {
    return new AddressTable(jdbc, vaults.network());
  }

  @Bean
  AddressBook vaultAddressBook(
      Vaults vaults,
      AddressTable table,
      Outbox outbox,
      PlatformTransactionManager transactions,
      MeterRegistry meters,
      Clock clock) {
    return new AddressBook(
        vaults, table, outbox, new TransactionTemplate(transactions), meters, clock);
  }

  @Bean
  @ConditionalOnRole(Role.COURIER)
  WithdrawalLifetimes withdrawalLifetimes(Nodes nodes, Vaults vaults) {
    return new WithdrawalLifetimes(WithdrawalLifetimes.Source.of(nodes), vaults.blockInterval());
  }

  @Bean
  BlockReading depositReading(Vaults vaults, AddressTable table) {
    return new BlockReading(vaults, table);
  }

  @Bean
  @ConditionalOnRole(Role.VALIDATOR)
  BitcoinWitness bitcoinWitness(
      BitcoinReader reader,
      BlockReading reading,
      Vaults vaults,
      JdbcClient jdbc,
      ObjectProvider<PaymentPromise> promises) {
    Optional<PaymentPromise> promise = Optional.ofNullable(promises.getIfAvailable());
    return new OwnBitcoin(
        reader, reading, new PaymentCheck(vaults, new PaidOutputs(jdbc), promise));
  }

  /** What the courier shows and decides; of the same database as the observer. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBitcoin
  @ConditionalOnRole(Role.COURIER)
  static class Deciding {

    @Bean
    DepositReport depositReport(JdbcClient jdbc) {
      return new DepositReport(jdbc);
    }

    @Bean
    CreditedDeposits creditedDeposits(Nodes nodes, FinalityPolicy policy) {
      return new HandlersOnChain(nodes, policy);
    }

    @Bean
    DepositDesk.Books depositBooks(Outbox outbox, Audit audit) {
      return new DepositDesk.Books(outbox, audit);
    }

    @Bean
    DepositDesk depositDesk(
        JdbcClient jdbc,
        MessageEnds ends,
        CreditedDeposits credited,
        PlatformTransactionManager transactions,
        DepositDesk.Books books,
        Clock clock) {
      return new DepositDesk(
          new DepositTable(jdbc),
          ends,
          credited,
          new TransactionTemplate(transactions),
          books,
          clock);
    }
  }

  /** What only the observer has. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBitcoin
  @ConditionalOnRole(Role.OBSERVER)
  static class Observing {

    @Bean
    DepositMetrics depositMetrics(MeterRegistry meters) {
      return new DepositMetrics(meters);
    }

    @Bean
    DepositTable depositTable(JdbcClient jdbc) {
      return new DepositTable(jdbc);
    }

    @Bean
    DepositStore depositStore(
        DepositTable table,
        Outbox outbox,
        PlatformTransactionManager transactions,
        DepositMetrics metrics,
        Clock clock) {
      return new DepositStore(table, outbox, new TransactionTemplate(transactions), metrics, clock);
    }

    @Bean
    DepositScan depositScan(
        BitcoinReader reader,
        Vaults vaults,
        BlockReading reading,
        DepositStore store,
        DepositMetrics metrics,
        AddressBook addresses) {
      return new DepositScan(reader, vaults, reading, store, metrics, addresses::prepare);
    }

    @Bean
    DepositLoops depositLoops(DepositScan scan, Vaults vaults, MeterRegistry meters) {
      return new DepositLoops(
          List.of(new ChainLoop("deposits", vaults.chain(), scan, BACKOFF, meters)));
    }

    @Bean
    DepositHealth depositHealth(DepositLoops loops, DepositTable table, BitcoinReader reader) {
      return new DepositHealth(loops, table, reader);
    }
  }
}
