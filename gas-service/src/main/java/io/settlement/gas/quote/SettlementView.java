// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the user's wallet signs and sends, in this order. Nobody here holds the user's key.
 *
 * @param txid the message's id, if this is the sender's next one through the handler
 * @param expiresAt until when the quote is honoured
 * @param allowance how much the handler may take now, and how much it needs
 * @param approve lets the handler take the tokens; null when it may already
 * @param send sends the message
 */
record SettlementView(
    QuoteView quote,
    TxId txid,
    Instant expiresAt,
    AllowanceView allowance,
    @Nullable TransactionView approve,
    TransactionView send) {

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
}
