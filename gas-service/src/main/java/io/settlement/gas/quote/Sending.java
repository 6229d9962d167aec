// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.contract.ArtifactCalls;
import io.settlement.chain.contract.Erc20Payload;
import io.settlement.chain.contract.GasQuote;
import io.settlement.chain.contract.HandlerAbi;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import org.jspecify.annotations.Nullable;

/** What a user's wallet calls the sending handler with. */
sealed interface Sending {

  RouteId route();

  /** Who signs. */
  EvmAddress sender();

  SettlementView.Kind kind();

  /** What the handler takes from the sender; null when it takes nothing. */
  @Nullable Escrow escrow();

  /** Calldata for the handler; on a signed quote if its contract knows such. */
  byte[] call(Quote quote);

  /** Whether the call itself carries a signed quote. */
  default boolean carriesQuotes() {
    return false;
  }

  /** The hash of the message, by the sender's nonce; null when nobody but the handler knows it. */
  default @Nullable Hash payloadHash(long nonce) {
    return null;
  }

  /** Tokens in their smallest unit. */
  record Escrow(EvmAddress token, TokenAmount amount) {}

  /**
   * Tokens between token handlers.
   *
   * @param legacy the source's contracts are of version 0.1.0, which know no quotes
   */
  record Tokens(RouteId route, Erc20Payload transfer, boolean legacy) implements Sending {
    @Override
    public EvmAddress sender() {
      return transfer.from();
    }

    @Override
    public SettlementView.Kind kind() {
      return SettlementView.Kind.TOKENS;
    }

    @Override
    public Escrow escrow() {
      return new Escrow(transfer.fromToken(), transfer.amount());
    }

    @Override
    public boolean carriesQuotes() {
      return !legacy;
    }

    @Override
    public Hash payloadHash(long nonce) {
      return GasQuote.hashOf(transfer.message(route.from().evmAddress(), nonce));
    }

    @Override
    public byte[] call(Quote quote) {
      Quote.Signed signed = quote.signed();
      return signed == null
          ? HandlerAbi.send(
              route.to().chain(), route.to(), transfer.toToken(), transfer.to(), transfer.amount())
          : HandlerAbi.sendQuoted(
              route.to(), transfer, signed.struct(), Hex.decode(signed.signature()));
    }
  }

  /**
   * Artifacts for BTC.
   *
   * @param btcAddress who is to be paid
   */
  record Withdrawal(RouteId route, EvmAddress sender, Escrow escrow, String btcAddress)
      implements Sending {
    @Override
    public SettlementView.Kind kind() {
      return SettlementView.Kind.WITHDRAWAL;
    }

    @Override
    public byte[] call(Quote quote) {
      return ArtifactCalls.withdrawRequest(btcAddress, escrow.amount());
    }
  }

  /**
   * A message without tokens.
   *
   * @param data what the handler's own contract is called with, from who knows it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Message(RouteId route, EvmAddress sender, byte[] data) implements Sending {
    @Override
    public SettlementView.Kind kind() {
      return SettlementView.Kind.MESSAGE;
    }

    @Override
    public @Nullable Escrow escrow() {
      return null;
    }

    @Override
    public byte[] call(Quote quote) {
      return data.clone();
    }
  }
}
