// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.Call;
import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.Receipt;
import io.settlement.chain.contract.Certificate;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.HandlerAbi;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.contract.SettlementCalls;
import io.settlement.chain.contract.SettlementCalls.SignedCallback;
import io.settlement.chain.contract.SettlementCalls.SignedMessage;
import io.settlement.chain.contract.Signatures;
import io.settlement.chain.contract.Views;
import io.settlement.chain.keys.KeystoreKey;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.AttestationEvent;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.DeployedChains;
import io.settlement.kit.test.DeployedChains.DeployedChain;
import io.settlement.kit.test.KafkaProbe;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real transfers on real chains, told of as a relayer and validators would tell. */
final class Travel implements AutoCloseable {
  private static final EvmAddress USER =
      new EvmAddress("0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc");
  private static final List<KeystoreKey> VALIDATORS =
      List.of(TestKeys.VALIDATOR_1, TestKeys.VALIDATOR_2);
  private static final String KIND = "mintBurn";

  private final DeployedChains chains;
  private final KafkaProbe kafka;
  private final JdbcClient jdbc;
  private final Map<ChainName, EvmReader> readers;

  Travel(DeployedChains chains, KafkaProbe kafka, JdbcClient jdbc) {
    this.chains = chains;
    this.kafka = kafka;
    this.jdbc = jdbc;
    this.readers =
        List.of("Alpha", "Beta").stream()
            .map(chains::chain)
            .collect(Collectors.toMap(DeployedChain::name, Travel::reader));
  }

  private static EvmReader reader(DeployedChain chain) {
    return EvmReader.connect(
        ChainSettings.of(
            chain.name(),
            chain.chainId(),
            List.of(URI.create(chain.rpcUrl())),
            chain.settlement(),
            chain.gasService(),
            chain.verifier()),
        new io.micrometer.core.instrument.simple.SimpleMeterRegistry());
  }

  /** A transfer that arrives. */
  CrossChainMessage succeed(String from, String to) {
    return travel(from, to, Outcome.SUCCESS);
  }

  /** A transfer whose destination has closed the handler when it arrives. */
  CrossChainMessage fail(String from, String to) {
    return travel(from, to, Outcome.FAILED);
  }

  private CrossChainMessage travel(String fromName, String toName, Outcome outcome) {
    DeployedChain from = chains.chain(fromName);
    DeployedChain to = chains.chain(toName);
    CrossChainMessage message = send(from, to);
    EvmAddress target = message.to().evmAddress();
    if (outcome == Outcome.FAILED) {
      manage(to, to.settlement(), Views.ask("remove_handler(address)", target));
    }
    Receipt delivered = deliver(message, to);
    if (outcome == Outcome.FAILED) {
      manage(to, to.settlement(), Views.ask("register_handler(address)", target));
    }
    LogRef arrival = ref(to.name(), only(delivered, SettlementAbi.HANDLE_RESULT));
    assertThat(SettlementAbi.handleResult(only(delivered, SettlementAbi.HANDLE_RESULT)).outcome())
        .isEqualTo(outcome);
    kafka.send(new MessageDelivered(message.txid(), outcome, arrival, cost(arrival), now()));
    Receipt settled = callBack(message, outcome, from);
    LogRef end = ref(from.name(), only(settled, SettlementAbi.RESULT));
    kafka.send(new MessageSettled(message.txid(), outcome, end, cost(end), now()));
    return message;
  }

  private CrossChainMessage send(DeployedChain from, DeployedChain to) {
    EvmAddress handler = from.handler(KIND).id().evmAddress();
    TokenAmount amount = TokenAmount.of(1);
    transact(from.name(), USER, from.handler(KIND).token(), Erc20Abi.approve(handler, amount));
    Receipt receipt =
        transact(
            from.name(),
            USER,
            handler,
            HandlerAbi.send(
                to.name(), to.handler(KIND).id(), to.handler(KIND).token(), USER, amount));
    ChainLog log = only(receipt, SettlementAbi.MESSAGE);
    CrossChainMessage message =
        ContractDialect.of(reader(from.name()).settings()).messages(receipt.logs()).of(log);
    MessageEvent told = new MessageObserved(message.txid(), message, ref(from.name(), log), now());
    kafka.send(told);
    awaitHeard(message);
    return message;
  }

  /** Validators wait for the message's block to be final, and sign after everybody heard of it. */
  private void awaitHeard(CrossChainMessage message) {
    Awaitility.await()
        .until(
            () ->
                jdbc.sql("select count(*) from onboarding_message where txid = ?")
                        .param(message.txid().hex())
                        .query(Integer.class)
                        .single()
                    == 1);
  }

  private Receipt deliver(CrossChainMessage message, DeployedChain to) {
    Hash digest = Digests.receive(message, to.chainId(), to.settlement());
    for (KeystoreKey validator : VALIDATORS) {
      kafka.send(
          new AttestationSigned(
              message.txid(),
              AttestationEvent.Kind.RECEIVE,
              digest,
              validator.address(),
              Hex.encode(validator.sign(digest)),
              now()));
    }
    return transact(
        to.name(),
        USER,
        to.settlement(),
        SettlementCalls.receiveBatch(List.of(new SignedMessage(message, certificate(digest)))));
  }

  private Receipt callBack(CrossChainMessage message, Outcome outcome, DeployedChain from) {
    Hash digest =
        Digests.callback(
            message.txid(),
            message.to(),
            message.from(),
            outcome,
            from.chainId(),
            from.settlement());
    return transact(
        from.name(),
        USER,
        from.settlement(),
        SettlementCalls.callbackBatch(
            List.of(
                new SignedCallback(
                    message.txid(), message.to(), message.from(), outcome, certificate(digest)))));
  }

  private static Certificate certificate(Hash digest) {
    return Certificate.ofSignatures(
        Signatures.bundle(
            VALIDATORS.stream()
                .collect(
                    Collectors.toMap(KeystoreKey::address, validator -> validator.sign(digest)))));
  }

  /** What the multisig says. */
  void manage(DeployedChain chain, EvmAddress to, byte[] data) {
    as(chain.multisig(), chain, to, data);
  }

  /** What any account says. */
  void as(EvmAddress who, DeployedChain chain, EvmAddress to, byte[] data) {
    chains.node(chain.name().value()).rpc("anvil_setBalance", who.hex(), "0xde0b6b3a7640000");
    chains.node(chain.name().value()).rpc("anvil_impersonateAccount", who.hex());
    transact(chain.name(), who, to, data);
  }

  /** A handler of messages, owned by an account. */
  String deployGreeter(DeployedChain chain, EvmAddress owner) {
    return deploy(
        chain, DeployedChains.bytecode("PartnerHandler") + word(owner) + word(chain.settlement()));
  }

  /**
   * A handler of tokens that its owner manages too, registered with the settlement contract.
   *
   * @param token what it moves
   */
  HandlerId deployHandler(
      DeployedChain chain, EvmAddress token, SettlementMode mode, EvmAddress owner) {
    String implementation =
        deploy(
            chain,
            DeployedChains.bytecode("ERC20SettlementHandler")
                + word(chain.settlement())
                + word(token)
                + word(mode.wire()));
    String beginning =
        Hex.encode(Views.selector("initialize(address,address[])")).substring(2)
            + word(owner)
            + word(64)
            + word(1)
            + word(owner);
    String proxy =
        deploy(
            chain,
            DeployedChains.bytecode("ERC1967Proxy")
                + word(new EvmAddress(implementation))
                + word(64)
                + word(beginning.length() / 2)
                + beginning
                + "0".repeat(64 - beginning.length() % 64));
    manage(
        chain, chain.settlement(), Views.ask("register_handler(address)", new EvmAddress(proxy)));
    return HandlerId.of(chain.name(), new EvmAddress(proxy));
  }

  private String deploy(DeployedChain chain, String code) {
    Anvil node = chains.node(chain.name().value());
    String hash =
        node.rpc("eth_sendTransaction", Map.of("from", USER.hex(), "data", code, "gas", "0x7a1200"))
            .asString();
    return Awaitility.await()
        .until(() -> node.rpc("eth_getTransactionReceipt", hash), one -> !one.isNull())
        .path("contractAddress")
        .asString();
  }

  private static String word(EvmAddress address) {
    return "0".repeat(24) + address.hex().substring(2);
  }

  private static String word(long number) {
    return "%064x".formatted(number);
  }

  Receipt transact(ChainName chain, EvmAddress from, EvmAddress to, byte[] data) {
    String hash =
        chains
            .node(chain.value())
            .rpc(
                "eth_sendTransaction",
                Map.of(
                    "from",
                    from.hex(),
                    "to",
                    to.hex(),
                    "data",
                    Hex.encode(data),
                    "gas",
                    "0x2dc6c0"))
            .asString();
    Receipt receipt =
        Awaitility.await()
            .until(
                () ->
                    Optional.ofNullable(
                        reader(chain).receipts(List.of(new Hash(hash))).get(new Hash(hash))),
                Optional::isPresent)
            .orElseThrow();
    assertThat(receipt.success()).isTrue();
    return receipt;
  }

  /** What a view says now. */
  byte[] view(ChainName chain, EvmAddress to, byte[] data) {
    return reader(chain).call(Call.view(to, data), io.settlement.chain.FinalityTag.LATEST);
  }

  private EvmReader reader(ChainName chain) {
    EvmReader reader = readers.get(chain);
    if (reader == null) {
      throw new IllegalArgumentException("no chain " + chain);
    }
    return reader;
  }

  private static ChainLog only(Receipt receipt, Hash kind) {
    return receipt.logs().stream()
        .filter(log -> log.topics().getFirst().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static LogRef ref(ChainName chain, ChainLog log) {
    return new LogRef(
        chain, log.blockNumber(), log.blockHash(), now(), log.txHash(), log.logIndex());
  }

  private static ExecutionCost cost(LogRef ref) {
    return new ExecutionCost(
        ref.chain(), ref.txHash(), USER, new Gas(100_000), Wei.of(1), Wei.of(100_000));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    readers.values().forEach(EvmReader::close);
  }
}
