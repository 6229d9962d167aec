// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.world;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.LegacySettings;
import io.settlement.chain.LegacySettings.DigestForm;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.HandlerAbi;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.TokenAmount;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import java.net.URI;
import java.util.List;
import org.web3j.abi.datatypes.Bool;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint8;

/**
 * Prior: another network of version 0.1.0, on the first node, joined with Old. It has no gas
 * contract, and its verifier wants the prefix of EIP-191.
 */
public final class LegacyPeer {
  static final ChainName NAME = new ChainName("Prior");
  private static final String NODE = "Alpha";

  /** Not who deployed Old: two handlers must not have the same address. */
  private static final EvmAddress OWNER = Accounts.HOLDER;

  private final LegacyNetwork network;
  private final EvmAddress token;
  private final HandlerId handler;
  private final EvmReader reader;

  LegacyPeer(LegacyNetwork network, HandlerId joinedWith) {
    this.network = network;
    EvmAddress verifier =
        network.deploy(
            NODE,
            OWNER,
            "LegacyVerifier",
            LegacyNetwork.addresses(TestKeys.VALIDATOR_1.address(), TestKeys.VALIDATOR_2.address()),
            new Uint256(2),
            new Bool(true));
    EvmAddress settlement =
        network.deploy(
            NODE,
            OWNER,
            "LegacySettlement",
            new Utf8String(NAME.value()),
            LegacyNetwork.address(verifier));
    this.token =
        network.deploy(
            NODE,
            OWNER,
            "SettlementToken",
            LegacyNetwork.address(OWNER),
            LegacyNetwork.addresses(OWNER),
            new Utf8String("Prior Bitcoin"),
            new Utf8String("PBTC"),
            new Uint8(8));
    EvmAddress contract =
        network.deploy(
            NODE,
            OWNER,
            "LegacyHandler",
            LegacyNetwork.address(settlement),
            LegacyNetwork.address(token));
    this.handler = HandlerId.of(NAME, contract);
    transact(token, LegacyNetwork.call("add_operator", LegacyNetwork.address(contract)));
    Utf8String there = new Utf8String(joinedWith.chain().value());
    Uint256 remote = new Uint256(joinedWith.toBigInteger());
    transact(contract, LegacyNetwork.call("add_handler", there, remote));
    this.reader = EvmReader.connect(settings(settlement, verifier), new SimpleMeterRegistry());
  }

  private ChainSettings settings(EvmAddress settlement, EvmAddress verifier) {
    DeployedChain node = network.deployed(NODE);
    return ChainSettings.of(
            NAME,
            node.chainId(),
            List.of(URI.create(node.rpcUrl())),
            settlement,
            ChainSettings.NOWHERE,
            verifier)
        .withProfile(Profile.LEGACY, new LegacySettings(DigestForm.EIP191, 0));
  }

  /** A reader of its own. */
  public EvmReader reader() {
    return reader;
  }

  /** The token there. */
  public EvmAddress token() {
    return token;
  }

  HandlerId handler() {
    return handler;
  }

  void send(HandlerId to, EvmAddress toToken, TokenAmount tokens) {
    transact(token, Erc20Abi.approve(handler.evmAddress(), tokens));
    transact(
        handler.evmAddress(), HandlerAbi.send(to.chain(), to, toToken, Accounts.HOLDER, tokens));
  }

  private void transact(EvmAddress to, byte[] call) {
    network.transact(NODE, OWNER, to, call);
  }
}
