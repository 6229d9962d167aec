// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Ports;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BitcoinNodeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path temporary;

  @Test
  void aNodeOfItsOwnMinesAndKnowsTheVaultsOfAWorld() {
    RunFolder folder = RunFolder.fresh(temporary.resolve("world"));
    Ports ports = Ports.free(Set.of("bitcoin", "bitcoin-peers"));
    try (BitcoinNode node =
        BitcoinNode.start(folder, ROOT, ports.of("bitcoin"), ports.of("bitcoin-peers"))) {
      assertThat(folder.processes()).containsKey("bitcoin");
      assertThat(node.purse().call("getblockcount").asInt()).isEqualTo(101);

      Map<String, WorldFile.Vault> vaults =
          Keyring.make(folder, WorldPlan.local(ROOT, 1)).vaults().vaults();

      assertThat(vaults).containsOnlyKeys("btc", "lockedBtc");
      for (WorldFile.Vault vault : vaults.values()) {
        assertThat(vault.handler().toString()).isEqualTo("Bitcoin:" + vault.id());
        assertThat(
                node.purse()
                    .call("getdescriptorinfo", vault.descriptor())
                    .path("isrange")
                    .asBoolean())
            .isTrue();
      }
      node.purse().mine(1);
      assertThat(node.purse().call("getblockcount").asInt()).isEqualTo(102);
      assertThatThrownBy(() -> node.purse().call("nonsense")).isInstanceOf(Failure.class);
    } finally {
      folder.release();
    }
  }
}
