// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user's wallet signs and sends: approve, prepay, send, top up, as far as they are there,
 * each after the one before is in a block. Nobody here holds the user's key.
 *
 * @param txid the message's id, if this is the sender's next one through the handler; null of a
 *     deposit, which has one when it was paid
 * @param expiresAt until when the quote is honoured
 * @param allowance how much the handler may take now, and how much it needs; null when it takes
 *     nothing
 * @param approve lets the handler take the tokens; null when it may already
 * @param prepay pays the quote into the vault, before the message is sent; null when the message
 *     brings the money
 * @param send sends the message; null of a deposit
 * @param topUp pays for the message after it was sent; null when it is paid for otherwise
 * @param deposit how BTC is paid; null of all else
 */
record SettlementView(
    Kind kind,
    QuoteView quote,
    @Nullable TxId txid,
    Instant expiresAt,
    @Nullable AllowanceView allowance,
    @Nullable TransactionView approve,
    @Nullable TransactionView prepay,
    @Nullable TransactionView send,
    @Nullable TransactionView topUp,
    @Nullable DepositView deposit) {

  /** What is sent. */
  enum Kind {
    /** Tokens between EVM chains. */
    TOKENS,
    /** A message without tokens. */
    MESSAGE,
    /** Artifacts, for BTC at an address. */
    WITHDRAWAL,
    /** BTC, for artifacts; no transaction of an EVM wallet. */
    DEPOSIT
  }

  /**
   * In the token's smallest unit.
   *
   * @param needed false when no approval has to come first
   */
  record AllowanceView(
      EvmAddress token,
      EvmAddress spender,
      TokenAmount current,
      TokenAmount required,
      boolean needed) {}

  /**
   * An unsigned transaction.
   *
   * @param data selector and arguments, hexadecimal
   * @param value wei that go along
   * @param chainId where it is sent
   * @param gas limit, with a fifth on top of what it should take
   * @param type 2 (EIP-1559) where the chain has a base fee, else 0
   */
  record TransactionView(
      EvmAddress from, EvmAddress to, String data, Wei value, long chainId, Gas gas, int type) {}

  /**
   * A payment of BTC.
   *
   * @param amount satoshi to pay, to the address alone
   * @param receiver gets the artifacts
   * @param address asks for the address, which is the receiver's for ever; the answer also says the
   *     least amount
   */
  record DepositView(
      HandlerId vault, HandlerId handler, EvmAddress receiver, TokenAmount amount, Step address) {}

  /** A call of this API. */
  record Step(String method, String path, Map<String, String> body) {}
}
