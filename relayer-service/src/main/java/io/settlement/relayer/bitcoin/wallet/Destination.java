// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import fr.acinq.bitcoin.ByteVector;
import fr.acinq.bitcoin.Script;
import fr.acinq.bitcoin.ScriptElt;
import io.settlement.chain.bitcoin.BitcoinAddresses;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.events.value.Hex;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is paid: an address of the vault's network, of a type nodes relay payments to.
 *
 * @param address as it was given
 * @param output the script it stands for
 */
public record Destination(String address, ByteVector output, Type type) {
  private static final int OUTPUT_OVERHEAD = 9;
  private static final int WEIGHT_OF_BYTE = 4;

  /** Kinds of address, and the least that nodes relay a payment of to each. */
  public enum Type {
    /** To the hash of a key. */
    P2PKH(546),
    /** To the hash of a script. */
    P2SH(540),
    /** To the hash of a key, in the witness. */
    P2WPKH(294),
    /** To the hash of a script, in the witness. */
    P2WSH(330),
    /** To a Taproot key. */
    P2TR(330);

    private final long dust;

    Type(long dust) {
      this.dust = dust;
    }

    /** Least satoshi of an output; below that nodes do not relay it. */
    public long dust() {
      return dust;
    }
  }

  /** Why an address cannot be paid. */
  public enum Fault {
    /** It is no address. */
    MALFORMED,
    /** It is one of another network. */
    WRONG_NETWORK,
    /** It is none of the types that are paid. */
    UNSUPPORTED_TYPE
  }

  /** An address that cannot be paid. */
  public static final class Unpayable extends Exception {
    private static final long serialVersionUID = 1L;
    private final Fault fault;

    Unpayable(Fault fault) {
      super(fault.name());
      this.fault = fault;
    }

    /** What is wrong with it. */
    public Fault fault() {
      return fault;
    }
  }

  /**
   * Reads an address.
   *
   * @throws Unpayable when it is none, of another network or of a type that is not paid
   */
  public static Destination parse(BitcoinNetwork network, String address) throws Unpayable {
    List<ScriptElt> script = script(network, address);
    if (script == null) {
      throw new Unpayable(elsewhere(address) ? Fault.WRONG_NETWORK : Fault.MALFORMED);
    }
    Type type = type(script).orElseThrow(() -> new Unpayable(Fault.UNSUPPORTED_TYPE));
    return new Destination(address, new ByteVector(Script.write(script)), type);
  }

  private static boolean elsewhere(String address) {
    return List.of(BitcoinNetwork.MAIN, BitcoinNetwork.TESTNET4, BitcoinNetwork.REGTEST).stream()
        .anyMatch(other -> script(other, address) != null);
  }

  private static @Nullable List<ScriptElt> script(BitcoinNetwork network, String address) {
    return BitcoinAddresses.scriptOf(network, address)
        .map(Hex::decode)
        .map(Script::parse)
        .orElse(null);
  }

  private static Optional<Type> type(List<ScriptElt> script) {
    if (Script.isPay2pkh(script)) {
      return Optional.of(Type.P2PKH);
    }
    if (Script.isPay2sh(script)) {
      return Optional.of(Type.P2SH);
    }
    if (Script.isPay2wpkh(script)) {
      return Optional.of(Type.P2WPKH);
    }
    if (Script.isPay2wsh(script)) {
      return Optional.of(Type.P2WSH);
    }
    return Script.isPay2tr(script) ? Optional.of(Type.P2TR) : Optional.empty();
  }

  /** Weight units of an output that pays it. */
  public long weight() {
    return (long) WEIGHT_OF_BYTE * (OUTPUT_OVERHEAD + output.size());
  }
}
