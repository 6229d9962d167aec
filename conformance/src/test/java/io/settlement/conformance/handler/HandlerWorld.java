// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.handler.Abi.Part;
import io.settlement.conformance.handler.HandlerCase.Asset;
import io.settlement.conformance.handler.HandlerCase.Peer;
import io.settlement.kit.test.Anvil;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A chain with the suite's settlement contract, good handlers, and handlers that break a rule. */
public final class HandlerWorld implements AutoCloseable {
  static final String CHAIN = "Alpha";
  static final String OWNER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";
  static final Peer PEER =
      new Peer(
          "Beta",
          "0x00000000000000000000000000000000000be7a1",
          Optional.of("0x00000000000000000000000000000000000be7a2"));

  private static final JsonMapper JSON = new JsonMapper();
  private static final String NOBODY = "0x000000000000000000000000000000000000dead";

  private final Anvil anvil = Anvil.start();
  private final String settlement;

  /** Deploys it. */
  public HandlerWorld() {
    settlement = settlement(verifier());
  }

  /** The suite's own: two of three, replaced at once. */
  private String verifier() {
    return create(
        "SettlementSignatureVerifier",
        Abi.word(OWNER),
        Abi.array(List.of(Abi.word(OWNER))),
        Abi.array(List.of(Abi.word(1), Abi.word(2), Abi.word(3))),
        Abi.word(2),
        Abi.word(3_600),
        Abi.word(600));
  }

  /** A settlement contract that asks this verifier. */
  String settlement(String verifier) {
    String implementation =
        create("Settlement", Abi.text(CHAIN), Abi.word(verifier), Abi.word(NOBODY));
    return proxy(
        implementation,
        Abi.call("initialize(address,address[],address[])", Abi.word(OWNER), owners(), owners()));
  }

  private static Part owners() {
    return Abi.array(List.of(Abi.word(OWNER)));
  }

  private String proxy(String implementation, String call) {
    return create(
        "ERC1967Proxy", Abi.word(implementation), Abi.bytes(Numeric.hexStringToByteArray(call)));
  }

  String settlement() {
    return settlement;
  }

  void register(String to, String handler) {
    send(to, Abi.call("register_handler(address)", Abi.word(handler)));
  }

  /** The suite's handler and its token, with the route to the peer. */
  public HandlerCase own(int mode) {
    String token =
        create(
            "SettlementToken",
            Abi.word(OWNER),
            owners(),
            Abi.text("Token"),
            Abi.text("TOK"),
            Abi.word(8));
    String implementation =
        create("ERC20SettlementHandler", Abi.word(settlement), Abi.word(token), Abi.word(mode));
    String handler =
        proxy(implementation, Abi.call("initialize(address,address[])", Abi.word(OWNER), owners()));
    send(token, Abi.call("add_operator(address)", Abi.word(handler)));
    Part chain = Abi.text(PEER.chain());
    Part peer = Abi.word(PEER.handler());
    send(handler, Abi.call("add_handler(string,uint256)", chain, peer));
    send(
        handler,
        Abi.call(
            "set_remote_token(string,uint256,uint256)",
            chain,
            peer,
            Abi.word(PEER.token().orElseThrow())));
    register(settlement, handler);
    boolean unlocks = mode == 1 || mode == 3;
    return of(settlement, handler, Optional.of(new Asset(token, unlocks)));
  }

  /** The example that partners copy. */
  String greeter() {
    String handler = create("PartnerHandler", Abi.word(OWNER), Abi.word(settlement));
    send(
        handler,
        Abi.call("set_partner(string,uint256)", Abi.text(PEER.chain()), Abi.word(PEER.handler())));
    register(settlement, handler);
    return handler;
  }

  /** One that breaks a rule, by its number in BrokenHandler. */
  HandlerCase broken(int fault, String at) {
    String handler =
        create(
            "BrokenHandler",
            Abi.word(at),
            Abi.word(fault),
            Abi.text(PEER.chain()),
            Abi.word(PEER.handler()),
            Abi.word(PEER.token().orElseThrow()));
    register(at, handler);
    return of(at, handler, Optional.of(new Asset(handler, false)));
  }

  static HandlerCase of(String settlement, String handler, Optional<Asset> asset) {
    return new HandlerCase(
        CHAIN,
        settlement,
        handler,
        PEER,
        asset,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What happened so far is final now. */
  public void settle() {
    anvil.mine(4);
  }

  /** Its node. */
  public Anvil anvil() {
    return anvil;
  }

  Node node() {
    return Node.of(
        URI.create(anvil.rpcUrl()),
        null,
        new NodeSettings(
            Duration.ofSeconds(5), Duration.ofSeconds(30), 64_000_000, AddressPolicy.ANY),
        Load.of(5_000, 16));
  }

  static ForkSettings forks() {
    return new ForkSettings(Anvil.program(), Duration.ofSeconds(30), Duration.ofMinutes(5));
  }

  String create(String contract, Part... arguments) {
    String code =
        artifact(contract).path("bytecode").path("object").asString()
            + Numeric.toHexStringNoPrefix(Abi.encode(List.of(arguments)));
    return receipt(Map.of("from", OWNER, "data", code)).path("contractAddress").asString();
  }

  private static JsonNode artifact(String contract) {
    return JSON.readTree(
        Path.of(System.getProperty("basedir", "."))
            .resolve("../contracts/out/%s.sol/%s.json".formatted(contract, contract))
            .toFile());
  }

  void send(String to, String data) {
    receipt(Map.of("from", OWNER, "to", to, "data", data));
  }

  private JsonNode receipt(Map<String, String> transaction) {
    String hash = anvil.rpc("eth_sendTransaction", transaction).asString();
    JsonNode receipt =
        Stream.generate(() -> anvil.rpc("eth_getTransactionReceipt", hash))
            .filter(JsonNode::isObject)
            .findFirst()
            .orElseThrow();
    if (!receipt.path("status").asString().equals("0x1")) {
      throw new IllegalStateException("a transaction reverted: " + hash);
    }
    return receipt;
  }

  @Override
  public void close() {
    anvil.close();
  }
}
