// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.world;

import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.DeployedChains;
import io.settlement.relayer.chain.ErrorSelector;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint8;
import tools.jackson.databind.JsonNode;

/** The real artifact contract on Beta; its holder owns, manages and operates it. */
public final class TestArtifact {
  private final TwoChains chains;
  private final EvmAddress address;

  private TestArtifact(TwoChains chains, EvmAddress address) {
    this.chains = chains;
    this.address = address;
  }

  /** With one guardian. */
  public static TestArtifact deploy(TwoChains chains, EvmAddress guardian) {
    byte[] word = new byte[32];
    word[0] = 1;
    DynamicStruct setup =
        new DynamicStruct(
            address(Accounts.HOLDER),
            list(Accounts.HOLDER),
            list(Accounts.HOLDER),
            list(guardian),
            new Utf8String("Settled BTC"),
            new Utf8String("sBTC"),
            new Uint8(8),
            new Uint8(0),
            new DynamicStruct(
                new Bytes32(word), new Utf8String("https://example.org"), new Bytes32(word)));
    String code =
        DeployedChains.bytecode("SettlementArtifact")
            + FunctionEncoder.encodeConstructor(List.of(setup));
    Anvil node = chains.deployed().node("Beta");
    String hash =
        node.rpc(
                "eth_sendTransaction",
                Map.of("from", Accounts.HOLDER.hex(), "data", code, "gas", "0x989680"))
            .asString();
    JsonNode receipt =
        Awaitility.await()
            .until(() -> node.rpc("eth_getTransactionReceipt", hash), found -> !found.isNull());
    return new TestArtifact(chains, new EvmAddress(receipt.path("contractAddress").asString()));
  }

  /** Where it is. */
  public EvmAddress address() {
    return address;
  }

  /** Whether nothing can be minted. */
  public boolean isPaused() {
    EvmReader beta = chains.beta();
    return ArtifactAbi.yes(
        beta.call(Call.view(address, ArtifactAbi.mintingPausedCall()), FinalityTag.LATEST));
  }

  /** Mints one, which reverts when it is paused. */
  public void mint() {
    byte[] call =
        Hex.decode(
            ErrorSelector.of("mint_to(address,uint256)")
                + "%064x".formatted(Accounts.HOLDER.toBigInteger())
                + "%064x".formatted(BigInteger.ONE));
    chains.transact("Beta", Accounts.HOLDER, address, call, 0);
  }

  /** How often a guardian's pause was carried out. */
  public long pauses() {
    EvmReader beta = chains.beta();
    long head = beta.head(FinalityTag.LATEST).number();
    Hash topic = new Hash(topic("MintingPaused(address)"));
    return beta.logs(0, head, List.of(address), List.of(topic)).size();
  }

  private static String topic(String event) {
    return org.web3j.crypto.Hash.sha3String(event);
  }

  private static Address address(EvmAddress account) {
    return new Address(account.hex());
  }

  private static DynamicArray<Address> list(EvmAddress account) {
    return new DynamicArray<>(Address.class, List.of(address(account)));
  }
}
