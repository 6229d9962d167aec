// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.TokenAmount;
import java.math.BigInteger;
import java.util.List;

/** What holders call on the contracts around an artifact (docs/artifacts.md); satoshi. */
public final class ArtifactCalls {
  private static final byte[] STAKE = Abi.selector("stake(uint256)");
  private static final byte[] UNSTAKE = Abi.selector("unstake(uint256)");
  private static final byte[] DEPOSIT = Abi.selector("deposit(uint256)");
  private static final byte[] WITHDRAW = Abi.selector("withdraw(uint256)");
  private static final byte[] BUY_SHARES = Abi.selector("deposit(uint256[])");
  private static final byte[] CLAIM_TICKETS = Abi.selector("claim_tickets(uint256[])");
  private static final byte[] WITHDRAW_REQUEST = Abi.selector("withdraw_request(string,uint256)");

  private ArtifactCalls() {}

  /** Calldata for a staking contract. */
  public static byte[] stake(TokenAmount amount) {
    return Abi.call(STAKE, Abi.uint(amount.value()));
  }

  /** Calldata for a staking contract. */
  public static byte[] unstake(TokenAmount amount) {
    return Abi.call(UNSTAKE, Abi.uint(amount.value()));
  }

  /** Calldata for a wrapper. */
  public static byte[] wrap(TokenAmount amount) {
    return Abi.call(DEPOSIT, Abi.uint(amount.value()));
  }

  /** Calldata for a wrapper. */
  public static byte[] unwrap(TokenAmount amount) {
    return Abi.call(WITHDRAW, Abi.uint(amount.value()));
  }

  /**
   * Calldata that buys shares of a basket.
   *
   * @param amounts of each leg, in the order of the legs
   */
  public static byte[] buyShares(List<BigInteger> amounts) {
    return Abi.call(BUY_SHARES, numbers(amounts));
  }

  /** Calldata that redeems shares of a basket. */
  public static byte[] redeemShares(BigInteger shares) {
    return Abi.call(WITHDRAW, Abi.uint(shares));
  }

  /** Calldata that has tickets of a basket paid. */
  public static byte[] claimTickets(List<BigInteger> tickets) {
    return Abi.call(CLAIM_TICKETS, numbers(tickets));
  }

  /**
   * Calldata for a BTC handler; the transaction's value prepays the gas.
   *
   * @param btcAddress who is to be paid
   */
  public static byte[] withdrawRequest(String btcAddress, TokenAmount amount) {
    return Abi.call(WITHDRAW_REQUEST, Abi.string(btcAddress), Abi.uint(amount.value()));
  }

  private static Abi numbers(List<BigInteger> numbers) {
    return Abi.array(numbers.stream().map(Abi::uint).toList());
  }
}
