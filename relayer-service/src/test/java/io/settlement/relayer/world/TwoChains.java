// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.world;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.Certificate;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.chain.contract.HandlerAbi;
import io.settlement.chain.contract.SentMessages;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.contract.SettlementCalls;
import io.settlement.chain.contract.SettlementCalls.SignedCallback;
import io.settlement.chain.contract.SettlementCalls.SignedMessage;
import io.settlement.chain.contract.Signatures;
import io.settlement.chain.keys.KeystoreKey;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.DeployedChains;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.DeployedChains.DeployedHandler;
import io.settlement.kit.test.KafkaProbe;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Alpha and Beta, and what users and a courier would do on them. */
public final class TwoChains implements AutoCloseable {
  private static final String KIND = "mintBurn";

  private final DeployedChains chains = DeployedChains.start();
  private final EvmReader alpha = reader("Alpha");
  private final EvmReader beta = reader("Beta");

  /** Writes settlement.chains, with everything final at the given tag. */
  public void register(DynamicPropertyRegistry properties, FinalityTag finality) {
    register(properties, finality, List.of(alpha.settings(), beta.settings()));
  }

  /** Writes settlement.chains with these, everything final at the given tag. */
  public static void register(
      DynamicPropertyRegistry properties, FinalityTag finality, List<ChainSettings> all) {
    for (int i = 0; i < all.size(); i++) {
      ChainSettings chain = all.get(i);
      String at = "settlement.chains[" + i + "].";
      properties.add(at + "name", chain.name()::value);
      properties.add(at + "profile", chain.profile()::name);
      properties.add(at + "legacy.digest", chain.legacy().digest()::name);
      properties.add(at + "chain-id", chain::chainId);
      properties.add(at + "rpc-urls", () -> chain.rpcUrls().getFirst().toString());
      properties.add(at + "settlement", chain.settlement()::hex);
      properties.add(at + "gas-service", chain.gasService()::hex);
      properties.add(at + "verifier", chain.verifier()::hex);
      properties.add(at + "finality", finality::name);
      properties.add(at + "poll-interval", () -> "50ms");
    }
  }

  /** The deployment. */
  public DeployedChains deployed() {
    return chains;
  }

  /** A reader of its own. */
  public EvmReader alpha() {
    return alpha;
  }

  /** A reader of its own. */
  public EvmReader beta() {
    return beta;
  }

  /** The route from Alpha to Beta. */
  public RouteId route() {
    return new RouteId(handler("Alpha").id(), handler("Beta").id());
  }

  /** Tells the registry's state and waits until it has arrived. */
  public void openRoute(KafkaProbe kafka, RegistryView view) {
    kafka.send(registry());
    Awaitility.await()
        .until(
            () -> view.route(route()).filter(route -> route.status() == Status.ACTIVE).isPresent());
  }

  /** Everything the registry would say, with all routes open. */
  public List<RegistryEvent> registry() {
    List<RegistryEvent> facts = new ArrayList<>();
    for (String name : List.of("Alpha", "Beta")) {
      DeployedChain chain = chains.chain(name);
      DeployedHandler handler = handler(name);
      facts.add(
          new ChainState(
              chain.name(),
              RegistryEvent.Family.EVM,
              RegistryEvent.Profile.V2,
              chain.chainId(),
              chain.settlement(),
              chain.gasService(),
              chain.verifier(),
              Status.ACTIVE,
              Instant.EPOCH));
      facts.add(
          new HandlerState(
              handler.id(),
              handler.token(),
              8,
              handler.mode(),
              "BTC",
              Status.ACTIVE,
              Instant.EPOCH));
      facts.add(
          new ValidatorSetState(
              chain.name(),
              1,
              2,
              List.of(TestKeys.VALIDATOR_1.address(), TestKeys.VALIDATOR_2.address()),
              Instant.EPOCH));
    }
    facts.add(new RouteState(route(), Status.ACTIVE, Instant.EPOCH));
    facts.add(
        new RouteState(new RouteId(route().to(), route().from()), Status.ACTIVE, Instant.EPOCH));
    return facts;
  }

  /** The holder sends tokens from Alpha to itself on Beta and prepays. */
  public CrossChainMessage send(long amount, long prepaid) {
    return message(sendAndSee(amount, prepaid));
  }

  /** The message that a receipt sent. */
  public static CrossChainMessage message(Receipt receipt) {
    return SentMessages.in(receipt.logs()).of(logOf(receipt, SettlementAbi.MESSAGE));
  }

  /** The same, with the receipt. */
  public Receipt sendAndSee(long amount, long prepaid) {
    return sendAndSee("Alpha", "Beta", amount, prepaid);
  }

  /** The same from one of the chains to the other. */
  public Receipt sendAndSee(String source, String destination, long amount, long prepaid) {
    DeployedHandler from = handler(source);
    transact(
        source,
        Accounts.HOLDER,
        from.token(),
        Erc20Abi.approve(from.id().evmAddress(), TokenAmount.of(amount)),
        0);
    DeployedHandler to = handler(destination);
    return transact(
        source,
        Accounts.HOLDER,
        from.id().evmAddress(),
        HandlerAbi.send(
            to.id().chain(), to.id(), to.token(), Accounts.HOLDER, TokenAmount.of(amount)),
        prepaid);
  }

  /** The holder sends several messages from Alpha to Beta that land in one block; in log order. */
  public List<MessageFinal> sendInOneBlock(List<Long> amounts) {
    DeployedHandler from = handler("Alpha");
    DeployedHandler to = handler("Beta");
    long sum = amounts.stream().mapToLong(Long::longValue).sum();
    transact(
        "Alpha",
        Accounts.HOLDER,
        from.token(),
        Erc20Abi.approve(from.id().evmAddress(), TokenAmount.of(sum)),
        0);
    Anvil node = chains.node("Alpha");
    node.rpc("evm_setAutomine", false);
    List<Hash> hashes;
    try {
      hashes =
          amounts.stream()
              .map(
                  amount ->
                      HandlerAbi.send(
                          to.id().chain(),
                          to.id(),
                          to.token(),
                          Accounts.HOLDER,
                          TokenAmount.of(amount)))
              .map(call -> submit("Alpha", Accounts.HOLDER, from.id().evmAddress(), call, 0))
              .toList();
      node.mine(1);
    } finally {
      node.rpc("evm_setAutomine", true);
    }
    Map<Hash, Receipt> receipts = alpha.receipts(hashes);
    return hashes.stream().map(receipts::get).map(receipt -> Facts.sent(alpha, receipt)).toList();
  }

  /** Delivers messages to Beta in one transaction, signed by two validators. */
  public Receipt deliver(List<CrossChainMessage> messages) {
    ChainSettings to = beta.settings();
    List<SignedMessage> signed = new ArrayList<>();
    for (CrossChainMessage message : messages) {
      Hash digest = Digests.receive(message, to.chainId(), to.settlement());
      signed.add(new SignedMessage(message, certificate(digest)));
    }
    return transact(
        "Beta", Accounts.STRANGER, to.settlement(), SettlementCalls.receiveBatch(signed), 0);
  }

  /** Brings the outcome of a message home to Alpha. */
  public Receipt callBack(TxId txid, Outcome outcome) {
    ChainSettings to = alpha.settings();
    HandlerId source = route().from();
    HandlerId target = route().to();
    Hash digest = Digests.callback(txid, target, source, outcome, to.chainId(), to.settlement());
    return transact(
        "Alpha",
        Accounts.STRANGER,
        to.settlement(),
        SettlementCalls.callbackBatch(
            List.of(new SignedCallback(txid, target, source, outcome, certificate(digest)))),
        0);
  }

  /** Pays a refund on Alpha. */
  public Receipt refund(TxId txid, EvmAddress to, Wei amount) {
    return transact(
        "Alpha",
        Accounts.REFUNDER,
        alpha.settings().gasService(),
        GasServiceAbi.refundBatch(List.of(new GasServiceAbi.Refund(txid, to, amount))),
        0);
  }

  /** Sends any transaction and returns its receipt. */
  public Receipt transact(String chain, EvmAddress from, EvmAddress to, byte[] data, long value) {
    Hash hash = submit(chain, from, to, data, value);
    EvmReader reader = chain.equals("Alpha") ? alpha : beta;
    Receipt receipt =
        Awaitility.await()
            .pollInterval(Duration.ofMillis(10))
            .until(() -> reader.receipts(List.of(hash)), receipts -> !receipts.isEmpty())
            .values()
            .iterator()
            .next();
    if (!receipt.success()) {
      throw new AssertionError("the transaction " + hash + " reverted");
    }
    return receipt;
  }

  private Hash submit(String chain, EvmAddress from, EvmAddress to, byte[] data, long value) {
    return new Hash(
        chains
            .node(chain)
            .rpc(
                "eth_sendTransaction",
                Map.of(
                    "from", from.hex(),
                    "to", to.hex(),
                    "data", Hex.encode(data),
                    "value", "0x" + BigInteger.valueOf(value).toString(16),
                    "gas", "0x989680"))
            .asString());
  }

  /** Makes what was mined so far final, on both chains. */
  public void makeFinal() {
    chains.node("Alpha").mine(3);
    chains.node("Beta").mine(3);
  }

  /** The log of a kind in a receipt. */
  public static ChainLog logOf(Receipt receipt, Hash kind) {
    return receipt.logs().stream()
        .filter(log -> log.topics().getFirst().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  /** The handler that tests use. */
  public DeployedHandler handler(String chain) {
    return chains.chain(chain).handler(KIND);
  }

  @Override
  public void close() {
    alpha.close();
    beta.close();
    chains.close();
  }

  private static Certificate certificate(Hash digest) {
    Map<EvmAddress, byte[]> signatures = new HashMap<>();
    for (KeystoreKey key : List.of(TestKeys.VALIDATOR_1, TestKeys.VALIDATOR_2)) {
      signatures.put(key.address(), key.sign(digest));
    }
    return Certificate.ofSignatures(Signatures.bundle(signatures));
  }

  private EvmReader reader(String name) {
    DeployedChain chain = chains.chain(name);
    return EvmReader.connect(
        ChainSettings.of(
                chain.name(),
                chain.chainId(),
                List.of(URI.create(chain.rpcUrl())),
                chain.settlement(),
                chain.gasService(),
                chain.verifier())
            .withPace(1000, Duration.ofSeconds(10), Duration.ofMillis(50)),
        new SimpleMeterRegistry());
  }
}
