// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.DeployedChains;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint32;
import org.web3j.abi.datatypes.generated.Uint64;
import org.web3j.abi.datatypes.generated.Uint8;
import org.web3j.crypto.ContractUtils;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.exception.CipherException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contracts around one artifact on a real chain. What the settlement contract would call after
 * a quorum is called in its name.
 */
@SuppressWarnings("rawtypes")
public final class Contracts {
  /** The node's first account: owns everything, manages and guards everything. */
  public static final EvmAddress OWNER =
      new EvmAddress("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");

  /** Somebody with BTC. */
  public static final EvmAddress HOLDER =
      new EvmAddress("0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc");

  private static final String BTC_ADDRESS = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";
  private static final Uint64 LIFETIME = new Uint64(86_400);

  /** Started when the first test asks. */
  private static final class World {
    static final DeployedChains CHAINS = DeployedChains.start();
    static final Signer SIGNER = newSigner();
  }

  public final EvmAddress token;
  public final EvmAddress handler;
  public final EvmAddress staking;
  public final EvmAddress wrapper;
  public final EvmAddress basket;
  public final EvmAddress registry;

  /** Files with the key that signs statements. */
  public record Signer(Path keystore, Path passwordFile, String address) {}

  /**
   * Deploys them.
   *
   * @param primitive its id
   * @param specification keccak256 of its specification
   * @param vault the vault's id on Bitcoin
   */
  public Contracts(String primitive, Hash specification, BigInteger vault) {
    EvmAddress future = deployedAfter(2);
    token = deploy("SettlementArtifact", artifact(primitive, specification, future));
    EvmAddress code = deploy("BtcSettlementHandler", address(chain().settlement()), address(token));
    handler = deploy("ERC1967Proxy", address(code), new DynamicBytes(initialize(vault)));
    staking = deploy("BtcArtifactStaking", address(token), address(handler));
    wrapper =
        deploy("ArtifactWrapper", address(token), new Utf8String("Wrapped"), new Utf8String("W"));
    EvmAddress second = deploy("SettlementArtifact", artifact("other", specification, OWNER));
    basket =
        deploy(
            "ArtifactBasket",
            address(OWNER),
            list(OWNER),
            new Utf8String("Basket"),
            new Utf8String("B"),
            new DynamicArray<>(
                StaticStruct.class, List.of(leg(token, 4, 0), leg(second, 6, 86_400))));
    registry = deploy("SettlementArtifactRegistry", address(OWNER), list(OWNER), new Uint256(8));
    send(OWNER, registry, "registrySettlementArtifact", address(token));
    as(chain().multisig());
    send(chain().multisig(), chain().settlement(), "register_handler", address(handler));
    send(OWNER, second, "mint_to", address(HOLDER), new Uint256(1_000_000));
    for (EvmAddress spender : List.of(handler, staking, wrapper, basket)) {
      send(HOLDER, token, "approve", address(spender), new Uint256(BigInteger.TWO.pow(200)));
    }
    send(HOLDER, second, "approve", address(basket), new Uint256(BigInteger.TWO.pow(200)));
  }

  public static DeployedChain chain() {
    return World.CHAINS.chain("Alpha");
  }

  /** The other chain, with nothing but what is deployed everywhere. */
  public static DeployedChain far() {
    return World.CHAINS.chain("Beta");
  }

  public static Anvil node() {
    return World.CHAINS.node("Alpha");
  }

  public static Signer signer() {
    return World.SIGNER;
  }

  /** As the settlement contract does after a quorum. */
  public void deliver(BigInteger txid, BigInteger vault, byte[] message) {
    as(chain().settlement());
    send(
        chain().settlement(),
        handler,
        "receive_cross_chain_msg",
        new Uint256(txid),
        new Utf8String("Bitcoin"),
        new Uint256(0),
        new Uint256(vault),
        new Uint8(1),
        new DynamicBytes(message),
        new Uint8(0),
        new DynamicBytes(new byte[0]));
  }

  /** As the settlement contract does with the result of a withdrawal. */
  public void callBack(BigInteger txid, BigInteger vault, boolean paid) {
    as(chain().settlement());
    send(
        chain().settlement(),
        handler,
        "receive_cross_chain_callback",
        new Uint256(txid),
        new Utf8String("Bitcoin"),
        new Uint256(vault),
        new Uint8(paid ? 2 : 3),
        new Uint8(0),
        new DynamicBytes(new byte[0]));
  }

  /** The withdrawal's id. */
  public BigInteger withdraw(long amount) {
    JsonNode receipt =
        send(HOLDER, handler, "withdraw_request", new Utf8String(BTC_ADDRESS), new Uint256(amount));
    for (JsonNode log : receipt.path("logs")) {
      if (log.path("topics").path(0).asString().startsWith("0x4a724060")) {
        return new BigInteger(log.path("topics").path(1).asString().substring(2), 16);
      }
    }
    throw new IllegalStateException("no WithdrawLocked in " + receipt);
  }

  /** What mints in the handler's name, which nobody can. */
  public JsonNode forge(String function, EvmAddress account, long amount) {
    as(handler);
    return send(handler, token, function, address(account), new Uint256(amount));
  }

  /** Sends it and returns the receipt of a transaction that went well. */
  public JsonNode send(EvmAddress from, EvmAddress to, String function, Type... arguments) {
    String data =
        FunctionEncoder.encode(new Function(function, Arrays.asList(arguments), List.of()));
    return send(from, to, data);
  }

  /** The same with calldata. */
  public JsonNode send(EvmAddress from, EvmAddress to, String data) {
    return send(from, to, data, "0x0");
  }

  /** The same with wei, hexadecimal. */
  public JsonNode send(EvmAddress from, EvmAddress to, String data, String value) {
    return mined(
        Map.of(
            "from", from.hex(), "to", to.hex(), "data", data, "gas", "0x1e8480", "value", value));
  }

  public static Address address(EvmAddress address) {
    return new Address(address.hex());
  }

  public static DynamicArray<Uint256> amounts(long... amounts) {
    return new DynamicArray<>(
        Uint256.class, Arrays.stream(amounts).mapToObj(Uint256::new).toList());
  }

  private static DynamicArray<Address> list(EvmAddress address) {
    return new DynamicArray<>(Address.class, List.of(address(address)));
  }

  private static StaticStruct leg(EvmAddress artifact, long ratio, long unbonding) {
    return new StaticStruct(
        address(artifact), new Uint32(ratio), new Uint32(unbonding), address(OWNER));
  }

  private static Type artifact(String primitive, Hash specification, EvmAddress operator) {
    byte[] id = Arrays.copyOf(primitive.getBytes(UTF_8), 32);
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
            new Bytes32(id),
            new Utf8String("https://specifications.example/" + primitive),
            new Bytes32(specification.bytes())));
  }

  private static byte[] initialize(BigInteger vault) {
    return Hex.decode(
        FunctionEncoder.encode(
            new Function(
                "initialize",
                List.of(
                    address(OWNER), list(OWNER), new Uint256(vault), new Uint64(10_000), LIFETIME),
                List.of())));
  }

  private static EvmAddress deployedAfter(int more) {
    BigInteger nonce =
        new BigInteger(
            node().rpc("eth_getTransactionCount", OWNER.hex(), "latest").asString().substring(2),
            16);
    byte[] created =
        ContractUtils.generateContractAddress(
            Hex.decode(OWNER.hex()), nonce.add(BigInteger.valueOf(more)));
    return new EvmAddress(Hex.encode(created));
  }

  private static EvmAddress deploy(String contract, Type... arguments) {
    String code =
        DeployedChains.bytecode(contract)
            + FunctionEncoder.encodeConstructor(Arrays.asList(arguments));
    JsonNode receipt = mined(Map.of("from", OWNER.hex(), "data", code));
    return new EvmAddress(receipt.get("contractAddress").asString());
  }

  private static void as(EvmAddress account) {
    node().rpc("anvil_impersonateAccount", account.hex());
    node().rpc("anvil_setBalance", account.hex(), "0xde0b6b3a7640000");
  }

  private static JsonNode mined(Map<String, String> transaction) {
    String hash = node().rpc("eth_sendTransaction", transaction).asString();
    JsonNode receipt =
        await()
            .pollDelay(Duration.ZERO) // the node mines what it is sent
            .pollInterval(Duration.ofMillis(20))
            .until(() -> node().rpc("eth_getTransactionReceipt", hash), found -> !found.isNull());
    if (!receipt.path("status").asString().equals("0x1")) {
      throw new IllegalStateException("refused: " + transaction + " " + receipt);
    }
    return receipt;
  }

  private static Signer newSigner() {
    try {
      ECKeyPair pair = Keys.createEcKeyPair();
      Path folder = Files.createTempDirectory("statement-signer");
      Path keystore = folder.resolve("keystore.json");
      new JsonMapper().writeValue(keystore.toFile(), Wallet.createLight("statements", pair));
      Path password = Files.writeString(folder.resolve("password"), "statements");
      return new Signer(keystore, password, Credentials.create(pair).getAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CipherException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
