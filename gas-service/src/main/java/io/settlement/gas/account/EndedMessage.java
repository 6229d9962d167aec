// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that has ended, with everything its payers need to reckon again what it cost them.
 * Amounts are wei of the source chain unless they are of something on another chain.
 *
 * @param sender whose account is charged first
 * @param costs what was charged, in the order it was heard
 * @param spent sum of their charges
 * @param margin the operator's share: spent × marginBps ÷ 10,000, rounded down, as far as prepaid
 * @param overrun what the accounts did not cover; the operator bears it
 * @param accounts in the order in which they were charged
 */
public record EndedMessage(
    TxId txid,
    String state,
    RouteId route,
    EvmAddress sender,
    Locked terms,
    List<Cost> costs,
    Wei spent,
    Wei margin,
    Wei overrun,
    List<Account> accounts) {

  /** Keeps its own lists. */
  public EndedMessage {
    costs = List.copyOf(costs);
    accounts = List.copyOf(accounts);
  }

  /**
   * What it was charged by.
   *
   * @param rateSource US dollars for one native token of the source chain, decimal text
   * @param rateDestination US dollars for one native token of the destination, decimal text
   * @param marginBps the operator's share of what was spent, in hundredths of a percent
   * @param refundFee what paying the sender's rest out is charged
   */
  public record Locked(
      Wei required,
      @Nullable String quoteId,
      @Nullable String waiver,
      String rateSource,
      String rateDestination,
      int marginBps,
      Wei refundFee) {}

  /**
   * A transaction's cost.
   *
   * @param leg DELIVERY, CALLBACK, or FAILED for one that was reverted as a whole
   * @param gasUsed the message's share of the receipt's gas; all of it when it failed
   * @param gasPrice effective price of a unit, wei of this chain
   * @param dataFee wei of this chain beside gas; the message's share, all of it when it failed
   * @param fee the message's share, wei of this chain
   * @param members messages that share a failed transaction; null of others, whose logs say it
   * @param stranger whether somebody else than the operator paid it
   * @param charge what the message was charged
   */
  public record Cost(
      String leg,
      ChainName chain,
      Hash txHash,
      long blockNumber,
      EvmAddress submitter,
      Gas gasUsed,
      Wei gasPrice,
      Wei dataFee,
      Wei fee,
      @Nullable Integer members,
      boolean stranger,
      Wei charge) {}

  /**
   * What one payer had in one vault, in wei of its chain.
   *
   * @param settled what it held when the rest was decided
   * @param due what goes back of it
   * @param way how: PUSHED, DUST, OTHER_PAYER, RECEIPTS_ONLY or NOTHING_LEFT
   * @param refund what the vault paid; null before
   */
  public record Account(
      ChainName chain,
      EvmAddress payer,
      List<Payment> payments,
      Wei settled,
      Wei due,
      String way,
      @Nullable Payment refund) {
    /** Keeps its own list. */
    public Account {
      payments = List.copyOf(payments);
    }
  }

  /** Money in or out, as the vault logged it; wei of its chain. */
  public record Payment(Hash txHash, long blockNumber, long logIndex, Wei amount) {}
}
