// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.PriceEvent.SignedPrice;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Wei;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;

/** The price contract: takes what a price signer observed, brought by anybody, and tells it. */
public final class GasPriceServiceAbi {
  private static final byte[] DOMAIN_TYPE =
      Keccak.text(
          "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
  private static final String PRICE =
      "Price(string chain,uint96 baseFee,uint96 priorityFee,uint64 gasPerByte,uint128 rate)";
  private static final byte[] PRICE_TYPE = Keccak.text(PRICE);
  private static final byte[] PUBLISH_TYPE =
      Keccak.text("Publish(Price[] prices,uint64 round)" + PRICE);
  private static final byte[] NAME = Keccak.text("SettlementGasPrices");
  private static final byte[] VERSION = Keccak.text("1");
  private static final byte[] PREFIX = {0x19, 0x01};

  private static final byte[] PUBLISH =
      Abi.selector("publish((string,uint96,uint96,uint64,uint128)[],uint64,bytes)");
  private static final byte[] GET_PRICE = Abi.selector("getPrice(string,uint256,uint256)");
  private static final byte[] LAST = Abi.selector("price(string)");
  private static final byte[] MAX_AGE = Abi.selector("max_age()");
  private static final byte[] MAX_RATE_CHANGE = Abi.selector("max_rate_change()");
  private static final byte[] MAX_FEE_CHANGE = Abi.selector("max_fee_change()");

  private GasPriceServiceAbi() {}

  /**
   * How far one publication may move a price; more is refused.
   *
   * @param rate of the rate, in hundredths of a percent of the smaller of old and new
   * @param fee of the price of gas and of a byte, likewise
   */
  public record Bounds(long rate, long fee) {}

  /**
   * The last price a contract took, however old.
   *
   * @param updatedAt round of its publication, unix seconds
   */
  public record LastPrice(SignedPrice price, long updatedAt) {}

  /**
   * What a price signer signs (EIP-712).
   *
   * @param chainId of the contract's chain
   * @param contract that takes the prices
   * @param round unix second of the observation
   */
  public static Signable publication(
      long chainId, EvmAddress contract, List<SignedPrice> prices, long round) {
    byte[] separator =
        Keccak.bytes(
            DOMAIN_TYPE,
            NAME,
            VERSION,
            Abi.word(BigInteger.valueOf(chainId)),
            Abi.word(contract.toBigInteger()));
    ByteArrayOutputStream contents = new ByteArrayOutputStream();
    for (SignedPrice price : prices) {
      contents.writeBytes(
          Keccak.bytes(
              PRICE_TYPE,
              Keccak.text(price.chain().value()),
              Abi.word(price.baseFee().value()),
              Abi.word(price.priorityFee().value()),
              Abi.word(price.gasPerByte().value()),
              Abi.word(price.rate())));
    }
    byte[] struct =
        Keccak.bytes(
            PUBLISH_TYPE,
            Keccak.bytes(contents.toByteArray()),
            Abi.word(BigInteger.valueOf(round)));
    return new Signable(
        ByteBuffer.allocate(PREFIX.length + separator.length + struct.length)
            .put(PREFIX)
            .put(separator)
            .put(struct)
            .array());
  }

  /**
   * Calldata that brings prices; anyone may send it.
   *
   * @param round unix second of the observation
   * @param signature 65 bytes by a price signer
   */
  public static byte[] publish(List<SignedPrice> prices, long round, byte[] signature) {
    return Abi.call(
        PUBLISH,
        Abi.array(prices.stream().map(GasPriceServiceAbi::struct).toList()),
        Abi.uint(round),
        Abi.bytes(signature));
  }

  private static Abi struct(SignedPrice price) {
    return Abi.tuple(
        Abi.string(price.chain().value()),
        Abi.uint(price.baseFee().value()),
        Abi.uint(price.priorityFee().value()),
        Abi.uint(price.gasPerByte().value()),
        Abi.uint(price.rate()));
  }

  /** Calldata that asks what gas and bytes cost; read the answer with {@link #fee}. */
  public static byte[] getPrice(ChainName chain, Gas gas, long bytes) {
    return Abi.call(GET_PRICE, Abi.string(chain.value()), Abi.uint(gas.units()), Abi.uint(bytes));
  }

  /** In wei of the contract's chain. */
  public static Wei fee(byte[] answer) {
    return new AbiReader("price", answer).wei(0);
  }

  /** Calldata that asks for the last price; read the answer with {@link #last(byte[])}. */
  public static byte[] last(ChainName chain) {
    return Abi.call(LAST, Abi.string(chain.value()));
  }

  /** The last price; the contract refuses the call when it knows none. */
  public static LastPrice last(byte[] answer) {
    AbiReader result = new AbiReader("last price", answer);
    AbiReader price = result.tuple(0);
    return new LastPrice(
        new SignedPrice(
            new ChainName(price.string(0)),
            price.wei(1),
            price.wei(2),
            price.wei(3),
            price.uint(4)),
        result.number(1));
  }

  /** Calldata that asks for the bounds; read the answers with {@link #bounds}. */
  public static List<byte[]> boundsCalls() {
    return List.of(MAX_RATE_CHANGE.clone(), MAX_FEE_CHANGE.clone());
  }

  /** The bounds. */
  public static Bounds bounds(List<byte[]> answers) {
    return new Bounds(
        new AbiReader("rate bound", answers.get(0)).number(0),
        new AbiReader("fee bound", answers.get(1)).number(0));
  }

  /** Calldata that asks how old a price may be; read the answer with {@link #maxAge(byte[])}. */
  public static byte[] maxAge() {
    return MAX_AGE.clone();
  }

  /** Seconds. */
  public static long maxAge(byte[] answer) {
    return new AbiReader("price age", answer).number(0);
  }
}
