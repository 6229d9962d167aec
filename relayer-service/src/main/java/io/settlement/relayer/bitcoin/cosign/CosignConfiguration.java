// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import io.settlement.relayer.bitcoin.ConditionalOnBitcoin;
import io.settlement.relayer.bitcoin.PaymentPromise;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.bitcoin.Vaults;
import io.settlement.relayer.bitcoin.Withdrawals;
import io.settlement.relayer.bitcoin.payout.PayoutVault;
import io.settlement.relayer.bitcoin.wallet.VaultKey;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.loop.Backoff;
import io.settlement.relayer.loop.ChainLoop;
import io.settlement.relayer.nodes.Nodes;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
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
    return new SourceEscrows(withdrawals, nodes, policy);
  }

  @Bean
  VaultKey vaultKey(CosignSettings settings) {
    return VaultKey.load(settings.keystore(), settings.passwordFile());
  }

  @Bean
  PaymentPromise paymentPromise(Vaults vaults, VaultKey key, Cosigner.Desk desk) {
    return new KeptPromise(
        held(vaults, key).stream().map(Vault::id).collect(Collectors.toUnmodifiableSet()),
        desk.table(),
        desk.transactions(),
        desk.clock());
  }

  @Bean
  DeadPayments deadPayments(Withdrawals withdrawals, BitcoinWitness witness, Cosigner.Desk desk) {
    return new DeadPayments(desk.table(), withdrawals, witness, desk.transactions(), desk.clock());
  }

  @Bean
  CosignLoops cosignLoops(
      Vaults vaults,
      BitcoinReader reader,
      VaultKey key,
      Escrows escrows,
      CosignSettings settings,
      Workshop workshop) {
    List<Cosigner> cosigners =
        held(vaults, key).stream()
            .map(one -> new PayoutVault(one.descriptor(), reader, vaults.lastIndex()))
            .map(
                one ->
                    new Cosigner(one, key, escrows, settings, workshop.desk(), workshop.meters()))
            .toList();
    return new CosignLoops(
        cosigners,
        cosigners.stream()
            .map(one -> new ChainLoop("cosigner", vaults.chain(), one, BACKOFF, workshop.meters()))
            .toList());
  }

  /** The vaults this key is one of. */
  private static List<Vault> held(Vaults vaults, VaultKey key) {
    List<Vault> held =
        vaults.all().stream().filter(one -> key.belongsTo(one.descriptor())).toList();
    if (held.isEmpty()) {
      throw new IllegalStateException("vault key " + key + " is in no vault");
    }
    return held;
  }

  /** What cosigners of several vaults share. */
  record Workshop(Cosigner.Desk desk, MeterRegistry meters) {}

  @Bean
  Workshop cosignWorkshop(Cosigner.Desk desk, MeterRegistry meters) {
    return new Workshop(desk, meters);
  }
}
