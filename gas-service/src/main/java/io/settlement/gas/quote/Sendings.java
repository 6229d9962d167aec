// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.bitcoin.BitcoinAddresses;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.contract.Erc20Payload;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.gas.cost.CoinChain;
import io.settlement.gas.quote.SettlementView.DepositView;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.registry.RegistryView;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which call of the source's contracts sends what a user wants to send. */
@Component
class Sendings {
  private final RouteCheck routes;
  private final RegistryView registry;

  Sendings(RouteCheck routes, RegistryView registry) {
    this.routes = routes;
    this.registry = registry;
  }

  /** A problem when nothing sends it. */
  Sending of(SettlementRequest request, Quote.Subject subject, Profile profile) {
    RouteId route = subject.route();
    RouteCheck.Tokens tokens = routes.openRoute(route);
    EvmAddress from = tokens.from();
    if (CoinChain.pays(route)) {
      requireNone(request.call(), "call is of messages without tokens");
      if (from == null) {
        throw Problem.unprocessable("not-buildable", "the handler has no artifact");
      }
      return new Sending.Withdrawal(
          route,
          request.sender(),
          new Sending.Escrow(from, amount(subject)),
          btcAddress(request, route));
    }
    requireNone(request.btcAddress(), "btcAddress is of withdrawals to Bitcoin");
    EvmAddress to = tokens.to();
    if (from == null || to == null) {
      if (profile == Profile.LEGACY) {
        throw Problem.unprocessable(
            "not-buildable", "contracts of version 0.1.0 send no messages without tokens");
      }
      return new Sending.Message(route, request.sender(), request.callData());
    }
    requireNone(request.call(), "call is of messages without tokens");
    Erc20Payload transfer =
        new Erc20Payload(request.sender(), request.getter(), from, to, amount(subject));
    return new Sending.Tokens(route, transfer, profile == Profile.LEGACY);
  }

  /** How BTC is paid for artifacts. */
  DepositView deposit(SettlementRequest request, Quote.Subject subject) {
    RouteId route = subject.route();
    routes.openRoute(route);
    requireNone(request.call(), "a deposit is a payment of BTC");
    requireNone(request.btcAddress(), "a deposit is paid to the vault's address");
    return new DepositView(
        route.from(),
        route.to(),
        request.getter(),
        amount(subject),
        new SettlementView.Step(
            "POST",
            "/v1/vaults/%s/addresses".formatted(route.from()),
            Map.of("handler", route.to().toString(), "recipient", request.getter().hex())));
  }

  private static TokenAmount amount(Quote.Subject subject) {
    TokenAmount amount = subject.amount();
    if (amount == null) {
      throw Problem.badRequest("invalid-amount", "the route moves tokens: say how many");
    }
    return amount;
  }

  /** One of the network that the registry says. */
  private String btcAddress(SettlementRequest request, RouteId route) {
    String address = request.btcAddress();
    if (address == null || address.isBlank()) {
      throw Problem.badRequest("invalid-btc-address", "say by btcAddress who is paid");
    }
    String text = address.strip();
    String network = registry.chain(route.to().chain()).map(ChainState::network).orElse(null);
    boolean paysTo =
        Stream.of(BitcoinNetwork.values())
            .filter(one -> one.rpcName().equals(network))
            .anyMatch(one -> BitcoinAddresses.scriptOf(one, text).isPresent());
    if (!paysTo) {
      throw Problem.badRequest(
          "invalid-btc-address", "btcAddress is no address of the network " + network);
    }
    return text;
  }

  private static void requireNone(@Nullable String said, String otherwise) {
    if (said != null) {
      throw Problem.badRequest("invalid-settlement", otherwise);
    }
  }
}
