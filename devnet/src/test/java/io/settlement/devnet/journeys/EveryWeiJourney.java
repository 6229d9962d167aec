// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.devnet.evm.Node;
import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.Sent;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EveryWeiJourney {
  private final Network network = SharedWorld.network();

  /** Native token of everybody who touches a settlement, per chain. */
  private record Purse(String chain, EvmAddress owner) {}

  @Test
  void explainsEveryWeiOfUserHandlerVaultAndSubmittersFromReceipts() {
    Sending sending = network.from("Alpha").to("Beta").by(network.otherUser());
    List<Purse> purses = purses(sending);
    Map<Purse, BigInteger> before = balances(purses);
    Holdings tokens = Holdings.of(sending);

    Sent sent = sending.send("3.25");
    MessageView view = sent.awaitRefunded();

    Map<Purse, BigInteger> explained = new HashMap<>(before);
    Purse user = new Purse("Alpha", sending.sender().address());
    Purse vault = new Purse("Alpha", sending.from().contracts().gasService());
    BigInteger refund = sent.refund().amount().value();
    // What the user signed: two fees and the prepayment; what came back.
    spend(explained, user, sent.approval().fee().value());
    spend(explained, user, sent.transfer().fee().value());
    spend(explained, user, sent.prepaid().value());
    spend(explained, user, refund.negate());
    spend(explained, vault, sent.prepaid().value().negate());
    spend(explained, vault, refund);
    // What the suite signed: each transaction once, by its receipt.
    for (Hash transaction : transactions(view, "Alpha")) {
      pay(explained, sending.from(), transaction);
    }
    for (Hash transaction : transactions(view, "Beta")) {
      pay(explained, sending.to(), transaction);
    }
    assertThat(balances(purses)).isEqualTo(explained);

    BigInteger fees = amount(view, "spent").add(amount(view, "margin"));
    assertThat(fees.add(refund)).isEqualTo(sent.prepaid().value());
    assertThat(amount(view, "spent"))
        .isEqualTo(fee(view, "MessageDelivered").add(fee(view, "MessageSettled")));
    assertThat(amount(view, "margin")).isGreaterThanOrEqualTo(fee(view, "RefundPaid"));
    Holdings moved = Holdings.of(sending);
    assertThat(moved.sender()).isEqualTo(tokens.sender().minus(sent.amount()));
    assertThat(moved.receiver()).isEqualTo(tokens.receiver().plus(sent.amount()));
    assertThat(moved.sourceHandler()).isEqualTo(tokens.sourceHandler());
    assertThat(moved.targetHandler()).isEqualTo(tokens.targetHandler());
  }

  private List<Purse> purses(Sending sending) {
    Set<Purse> purses =
        network.file().names().stream()
            .flatMap(
                name ->
                    network.file().chain(name).submitters().stream()
                        .map(owner -> new Purse(name, owner)))
            .collect(Collectors.toSet());
    for (Chain chain : List.of(sending.from(), sending.to())) {
      purses.add(new Purse(chain.name(), sending.sender().address()));
      purses.add(new Purse(chain.name(), chain.contracts().gasService()));
      purses.add(new Purse(chain.name(), chain.contracts().settlement()));
      purses.add(new Purse(chain.name(), chain.contracts().handler(sending.mode()).handler()));
    }
    return List.copyOf(purses);
  }

  private Map<Purse, BigInteger> balances(List<Purse> purses) {
    return purses.stream()
        .collect(
            Collectors.toMap(
                purse -> purse,
                purse -> network.chain(purse.chain()).balance(purse.owner()).value()));
  }

  private static Set<Hash> transactions(MessageView view, String chain) {
    return view.all("TransactionSent").stream()
        .filter(entry -> chain.equals(entry.chain()) && entry.txHash() != null)
        .map(entry -> new Hash(String.valueOf(entry.txHash())))
        .collect(Collectors.toSet());
  }

  private static void pay(Map<Purse, BigInteger> purses, Chain chain, Hash transaction) {
    JsonNode receipt = chain.receipt(transaction);
    if (!receipt.isObject()) {
      return; // Replaced by another with the same nonce: it cost nothing.
    }
    EvmAddress submitter = new EvmAddress(receipt.path("from").asString());
    BigInteger fee =
        Node.quantity(receipt.path("gasUsed"))
            .multiply(Node.quantity(receipt.path("effectiveGasPrice")));
    spend(purses, new Purse(chain.name(), submitter), fee);
  }

  private static void spend(Map<Purse, BigInteger> purses, Purse purse, BigInteger amount) {
    purses.merge(purse, amount.negate(), BigInteger::add);
  }

  private static BigInteger amount(MessageView view, String name) {
    return view.amount(name).map(Wei::value).orElseThrow();
  }

  private static BigInteger fee(MessageView view, String type) {
    return new BigInteger(String.valueOf(view.all(type).get(0).detail().get("fee")));
  }
}
