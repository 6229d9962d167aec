// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is asked of the contracts around an artifact (docs/artifacts.md). */
public final class ArtifactAbi {
  /** Topic0 of an ERC-20's transfers; minted comes from nobody, burned goes to nobody. */
  public static final Hash TRANSFER = Keccak.topic("Transfer(address,address,uint256)");

  private static final byte[] TOTAL_SUPPLY = Abi.selector("totalSupply()");
  private static final byte[] PRIMITIVE = Abi.selector("primitive()");
  private static final byte[] MINTING_PAUSED = Abi.selector("minting_paused()");
  private static final byte[] PAUSE_MINTING = Abi.selector("pause_minting()");
  private static final byte[] IS_ARTIFACT = Abi.selector("is_settlement_artifact(address)");
  private static final byte[] TOTALS = Abi.selector("totals()");
  private static final byte[] WITHDRAWAL_LIFETIME = Abi.selector("withdrawal_lifetime()");
  private static final byte[] TOTAL_STAKED = Abi.selector("total_staked()");
  private static final byte[] GET_POINTS = Abi.selector("getPoints(address)");
  private static final byte[] LEG_STATE = Abi.selector("leg_state(uint256)");
  private static final byte[] LEG_TERMS = Abi.selector("leg_terms(uint256)");
  private static final byte[] LEG_COUNT = Abi.selector("leg_count()");
  private static final int ID_BYTES = 32;

  private ArtifactAbi() {}

  /**
   * Which primitive stands behind an artifact.
   *
   * @param id its name, without the zero bytes that fill its word
   * @param uri where its specification is published
   * @param contentHash keccak256 of the specification's bytes
   */
  public record Primitive(String id, String uri, Hash contentHash) {}

  /** Satoshi: minted and burned so far, in escrow, and refunds nobody has fetched. */
  public record Totals(
      BigInteger credited, BigInteger redeemed, BigInteger escrowed, BigInteger unclaimed) {}

  /** What a leg of a basket holds, and the shares that are to be paid from it. */
  public record LegState(BigInteger reserve, BigInteger shares) {}

  /** What a leg of a basket is; unbonding in seconds. */
  public record LegTerms(EvmAddress artifact, long ratio, long unbonding) {}

  /** Tokens that were made or taken by a transfer from or to nobody. */
  public record SupplyChange(boolean minted, EvmAddress account, BigInteger amount) {}

  /** Calldata; answered by {@link #number}. */
  public static byte[] totalSupplyCall() {
    return Abi.call(TOTAL_SUPPLY);
  }

  /** Calldata for a BTC handler; answered by {@link #number}, seconds. */
  public static byte[] withdrawalLifetimeCall() {
    return Abi.call(WITHDRAWAL_LIFETIME);
  }

  /** Calldata; answered by {@link #number}. */
  public static byte[] totalStakedCall() {
    return Abi.call(TOTAL_STAKED);
  }

  /** Calldata; satoshi × seconds, answered by {@link #number}. */
  public static byte[] pointsCall(EvmAddress user) {
    return Abi.call(GET_POINTS, Abi.address(user));
  }

  /** Calldata; answered by {@link #number}. */
  public static byte[] legCountCall() {
    return Abi.call(LEG_COUNT);
  }

  /** The answer to a question for one number. */
  public static BigInteger number(byte[] answer) {
    return new AbiReader("number", answer).uint(0);
  }

  /** Calldata; answered by {@link #primitive}. */
  public static byte[] primitiveCall() {
    return Abi.call(PRIMITIVE);
  }

  /** The primitive. */
  public static Primitive primitive(byte[] answer) {
    AbiReader reader = new AbiReader("primitive", answer).tuple(0);
    return new Primitive(
        name(reader.fixed(0, ID_BYTES)), reader.string(1), Hash.of(reader.fixed(2, ID_BYTES)));
  }

  private static String name(byte[] word) {
    int length = word.length;
    while (length > 0 && word[length - 1] == 0) {
      length--;
    }
    return new String(word, 0, length, StandardCharsets.UTF_8);
  }

  /** Calldata; answered by {@link #yes}. */
  public static byte[] mintingPausedCall() {
    return Abi.call(MINTING_PAUSED);
  }

  /** Calldata; answered by {@link #yes}. */
  public static byte[] isArtifactCall(EvmAddress artifact) {
    return Abi.call(IS_ARTIFACT, Abi.address(artifact));
  }

  /** The answer to a yes or no. */
  public static boolean yes(byte[] answer) {
    return new AbiReader("answer", answer).bool(0);
  }

  /** Calldata of a guardian that stops the minting of one artifact. */
  public static byte[] pauseMinting() {
    return Abi.call(PAUSE_MINTING);
  }

  /** Calldata; answered by {@link #totals}. */
  public static byte[] totalsCall() {
    return Abi.call(TOTALS);
  }

  /** The books of a BTC handler. */
  public static Totals totals(byte[] answer) {
    AbiReader reader = new AbiReader("totals", answer);
    return new Totals(reader.uint(0), reader.uint(1), reader.uint(2), reader.uint(3));
  }

  /** Calldata; answered by {@link #legState}. */
  public static byte[] legStateCall(int leg) {
    return Abi.call(LEG_STATE, Abi.uint(leg));
  }

  /** What a leg holds. */
  public static LegState legState(byte[] answer) {
    AbiReader reader = new AbiReader("leg", answer);
    return new LegState(reader.uint(0), reader.uint(1));
  }

  /** Calldata; answered by {@link #legTerms}. */
  public static byte[] legTermsCall(int leg) {
    return Abi.call(LEG_TERMS, Abi.uint(leg));
  }

  /** What a leg is. */
  public static LegTerms legTerms(byte[] answer) {
    AbiReader reader = new AbiReader("leg", answer);
    return new LegTerms(reader.address(0), reader.number(1), reader.number(2));
  }

  /** What a transfer made or took; empty when it only moved something. */
  public static Optional<SupplyChange> supplyChange(ChainLog log) {
    AbiReader data = AbiReader.of("transfer", log, TRANSFER, 3);
    boolean minted = log.topics().get(1).toBigInteger().signum() == 0;
    boolean burned = log.topics().get(2).toBigInteger().signum() == 0;
    if (minted == burned) {
      return Optional.empty();
    }
    return Optional.of(
        new SupplyChange(minted, AbiReader.address(log, minted ? 2 : 1), data.uint(0)));
  }
}
