// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.chain.contract.Certificate;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.chain.contract.SettlementCalls;
import io.settlement.chain.contract.SettlementCalls.SignedMessage;
import io.settlement.chain.contract.Signatures;
import io.settlement.devnet.evm.Account;
import io.settlement.devnet.evm.Node;
import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.world.AnvilNode;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * What the destination chain alone can take: the suite's own batch receive calls, signed by the
 * same validators, pushed straight at a copy of the destination with nobody else at work. The copy
 * has the destination's state, so every call does what it does there: verify, store, mint, log.
 */
final class Ceiling {
  private static final int PER_TRANSACTION = 20;
  private static final int SENDERS = 8;
  private static final long GAS = 12_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final BigInteger RICH = BigInteger.TEN.pow(22);

  private final Chain destination;
  private final AnvilNode copy;
  private final List<Account> validators;
  private final Random random = new Random();
  private final AtomicLong sequence = new AtomicLong(1L << 40);

  /**
   * @param copy a node with the destination's chain id and state
   * @param validators as many as make a quorum
   */
  Ceiling(Chain destination, AnvilNode copy, List<Account> validators) {
    this.destination = destination;
    this.copy = copy;
    this.validators = validators;
  }

  /** Received messages a second, of so many like this one. */
  double measure(CrossChainMessage like, int count) {
    List<List<String>> queues = sign(like, count / PER_TRANSACTION);
    int calls = queues.stream().mapToInt(List::size).sum();
    long before = copy.node().height();
    Instant begin = Battery.fire(copy.node(), queues);
    Instant end = awaitMined(queues);
    int received = received(before);
    if (received != calls * PER_TRANSACTION) {
      throw new Failure(
          "The ceiling run received %d of %d messages."
              .formatted(received, calls * PER_TRANSACTION));
    }
    return received / (Duration.between(begin, end).toNanos() / 1e9);
  }

  private List<List<String>> sign(CrossChainMessage like, int calls) {
    BigInteger maxFee =
        new Wallet(copy.node(), validators.get(0), copy.chainId()).maxFee().shiftLeft(2);
    List<List<String>> queues = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      Account sender = Account.random();
      copy.node().call("anvil_setBalance", sender.address().hex(), "0x" + RICH.toString(16));
      Wallet wallet = new Wallet(copy.node(), sender, copy.chainId());
      List<String> queue = new ArrayList<>();
      for (int n = 0; n * SENDERS + i < calls; n++) {
        queue.add(wallet.sign(receiveCall(like), n, GAS, maxFee));
      }
      queues.add(queue);
    }
    return queues;
  }

  private Wallet.Action receiveCall(CrossChainMessage like) {
    List<SignedMessage> batch = new ArrayList<>();
    for (int i = 0; i < PER_TRANSACTION; i++) {
      batch.add(signed(another(like)));
    }
    return new Wallet.Action(
        destination.contracts().settlement(), SettlementCalls.receiveBatch(batch), Wei.ZERO);
  }

  /**
   * Only the signatures make a txid and a sequence real, so the same transfer can be told again
   * under others.
   */
  private CrossChainMessage another(CrossChainMessage like) {
    byte[] id = new byte[32];
    random.nextBytes(id);
    return new CrossChainMessage(
        TxId.of(id),
        like.from(),
        like.to(),
        like.sender(),
        like.nonce(),
        like.payloadType(),
        like.payload(),
        like.transfer(),
        new Terms(sequence.incrementAndGet(), like.terms().handlerGas(), like.terms().deadline()));
  }

  private SignedMessage signed(CrossChainMessage message) {
    Hash digest = Digests.receive(message, copy.chainId(), destination.contracts().settlement());
    Map<EvmAddress, byte[]> signatures = new HashMap<>();
    validators.forEach(one -> signatures.put(one.address(), one.sign(digest)));
    return new SignedMessage(message, Certificate.ofSignatures(Signatures.bundle(signatures)));
  }

  /** Until the last transaction of every queue has a receipt. */
  private Instant awaitMined(List<List<String>> queues) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<Node.Call> questions =
        queues.stream()
            .filter(queue -> !queue.isEmpty())
            .map(queue -> Wallet.hashOf(queue.get(queue.size() - 1)))
            .map(hash -> new Node.Call("eth_getTransactionReceipt", List.of(hash.hex())))
            .toList();
    while (System.nanoTime() < deadline) {
      if (copy.node().batch(questions).stream().allMatch(JsonNode::isObject)) {
        return Instant.now();
      }
      Pause.millis(20);
    }
    throw new Failure("The ceiling run was not mined within " + PATIENCE.toSeconds() + " s.");
  }

  private int received(long before) {
    return copy.node()
        .call(
            "eth_getLogs",
            Map.of(
                "fromBlock",
                "0x" + Long.toHexString(before + 1),
                "toBlock",
                "latest",
                "address",
                destination.contracts().settlement().hex(),
                "topics",
                List.of(SettlementAbi.HANDLE_RESULT.hex())))
        .size();
  }
}
