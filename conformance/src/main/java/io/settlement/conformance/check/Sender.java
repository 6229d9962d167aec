// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Node;
import io.settlement.conformance.Purse;
import io.settlement.conformance.Purse.Payment;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Unanswered;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/** Sends the few transactions that checks need, and waits for them. */
final class Sender {
  /** Enough for a transfer or a log on any chain, also where the limit pays for another layer. */
  static final long GAS = 300_000;

  private static final Duration BLOCKS_UNDECLARED = Duration.ofSeconds(12);
  private static final int BLOCKS = 5;

  private final Node node;
  private final Purse purse;
  private final long chainId;
  private final Duration patience;

  private Sender(Node node, Purse purse, long chainId, Duration patience) {
    this.node = node;
    this.purse = purse;
    this.chainId = chainId;
    this.patience = patience;
  }

  static Sender of(Subject subject, Purse purse) {
    Node node = subject.node();
    return new Sender(node, purse, Quantity.of(node.ask("eth_chainId")), patience(subject));
  }

  /** How long something may take that happens within a few blocks. */
  static Duration patience(Subject subject) {
    Duration blocks =
        subject.declaration().chain().blockTime().orElse(BLOCKS_UNDECLARED).multipliedBy(BLOCKS);
    return blocks.compareTo(Duration.ofSeconds(5)) < 0 ? Duration.ofSeconds(5) : blocks;
  }

  /**
   * A transaction that was signed.
   *
   * @param raw as it is sent
   * @param hash as it is known
   * @param nonce its place
   * @param payment what it does
   */
  record Sent(String raw, String hash, long nonce, Payment payment) {}

  String address() {
    return purse.address();
  }

  /** Transactions of the purse, as of a tag. */
  long count(String tag) {
    return count(node, tag);
  }

  long count(Node at, String tag) {
    return Quantity.of(at.ask("eth_getTransactionCount", purse.address(), tag));
  }

  /**
   * What a transaction pays for gas.
   *
   * @param base wei a block demands now; zero where blocks demand none
   * @param tip what is asked for on top
   */
  private record Fees(BigInteger base, BigInteger tip) {
    /** A little more, for the next block may demand that. */
    BigInteger price() {
      return base.add(tip).add(base.shiftRight(2));
    }

    BigInteger most() {
      return base.shiftLeft(1).add(tip);
    }
  }

  /** As the node asks for: more would raise what it asks for next. */
  private Fees fees() {
    BigInteger asked = Quantity.big(node.ask("eth_gasPrice"));
    JsonNode demanded = new Ledger(node).known("latest").path("baseFeePerGas");
    BigInteger base = demanded.isString() ? Quantity.big(demanded) : BigInteger.ZERO;
    return new Fees(base, asked.subtract(base).max(BigInteger.ZERO));
  }

  /** Some wei to an account nobody has. */
  static Payment transfer() {
    return new Payment(nobody(), BigInteger.valueOf(1000), "0x", GAS);
  }

  /** A creation whose code only emits. */
  static Payment emission(String... topics) {
    return new Payment("", BigInteger.ZERO, Emission.of(topics), GAS);
  }

  /** An account nobody has. */
  static String nobody() {
    byte[] address = new byte[20];
    ThreadLocalRandom.current().nextBytes(address);
    return Numeric.toHexString(address);
  }

  /** Signs with a nonce of one's own, as every chain knows it. */
  Sent signLegacy(long nonce, Payment payment) {
    Purse.Signed signed = purse.signLegacy(chainId, nonce, payment, fees().price());
    return new Sent(signed.raw(), signed.hash(), nonce, payment);
  }

  /** Signs with a nonce of one's own as EIP-1559 says. */
  Sent sign1559(long nonce, Payment payment) {
    Fees fees = fees();
    Purse.Signed signed = purse.sign(chainId, nonce, payment, fees.tip(), fees.most());
    return new Sent(signed.raw(), signed.hash(), nonce, payment);
  }

  /** The first where blocks demand nothing, the second elsewhere. */
  Sent sign(long nonce, Payment payment) {
    return fees().base().signum() > 0 ? sign1559(nonce, payment) : signLegacy(nonce, payment);
  }

  /** Sends it and says what the node says. */
  Answer tell(Sent sent) {
    return node.call("eth_sendRawTransaction", sent.raw());
  }

  /**
   * Signs and sends; whatever hash the node answers with, ours is right.
   *
   * @throws Unanswered when it is refused
   */
  Sent send(Payment payment) {
    Sent sent = sign(count("pending"), payment);
    if (tell(sent) instanceof Answer.Refused refused) {
      throw new Unanswered(
          Unanswered.Cause.REFUSED,
          "a transaction was %s; the purse has %s wei, gas costs %s"
              .formatted(
                  refused,
                  Quantity.big(node.ask("eth_getBalance", purse.address(), "latest")),
                  fees().most()));
    }
    return sent;
  }

  /**
   * What was said of a transaction until it was included.
   *
   * @param before answers while it was pending
   * @param receipt its receipt
   */
  record Inclusion(List<Answer> before, JsonNode receipt) {
    String block() {
      return receipt.path("blockNumber").asString("");
    }
  }

  /**
   * Waits for its receipt; tells the node again when that takes long, for it may have lost it.
   *
   * @throws Unanswered when it is not included for several blocks' time
   */
  Inclusion included(Sent sent) throws InterruptedException {
    List<Answer> before = new ArrayList<>();
    long end = System.nanoTime() + patience.toNanos();
    boolean again = true;
    for (long pause = 20; System.nanoTime() < end; pause = Math.min(2 * pause, 500)) {
      Answer answer = node.call("eth_getTransactionReceipt", sent.hash());
      if (answer instanceof Answer.Result result && result.value().isObject()) {
        return new Inclusion(before, result.value());
      }
      before.add(answer);
      if (again && end - System.nanoTime() < patience.toNanos() / 2) {
        again = false;
        tell(sent);
      }
      Thread.sleep(pause);
    }
    throw new Unanswered(
        Unanswered.Cause.TIMEOUT, "a transaction has no receipt after " + patience);
  }

  /** Emits one log and waits for it. */
  Inclusion emit(String... topics) throws InterruptedException {
    return included(send(emission(topics)));
  }
}
