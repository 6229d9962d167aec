// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.EvmReader;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.loop.Backoff;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires what everybody asks about accounts, and in a courier the telling of what they paid. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class AccountConfiguration {

  @Bean
  OperatorAccounts operatorAccounts(JdbcClient jdbc) {
    return new OperatorAccounts(jdbc);
  }

  @Bean
  @ConditionalOnRole(Role.COURIER)
  AccountBooks.Desk accountDesk(
      JdbcClient jdbc,
      Outbox outbox,
      PlatformTransactionManager transactions,
      AccountSettings settings,
      Clock clock) {
    return new AccountBooks.Desk(
        new Books(jdbc),
        new SentTransactions(jdbc),
        outbox,
        new TransactionTemplate(transactions),
        settings,
        clock);
  }

  @Bean
  @ConditionalOnRole(Role.COURIER)
  Bookkeeping bookkeeping(
      Nodes nodes,
      FinalityPolicy policy,
      AccountBooks.Desk desk,
      OperatorAccounts accounts,
      MeterRegistry meters) {
    Backoff backoff = new Backoff(desk.settings().look(), desk.settings().look().multipliedBy(30));
    Bookkeeping books = new Bookkeeping();
    nodes.each(
        reader -> books.keep(loop(reader.forPurpose("accounts"), policy, desk, backoff, meters)));
    accounts.onAdded(books::wake);
    return books;
  }

  private static ChainLoop loop(
      EvmReader reader,
      FinalityPolicy policy,
      AccountBooks.Desk desk,
      Backoff backoff,
      MeterRegistry meters) {
    AccountBooks books = new AccountBooks(reader.agreed(), policy, desk, meters);
    return new ChainLoop("accounts", reader.settings().name(), books, backoff, meters);
  }
}
