// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Questions to contracts about themselves, by their signature, for those who compare what a chain
 * says with what it was said to be. Each reader refuses an answer that is not of its type.
 */
public final class Views {
  private static final String ANSWER = "answer";
  private static final String IS_VALID_SIGNATURE = "isValidSignature(bytes32,bytes)";

  private Views() {}

  /** Calldata of a view without arguments, for instance {@code owner()}. */
  public static byte[] ask(String signature) {
    return Abi.selector(signature);
  }

  /** Calldata of a view of an account, for instance {@code is_validator(address)}. */
  public static byte[] ask(String signature, EvmAddress account) {
    return Abi.call(Abi.selector(signature), Abi.address(account));
  }

  /** Calldata that asks whether an account has a role, by the role's name. */
  public static byte[] hasRole(String role, EvmAddress account) {
    return Abi.call(
        Abi.selector("hasRole(bytes32,address)"),
        new Abi.Word(Keccak.text(role)),
        Abi.address(account));
  }

  /** Calldata of a view of a message, for instance {@code create_cross_txs(uint256)}. */
  public static byte[] ask(String signature, TxId txid) {
    return Abi.call(Abi.selector(signature), Abi.uint(txid.toBigInteger()));
  }

  /** Calldata of a view of a remote handler: {@code is_valid_handler(string,uint256)}. */
  public static byte[] ask(String signature, HandlerId remote) {
    return Abi.call(
        Abi.selector(signature),
        Abi.string(remote.chain().value()),
        Abi.uint(remote.toBigInteger()));
  }

  /** Calldata about a remote handler and its token: {@code set_remote_token(…)}. */
  public static byte[] ask(String signature, HandlerId remote, EvmAddress token) {
    return Abi.call(
        Abi.selector(signature),
        Abi.string(remote.chain().value()),
        Abi.uint(remote.toBigInteger()),
        Abi.address(token));
  }

  /** Calldata that asks a verifier whether a certificate holds for a digest. */
  public static byte[] verify(byte[] digest, Certificate certificate) {
    return Abi.call(
        Abi.selector("verify(bytes32,bytes,uint8)"),
        new Abi.Word(digest),
        Abi.bytes(certificate.bytes()),
        Abi.uint(certificate.signType()));
  }

  /** Calldata that asks a contract whether it has signed (EIP-1271). */
  public static byte[] isValidSignature(Hash digest, byte[] signature) {
    return Abi.call(
        Abi.selector(IS_VALID_SIGNATURE), new Abi.Word(digest.bytes()), Abi.bytes(signature));
  }

  /** Whether that contract says so. */
  public static boolean isMagic(byte[] answer) {
    return Arrays.equals(
        new AbiReader(ANSWER, answer).fixed(0, 4), Abi.selector(IS_VALID_SIGNATURE));
  }

  /**
   * The first four bytes of an error's signature, as refused calls begin with.
   *
   * @param signature for instance {@code InvalidSignatures(uint256,bytes32)}
   */
  public static byte[] selector(String signature) {
    return Abi.selector(signature);
  }

  /** A string. */
  public static String text(byte[] answer) {
    return new AbiReader(ANSWER, answer).string(0);
  }

  /** A number. */
  public static BigInteger number(byte[] answer) {
    return new AbiReader(ANSWER, answer).uint(0);
  }

  /** The number at a place of an answer of several words. */
  public static BigInteger number(byte[] answer, int place) {
    return new AbiReader(ANSWER, answer).uint(place);
  }

  /** An address. */
  public static EvmAddress address(byte[] answer) {
    return new AbiReader(ANSWER, answer).address(0);
  }

  /** Several addresses. */
  public static List<EvmAddress> addresses(byte[] answer) {
    return new AbiReader(ANSWER, answer).addresses(0);
  }

  /**
   * A bool.
   *
   * @throws InvalidValue when it is none
   */
  public static boolean yes(byte[] answer) {
    return new AbiReader(ANSWER, answer).bool(0);
  }
}
