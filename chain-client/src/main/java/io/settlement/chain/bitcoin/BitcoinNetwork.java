// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import fr.acinq.bitcoin.Block;
import fr.acinq.bitcoin.BlockHash;
import io.settlement.events.value.Hash;

/** Which of Bitcoin's networks: each has its own genesis block and spelling of addresses. */
public enum BitcoinNetwork {
  /** The one with money. */
  MAIN("main", Block.LivenetGenesisBlock),
  /** The fourth public test network. */
  TESTNET4("testnet4", Block.Testnet4GenesisBlock),
  /** The test network whose blocks are signed. */
  SIGNET("signet", Block.SignetGenesisBlock),
  /** One's own, mined at will. */
  REGTEST("regtest", Block.RegtestGenesisBlock);

  private final String rpcName;

  /** In the byte order of the wire. */
  private final String genesis;

  BitcoinNetwork(String rpcName, Block genesis) {
    this.rpcName = rpcName;
    this.genesis = genesis.hash.value.toHex();
  }

  /** How a node's {@code getblockchaininfo} calls it. */
  public String rpcName() {
    return rpcName;
  }

  /** Its first block, as explorers write it. */
  public Hash genesisBlock() {
    byte[] bytes = chainHash().value.toByteArray();
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return Hash.of(reversed);
  }

  /** Its first block, as the library names the network by. */
  BlockHash chainHash() {
    return new BlockHash(genesis);
  }
}
