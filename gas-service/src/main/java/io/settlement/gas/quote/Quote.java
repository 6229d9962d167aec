// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.contract.GasQuote;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.Wei;
import io.settlement.gas.cost.Size;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise: a message like this, sent before it expires, needs no more than its total.
 *
 * @param trial what trying the message said
 * @param signed what makes it one message's; null for any message like it
 * @param place where it stands in a plan; null when it is in none
 */
record Quote(
    UUID id,
    Subject subject,
    Promise promise,
    QuotedFinality finality,
    Validity validity,
    Trial trial,
    @Nullable Signed signed,
    @Nullable Place place) {
  private static final int UUID_BITS = 128;

  /**
   * What is quoted.
   *
   * @param size the largest message the quote is good for
   * @param amount of the token, in its smallest unit; null when the message moves none
   */
  record Subject(RouteId route, Size size, @Nullable TokenAmount amount) {}

  /**
   * What trying the receiving handler said.
   *
   * @param used gas it took; null when nobody tried, or it refused
   * @param concern what speaks against sending the message; null when nothing does
   */
  record Trial(@Nullable Gas used, @Nullable String concern) {
    static final Trial NONE = new Trial(null, null);
  }

  /** From when until when. */
  record Validity(Instant from, Instant until) {

    static Validity of(Instant now, Duration length) {
      Instant from = now.truncatedTo(ChronoUnit.MILLIS);
      return new Validity(from, from.plus(length));
    }

    /** The last second the contract honours: it knows no parts of seconds. */
    Instant lastSecond() {
      return until.truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /**
   * What was signed, for whom, and by whom.
   *
   * @param sender who will call the handler
   * @param chainId of the vault's chain
   * @param signature 65 bytes, hexadecimal
   */
  record Signed(
      GasQuote struct,
      EvmAddress sender,
      long chainId,
      EvmAddress vault,
      EvmAddress signer,
      String signature) {}

  /**
   * A hop of a plan.
   *
   * @param bound what a later quote for this hop asks for at most; null when it is signed
   */
  record Place(UUID plan, int position, @Nullable Wei bound) {}

  /** As the contract names it. */
  static Hash onChain(UUID id) {
    BigInteger high = unsigned(id.getMostSignificantBits()).shiftLeft(Long.SIZE);
    return Hash.of(high.or(unsigned(id.getLeastSignificantBits())));
  }

  /** The other way; null for what cannot be one of ours. */
  static @Nullable UUID offChain(Hash id) {
    BigInteger number = id.toBigInteger();
    return number.bitLength() > UUID_BITS
        ? null
        : new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
  }

  private static BigInteger unsigned(long bits) {
    return new BigInteger(Long.toUnsignedString(bits));
  }
}
