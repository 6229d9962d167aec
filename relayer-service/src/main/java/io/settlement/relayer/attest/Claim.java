// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.contract.SettlementAbi.HandleResult;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.EventCodec;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.AttestationWanted;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageExpired;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;

/** What a fact claims about a chain. Nothing of it is believed; it only says where to look. */
sealed interface Claim {
  /** No account. */
  EvmAddress NOBODY = new EvmAddress("0x" + "00".repeat(20));

  /** Same claim, same id, whoever tells it and whenever; its hash is the claim's, to be cheap. */
  String id();

  /** The message. */
  TxId txid();

  /** What a signature would attest. */
  Kind kind();

  /** Where to look. */
  LogRef ref();

  /** The fact that claims it. */
  MessageEvent fact();

  /** How often it was in doubt. */
  int attempts();

  /** The source sent a message. */
  record Sent(String id, MessageFinal fact, int attempts) implements Claim {
    @Override
    public TxId txid() {
      return fact.txid();
    }

    @Override
    public Kind kind() {
      return Kind.RECEIVE;
    }

    @Override
    public LogRef ref() {
      return fact.ref();
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /** The destination did not receive a message in time. */
  record Overdue(String id, MessageExpired fact, int attempts) implements Claim {
    @Override
    public TxId txid() {
      return fact.txid();
    }

    @Override
    public Kind kind() {
      return Kind.EXPIRE;
    }

    /** Where the source logged it. */
    @Override
    public LogRef ref() {
      return fact.ref();
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /** The destination's handler is done with a message. */
  record Handled(String id, MessageDelivered fact, int attempts) implements Claim {
    @Override
    public TxId txid() {
      return fact.txid();
    }

    @Override
    public Kind kind() {
      return Kind.CALLBACK;
    }

    @Override
    public LogRef ref() {
      return fact.ref();
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /** The courier lacks signatures for a message: it is looked at again and signed by itself. */
  record Asked(String id, AttestationWanted fact, int attempts) implements Claim {
    @Override
    public TxId txid() {
      return fact.txid();
    }

    @Override
    public Kind kind() {
      return fact.kind();
    }

    @Override
    public LogRef ref() {
      return fact.ref();
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /** Whether it is signed together with what else its block holds for the same receiver. */
  default boolean isBundled() {
    return this instanceof Sent || this instanceof Handled;
  }

  /** What the own node shows and nobody has told yet: a message of a block. */
  static Claim seen(CrossChainMessage message, LogRef ref) {
    MessageFinal fact = new MessageFinal(message.txid(), message, ref, Instant.EPOCH);
    return new Sent(idOf(timeless(fact)), fact, 0);
  }

  /** What the own node shows and nobody has told yet: an outcome in a block. */
  static Claim seen(HandleResult result, LogRef ref) {
    MessageDelivered fact =
        new MessageDelivered(result.txid(), result.outcome(), ref, freeOf(ref), Instant.EPOCH);
    return new Handled(idOf(timeless(fact)), fact, 0);
  }

  /** What there is to attest about a fact; empty for most facts. */
  static Optional<Claim> of(MessageEvent fact) {
    return of(fact, 0);
  }

  /** A stored claim. */
  static Optional<Claim> of(MessageEvent fact, int attempts) {
    if (fact instanceof MessageFinal sent) {
      return Optional.of(new Sent(idOf(timeless(sent)), sent, attempts));
    }
    if (fact instanceof MessageExpired overdue) {
      return Optional.of(new Overdue(idOf(timeless(overdue)), overdue, attempts));
    }
    if (fact instanceof MessageDelivered handled) {
      return Optional.of(new Handled(idOf(timeless(handled)), handled, attempts));
    }
    if (fact instanceof AttestationWanted asked) {
      // Asked again it is another claim: perhaps the first answer was lost.
      return Optional.of(new Asked(idOf(asked), asked, attempts));
    }
    return Optional.empty();
  }

  private static MessageEvent timeless(MessageFinal fact) {
    return new MessageFinal(fact.txid(), fact.message(), timeless(fact.ref()), Instant.EPOCH);
  }

  private static MessageEvent timeless(MessageExpired fact) {
    return new MessageExpired(fact.txid(), fact.message(), timeless(fact.ref()), Instant.EPOCH);
  }

  private static MessageEvent timeless(MessageDelivered fact) {
    return new MessageDelivered(
        fact.txid(), fact.outcome(), timeless(fact.ref()), freeOf(fact.ref()), Instant.EPOCH);
  }

  /** A log says nothing about time. */
  private static LogRef timeless(LogRef ref) {
    return new LogRef(
        ref.chain(),
        ref.blockNumber(),
        ref.blockHash(),
        Instant.EPOCH,
        ref.txHash(),
        ref.logIndex());
  }

  /** A log says nothing about what it cost, and nothing of that is attested. */
  private static ExecutionCost freeOf(LogRef ref) {
    return new ExecutionCost(ref.chain(), ref.txHash(), NOBODY, new Gas(0), Wei.ZERO, Wei.ZERO);
  }

  private static String idOf(MessageEvent fact) {
    try {
      return Hash.of(MessageDigest.getInstance("SHA-256").digest(EventCodec.encode(fact))).hex();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
