// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.settlement.chain.contract.GasQuote;
import io.settlement.events.VaultEvent.PayoutFees;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.CoinChain;
import io.settlement.gas.cost.GasSource;
import io.settlement.gas.cost.Leg;
import io.settlement.gas.cost.LegPrice;
import io.settlement.gas.price.Rates;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A quote as partners read it.
 *
 * @param payloadBytes the largest payload it is good for
 * @param handlerGas the most that the receiving handler may be given
 * @param amount of the token; absent when the message moves none
 * @param margin the operator's share, wei of the source chain
 * @param total what to send as value with the message, wei of the source chain
 * @param paymentToken always NATIVE, the source chain's own
 * @param finality when the message will be final on its source
 * @param charging by what it is charged; the rest of the total goes back
 * @param concern what speaks against sending it, as its simulation said
 * @param payable where the total may be paid
 * @param signed with it, the quote is for one message alone; null for an estimate, which any
 *     message like it may be paid on
 * @param bitcoin of a route to or from Bitcoin only
 */
record QuoteView(
    String quoteId,
    RouteId route,
    int payloadBytes,
    Gas handlerGas,
    @Nullable TokenAmount amount,
    Instant issuedAt,
    Instant expiresAt,
    List<LegView> legs,
    Wei margin,
    Wei total,
    String paymentToken,
    QuotedFinality finality,
    Charging charging,
    @Nullable String concern,
    List<PayableView> payable,
    @Nullable SignedView signed,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BitcoinView bitcoin) {

  /** What a route to or from Bitcoin has instead of gas there. */
  enum OnBitcoin {
    /** The deposit's own fee is its sender's; delivery is the operator's: nothing is prepaid. */
    WAIVED,
    /** The network's fee for the payout is deducted from the amount when it is paid. */
    DEDUCTED_FROM_AMOUNT
  }

  /**
   * What there is to know of Bitcoin's end: for a payout what its vault would pay now. An estimate,
   * no promise: what is deducted is settled when the payout is built, never at more than {@code
   * mostSatsPerKvb}.
   *
   * @param feeRate whether the rate is known
   * @param satsPerKvb satoshi for 1000 virtual bytes
   * @param targetBlocks within how many blocks it should then be mined
   * @param aloneSats what is deducted from a withdrawal that is paid alone from one coin;
   *     companions share a part of it
   * @param at when the vault said so
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BitcoinView(
      OnBitcoin fee,
      Rate feeRate,
      @Nullable String satsPerKvb,
      @Nullable String mostSatsPerKvb,
      @Nullable Integer targetBlocks,
      @Nullable String aloneSats,
      @Nullable Instant at) {

    /** What is known of a rate. */
    enum Rate {
      /** What a payout would offer now. */
      ESTIMATED,
      /** No vault has said anything lately. */
      UNKNOWN,
      /** Nothing is deducted. */
      NONE
    }

    static BitcoinView without(OnBitcoin fee, Rate rate) {
      return new BitcoinView(fee, rate, null, null, null, null, null);
    }

    static BitcoinView estimated(PayoutFees fees) {
      return new BitcoinView(
          OnBitcoin.DEDUCTED_FROM_AMOUNT,
          Rate.ESTIMATED,
          Long.toString(fees.satsPerKvb()),
          Long.toString(fees.mostSatsPerKvb()),
          fees.blocks(),
          Long.toString(fees.aloneSats()),
          fees.at());
    }
  }

  /**
   * Where the total may be paid; one of them is enough.
   *
   * @param chain whose vault takes it, in its native token
   * @param amount wei of that chain
   */
  record PayableView(ChainName chain, Wei amount) {}

  /**
   * By what a message that was paid on it is charged, whatever prices do later.
   *
   * @param marginBps the operator's share of what was spent, in hundredths of a percent
   * @param sourceUsd US dollars for one native token of the source chain
   * @param destinationUsd US dollars for one native token of the destination chain
   * @param refundFee what paying the rest back is charged, wei of the source chain
   */
  record Charging(int marginBps, String sourceUsd, String destinationUsd, Wei refundFee) {}

  /**
   * A leg as partners read it.
   *
   * @param chain where it is paid
   * @param gasSource whether the limit was estimated, learned or assumed
   * @param baseFee with headroom, wei of that chain for one unit
   * @param priorityFee wei of that chain for one unit
   * @param dataFee what its bytes cost beside gas, wei of that chain
   * @param totalGasFee gasLimit × (baseFee + priorityFee) + dataFee, wei of that chain
   * @param feeNative the same
   * @param feeInSource the same in wei of the source chain
   * @param paidBy what the fee is paid from
   * @param expected how long it takes; null until enough was measured
   */
  record LegView(
      Leg leg,
      ChainName chain,
      Gas gasLimit,
      GasSource gasSource,
      Wei baseFee,
      Wei priorityFee,
      Wei dataFee,
      Wei totalGasFee,
      Wei feeNative,
      Wei feeInSource,
      Leg.PaidBy paidBy,
      @Nullable LegTime expected) {

    static LegView of(QuotedLeg quoted) {
      LegPrice price = quoted.price();
      return new LegView(
          price.leg(),
          price.chain(),
          price.gasLimit(),
          price.gasSource(),
          price.baseFee(),
          price.priorityFee(),
          price.dataFee(),
          price.feeNative(),
          price.feeNative(),
          price.feeInSource(),
          price.leg().paidBy(),
          quoted.time());
    }
  }

  /**
   * What a wallet sends with the message: the struct, as the contract is given it, and its
   * signature.
   *
   * @param sender who has to call the handler
   * @param signature 65 bytes
   */
  record SignedView(
      EvmAddress sender, Domain domain, Struct quote, EvmAddress signer, String signature) {}

  /** The EIP-712 domain. */
  record Domain(String name, String version, long chainId, EvmAddress verifyingContract) {}

  /**
   * The EIP-712 message of type GasQuote.
   *
   * @param id the quote's id as the contract names it
   * @param amount wei of the source chain
   * @param legsHash of what is told here, see {@link io.settlement.chain.contract.GasPromise}
   * @param expiry last second (unix) in which it is honoured
   */
  record Struct(
      Hash id,
      TxId txid,
      EvmAddress payer,
      Wei amount,
      Hash legsHash,
      Hash payloadHash,
      long expiry) {

    private static Struct of(GasQuote quote) {
      return new Struct(
          quote.id(),
          quote.txid(),
          quote.payer(),
          quote.amount(),
          quote.legsHash(),
          quote.payloadHash(),
          quote.expiry().getEpochSecond());
    }
  }

  static QuoteView of(Quote quote, PayoutCosts payouts) {
    Quote.Subject subject = quote.subject();
    Promise promise = quote.promise();
    return new QuoteView(
        quote.id().toString(),
        subject.route(),
        subject.size().payloadBytes(),
        subject.size().handlerGas(),
        subject.amount(),
        quote.validity().from(),
        quote.validity().until(),
        promise.legs().stream().map(LegView::of).toList(),
        promise.margin(),
        promise.total(),
        "NATIVE",
        quote.finality(),
        new Charging(
            promise.marginBps(),
            Promise.plain(promise.rates().source()),
            Promise.plain(promise.rates().destination()),
            promise.refundFee()),
        quote.trial().concern(),
        payable(subject.route(), promise),
        signed(quote.signed()),
        payouts.of(subject.route()));
  }

  /** On the source with the message, or before it ends on the destination, rounded up. */
  private static List<PayableView> payable(RouteId route, Promise promise) {
    Rates there =
        new Rates(
            /* source= */ promise.rates().destination(),
            /* destination= */ promise.rates().source());
    return Stream.of(
            new PayableView(route.from().chain(), promise.total()),
            new PayableView(route.to().chain(), there.toSource(promise.total())))
        .filter(payable -> !CoinChain.sends(route) && !CoinChain.is(payable.chain()))
        .toList();
  }

  private static @Nullable SignedView signed(Quote.@Nullable Signed signed) {
    return signed == null
        ? null
        : new SignedView(
            signed.sender(),
            new Domain("SettlementGasService", "1", signed.chainId(), signed.vault()),
            Struct.of(signed.struct()),
            signed.signer(),
            signed.signature());
  }
}
