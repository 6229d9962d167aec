// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.InvalidValue;
import java.time.Instant;
import java.util.List;

/** The signature verifier: who may sign, how many must, and who will or did. */
public final class VerifierAbi {
  private static final byte[] VALIDATORS = Abi.selector("validators()");
  private static final byte[] REQUIRED = Abi.selector("required_validators()");
  private static final byte[] EPOCH = Abi.selector("epoch()");
  private static final byte[] SCHEDULED = Abi.selector("scheduled()");
  private static final byte[] PREVIOUS = Abi.selector("previous()");
  private static final byte[] SCHEDULE =
      Abi.selector("schedule_validators(address[],uint16,uint48)");
  private static final byte[] ACTIVATE = Abi.selector("activate_scheduled()");

  private VerifierAbi() {}

  /**
   * A set that is not the current one.
   *
   * @param validators ascending; empty when there is no such set
   * @param required how many distinct signatures make a quorum
   * @param at when it takes over, or until when it still counts
   */
  public record OtherSet(List<EvmAddress> validators, int required, Instant at) {
    /** Keeps its own list. */
    public OtherSet {
      validators = List.copyOf(validators);
    }

    /** Whether there is one. */
    public boolean exists() {
      return !validators.isEmpty();
    }
  }

  /** Calldata that asks for the validators; read the answer with {@link #validators(byte[])}. */
  public static byte[] validators() {
    return VALIDATORS.clone();
  }

  /** The validators. */
  public static List<EvmAddress> validators(byte[] answer) {
    return new AbiReader("validators", answer).addresses(0);
  }

  /** Calldata that asks for the quorum; read the answer with {@link #required(byte[])}. */
  public static byte[] required() {
    return REQUIRED.clone();
  }

  /** How many distinct signatures make a quorum. */
  public static int required(byte[] answer) {
    return new AbiReader("required validators", answer).small(0);
  }

  /** Calldata that asks for the epoch; read the answer with {@link #epoch(byte[])}. */
  public static byte[] epoch() {
    return EPOCH.clone();
  }

  /** The number of the current set; the first is 1. */
  public static int epoch(byte[] answer) {
    return new AbiReader("validator epoch", answer).small(0);
  }

  /** Calldata that asks for the next set; read the answer with {@link #otherSet}. */
  public static byte[] scheduled() {
    return SCHEDULED.clone();
  }

  /** Calldata that asks for the set before this one; read the answer with {@link #otherSet}. */
  public static byte[] previous() {
    return PREVIOUS.clone();
  }

  /** The next set or the one before. */
  public static OtherSet otherSet(byte[] answer) {
    AbiReader data = new AbiReader("validator set", answer);
    return new OtherSet(data.addresses(0), data.small(1), data.time(2));
  }

  /**
   * Calldata that announces the next set.
   *
   * @param ascending the validators, lowest first
   * @throws InvalidValue when the quorum is none of these validators'
   */
  public static byte[] schedule(List<EvmAddress> ascending, int required, Instant activatesAt) {
    if (required < 1 || required > ascending.size()) {
      throw new InvalidValue("quorum", required + " of " + ascending.size());
    }
    return Abi.call(
        SCHEDULE,
        Abi.array(ascending.stream().map(Abi::address).toList()),
        Abi.uint(required),
        Abi.uint(activatesAt.getEpochSecond()));
  }

  /** Calldata by which anybody lets the announced set take over once it is due. */
  public static byte[] activate() {
    return ACTIVATE.clone();
  }
}
