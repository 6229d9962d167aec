// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.world;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.Call;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.LegacySettings;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.HandlerAbi;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.DeployedChains;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.DeployedChains.DeployedHandler;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Bool;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint8;
import tools.jackson.databind.JsonNode;

/**
 * Old: a network of version 0.1.0 on the second node, joined with Alpha and with {@link
 * LegacyPeer}. Its prepayments are held by a vault of ours.
 */
public final class LegacyNetwork implements AutoCloseable {
  /** Where Old's contracts live. */
  private static final String NODE = "Beta";

  /** Holds tokens on Old, and somebody may send messages in its name. */
  public static final EvmAddress VICTIM =
      new EvmAddress("0x14dC79964da2C08b23698B3D3cc7Ca32193d9955");

  private static final ChainName NAME = new ChainName("Old");
  private static final EvmAddress OWNER = Accounts.STRANGER;

  private final TwoChains chains = new TwoChains();
  private final EvmAddress verifier;
  private final EvmAddress settlement;
  private final EvmAddress token;
  private final EvmAddress handler;
  private final EvmAddress gasService;
  private final EvmReader old;
  private final LegacyPeer prior;

  /** Deploys it beside Alpha and opens the route between their handlers, both ways. */
  public LegacyNetwork() {
    verifier = verifier(false);
    settlement = deploy("LegacySettlement", new Utf8String("Old"), address(verifier));
    token =
        deploy(
            "SettlementToken",
            address(OWNER),
            addresses(OWNER),
            new Utf8String("Old Bitcoin"),
            new Utf8String("OBTC"),
            new Uint8(8));
    handler = deploy("LegacyHandler", address(settlement), address(token));
    EvmAddress records = deploy("LegacyPrepayments", address(settlement));
    gasService =
        deploy(
            "GasService",
            address(OWNER),
            address(records),
            addresses(),
            addresses(Accounts.REFUNDER),
            addresses(),
            addresses());
    old = EvmReader.connect(settings(), new SimpleMeterRegistry());
    allowMinting(true);
    for (EvmAddress user : List.of(Accounts.HOLDER, VICTIM)) {
      onOld(OWNER, token, "mint_to", address(user), new Uint256(1_000_000));
    }
    allowArrivals(true);
    openOnAlpha();
    prior = new LegacyPeer(this, fromAlpha().to());
    Uint256 remote = new Uint256(prior.handler().toBigInteger());
    onOld(OWNER, handler, "add_handler", new Utf8String(LegacyPeer.NAME.value()), remote);
  }

  /** Another verifier on its node, which may want the prefix of EIP-191. */
  public EvmAddress verifier(boolean prefixed) {
    return deploy(
        "LegacyVerifier",
        addresses(TestKeys.VALIDATOR_1.address(), TestKeys.VALIDATOR_2.address()),
        new Uint256(2),
        new Bool(prefixed));
  }

  /** Writes settlement.chains with Alpha and Old. */
  public void register(DynamicPropertyRegistry properties) {
    TwoChains.register(
        properties,
        FinalityTag.LATEST,
        List.of(chains.alpha().settings(), old.settings(), prior.reader().settings()));
  }

  /** Everything the registry would say of Alpha and Old. */
  public List<RegistryEvent> registry() {
    DeployedChain alpha = chains.deployed().chain("Alpha");
    List<RegistryEvent> facts = new ArrayList<>();
    facts.add(state(chains.alpha().settings()));
    facts.add(state(old.settings()));
    facts.add(handlerState(fromAlpha().from(), chains.handler("Alpha").token()));
    facts.add(handlerState(fromAlpha().to(), token));
    facts.add(state(prior.reader().settings()));
    facts.add(handlerState(prior.handler(), prior.token()));
    for (ChainName name : List.of(alpha.name(), NAME, LegacyPeer.NAME)) {
      facts.add(
          new ValidatorSetState(
              name,
              1,
              2,
              List.of(TestKeys.VALIDATOR_1.address(), TestKeys.VALIDATOR_2.address()),
              Instant.EPOCH));
    }
    facts.add(new RouteState(fromAlpha(), Status.ACTIVE, Instant.EPOCH));
    facts.add(new RouteState(fromOld(), Status.ACTIVE, Instant.EPOCH));
    for (RouteId between : betweenLegacyChains()) {
      facts.add(new RouteState(between, Status.ACTIVE, Instant.EPOCH));
    }
    return facts;
  }

  /** Old's clock goes past this moment. */
  public void passOnOld(Instant moment) {
    Anvil node = chains.deployed().node(NODE);
    node.rpc("evm_setNextBlockTimestamp", moment.getEpochSecond() + 1);
    node.mine(1);
  }

  /** Another chain, with a handler at the same address as Old's. */
  public List<RegistryEvent> twin(Profile profile) {
    ChainState like = state(old.settings());
    ChainName name = new ChainName("Elder");
    ChainState twin =
        new ChainState(
            name,
            like.family(),
            profile,
            like.chainId() + 1,
            like.settlement(),
            like.gasService(),
            like.verifier(),
            Status.ACTIVE,
            Instant.EPOCH);
    return List.of(twin, handlerState(HandlerId.of(name, handler), token));
  }

  /** From Alpha to Old. */
  public RouteId fromAlpha() {
    return new RouteId(chains.handler("Alpha").id(), HandlerId.of(NAME, handler));
  }

  /** From Old to Alpha. */
  public RouteId fromOld() {
    return new RouteId(fromAlpha().to(), fromAlpha().from());
  }

  /** From Old to the other legacy chain, and back. */
  public List<RouteId> betweenLegacyChains() {
    RouteId there = new RouteId(fromAlpha().to(), prior.handler());
    return List.of(there, new RouteId(there.to(), there.from()));
  }

  /** The other legacy chain. */
  public LegacyPeer prior() {
    return prior;
  }

  /** A reader of Alpha. */
  public EvmReader alpha() {
    return chains.alpha();
  }

  /** A reader of Old. */
  public EvmReader old() {
    return old;
  }

  /** Whether that verifier takes these signatures over a packed digest. */
  public boolean accepts(EvmAddress anyVerifier, Hash packed, byte[] signatures) {
    byte[] question =
        call("verify", new Bytes32(packed.bytes()), new DynamicBytes(signatures), new Uint8(0));
    byte[] answer = old.call(Call.view(anyVerifier, question), FinalityTag.LATEST);
    return answer[answer.length - 1] == 1;
  }

  /** The token on Old. */
  public EvmAddress token() {
    return token;
  }

  /** The token on Alpha. */
  public EvmAddress tokenOnAlpha() {
    return chains.handler("Alpha").token();
  }

  /** Somebody sends tokens from Old to the holder on Alpha. */
  public void sendFromOld(EvmAddress sender, long amount) {
    DeployedHandler there = chains.handler("Alpha");
    TokenAmount tokens = TokenAmount.of(amount);
    onOld(sender, token, Erc20Abi.approve(handler, tokens), 0);
    byte[] send =
        HandlerAbi.send(there.id().chain(), there.id(), there.token(), Accounts.HOLDER, tokens);
    onOld(sender, handler, send, 0);
  }

  /** The holder sends tokens from Old to itself on the other legacy chain. */
  public void sendFromOldToPrior(long amount) {
    TokenAmount tokens = TokenAmount.of(amount);
    onOld(Accounts.HOLDER, token, Erc20Abi.approve(handler, tokens), 0);
    byte[] send =
        HandlerAbi.send(LegacyPeer.NAME, prior.handler(), prior.token(), Accounts.HOLDER, tokens);
    onOld(Accounts.HOLDER, handler, send, 0);
  }

  /** The holder sends tokens from the other legacy chain to itself on Old. */
  public void sendFromPrior(long amount) {
    prior.send(fromAlpha().to(), token, TokenAmount.of(amount));
  }

  /** The holder sends tokens from Alpha to itself on Old. */
  public Receipt sendFromAlpha(long amount) {
    DeployedHandler here = chains.handler("Alpha");
    TokenAmount tokens = TokenAmount.of(amount);
    EvmAddress from = here.id().evmAddress();
    chains.transact("Alpha", Accounts.HOLDER, here.token(), Erc20Abi.approve(from, tokens), 0);
    byte[] send = HandlerAbi.send(NAME, fromAlpha().to(), token, Accounts.HOLDER, tokens);
    return chains.transact("Alpha", Accounts.HOLDER, from, send, 0);
  }

  /** Somebody calls Old's settlement contract. */
  public void callSettlement(byte[] call) {
    onOld(OWNER, settlement, call, 0);
  }

  /** Somebody sends a message of nothing in the victim's name, and moves its nonce by that. */
  public void meddle() {
    onOld(
        OWNER,
        settlement,
        "send_cross_chain_msg",
        new Utf8String("Alpha"),
        address(VICTIM),
        new Uint256(1),
        new Uint8(0),
        DynamicBytes.DEFAULT);
  }

  /** The holder prepays a message in the vault on Old. */
  public void topUp(TxId txid, long wei) {
    byte[] call = call("top_up", new Uint256(txid.toBigInteger()));
    onOld(Accounts.HOLDER, gasService, call, wei);
  }

  /** Whether Old's handler may mint; if not, whatever arrives reverts. */
  public void allowMinting(boolean allowed) {
    onOld(OWNER, token, allowed ? "add_operator" : "remove_operator", address(handler));
  }

  /** Whether Old's handler takes what Alpha's sends; if not, whatever arrives fails. */
  public void allowArrivals(boolean allowed) {
    Uint256 remote = new Uint256(fromAlpha().from().toBigInteger());
    onOld(
        OWNER,
        handler,
        allowed ? "add_handler" : "remove_handler",
        new Utf8String("Alpha"),
        remote);
  }

  /** Whether Alpha's handler takes what Old's sends; if not, whatever arrives fails. */
  public void openOnAlpha() {
    Utf8String name = new Utf8String("Old");
    Uint256 remote = new Uint256(fromAlpha().to().toBigInteger());
    asManager("add_handler", name, remote);
    asManager("set_remote_token", name, remote, new Uint256(token.toBigInteger()));
  }

  /** Alpha's handler refuses what Old's sends from now on. */
  public void closeOnAlpha() {
    Uint256 remote = new Uint256(fromAlpha().to().toBigInteger());
    asManager("remove_handler", new Utf8String("Old"), remote);
  }

  private void asManager(String function, Type<?>... arguments) {
    EvmAddress multisig = chains.deployed().chain("Alpha").multisig();
    Anvil node = chains.deployed().node("Alpha");
    node.rpc("anvil_setBalance", multisig.hex(), "0xde0b6b3a7640000");
    node.rpc("anvil_impersonateAccount", multisig.hex());
    EvmAddress there = chains.handler("Alpha").id().evmAddress();
    chains.transact("Alpha", multisig, there, call(function, arguments), 0);
  }

  private void onOld(EvmAddress from, EvmAddress to, String function, Type<?>... arguments) {
    onOld(from, to, call(function, arguments), 0);
  }

  private void onOld(EvmAddress from, EvmAddress to, byte[] call, long wei) {
    chains.transact(NODE, from, to, call, wei);
  }

  /** A transaction on one of the nodes. */
  void transact(String node, EvmAddress from, EvmAddress to, byte[] call) {
    chains.transact(node, from, to, call, 0);
  }

  DeployedChain deployed(String node) {
    return chains.deployed().chain(node);
  }

  static byte[] call(String function, Type<?>... arguments) {
    @SuppressWarnings("rawtypes")
    List<Type> inputs = List.of(arguments);
    return Hex.decode(FunctionEncoder.encode(new Function(function, inputs, List.of())));
  }

  private ChainSettings settings() {
    DeployedChain node = chains.deployed().chain(NODE);
    return ChainSettings.of(
            NAME,
            node.chainId(),
            List.of(URI.create(node.rpcUrl())),
            settlement,
            gasService,
            verifier)
        .withProfile(Profile.LEGACY, LegacySettings.ofDefaults());
  }

  private static ChainState state(ChainSettings chain) {
    return new ChainState(
        chain.name(),
        chain.family(),
        chain.profile(),
        chain.chainId(),
        chain.settlement(),
        chain.gasService(),
        chain.verifier(),
        Status.ACTIVE,
        Instant.EPOCH);
  }

  private static HandlerState handlerState(HandlerId id, EvmAddress token) {
    return new HandlerState(
        id, token, 8, SettlementMode.MINT_BURN, "BTC", Status.ACTIVE, Instant.EPOCH);
  }

  private EvmAddress deploy(String contract, Type<?>... arguments) {
    return deploy(NODE, OWNER, contract, arguments);
  }

  EvmAddress deploy(String where, EvmAddress by, String contract, Type<?>... arguments) {
    @SuppressWarnings("rawtypes")
    List<Type> inputs = List.of(arguments);
    Anvil node = chains.deployed().node(where);
    String hash =
        node.rpc(
                "eth_sendTransaction",
                Map.of(
                    "from",
                    by.hex(),
                    "data",
                    DeployedChains.bytecode(contract) + FunctionEncoder.encodeConstructor(inputs),
                    "gas",
                    "0x989680"))
            .asString();
    JsonNode receipt =
        Awaitility.await()
            .until(() -> node.rpc("eth_getTransactionReceipt", hash), found -> found.has("status"));
    if (!receipt.get("status").asString().equals("0x1")) {
      throw new IllegalStateException(contract + " could not be deployed");
    }
    return new EvmAddress(receipt.get("contractAddress").asString());
  }

  static Address address(EvmAddress address) {
    return new Address(address.hex());
  }

  static DynamicArray<Address> addresses(EvmAddress... addresses) {
    return new DynamicArray<>(
        Address.class, Arrays.stream(addresses).map(LegacyNetwork::address).toList());
  }

  @Override
  public void close() {
    prior.reader().close();
    old.close();
    chains.close();
  }
}
