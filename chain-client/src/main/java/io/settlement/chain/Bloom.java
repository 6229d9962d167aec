// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.InvalidValue;
import java.util.Arrays;
import java.util.Collection;
import org.bouncycastle.jcajce.provider.digest.Keccak;

/**
 * The filter in a block's header of what its logs name: 2048 bits, three for each emitter and each
 * topic. It never denies what is there; it may hold what is not.
 */
public final class Bloom {
  private static final int BYTES = 256;
  private static final int PARTS = 3;

  private final byte[] bits;

  private Bloom(byte[] bits) {
    this.bits = bits;
  }

  /**
   * From 256 bytes.
   *
   * @throws InvalidValue when there are fewer or more
   */
  public static Bloom of(byte[] bits) {
    if (bits.length != BYTES) {
      throw new InvalidValue("logsBloom", bits.length + " bytes");
    }
    return new Bloom(bits.clone());
  }

  /** Whether the block may have a log of one of these emitters and one of these kinds. */
  public boolean mayHold(Collection<EvmAddress> emitters, Collection<Hash> topic0s) {
    return emitters.stream().anyMatch(this::mayHold) && topic0s.stream().anyMatch(this::mayHold);
  }

  /** Whether it denies a log that a node says is in the block. */
  public boolean denies(ChainLog log) {
    return !mayHold(log.address()) || !log.topics().stream().allMatch(this::mayHold);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bloom that && Arrays.equals(bits, that.bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits);
  }

  private boolean mayHold(EvmAddress emitter) {
    return holds(emitter.bytes());
  }

  private boolean mayHold(Hash topic) {
    return holds(topic.bytes());
  }

  private boolean holds(byte[] named) {
    byte[] hash = new Keccak.Digest256().digest(named);
    for (int part = 0; part < PARTS; part++) {
      int bit = ((hash[2 * part] & 0x07) << 8) | (hash[2 * part + 1] & 0xff);
      if ((bits[BYTES - 1 - bit / 8] & (1 << (bit % 8))) == 0) {
        return false;
      }
    }
    return true;
  }
}
