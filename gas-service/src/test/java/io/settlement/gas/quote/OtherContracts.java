// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hex;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.DeployedChains;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint64;
import org.web3j.abi.datatypes.generated.Uint8;
import org.web3j.crypto.ContractUtils;
import tools.jackson.databind.JsonNode;

/** Contracts that not every chain of the tests has; the node's first account owns them. */
@SuppressWarnings("rawtypes")
final class OtherContracts {
  static final EvmAddress OWNER = new EvmAddress("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");

  private final Anvil node;
  private final DeployedChain chain;

  OtherContracts(Anvil node, DeployedChain chain) {
    this.node = node;
    this.chain = chain;
  }

  /** An artifact and the handler that pays it out from a vault. */
  record BtcHandler(EvmAddress artifact, EvmAddress handler) {}

  /**
   * One that a holder has so much of.
   *
   * @param vault its id on Bitcoin
   */
  BtcHandler btcHandler(BigInteger vault, EvmAddress holder, long satoshi) {
    EvmAddress future = deployedAfter(2);
    EvmAddress token = deploy("SettlementArtifact", artifact(future));
    EvmAddress code = deploy("BtcSettlementHandler", address(chain.settlement()), address(token));
    byte[] initialize =
        Hex.decode(
            call(
                "initialize",
                address(OWNER),
                list(OWNER),
                new Uint256(vault),
                new Uint64(1_000),
                new Uint64(86_400)));
    EvmAddress handler = deploy("ERC1967Proxy", address(code), new DynamicBytes(initialize));
    register(handler);
    as(handler);
    send(handler, token, call("mint_to", address(holder), new Uint256(satoshi)));
    return new BtcHandler(token, handler);
  }

  /** One that sends greetings to its partner on another chain. */
  EvmAddress partnerHandler(String remote, BigInteger partner) {
    EvmAddress handler = deploy("PartnerHandler", address(OWNER), address(chain.settlement()));
    register(handler);
    send(OWNER, handler, call("set_partner", new Utf8String(remote), new Uint256(partner)));
    return handler;
  }

  /** Calldata. */
  static String call(String function, Type... arguments) {
    return FunctionEncoder.encode(new Function(function, Arrays.asList(arguments), List.of()));
  }

  EvmAddress deploy(String contract, Type... arguments) {
    String code =
        DeployedChains.bytecode(contract)
            + FunctionEncoder.encodeConstructor(Arrays.asList(arguments));
    JsonNode receipt = mined(Map.of("from", OWNER.hex(), "data", code));
    return new EvmAddress(receipt.get("contractAddress").asString());
  }

  void send(EvmAddress from, EvmAddress to, String data) {
    mined(Map.of("from", from.hex(), "to", to.hex(), "data", data, "gas", "0x1e8480"));
  }

  static Address address(EvmAddress address) {
    return new Address(address.hex());
  }

  static DynamicArray<Address> list(EvmAddress... addresses) {
    return new DynamicArray<>(
        Address.class, Arrays.stream(addresses).map(OtherContracts::address).toList());
  }

  private void register(EvmAddress handler) {
    as(chain.multisig());
    send(chain.multisig(), chain.settlement(), call("register_handler", address(handler)));
  }

  private static Type artifact(EvmAddress operator) {
    return new DynamicStruct(
        address(OWNER),
        list(operator),
        list(OWNER),
        list(OWNER),
        new Utf8String("Settled BTC"),
        new Utf8String("sBTC"),
        new Uint8(8),
        new Uint8(0),
        new DynamicStruct(
            new Bytes32(Arrays.copyOf("vault".getBytes(UTF_8), 32)),
            new Utf8String("https://specifications.example/vault"),
            new Bytes32(Arrays.copyOf("hash".getBytes(UTF_8), 32))));
  }

  private EvmAddress deployedAfter(int more) {
    String count = node.rpc("eth_getTransactionCount", OWNER.hex(), "latest").asString();
    BigInteger nonce = new BigInteger(count.substring(2), 16);
    return new EvmAddress(
        Hex.encode(
            ContractUtils.generateContractAddress(
                Hex.decode(OWNER.hex()), nonce.add(BigInteger.valueOf(more)))));
  }

  private void as(EvmAddress account) {
    node.rpc("anvil_impersonateAccount", account.hex());
    node.rpc("anvil_setBalance", account.hex(), "0xde0b6b3a7640000");
  }

  private JsonNode mined(Map<String, String> transaction) {
    String hash = node.rpc("eth_sendTransaction", transaction).asString();
    JsonNode receipt =
        await().until(() -> node.rpc("eth_getTransactionReceipt", hash), found -> !found.isNull());
    if (!receipt.path("status").asString().equals("0x1")) {
      throw new IllegalStateException("refused: " + transaction + " " + receipt);
    }
    return receipt;
  }
}
