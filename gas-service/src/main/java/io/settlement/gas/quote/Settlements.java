// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.Erc20Payload;
import io.settlement.chain.contract.GasQuote;
import io.settlement.chain.contract.TxIds;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.gas.GasSettings;
import io.settlement.gas.cost.CoinChain;
import io.settlement.gas.price.ChainNodes;
import io.settlement.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Builds what a user's wallet signs to send tokens over a route. */
@Service
class Settlements {
  private final QuoteBook book;
  private final Quotes quotes;
  private final RouteCheck routes;
  private final Binder binder;
  private final ChainNodes nodes;
  private final GasSettings settings;

  Settlements(
      QuoteBook book,
      Quotes quotes,
      RouteCheck routes,
      Binder binder,
      ChainNodes nodes,
      GasSettings settings) {
    this.book = book;
    this.quotes = quotes;
    this.routes = routes;
    this.binder = binder;
    this.nodes = nodes;
    this.settings = settings;
  }

  /**
   * What was built.
   *
   * @param txid of the sender's next message through the handler
   */
  record Built(Quote quote, TxId txid, Wallet.Transactions transactions) {}

  /** Nothing is quoted that the sender cannot pay for. */
  Built build(SettlementRequest request) {
    QuoteRequest wanted = request.wanted();
    return wanted == null
        ? onQuote(request, given(request))
        : onNewQuote(request, wanted.ask(settings.defaults()));
  }

  private Built onNewQuote(SettlementRequest request, Ask ask) {
    RouteId route = ask.subject().route();
    Erc20Payload transfer = transfer(request, route, ask.subject().amount());
    EvmReader source = source(route);
    long next = next(route, request.sender());
    Long nonce = ask.nonce();
    if (nonce != null && nonce != next) {
      throw notNext(next);
    }
    Wallet wallet = look(source, route, transfer);
    Quote quote = book.issue(ask, settings.quoteTtl());
    return built(quote, TxIds.derive(route, request.sender(), next), wallet, transfer);
  }

  private Built onQuote(SettlementRequest request, Quote quote) {
    RouteId route = quote.subject().route();
    Erc20Payload transfer = transfer(request, route, quote.subject().amount());
    EvmReader source = source(route);
    long next = next(route, request.sender());
    TxId txid = TxIds.derive(route, request.sender(), next);
    Quote.Signed signed = quote.signed();
    if (signed != null) {
      requireFor(signed, request.sender());
      if (!signed.struct().txid().equals(txid)) {
        throw notNext(next);
      }
      byte[] payload = transfer.message(route.from().evmAddress(), next);
      if (!GasQuote.hashOf(payload).equals(signed.struct().payloadHash())) {
        throw differs("the quote is for another receiver or payload");
      }
    }
    return built(quote, txid, look(source, route, transfer), transfer);
  }

  private Quote given(SettlementRequest request) {
    String id = String.valueOf(request.quoteId());
    Quote quote =
        quotes
            .find(QuoteController.parse(id, "invalid-quote-id"))
            .orElseThrow(() -> Problem.notFound("unknown-quote", "no quote " + id));
    if (!quotes.isOpen(quote)) {
      throw Problem.conflict("quote-expired", "ask for another quote");
    }
    return quote;
  }

  private Erc20Payload transfer(
      SettlementRequest request, RouteId route, @Nullable TokenAmount amount) {
    RouteCheck.Tokens tokens = routes.openRoute(route);
    EvmAddress from = tokens.from();
    EvmAddress to = tokens.to();
    if (CoinChain.sends(route) || CoinChain.pays(route)) {
      throw Problem.unprocessable(
          "not-buildable", "a deposit or withdrawal of Bitcoin is sent another way");
    }
    if (from == null || to == null) {
      throw Problem.unprocessable(
          "not-buildable", "the handler moves no token: its own contract says how it is called");
    }
    if (amount == null) {
      throw Problem.badRequest("invalid-amount", "the route moves tokens: say how many");
    }
    return new Erc20Payload(request.sender(), request.getter(), from, to, amount);
  }

  private EvmReader source(RouteId route) {
    return nodes
        .of(route.from().chain())
        .orElseThrow(
            () -> Problem.unprocessable("unsupported-chain", "no node of the source chain"))
        .forPurpose("settlement");
  }

  private long next(RouteId route, EvmAddress sender) {
    return binder.nextNonce(route, sender);
  }

  private static Wallet look(EvmReader source, RouteId route, Erc20Payload transfer) {
    try {
      return Wallet.look(source, route, transfer);
    } catch (ChainException | InvalidValue e) {
      throw unavailable();
    }
  }

  private static Built built(Quote quote, TxId txid, Wallet wallet, Erc20Payload transfer) {
    try {
      return new Built(quote, txid, wallet.transactions(quote, transfer));
    } catch (ChainException e) {
      throw unavailable();
    }
  }

  private static void requireFor(Quote.Signed signed, EvmAddress sender) {
    if (!signed.sender().equals(sender) || !signed.struct().payer().equals(sender)) {
      throw differs("the quote is for another sender or payer");
    }
  }

  private static Problem differs(String detail) {
    return Problem.unprocessable("quote-differs", detail);
  }

  private static Problem notNext(long next) {
    return Problem.conflict(
        "quote-not-next", "the sender's next message through the handler is " + next);
  }

  private static Problem unavailable() {
    return Problem.unavailable("chain-unavailable", "the source chain does not answer");
  }
}
