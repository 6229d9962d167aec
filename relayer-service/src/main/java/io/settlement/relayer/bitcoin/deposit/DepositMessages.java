// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.BitcoinAddresses;
import io.settlement.chain.bitcoin.BitcoinBlock;
import io.settlement.chain.bitcoin.BitcoinHeader;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.bitcoin.BitcoinOutput;
import io.settlement.chain.bitcoin.BitcoinTransaction;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.chain.contract.TxIds;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.bitcoin.deposit.VaultAddress.Owner;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The message that a deposit is. It follows from the block and the owner of the address alone, so
 * that whoever reads the block makes the same one.
 */
final class DepositMessages {
  private static final EvmAddress NOBODY = new EvmAddress("0x" + "0".repeat(40));
  private static final Gas HANDLER_GAS = new Gas(200_000);
  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final String UNKNOWN = "unknown";

  private static final int PLACE_BITS = 16;
  private static final int VOUT_BITS = 16;
  private static final int ROUND_BITS = 4;
  private static final int ROUNDS = 1 << ROUND_BITS;

  /** What failed may have failed for too little. */
  private static final Gas MORE_HANDLER_GAS = new Gas(400_000);

  /** What is told again has at least this left. */
  private static final Duration LEAST_LEFT = Duration.ofDays(1);

  /** Of 28 bits the highest stays empty: a sequence is never negative. */
  private static final long MOST_BLOCKS = 1L << 27;

  private DepositMessages() {}

  /**
   * @param place of the transaction in its block, from 0
   * @throws InvalidValue when block, place or output have no number of their own
   */
  static CrossChainMessage of(
      Vault vault,
      Owner owner,
      BitcoinNetwork network,
      BitcoinBlock block,
      int place,
      BitcoinOutput output) {
    BitcoinHeader header = block.header();
    long sequence = sequence(header.height(), place, output.outpoint().vout());
    BtcPayload payload =
        new BtcPayload(
            output.outpoint().txid(),
            BigInteger.valueOf(output.outpoint().vout()),
            payer(network, block.transactions().get(place)),
            owner.recipient(),
            TokenAmount.of(output.sats()));
    byte[] message =
        new MessageV1(payload.outpoint().toBigInteger(), PayloadType.BTC_DEPOSIT, payload.encode())
            .encode();
    return new CrossChainMessage(
        TxIds.derive(vault.id().chain(), owner.handler(), sequence),
        vault.id(),
        owner.handler(),
        NOBODY,
        0,
        PayloadType.BTC_DEPOSIT,
        Hex.encode(message),
        null,
        new Terms(sequence, HANDLER_GAS, header.medianTime().plus(LIFETIME)));
  }

  /** Height, place and output side by side; the lowest bits are for telling it again. */
  static long sequence(long height, int place, long vout) {
    if (height < 0
        || height >= MOST_BLOCKS
        || place >>> PLACE_BITS != 0
        || vout >>> VOUT_BITS != 0) {
      throw new InvalidValue("place of a deposit", height + "/" + place + "/" + vout);
    }
    return ((((height << PLACE_BITS) | place) << VOUT_BITS) | vout) << ROUND_BITS;
  }

  /** Which of the messages about its output it is, from 0. */
  static int round(CrossChainMessage message) {
    return (int) (message.terms().sequence() % ROUNDS);
  }

  /**
   * Another message about the same output, which follows from the first one alone: more gas, and a
   * lifetime later for each round.
   *
   * @param round 0 to 15
   */
  static CrossChainMessage again(CrossChainMessage message, int round) {
    int from = round(message);
    Terms terms = message.terms();
    long sequence = terms.sequence() - from + round;
    return new CrossChainMessage(
        TxIds.derive(message.from().chain(), message.to(), sequence),
        message.from(),
        message.to(),
        message.sender(),
        message.nonce(),
        message.payloadType(),
        message.payload(),
        message.transfer(),
        new Terms(
            sequence,
            round == 0 ? HANDLER_GAS : MORE_HANDLER_GAS,
            terms.deadline().plus(LIFETIME.multipliedBy((long) round - from))));
  }

  /** The next one that is not too late soon; empty when there is none. */
  static Optional<CrossChainMessage> next(CrossChainMessage message, Instant now) {
    return IntStream.range(round(message) + 1, ROUNDS)
        .mapToObj(round -> again(message, round))
        .filter(one -> one.terms().deadline().isAfter(now.plus(LEAST_LEFT)))
        .findFirst();
  }

  /** The one of this name among all about the same output; the first when it is none of them. */
  static CrossChainMessage named(CrossChainMessage first, TxId txid) {
    return IntStream.range(0, ROUNDS)
        .mapToObj(round -> again(first, round))
        .filter(one -> one.txid().equals(txid))
        .findFirst()
        .orElse(first);
  }

  /** Who paid, as far as the first input tells. */
  private static String payer(BitcoinNetwork network, BitcoinTransaction transaction) {
    return transaction.inputs().stream()
        .findFirst()
        .flatMap(input -> input.output())
        .flatMap(spent -> BitcoinAddresses.addressOf(network, spent.script()))
        .orElse(UNKNOWN);
  }
}
