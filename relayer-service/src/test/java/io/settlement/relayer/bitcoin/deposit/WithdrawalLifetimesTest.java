// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.bitcoin.VaultSettings;
import io.settlement.relayer.bitcoin.wallet.TestVault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WithdrawalLifetimesTest {
  private static final HandlerId HANDLER = HandlerId.parse("Alpha:0x" + "22".repeat(20));
  private static final Duration BLOCK = Duration.ofMinutes(10);

  @Test
  void whatABlockedWithdrawalCouldNotOutliveIsNamedWithBothNumbers() {
    Vault locked = vault(TestVault.timeLocked(10, 2, 3, 1));
    Duration bound = Duration.ofMinutes(100);

    assertThatThrownBy(() -> living(bound).require(locked))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(HANDLER.toString())
        .hasMessageContaining(locked.id().toString())
        .hasMessageContaining("10 blocks")
        .hasMessageContaining(bound.toString());
    assertThatCode(() -> living(bound.plusSeconds(1)).require(locked)).doesNotThrowAnyException();
  }

  @Test
  void nothingIsAskedAboutAVaultThatBindsNothing() {
    WithdrawalLifetimes lifetimes =
        new WithdrawalLifetimes(
            handler -> {
              throw new IllegalStateException("asked about " + handler);
            },
            BLOCK);

    assertThatCode(() -> lifetimes.require(vault(TestVault.of(2, 3)))).doesNotThrowAnyException();
  }

  @Test
  void aHandlerOnAChainThatIsNotReadHereIsNotTrusted() {
    WithdrawalLifetimes lifetimes = new WithdrawalLifetimes(handler -> Optional.empty(), BLOCK);

    assertThatThrownBy(() -> lifetimes.require(vault(TestVault.timeLocked(10, 2, 3, 1))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Alpha");
  }

  private static WithdrawalLifetimes living(Duration lifetime) {
    return new WithdrawalLifetimes(handler -> Optional.of(lifetime), BLOCK);
  }

  private static Vault vault(TestVault keys) {
    return new Vault(
        keys.descriptor().handler(new ChainName("Bitcoin")),
        keys.descriptor(),
        new VaultSettings(keys.descriptor().text(), HANDLER, 0, 10_000, 6, List.of()));
  }
}
