// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Reverted;
import io.settlement.chain.contract.ContractErrors;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.Erc20Payload;
import io.settlement.chain.contract.HandlerAbi;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hex;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.Leg;
import io.settlement.gas.quote.SettlementView.AllowanceView;
import io.settlement.gas.quote.SettlementView.TransactionView;
import io.settlement.kit.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sender has on the source chain, as its node says.
 *
 * @param tokens of the route's token, in its smallest unit
 * @param allowance how many of them the handler may take
 * @param coins wei
 */
record Wallet(EvmReader node, RouteId route, TokenAmount tokens, TokenAmount allowance, Wei coins) {
  private static final int EIP_1559 = 2;
  private static final int LEGACY = 0;

  /**
   * The transactions to sign.
   *
   * @param approve null when the handler may take the tokens already
   */
  record Transactions(
      AllowanceView allowance, @Nullable TransactionView approve, TransactionView send) {}

  /**
   * Looks; two questions to a node.
   *
   * @throws Problem when the tokens do not suffice
   */
  static Wallet look(EvmReader node, RouteId route, Erc20Payload transfer) {
    List<byte[]> answers =
        node.calls(
            List.of(
                Call.view(transfer.fromToken(), Erc20Abi.balanceOfCall(transfer.from())),
                Call.view(
                    transfer.fromToken(),
                    Erc20Abi.allowanceCall(transfer.from(), route.from().evmAddress()))),
            FinalityTag.LATEST);
    TokenAmount tokens = Erc20Abi.balance(answers.get(0));
    if (tokens.compareTo(transfer.amount()) < 0) {
      throw Problem.unprocessable(
          "insufficient-balance",
          "the sender has %s of the token, not %s".formatted(tokens, transfer.amount()));
    }
    return new Wallet(
        node, route, tokens, Erc20Abi.balance(answers.get(1)), node.balance(transfer.from()));
  }

  /**
   * What is signed to send on a quote.
   *
   * @throws Problem when it cannot be paid, or the handler would refuse it
   */
  Transactions transactions(Quote quote, Erc20Payload transfer) {
    Wei total = quote.promise().total();
    if (coins.compareTo(total) < 0) {
      throw Problem.unprocessable(
          "insufficient-balance", "the sender has %s wei, not %s".formatted(coins, total));
    }
    EvmAddress handler = route.from().evmAddress();
    boolean needed = allowance.compareTo(transfer.amount()) < 0;
    int type = node.fees().baseFeeNextBlock().isZero() ? LEGACY : EIP_1559;
    Call approve =
        new Call(
            transfer.from(),
            transfer.fromToken(),
            Erc20Abi.approve(handler, transfer.amount()),
            Wei.ZERO);
    Call send = new Call(transfer.from(), handler, sending(quote, transfer), total);
    return new Transactions(
        new AllowanceView(transfer.fromToken(), handler, allowance, transfer.amount(), needed),
        needed ? view(transfer.from(), approve, tried(approve), type) : null,
        view(transfer.from(), send, needed ? assumed(quote) : tried(send), type));
  }

  private byte[] sending(Quote quote, Erc20Payload transfer) {
    Quote.Signed signed = quote.signed();
    return signed == null
        ? HandlerAbi.send(
            route.to().chain(), route.to(), transfer.toToken(), transfer.to(), transfer.amount())
        : HandlerAbi.sendQuoted(
            route.to(), transfer, signed.struct(), Hex.decode(signed.signature()));
  }

  /** Nobody can try what has to be approved first. */
  private static Gas assumed(Quote quote) {
    return quote.promise().legs().stream()
        .filter(leg -> leg.price().leg() == Leg.SOURCE)
        .findFirst()
        .orElseThrow()
        .price()
        .gasLimit();
  }

  private Gas tried(Call call) {
    try {
      return node.estimateGas(call);
    } catch (Reverted e) {
      String why = ContractErrors.text(e.data()).orElseGet(e::reason);
      throw Problem.unprocessable("would-revert", "the transaction would revert now: " + why);
    }
  }

  private TransactionView view(EvmAddress from, Call call, Gas gas, int type) {
    return new TransactionView(
        from,
        call.to(),
        Hex.encode(call.data()),
        call.value(),
        node.settings().chainId(),
        new Gas(gas.units() + gas.units() / 5),
        type);
  }
}
