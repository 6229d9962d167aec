// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.HandlerAbi;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.devnet.evm.Account;
import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.terminal.Failure;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that is about to be made.
 *
 * @param network where
 * @param from source chain
 * @param to destination chain; the other one unless said otherwise
 * @param mode of the handler that sends
 * @param sender who sends and gets the refund
 * @param artifact that travels through handlers of its own; null: through those of the mode
 * @param receiver who gets the tokens
 */
public record Sending(
    Network network,
    Chain from,
    Chain to,
    SettlementMode mode,
    @Nullable String artifact,
    Account sender,
    EvmAddress receiver) {

  static Sending from(Network network, Chain from) {
    String other =
        network.file().names().stream()
            .filter(name -> !name.equals(from.name()))
            .findFirst()
            .orElseThrow();
    Account user = network.user();
    return new Sending(
        network, from, network.chain(other), SettlementMode.MINT_BURN, null, user, user.address());
  }

  /** To this chain. */
  public Sending to(String chain) {
    return new Sending(network, from, network.chain(chain), mode, artifact, sender, receiver);
  }

  /** Through the handler of this mode. */
  public Sending through(SettlementMode other) {
    return new Sending(network, from, to, other, null, sender, receiver);
  }

  /** An artifact that travels, through the handlers of its own. */
  public Sending carrying(String other) {
    return new Sending(network, from, to, mode, other, sender, receiver);
  }

  /** By somebody else, who keeps the tokens too. */
  public Sending by(Account other) {
    return new Sending(network, from, to, mode, artifact, other, other.address());
  }

  /** For somebody else. */
  public Sending benefiting(EvmAddress other) {
    return new Sending(network, from, to, mode, artifact, sender, other);
  }

  /** The handler that sends. */
  public WorldFile.Handler sourceHandler() {
    return artifact == null ? from.contracts().handler(mode) : from.contracts().carrier(artifact);
  }

  /** The handler that receives. */
  public WorldFile.Handler targetHandler() {
    return artifact == null
        ? to.contracts().handler(mode.pair())
        : to.contracts().carrier(artifact);
  }

  /** An amount as people write it, in the token's smallest unit. */
  public TokenAmount units(String amount) {
    try {
      BigDecimal value = new BigDecimal(amount);
      return new TokenAmount(value.movePointRight(sourceHandler().decimals()).toBigIntegerExact());
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new Failure(
          "%s is not an amount of a token with %d decimals."
              .formatted(amount, sourceHandler().decimals()),
          e);
    }
  }

  /** Asks what it costs. */
  public Quote quote(String amount) {
    return Quote.of(askQuote(amount).orFail("asking for a quote").json());
  }

  /** The same, whatever the answer is. */
  public Gateway.Answer askQuote(String amount) {
    return network.partner().post("/v1/quotes", quoteRequest(units(amount).toString()));
  }

  /** The question a quote answers; the amount in the token's smallest unit. */
  public Map<String, Object> quoteRequest(String units) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("fromChain", from.name());
    request.put("fromHandler", sourceHandler().handler());
    request.put("toChain", to.name());
    request.put("toHandler", targetHandler().handler());
    request.put("amount", units);
    return request;
  }

  /** Quote, approval, transfer: as a user does it. */
  public Sent send(String amount) {
    Quote quote = quote(amount);
    return send(amount, quote, quote.total());
  }

  /** The same with a prepayment of one's own choice. */
  public Sent send(String amount, @Nullable Quote quote, Wei prepayment) {
    Wallet wallet = from.wallet(sender);
    Wallet.Mined approval = wallet.send(approval(units(amount)));
    Wallet.Mined transfer = wallet.send(transfer(units(amount), prepayment));
    return new Sent(this, units(amount), quote, prepayment, approval, transfer, txid(transfer));
  }

  /** Lets the handler take the tokens. */
  public Wallet.Action approval(TokenAmount amount) {
    return new Wallet.Action(
        sourceHandler().token(), Erc20Abi.approve(sourceHandler().handler(), amount), Wei.ZERO);
  }

  /** Sends them and prepays. */
  public Wallet.Action transfer(TokenAmount amount, Wei prepayment) {
    return new Wallet.Action(
        sourceHandler().handler(),
        HandlerAbi.send(
            new ChainName(to.name()),
            targetHandler().on(to.name()),
            targetHandler().token(),
            receiver,
            amount),
        prepayment);
  }

  private TxId txid(Wallet.Mined transfer) {
    return Chain.logs(transfer.receipt().path("logs")).stream()
        .filter(log -> log.topics().get(0).equals(SettlementAbi.MESSAGE))
        .map(ChainLog::topics)
        .map(topics -> new TxId(topics.get(1).hex()))
        .findFirst()
        .orElseThrow(() -> new Failure("Transaction " + transfer.hash() + " sent no message."));
  }
}
