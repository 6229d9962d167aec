// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.SettlementMode;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import org.junit.jupiter.api.Test;

class ChainsTest {

  @Test
  void aNodeMinesAndFinalizes() {
    try (Anvil anvil = Anvil.start()) {
      anvil.mine(5);

      assertThat(anvil.rpc("eth_chainId").asString()).isEqualTo("0x7a69");
      assertThat(anvil.rpc("eth_blockNumber").asString()).isEqualTo("0x5");
      assertThat(block(anvil, "latest")).isEqualTo("0x5");
      assertThat(block(anvil, "finalized")).isEqualTo("0x3");
    }
  }

  @Test
  void bothChainsHaveTheContracts() {
    try (DeployedChains chains = DeployedChains.start()) {
      DeployedChain alpha = chains.chain("Alpha");
      DeployedChain beta = chains.chain("Beta");

      assertThat(alpha.chainId()).isEqualTo(31337);
      assertThat(beta.chainId()).isEqualTo(31338);
      for (DeployedChain chain : java.util.List.of(alpha, beta)) {
        Anvil node = chains.node(chain.name().value());
        assertThat(node.rpcUrl()).isEqualTo(chain.rpcUrl());
        assertThat(code(node, chain.settlement().hex())).hasSizeGreaterThan(2);
        assertThat(code(node, chain.verifier().hex())).hasSizeGreaterThan(2);
        assertThat(code(node, chain.gasService().hex())).hasSizeGreaterThan(2);
        assertThat(code(node, chain.handler("mintBurn").token().hex())).hasSizeGreaterThan(2);
        assertThat(chain.handler("mintBurn").mode()).isEqualTo(SettlementMode.MINT_BURN);
        assertThat(chain.handler("lockUnlock").mode()).isEqualTo(SettlementMode.LOCK_UNLOCK);
      }
    }
  }

  private static String block(Anvil anvil, String tag) {
    return anvil.rpc("eth_getBlockByNumber", tag, false).get("number").asString();
  }

  private static String code(Anvil anvil, String address) {
    return anvil.rpc("eth_getCode", address, "latest").asString();
  }
}
