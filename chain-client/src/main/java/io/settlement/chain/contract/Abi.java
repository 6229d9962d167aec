// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A value in the contract ABI's encoding. */
sealed interface Abi {
  /** Bytes of a word. */
  int WORD = 32;

  /** One word. */
  @SuppressWarnings("ArrayRecordComponent")
  record Word(byte[] bytes) implements Abi {}

  /** bytes or string. */
  @SuppressWarnings("ArrayRecordComponent")
  record Blob(byte[] bytes) implements Abi {}

  /** Values side by side. */
  record Tuple(List<Abi> members) implements Abi {}

  /** A dynamic array. */
  record Sequence(List<Abi> members) implements Abi {}

  /** uintN; the caller keeps it inside N. */
  static Abi uint(BigInteger value) {
    return new Word(word(value));
  }

  /** uintN. */
  static Abi uint(long value) {
    return uint(BigInteger.valueOf(value));
  }

  /** address. */
  static Abi address(EvmAddress address) {
    return uint(address.toBigInteger());
  }

  /** string. */
  static Abi string(String text) {
    return new Blob(text.getBytes(StandardCharsets.UTF_8));
  }

  /** bytes. */
  static Abi bytes(byte[] bytes) {
    return new Blob(bytes);
  }

  /** A struct. */
  static Abi tuple(Abi... members) {
    return new Tuple(List.of(members));
  }

  /** T[]. */
  static Abi array(List<Abi> members) {
    return new Sequence(members);
  }

  /** First four bytes of the hash of a function's signature. */
  static byte[] selector(String signature) {
    return Arrays.copyOf(Keccak.text(signature), 4);
  }

  /** Selector and arguments. */
  static byte[] call(byte[] selector, Abi... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(selector);
    out.writeBytes(encode(arguments));
    return out.toByteArray();
  }

  /** The arguments side by side, as abi.encode does. */
  static byte[] encode(Abi... values) {
    return encode(Arrays.asList(values));
  }

  private static byte[] encode(List<Abi> members) {
    int headLength = members.stream().mapToInt(Abi::headLength).sum();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    for (Abi member : members) {
      if (member.isDynamic()) {
        head.writeBytes(word(BigInteger.valueOf((long) headLength + tail.size())));
        tail.writeBytes(member.body());
      } else {
        head.writeBytes(member.body());
      }
    }
    head.writeBytes(tail.toByteArray());
    return head.toByteArray();
  }

  private boolean isDynamic() {
    return switch (this) {
      case Word word -> false;
      case Blob blob -> true;
      case Sequence sequence -> true;
      case Tuple tuple -> tuple.members().stream().anyMatch(Abi::isDynamic);
    };
  }

  private int headLength() {
    return this instanceof Tuple tuple && !isDynamic()
        ? tuple.members().stream().mapToInt(Abi::headLength).sum()
        : WORD;
  }

  private byte[] body() {
    return switch (this) {
      case Word word -> word.bytes();
      case Blob blob -> padded(blob.bytes());
      case Tuple tuple -> encode(tuple.members());
      case Sequence sequence -> counted(sequence.members());
    };
  }

  private static byte[] counted(List<Abi> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(word(BigInteger.valueOf(members.size())));
    out.writeBytes(encode(members));
    return out.toByteArray();
  }

  private static byte[] padded(byte[] bytes) {
    int words = (bytes.length + WORD - 1) / WORD;
    byte[] out = new byte[WORD + words * WORD];
    System.arraycopy(word(BigInteger.valueOf(bytes.length)), 0, out, 0, WORD);
    System.arraycopy(bytes, 0, out, WORD, bytes.length);
    return out;
  }

  /** Big-endian, 32 bytes. */
  static byte[] word(BigInteger value) {
    if (value.signum() < 0 || value.bitLength() > 256) {
      throw new IllegalArgumentException("does not fit a word: " + value);
    }
    byte[] magnitude = value.toByteArray();
    byte[] word = new byte[WORD];
    int length = Math.min(magnitude.length, WORD);
    System.arraycopy(magnitude, magnitude.length - length, word, WORD - length, length);
    return word;
  }
}
