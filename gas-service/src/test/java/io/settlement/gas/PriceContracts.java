// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas;

import static org.awaitility.Awaitility.await;

import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.DeployedChains;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.generated.Uint32;
import org.web3j.abi.datatypes.generated.Uint64;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.exception.CipherException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real price contract on a real node, which knows one signer. */
public final class PriceContracts {
  /** The first account of the node; it owns the contract and pays for what tests send. */
  public static final String OWNER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

  private static final String PASSWORD = "price signer";

  private PriceContracts() {}

  /**
   * Files with the signer's key.
   *
   * @param address its account
   */
  public record Signer(Path keystore, Path passwordFile, String address) {}

  /** A key of its own, in a keystore that opens fast. */
  public static Signer signer() {
    try {
      ECKeyPair pair = Keys.createEcKeyPair();
      Path folder = Files.createTempDirectory("price-signer");
      Path keystore = folder.resolve("keystore.json");
      new JsonMapper().writeValue(keystore.toFile(), Wallet.createLight(PASSWORD, pair));
      Path password = Files.writeString(folder.resolve("password"), PASSWORD);
      return new Signer(keystore, password, Credentials.create(pair).getAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CipherException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its address. Rates may move by a fifth, fees tenfold, as deployments have it. */
  public static String deploy(Anvil node, String signer) {
    String arguments =
        FunctionEncoder.encodeConstructor(
            List.of(
                new Address(OWNER),
                new DynamicArray<>(Address.class, List.of(new Address(OWNER))),
                new DynamicArray<>(Address.class, List.of(new Address(signer))),
                new Uint64(3_600),
                new Uint32(2_000),
                new Uint32(90_000)));
    String code = DeployedChains.bytecode("GasPriceService") + arguments;
    return send(node, Map.of("from", OWNER, "data", code)).get("contractAddress").asString();
  }

  /** The receipt of a transaction that went well. */
  public static JsonNode send(Anvil node, Map<String, String> transaction) {
    String hash = node.rpc("eth_sendTransaction", transaction).asString();
    // A node that mines on demand answers before it has done so.
    JsonNode receipt =
        await().until(() -> node.rpc("eth_getTransactionReceipt", hash), found -> !found.isNull());
    if (!receipt.path("status").asString().equals("0x1")) {
      throw new IllegalStateException("refused: " + receipt);
    }
    return receipt;
  }
}
