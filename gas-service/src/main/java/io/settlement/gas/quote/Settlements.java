// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.TxIds;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import io.settlement.gas.GasSettings;
import io.settlement.gas.cost.CoinChain;
import io.settlement.gas.price.ChainNodes;
import io.settlement.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Builds what a user's wallet signs to send over a route, or says how BTC is paid. */
@Service
class Settlements {
  private final QuoteBook book;
  private final Quotes quotes;
  private final Sendings sendings;
  private final Binder binder;
  private final ChainNodes nodes;
  private final GasSettings settings;

  Settlements(
      QuoteBook book,
      Quotes quotes,
      Sendings sendings,
      Binder binder,
      ChainNodes nodes,
      GasSettings settings) {
    this.book = book;
    this.quotes = quotes;
    this.sendings = sendings;
    this.binder = binder;
    this.nodes = nodes;
    this.settings = settings;
  }

  /** What was built. */
  sealed interface Built {
    Quote quote();
  }

  /**
   * Transactions.
   *
   * @param txid of the sender's next message through the handler
   */
  record Signable(
      Quote quote, SettlementView.Kind kind, TxId txid, Wallet.Transactions transactions)
      implements Built {}

  /** A payment of BTC. */
  record Deposit(Quote quote, SettlementView.DepositView how) implements Built {}

  /** Nothing is quoted that the sender cannot pay for. */
  Built build(SettlementRequest request) {
    QuoteRequest wanted = request.wanted();
    Quote given = wanted == null ? given(request) : null;
    Ask ask = wanted == null ? null : wanted.ask(settings.defaults());
    Quote.Subject subject = given == null ? requireAsk(ask).subject() : given.subject();
    RouteId route = subject.route();
    if (CoinChain.sends(route)) {
      SettlementView.DepositView how = sendings.deposit(request, subject);
      return new Deposit(given == null ? issue(requireAsk(ask).estimate()) : given, how);
    }
    EvmReader source = source(route);
    Sending sending = sendings.of(request, subject, profile(source));
    long next = binder.nextNonce(route, request.sender());
    if (given == null) {
      Ask bound = bound(requireAsk(ask), sending, request);
      requireNext(bound.nonce(), next);
      Wallet wallet = look(source, sending);
      return built(issue(bound), next, wallet, sending);
    }
    requireFits(given, sending, next);
    return built(given, next, look(source, sending), sending);
  }

  private static Ask requireAsk(@Nullable Ask ask) {
    if (ask == null) {
      throw new IllegalStateException("neither a quote nor a request for one");
    }
    return ask;
  }

  /** For the very message where somebody can know it, and contracts honour what is signed. */
  private static Ask bound(Ask ask, Sending sending, SettlementRequest request) {
    return switch (sending) {
      case Sending.Tokens tokens -> {
        if (ask.content().payload() != null || ask.content().hash() != null) {
          throw Problem.badRequest("invalid-settlement", "the payload follows from the receiver");
        }
        yield tokens.legacy() ? ask.estimate() : ask.of(request.sender(), request.getter());
      }
      case Sending.Withdrawal withdrawal -> ask.estimate();
      case Sending.Message message -> ask.of(request.sender(), null);
    };
  }

  private Quote issue(Ask ask) {
    return book.issue(ask, settings.quoteTtl());
  }

  private static void requireFits(Quote quote, Sending sending, long next) {
    Quote.Signed signed = quote.signed();
    if (signed == null) {
      return;
    }
    EvmAddress sender = sending.sender();
    if (!signed.sender().equals(sender) || !signed.struct().payer().equals(sender)) {
      throw differs("the quote is for another sender or payer");
    }
    if (!signed.struct().txid().equals(TxIds.derive(sending.route(), sender, next))) {
      throw notNext(next);
    }
    if (sending.carriesQuotes()
        && !signed.struct().payloadHash().equals(sending.payloadHash(next))) {
      throw differs("the quote is for another receiver or payload");
    }
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

  private EvmReader source(RouteId route) {
    return nodes
        .of(route.from().chain())
        .orElseThrow(
            () -> Problem.unprocessable("unsupported-chain", "no node of the source chain"))
        .forPurpose("settlement");
  }

  private static Profile profile(EvmReader source) {
    return source.settings().profile();
  }

  private static Wallet look(EvmReader source, Sending sending) {
    try {
      return Wallet.look(source, sending);
    } catch (ChainException | InvalidValue e) {
      throw unavailable();
    }
  }

  private static Built built(Quote quote, long next, Wallet wallet, Sending sending) {
    TxId txid = TxIds.derive(sending.route(), sending.sender(), next);
    try {
      return new Signable(quote, sending.kind(), txid, wallet.transactions(quote, sending, txid));
    } catch (ChainException e) {
      throw unavailable();
    }
  }

  private static void requireNext(@Nullable Long nonce, long next) {
    if (nonce != null && nonce != next) {
      throw notNext(next);
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
