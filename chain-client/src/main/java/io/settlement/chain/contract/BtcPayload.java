// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TokenAmount;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A deposit or a withdrawal of native BTC inside a {@link MessageV1} (docs/artifacts.md). Strict: a
 * payload is what encoding its own values gives, byte for byte.
 *
 * @param btcTxid the transaction that paid the vault, as explorers write it; zero in a withdrawal
 * @param index number of its output; in a withdrawal the beneficiary's nonce
 * @param btcAddress who paid, or who is to be paid
 * @param account receiver of the artifact, or beneficiary of the withdrawal
 * @param amount satoshi
 */
public record BtcPayload(
    Hash btcTxid, BigInteger index, String btcAddress, EvmAddress account, TokenAmount amount) {
  private static final String KIND = "BTC payload";

  /** The bytes inside the envelope. */
  public byte[] encode() {
    return Abi.encode(
        Abi.uint(btcTxid.toBigInteger()),
        Abi.uint(index),
        Abi.string(btcAddress),
        Abi.address(account),
        Abi.uint(amount.value()));
  }

  /** What a handler knows the output by; two messages about one output share it. */
  public Hash outpoint() {
    return outpoint(btcTxid, index);
  }

  /**
   * What a handler knows an output by.
   *
   * @param btcTxid as explorers write it
   * @param index number of the output
   */
  public static Hash outpoint(Hash btcTxid, BigInteger index) {
    return Hash.of(Keccak.bytes(Abi.encode(Abi.uint(btcTxid.toBigInteger()), Abi.uint(index))));
  }

  /**
   * @throws InvalidValue when it is not the canonical encoding of such values
   */
  public static BtcPayload decode(byte[] payload) {
    AbiReader reader = new AbiReader(KIND, payload);
    BtcPayload read =
        new BtcPayload(
            Hash.of(reader.uint(0)),
            reader.uint(1),
            reader.string(2),
            reader.address(3),
            new TokenAmount(reader.uint(4)));
    if (!Arrays.equals(read.encode(), payload)) {
      throw reader.refused("another encoding");
    }
    return read;
  }
}
