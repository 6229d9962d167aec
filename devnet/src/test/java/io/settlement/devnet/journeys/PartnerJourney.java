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
import org.junit.jupiter.api.Test;

/** The integrator's guide, walked: the example handler, admitted, greets its counterpart. */
class PartnerJourney {
  private static final Network NETWORK = SharedWorld.network();
  private static final Account INTEGRATOR = NETWORK.otherUser();
  private static final int SUCCESS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void anExampleHandlerGreetsItsCounterpartAndLearnsThatItArrived() {
    Greeter alpha = Greeter.deployed(NETWORK.chain("Alpha"), INTEGRATOR);
    Greeter beta = Greeter.deployed(NETWORK.chain("Beta"), INTEGRATOR);
    alpha.introduce(beta);
    beta.introduce(alpha);
    admit(alpha);
    admit(beta);
    open(alpha, beta);
    open(beta, alpha);

    Quote quote = quote(alpha, beta);
    Wallet.Mined sent = alpha.greet(beta, "hello", quote.total());
    MessageView view = awaitClosed(txid(sent));

    assertThat(view.outcome()).isEqualTo("SUCCESS");
    assertThat(view.has("RefundPaid")).isTrue();
    assertThat(beta.lastGreetingFrom("Alpha")).isEqualTo("hello");
    assertThat(alpha.outcome(txid(sent))).isEqualTo(SUCCESS);
  }

  /** What an operator does for an integrator: on the chain, then in the registry. */
  private static void admit(Greeter greeter) {
    greeter.registerOnChain(Network.OPERATOR);
    put("/v1/handlers/" + greeter.chain().name() + "/" + greeter.address(), Map.of());
  }

  private static void open(Greeter from, Greeter to) {
    put("/v1/routes", Map.of("from", id(from), "to", id(to)));
  }

  private static Quote quote(Greeter from, Greeter to) {
    Map<String, Object> request =
        Map.of(
            "fromChain", from.chain().name(),
            "fromHandler", from.address(),
            "toChain", to.chain().name(),
            "toHandler", to.address());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Gateway.Answer answer = NETWORK.partner().post("/v1/quotes", request);
    // The services learn of a new route over Kafka.
    while (answer.status() == 422 && System.nanoTime() < deadline) {
      Pause.millis(200);
      answer = NETWORK.partner().post("/v1/quotes", request);
    }
    return Quote.of(answer.orFail("asking for a quote").json());
  }

  private static MessageView awaitClosed(TxId txid) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    MessageView view = look(txid);
    while (!view.has("GasAccountClosed")) {
      assertThat(System.nanoTime()).as("%s", view.describe()).isLessThan(deadline);
      Pause.millis(300);
      view = look(txid);
    }
    return view;
  }

  private static MessageView look(TxId txid) {
    Gateway.Answer answer = NETWORK.partner().get("/v1/messages/" + txid);
    return answer.status() == 404
        ? MessageView.UNKNOWN
        : MessageView.of(answer.orFail("asking for " + txid).json());
  }

  private static TxId txid(Wallet.Mined sent) {
    return Chain.logs(sent.receipt().path("logs")).stream()
        .filter(log -> log.topics().get(0).equals(SettlementAbi.MESSAGE))
        .map(log -> new TxId(log.topics().get(1).hex()))
        .findFirst()
        .orElseThrow();
  }

  private static String id(Greeter greeter) {
    EvmAddress address = greeter.address();
    return HandlerId.of(new ChainName(greeter.chain().name()), address).toString();
  }

  private static void put(String path, Object body) {
    NETWORK.operator().put(path, body).orFail("writing " + path);
  }
}
