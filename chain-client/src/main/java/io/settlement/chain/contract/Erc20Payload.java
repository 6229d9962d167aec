// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TokenTransfer;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * A token transfer inside a {@link MessageV1} (protocol 2.6). Strict: the method is Transfer, the
 * length exact, and every account one that an EVM chain can have.
 *
 * @param from who sends
 * @param to who receives
 * @param fromToken the token on the source chain
 * @param toToken the token on the destination chain
 * @param amount in the token's smallest unit
 */
public record Erc20Payload(
    EvmAddress from, EvmAddress to, EvmAddress fromToken, EvmAddress toToken, TokenAmount amount) {
  private static final int TRANSFER = 1;
  private static final int LENGTH = 161;
  private static final String KIND = "ERC-20 payload";

  /** The bytes inside the envelope. */
  public byte[] encode() {
    byte[] words =
        Abi.encode(
            Abi.address(from),
            Abi.address(to),
            Abi.address(fromToken),
            Abi.address(toToken),
            Abi.uint(amount.value()));
    byte[] payload = new byte[LENGTH];
    payload[0] = TRANSFER;
    System.arraycopy(words, 0, payload, 1, words.length);
    return payload;
  }

  /**
   * The whole message that a token handler makes of it: its bytes are what is hashed and delivered.
   *
   * @param handler that sends
   * @param nonce of the sender with that handler, this message's
   */
  public byte[] message(EvmAddress handler, long nonce) {
    byte[] id =
        Keccak.bytes(
            ByteBuffer.allocate(Long.BYTES).putLong(nonce).array(),
            handler.bytes(),
            from.bytes(),
            Abi.word(BigInteger.valueOf(nonce)));
    return new MessageV1(new BigInteger(1, id), PayloadType.ERC20, encode()).encode();
  }

  /** As facts spell it. */
  public TokenTransfer transfer() {
    return new TokenTransfer(fromToken, toToken, to, amount);
  }

  /**
   * @throws InvalidValue when it is anything but a transfer between EVM accounts
   */
  public static Erc20Payload decode(byte[] payload) {
    if (payload.length != LENGTH || payload[0] != TRANSFER) {
      throw new InvalidValue(KIND, payload.length + " bytes");
    }
    byte[] words = new byte[LENGTH - 1];
    System.arraycopy(payload, 1, words, 0, words.length);
    AbiReader reader = new AbiReader(KIND, words);
    return new Erc20Payload(
        reader.address(0),
        reader.address(1),
        reader.address(2),
        reader.address(3),
        new TokenAmount(reader.uint(4)));
  }
}
