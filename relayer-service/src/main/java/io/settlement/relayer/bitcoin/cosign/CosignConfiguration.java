// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.bitcoin.ConditionalOnBitcoin;
import io.settlement.relayer.bitcoin.PaymentPromise;
import io.settlement.relayer.bitcoin.Vaults;
import io.settlement.relayer.bitcoin.Withdrawals;
import io.settlement.relayer.bitcoin.payout.PayoutVault;
import io.settlement.relayer.bitcoin.wallet.VaultKey;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.loop.Backoff;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.loop.ChainLoops;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires a validator that holds a vault key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBitcoin
@ConditionalOnRole(Role.VALIDATOR)
@ConditionalOnProperty("settlement.relayer.bitcoin.cosigner.keystore")
@EnableConfigurationProperties(CosignSettings.class)
class CosignConfiguration {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  @Bean
  CosignTable cosignTable(JdbcClient jdbc) {
    return new CosignTable(jdbc);
  }

  @Bean
  Cosigner.Desk cosignDesk(
      CosignTable table, Outbox outbox, PlatformTransactionManager transactions, Clock clock) {
    return new Cosigner.Desk(table, outbox::append, new TransactionTemplate(transactions), clock);
  }

  @Bean
  Escrows escrows(Withdrawals withdrawals, Nodes nodes, FinalityPolicy policy) {
    return new SourceEscrows(
        txid -> withdrawals.find(txid).map(MessageFinal::message), nodes, policy);
  }

  @Bean
  VaultKey vaultKey(CosignSettings settings) {
    return VaultKey.load(settings.keystore(), settings.passwordFile());
  }

  @Bean
  PayoutVault cosignedVault(Vaults vaults, BitcoinReader reader, VaultKey key) {
    return vaults.all().stream()
        .filter(one -> key.belongsTo(one.descriptor()))
        .findFirst()
        .map(one -> new PayoutVault(one.descriptor(), reader))
        .orElseThrow(() -> new IllegalStateException("vault key " + key + " is in no vault"));
  }

  @Bean
  PaymentPromise paymentPromise(PayoutVault vault, Cosigner.Desk desk) {
    return new KeptPromise(vault.id(), desk.table(), desk.transactions(), desk.clock());
  }

  @Bean
  Cosigner cosigner(
      PayoutVault vault,
      VaultKey key,
      Escrows escrows,
      CosignSettings settings,
      Cosigner.Desk desk,
      MeterRegistry meters) {
    return new Cosigner(vault, key, escrows, settings, desk, meters);
  }

  @Bean
  CosignLoop cosignLoop(Cosigner cosigner, PayoutVault vault, MeterRegistry meters) {
    return new CosignLoop(new ChainLoop("cosigner", vault.chain(), cosigner, BACKOFF, meters));
  }

  /** The cosigner's loop. */
  static final class CosignLoop extends ChainLoops {
    CosignLoop(ChainLoop loop) {
      super(List.of(loop));
    }
  }
}
