// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/** A key with a little money on the chain: signs the transactions some checks need. */
public final class Purse {
  private final Credentials key;

  /** Held by whoever sends: an account's transactions have an order. */
  private final ReentrantLock turn = new ReentrantLock(true);

  /** Contracts that were made with it, by their code. */
  private final Map<String, String> made = new ConcurrentHashMap<>();

  private Purse(Credentials key) {
    this.key = key;
  }

  /**
   * The purse of a key.
   *
   * @param hexKey 32 bytes in hex
   * @throws IllegalArgumentException when it is no key; the message does not show it
   */
  public static Purse of(String hexKey) {
    if (!hexKey.strip().matches("(0x)?[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException("a purse's key is 32 bytes in hex");
    }
    return new Purse(Credentials.create(hexKey.strip()));
  }

  /** Held by whoever sends with it. */
  public ReentrantLock turn() {
    return turn;
  }

  /** Contracts that were made with it, their addresses by their code: to be made once only. */
  public Map<String, String> made() {
    return made;
  }

  /** Its address in lower case. */
  public String address() {
    return key.getAddress();
  }

  /**
   * A transaction as it is sent.
   *
   * @param raw its bytes in hex
   * @param hash the hash a node must answer with
   */
  public record Signed(String raw, String hash) {}

  /** Signs a transaction of the first kind, with a gas price. */
  public Signed signLegacy(long chainId, long nonce, Payment payment, BigInteger gasPrice) {
    return signed(
        TransactionEncoder.signMessage(
            RawTransaction.createTransaction(
                BigInteger.valueOf(nonce),
                gasPrice,
                BigInteger.valueOf(payment.gas()),
                payment.to(),
                payment.value(),
                payment.data()),
            chainId,
            key));
  }

  /** Signs a transaction of EIP-1559. */
  public Signed sign(
      long chainId, long nonce, Payment payment, BigInteger priority, BigInteger most) {
    return signed(
        TransactionEncoder.signMessage(
            RawTransaction.createTransaction(
                chainId,
                BigInteger.valueOf(nonce),
                BigInteger.valueOf(payment.gas()),
                payment.to(),
                payment.value(),
                payment.data(),
                priority,
                most),
            key));
  }

  /**
   * What a transaction does.
   *
   * @param to a contract or an account in hex; empty for a creation
   * @param value wei
   * @param data in hex
   * @param gas its limit
   */
  public record Payment(String to, BigInteger value, String data, long gas) {}

  private static Signed signed(byte[] raw) {
    return new Signed(Numeric.toHexString(raw), Numeric.toHexString(Hash.sha3(raw)));
  }
}
