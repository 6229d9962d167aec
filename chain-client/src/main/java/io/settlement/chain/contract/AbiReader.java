// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.chain.ChainLog;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * ABI encoded values by their place in the head. Whatever is out of bounds or out of range of its
 * type is refused as an {@link InvalidValue}.
 */
final class AbiReader {
  private static final int ADDRESS_BITS = 160;

  private final String kind;
  private final byte[] data;

  /**
   * @param kind what is read, for the message of a refusal
   * @param data the encoded values
   */
  AbiReader(String kind, byte[] data) {
    this.kind = kind;
    this.data = data;
  }

  /** The data of a log whose kind and number of topics are as expected. */
  static AbiReader of(String kind, ChainLog log, Hash topic0, int topics) {
    if (log.topics().size() != topics || !log.topics().getFirst().equals(topic0)) {
      throw new InvalidValue(kind, log.toString());
    }
    return new AbiReader(kind, log.data());
  }

  /** An indexed address. */
  static EvmAddress address(ChainLog log, int topic) {
    return EvmAddress.of(log.topics().get(topic).toBigInteger());
  }

  /** The txid, which every log of ours indexes first. */
  static TxId txid(ChainLog log) {
    return new TxId(log.topics().get(1).hex());
  }

  BigInteger uint(int place) {
    return uintAt((long) place * Abi.WORD);
  }

  /** A uint that fits 31 bits. */
  int small(int place) {
    BigInteger value = uint(place);
    if (value.bitLength() > 31) {
      throw refused("a number of " + value.bitLength() + " bits");
    }
    return value.intValue();
  }

  /** A uint that fits 63 bits. */
  long number(int place) {
    BigInteger value = uint(place);
    if (value.bitLength() > 63) {
      throw refused("a number of " + value.bitLength() + " bits");
    }
    return value.longValue();
  }

  Gas gas(int place) {
    return new Gas(number(place));
  }

  Wei wei(int place) {
    return new Wei(uint(place));
  }

  boolean bool(int place) {
    int value = small(place);
    if (value > 1) {
      throw refused("a bool of " + value);
    }
    return value == 1;
  }

  EvmAddress address(int place) {
    return addressAt((long) place * Abi.WORD);
  }

  /** bytesN, left-aligned in its word. */
  byte[] fixed(int place, int length) {
    byte[] word = slice((long) place * Abi.WORD, Abi.WORD);
    return Arrays.copyOf(word, length);
  }

  byte[] bytes(int place) {
    long start = offset(place);
    return slice(start + Abi.WORD, length(start));
  }

  String string(int place) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(place))).toString();
    } catch (CharacterCodingException e) {
      throw refused("text that is not UTF-8");
    }
  }

  /** A struct with a dynamic member, whose places count from its own start. */
  AbiReader tuple(int place) {
    return new AbiReader(kind, Arrays.copyOfRange(data, (int) offset(place), data.length));
  }

  Instant time(int place) {
    return PackedTerms.deadline(number(place));
  }

  List<EvmAddress> addresses(int place) {
    long start = offset(place);
    int count = length(start);
    List<EvmAddress> addresses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      addresses.add(addressAt(start + Abi.WORD * (i + 1L)));
    }
    return addresses;
  }

  List<BigInteger> uints(int place) {
    long start = offset(place);
    int count = length(start);
    List<BigInteger> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(uintAt(start + Abi.WORD * (i + 1L)));
    }
    return numbers;
  }

  InvalidValue refused(String why) {
    return new InvalidValue(
        kind, why + " in " + Hex.encode(Arrays.copyOf(data, Math.min(data.length, 8))) + "…");
  }

  private long offset(int place) {
    return bounded(uint(place));
  }

  private int length(long start) {
    return (int) bounded(uintAt(start));
  }

  private long bounded(BigInteger value) {
    if (value.bitLength() > 31 || value.intValue() > data.length) {
      throw refused("an offset or length beyond the end");
    }
    return value.intValue();
  }

  private BigInteger uintAt(long start) {
    return new BigInteger(1, slice(start, Abi.WORD));
  }

  private EvmAddress addressAt(long start) {
    BigInteger value = uintAt(start);
    if (value.bitLength() > ADDRESS_BITS) {
      throw refused("an address of " + value.bitLength() + " bits");
    }
    return EvmAddress.of(value);
  }

  private byte[] slice(long start, int length) {
    if (start + length > data.length) {
      throw refused("only " + data.length + " bytes");
    }
    return Arrays.copyOfRange(data, (int) start, (int) start + length);
  }
}
