// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Reverted;
import io.settlement.chain.contract.ContractErrors;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
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
 * @param allowance how many of the route's token the handler may take; zero when it takes none
 * @param coins wei
 * @param type of its transactions: 2 where the chain has a base fee, else 0
 */
record Wallet(EvmReader node, TokenAmount allowance, Wei coins, int type) {
  private static final int EIP_1559 = 2;
  private static final int LEGACY = 0;

  /** Contracts of version 0.1.0 write the whole message into their records, twice. */
  private static final Gas LEGACY_SEND = new Gas(900_000);

  /** A payment into the vault for a message that is not there yet: nobody can try it. */
  private static final Gas TOP_UP = new Gas(120_000);

  /**
   * The transactions to sign, in this order.
   *
   * @param allowance null when the handler takes nothing
   * @param approve null when the handler may take the tokens already
   * @param prepay null unless the quote is paid before the message
   * @param topUp null unless the message is paid for afterwards
   */
  record Transactions(
      @Nullable AllowanceView allowance,
      @Nullable TransactionView approve,
      @Nullable TransactionView prepay,
      TransactionView send,
      @Nullable TransactionView topUp) {}

  /**
   * Looks; three questions to a node.
   *
   * @throws Problem when the tokens do not suffice
   */
  static Wallet look(EvmReader node, Sending sending) {
    Sending.Escrow escrow = sending.escrow();
    return new Wallet(
        node,
        escrow == null ? TokenAmount.of(0) : allowance(node, sending, escrow),
        node.balance(sending.sender()),
        node.fees().baseFeeNextBlock().isZero() ? LEGACY : EIP_1559);
  }

  private static TokenAmount allowance(EvmReader node, Sending sending, Sending.Escrow escrow) {
    EvmAddress handler = sending.route().from().evmAddress();
    List<byte[]> answers =
        node.calls(
            List.of(
                Call.view(escrow.token(), Erc20Abi.balanceOfCall(sending.sender())),
                Call.view(escrow.token(), Erc20Abi.allowanceCall(sending.sender(), handler))),
            FinalityTag.LATEST);
    TokenAmount tokens = Erc20Abi.balance(answers.get(0));
    if (tokens.compareTo(escrow.amount()) < 0) {
      throw Problem.unprocessable(
          "insufficient-balance",
          "the sender has %s of the token, not %s".formatted(tokens, escrow.amount()));
    }
    return Erc20Abi.balance(answers.get(1));
  }

  /**
   * What is signed to send on a quote.
   *
   * @throws Problem when it cannot be paid, or the handler would refuse it
   */
  Transactions transactions(Quote quote, Sending sending, TxId txid) {
    Wei total = quote.promise().total();
    if (coins.compareTo(total) < 0) {
      throw Problem.unprocessable(
          "insufficient-balance", "the sender has %s wei, not %s".formatted(coins, total));
    }
    EvmAddress from = sending.sender();
    EvmAddress handler = sending.route().from().evmAddress();
    boolean afterwards = node.settings().profile() == Profile.LEGACY;
    Quote.Signed before = sending.carriesQuotes() ? null : quote.signed();
    Wei along = afterwards || before != null ? Wei.ZERO : total;
    AllowanceView allowed = allowed(sending, handler);
    boolean needed = allowed != null && allowed.needed();
    Call send = new Call(from, handler, sending.call(quote), along);
    return new Transactions(
        allowed,
        allowed == null || !needed ? null : approval(from, handler, allowed),
        before == null ? null : prepayment(from, before, total),
        view(from, send, needed ? assumed(quote) : tried(send)),
        afterwards && node.settings().hasGasService() ? topUp(from, txid, total) : null);
  }

  private @Nullable AllowanceView allowed(Sending sending, EvmAddress handler) {
    Sending.Escrow escrow = sending.escrow();
    return escrow == null
        ? null
        : new AllowanceView(
            escrow.token(),
            handler,
            allowance,
            escrow.amount(),
            allowance.compareTo(escrow.amount()) < 0);
  }

  private TransactionView approval(EvmAddress from, EvmAddress handler, AllowanceView allowed) {
    Call approve =
        new Call(from, allowed.token(), Erc20Abi.approve(handler, allowed.required()), Wei.ZERO);
    return view(from, approve, tried(approve));
  }

  private TransactionView prepayment(EvmAddress from, Quote.Signed quote, Wei total) {
    byte[] data = GasServiceAbi.prepayQuoted(quote.struct(), Hex.decode(quote.signature()));
    Call prepay = new Call(from, quote.vault(), data, total);
    return view(from, prepay, tried(prepay));
  }

  /** The vault asks the records of the chain's own contract, where the message must be by then. */
  private TransactionView topUp(EvmAddress from, TxId txid, Wei total) {
    return view(
        from,
        new Call(from, node.settings().gasService(), GasServiceAbi.topUp(txid), total),
        TOP_UP);
  }

  /** Nobody can try what has to be approved first. */
  private Gas assumed(Quote quote) {
    return node.settings().profile() == Profile.LEGACY ? LEGACY_SEND : sourceOf(quote);
  }

  private static Gas sourceOf(Quote quote) {
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

  private TransactionView view(EvmAddress from, Call call, Gas gas) {
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
