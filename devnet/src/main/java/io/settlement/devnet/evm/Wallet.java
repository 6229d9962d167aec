// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.evm;

import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import tools.jackson.databind.JsonNode;

/** An account on one chain: signs its transactions and waits until they are mined. */
public final class Wallet {
  private static final BigInteger TIP = BigInteger.valueOf(1_000_000_000L);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long PAUSE_MILLIS = 100;

  private final Node node;
  private final Account account;
  private final long chainId;

  /** An account on the chain behind a node. */
  public Wallet(Node node, Account account, long chainId) {
    this.node = node;
    this.account = account;
    this.chainId = chainId;
  }

  /**
   * What a transaction does.
   *
   * @param to the contract or account it calls
   * @param data its calldata, 0x and hexadecimal digits
   * @param value the native token it carries
   */
  public record Action(EvmAddress to, String data, Wei value) {

    /** With calldata as an encoder makes it. */
    public Action(EvmAddress to, byte[] data, Wei value) {
      this(to, Hex.encode(data), value);
    }
  }

  /** A transaction that was mined. */
  public record Mined(Hash hash, boolean success, long blockNumber, Wei fee, JsonNode receipt) {}

  /** Whose it is. */
  public Account account() {
    return account;
  }

  /** Sends and waits until it is mined; a revert is a failure. */
  public synchronized Mined send(Action action) {
    Hash hash = broadcast(sign(action, nonce(), estimate(action)));
    Mined mined = await(hash);
    if (!mined.success()) {
      throw new Failure("Transaction " + hash + " of " + account + " reverted.");
    }
    return mined;
  }

  /** The nonce of the next transaction, those in the pool counted. */
  public long nonce() {
    return Node.quantity(node.call("eth_getTransactionCount", account.address().hex(), "pending"))
        .longValueExact();
  }

  /** The gas an action takes, and a fifth more. */
  public long estimate(Action action) {
    long gas =
        Node.quantity(
                node.call(
                    "eth_estimateGas",
                    Map.of(
                        "from", account.address().hex(),
                        "to", action.to().hex(),
                        "data", action.data(),
                        "value", "0x" + action.value().value().toString(16))))
            .longValueExact();
    return gas + gas / 5;
  }

  /** A signed transaction as the node takes it, priced for blocks to come. */
  public String sign(Action action, long nonce, long gasLimit) {
    return sign(action, nonce, gasLimit, maxFee());
  }

  /** The same with a price the caller asked for before. */
  public String sign(Action action, long nonce, long gasLimit, BigInteger maxFee) {
    RawTransaction raw =
        RawTransaction.createTransaction(
            chainId,
            BigInteger.valueOf(nonce),
            BigInteger.valueOf(gasLimit),
            action.to().hex(),
            action.value().value(),
            action.data(),
            TIP,
            maxFee);
    byte[] digest = org.web3j.crypto.Hash.sha3(TransactionEncoder.encode(raw));
    return Hex.encode(TransactionEncoder.encode(raw, account.signature(digest)));
  }

  /** The most a unit of gas may cost: twice the present base fee and the tip. */
  public BigInteger maxFee() {
    JsonNode block = node.call("eth_getBlockByNumber", "latest", false);
    return Node.quantity(block.path("baseFeePerGas")).shiftLeft(1).add(TIP);
  }

  /** Hands a signed transaction to the node. */
  public Hash broadcast(String signed) {
    return new Hash(node.call("eth_sendRawTransaction", signed).asString());
  }

  /** The hash of a signed transaction. */
  public static Hash hashOf(String signed) {
    return Hash.of(org.web3j.crypto.Hash.sha3(Hex.decode(signed)));
  }

  /** Waits until a transaction is mined. */
  public Mined await(Hash hash) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode receipt = node.call("eth_getTransactionReceipt", hash.hex());
      if (receipt.isObject()) {
        return mined(hash, receipt);
      }
      Pause.millis(PAUSE_MILLIS);
    }
    throw new Failure("Transaction " + hash + " was not mined within " + PATIENCE + ".");
  }

  private static Mined mined(Hash hash, JsonNode receipt) {
    BigInteger gas = Node.quantity(receipt.path("gasUsed"));
    BigInteger price = Node.quantity(receipt.path("effectiveGasPrice"));
    return new Mined(
        hash,
        "0x1".equals(receipt.path("status").asString()),
        Node.quantity(receipt.path("blockNumber")).longValueExact(),
        new Wei(gas.multiply(price)),
        receipt);
  }
}
