// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.contract.SettlementAbi;
import io.settlement.devnet.evm.Account;
import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Quote;
import io.settlement.devnet.process.Pause;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.TxId;
import java.time.Duration;
import java.util.Map;

/** A pair of example handlers, admitted on two chains: messages without tokens. */
record Greetings(Network network, Greeter from, Greeter to) {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Deploys them for an integrator and does what an operator does to let them in. */
  static Greetings between(Network network, String from, String to, Account integrator) {
    Greeter here = Greeter.deployed(network.chain(from), integrator);
    Greeter there = Greeter.deployed(network.chain(to), integrator);
    here.introduce(there);
    there.introduce(here);
    Greetings greetings = new Greetings(network, here, there);
    greetings.admit(here);
    greetings.admit(there);
    greetings.open(here, there);
    greetings.open(there, here);
    return greetings;
  }

  /** Asks what a greeting costs. */
  Quote quote() {
    Map<String, Object> request =
        Map.of(
            "fromChain", from.chain().name(),
            "fromHandler", from.address(),
            "toChain", to.chain().name(),
            "toHandler", to.address());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Gateway.Answer answer = network.partner().post("/v1/quotes", request);
    // The services learn of a new route over Kafka.
    while (answer.status() == 422 && System.nanoTime() < deadline) {
      Pause.millis(200);
      answer = network.partner().post("/v1/quotes", request);
    }
    return Quote.of(answer.orFail("asking for a quote").json());
  }

  /** Sends one. */
  TxId greet(String greeting, Quote quote) {
    Wallet.Mined sent = from.greet(to, greeting, quote.total());
    return Chain.logs(sent.receipt().path("logs")).stream()
        .filter(log -> log.topics().get(0).equals(SettlementAbi.MESSAGE))
        .map(log -> new TxId(log.topics().get(1).hex()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Waits until its rest was paid back and its gas account is closed: told on two topics, in any
   * order.
   */
  MessageView awaitClosed(TxId txid) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    MessageView view = look(txid);
    while (!view.has("GasAccountClosed") || !view.has("RefundPaid")) {
      assertThat(System.nanoTime()).as("%s", view.describe()).isLessThan(deadline);
      Pause.millis(300);
      view = look(txid);
    }
    return view;
  }

  private MessageView look(TxId txid) {
    Gateway.Answer answer = network.partner().get("/v1/messages/" + txid);
    return answer.status() == 404
        ? MessageView.UNKNOWN
        : MessageView.of(answer.orFail("asking for " + txid).json());
  }

  /** What an operator does for an integrator: on the chain, then in the registry. */
  private void admit(Greeter greeter) {
    greeter.registerOnChain(Network.OPERATOR);
    put("/v1/handlers/" + greeter.chain().name() + "/" + greeter.address(), Map.of());
  }

  private void open(Greeter one, Greeter other) {
    put("/v1/routes", Map.of("from", id(one), "to", id(other)));
  }

  private static String id(Greeter greeter) {
    EvmAddress address = greeter.address();
    return HandlerId.of(new ChainName(greeter.chain().name()), address).toString();
  }

  private void put(String path, Object body) {
    network.operator().put(path, body).orFail("writing " + path);
  }
}
