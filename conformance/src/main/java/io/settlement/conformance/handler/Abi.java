// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/** Arguments of contracts' functions, as the ABI lays them out. */
final class Abi {
  static final int WORD = 32;

  private Abi() {}

  /** Something that is encoded. */
  static final class Part {
    private final byte[] bytes;
    private final boolean dynamic;

    private Part(byte[] bytes, boolean dynamic) {
      this.bytes = bytes;
      this.dynamic = dynamic;
    }

    /** What stands in its place, or where that points. */
    byte[] bytes() {
      return bytes.clone();
    }

    /** Whether its place holds an offset alone. */
    boolean isDynamic() {
      return dynamic;
    }
  }

  static Part word(BigInteger number) {
    return new Part(Numeric.toBytesPadded(number, WORD), false);
  }

  static Part word(long number) {
    return word(BigInteger.valueOf(number));
  }

  /** An address, or any number in hex. */
  static Part word(String hex) {
    return word(Numeric.toBigInt(hex));
  }

  static Part word(byte[] bytes) {
    return word(new BigInteger(1, bytes));
  }

  static Part bytes(byte[] bytes) {
    byte[] padded = Arrays.copyOf(bytes, (bytes.length + WORD - 1) / WORD * WORD);
    return new Part(concat(word(bytes.length).bytes(), padded), true);
  }

  static Part text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A struct with a member of no fixed length. */
  static Part struct(Part... members) {
    return new Part(encode(List.of(members)), true);
  }

  static Part array(List<Part> members) {
    return new Part(concat(word(members.size()).bytes(), encode(members)), true);
  }

  /** Places first, what they point at behind them. */
  static byte[] encode(List<Part> parts) {
    int places = parts.stream().mapToInt(part -> part.isDynamic() ? WORD : size(part)).sum();
    ByteArrayOutputStream heads = new ByteArrayOutputStream();
    ByteArrayOutputStream tails = new ByteArrayOutputStream();
    for (Part part : parts) {
      if (part.isDynamic()) {
        heads.writeBytes(word((long) places + tails.size()).bytes());
        tails.writeBytes(part.bytes());
      } else {
        heads.writeBytes(part.bytes());
      }
    }
    return concat(heads.toByteArray(), tails.toByteArray());
  }

  private static int size(Part part) {
    return part.bytes().length;
  }

  /** A call in hex. */
  static String call(String signature, Part... arguments) {
    return Numeric.toHexString(
        concat(Numeric.hexStringToByteArray(selector(signature)), encode(List.of(arguments))));
  }

  /** The first four bytes of its hash, in hex. */
  static String selector(String signature) {
    return topic(signature).substring(0, 10);
  }

  /** The hash of an event, in hex. */
  static String topic(String signature) {
    return Numeric.toHexString(hash(signature));
  }

  static byte[] hash(String text) {
    return Hash.sha3(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** A word of an answer in hex; zero beyond its end. */
  static BigInteger wordOf(String answer, int index) {
    String digits = Numeric.cleanHexPrefix(answer);
    int from = index * WORD * 2;
    return digits.length() < from + WORD * 2
        ? BigInteger.ZERO
        : new BigInteger(digits.substring(from, from + WORD * 2), 16);
  }

  /** A word of an answer as an address. */
  static String addressOf(String answer, int index) {
    return Numeric.toHexStringWithPrefixZeroPadded(wordOf(answer, index), 40);
  }
}
