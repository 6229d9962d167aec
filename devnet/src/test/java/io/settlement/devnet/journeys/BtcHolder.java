// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.devnet.evm.Account;
import io.settlement.devnet.evm.Node;
import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Quote;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Pause;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;
import tools.jackson.databind.JsonNode;

/** Somebody with BTC, and what he does with it on the chain that has the primitives. */
record BtcHolder(Network network, Chain home, Account account) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static BtcHolder of(Network network, Account account) {
    return new BtcHolder(network, network.chain("Alpha"), account);
  }

  WorldFile.Primitive primitive(String artifact) {
    return home.contracts().primitive(artifact);
  }

  /** Where BTC becomes his artifact. */
  String depositAddress(String artifact) {
    WorldFile.Bitcoin bitcoin = Objects.requireNonNull(network.file().bitcoin());
    HandlerId vault = Objects.requireNonNull(bitcoin.vaults().get(artifact)).handler();
    HandlerId handler = HandlerId.of(new ChainName(home.name()), primitive(artifact).handler());
    return network
        .partner()
        .post(
            "/v1/vaults/" + vault + "/addresses",
            Map.of("handler", handler, "recipient", account.address()))
        .orFail("asking for a deposit address")
        .json()
        .path("address")
        .asString();
  }

  /** Satoshi of an artifact. */
  long holds(String artifact) {
    return units(home, primitive(artifact).artifact());
  }

  /** Satoshi of an artifact that anybody has. */
  long supply(String artifact) {
    Function supply = new Function("totalSupply", List.of(), List.of());
    JsonNode answer =
        home.node()
            .call(
                "eth_call",
                Map.of(
                    "to", primitive(artifact).artifact().hex(),
                    "data", FunctionEncoder.encode(supply)),
                "latest");
    return Node.quantity(answer).longValueExact();
  }

  long units(Chain chain, EvmAddress token) {
    return chain.balance(token, account.address()).value().longValueExact();
  }

  void stake(String artifact, long amount) {
    approve(primitive(artifact).artifact(), primitive(artifact).staking(), amount);
    call(primitive(artifact).staking(), "stake", number(amount));
  }

  void unstake(String artifact, long amount) {
    call(primitive(artifact).staking(), "unstake", number(amount));
  }

  void wrap(String artifact, long amount) {
    approve(primitive(artifact).artifact(), primitive(artifact).wrapper(), amount);
    call(primitive(artifact).wrapper(), "deposit", number(amount));
  }

  void unwrap(String artifact, long amount) {
    call(primitive(artifact).wrapper(), "withdraw", number(amount));
  }

  /** In the order of the basket's legs. */
  void pool(EvmAddress basket, List<String> artifacts, List<Long> amounts) {
    for (int i = 0; i < artifacts.size(); i++) {
      approve(primitive(artifacts.get(i)).artifact(), basket, amounts.get(i));
    }
    call(basket, "deposit", numbers(amounts));
  }

  /** Gives all shares back; what is paid later comes with tickets, by their numbers. */
  void redeem(EvmAddress basket, long shares) {
    call(basket, "withdraw", number(shares));
  }

  void claim(EvmAddress basket, List<Long> tickets) {
    call(basket, "claim_tickets", numbers(tickets));
  }

  /** Asks for native BTC; the message's id. */
  TxId withdraw(String artifact, String bitcoinAddress, long amount) {
    WorldFile.Bitcoin bitcoin = Objects.requireNonNull(network.file().bitcoin());
    HandlerId vault = Objects.requireNonNull(bitcoin.vaults().get(artifact)).handler();
    EvmAddress handler = primitive(artifact).handler();
    Quote quote =
        Quote.of(
            network
                .partner()
                .post(
                    "/v1/quotes",
                    Map.of(
                        "fromChain", home.name(),
                        "fromHandler", handler,
                        "toChain", "Bitcoin",
                        "toHandler", vault.address(),
                        "amount", Long.toString(amount)))
                .orFail("asking what a withdrawal costs")
                .json());
    approve(primitive(artifact).artifact(), handler, amount);
    Wallet.Mined sent =
        call(
            handler,
            quote.total(),
            "withdraw_request",
            new Utf8String(bitcoinAddress),
            number(amount));
    return Chain.logs(sent.receipt().path("logs")).stream()
        .map(ChainLog::topics)
        .filter(topics -> topics.get(0).equals(SettlementAbi.MESSAGE))
        .map(topics -> new TxId(topics.get(1).hex()))
        .findFirst()
        .orElseThrow();
  }

  /** What the gateway says about a message once it has ended. */
  MessageView awaitEnd(TxId txid) {
    Supplier<MessageView> look =
        () -> {
          Gateway.Answer answer = network.partner().get("/v1/messages/" + txid);
          return answer.status() == 404
              ? MessageView.UNKNOWN
              : MessageView.of(answer.orFail("asking for " + txid).json());
        };
    await(() -> look.get().describe(), () -> look.get().has("MessageSettled"));
    return look.get();
  }

  static void awaitAmount(String what, LongSupplier amount, long expected) {
    await(
        () -> what + " is " + amount.getAsLong() + ", not " + expected,
        () -> amount.getAsLong() == expected);
  }

  static void await(Supplier<String> state, BooleanSupplier reached) {
    await(PATIENCE, state, reached);
  }

  static void await(Duration patience, Supplier<String> state, BooleanSupplier reached) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s", state.get()).isLessThan(deadline);
      Pause.millis(300);
    }
  }

  private void approve(EvmAddress token, EvmAddress spender, long amount) {
    TokenAmount units = new TokenAmount(BigInteger.valueOf(amount));
    home.wallet(account).send(new Wallet.Action(token, Erc20Abi.approve(spender, units), Wei.ZERO));
  }

  private Wallet.Mined call(EvmAddress contract, String function, Type<?>... arguments) {
    return call(contract, Wei.ZERO, function, arguments);
  }

  private Wallet.Mined call(EvmAddress contract, Wei value, String function, Type<?>... arguments) {
    Function call = new Function(function, List.copyOf(Arrays.asList(arguments)), List.of());
    return home.wallet(account)
        .send(new Wallet.Action(contract, FunctionEncoder.encode(call), value));
  }

  private static Uint256 number(long value) {
    return new Uint256(value);
  }

  private static DynamicArray<Uint256> numbers(List<Long> values) {
    return new DynamicArray<>(Uint256.class, values.stream().map(BtcHolder::number).toList());
  }
}
