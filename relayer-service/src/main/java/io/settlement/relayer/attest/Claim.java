// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.EventCodec;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageExpired;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;

/** What a fact claims about a chain. Nothing of it is believed; it only says where to look. */
sealed interface Claim {

  /** Same claim, same id, whoever tells it and whenever. */
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
    return Optional.empty();
  }

  private static MessageEvent timeless(MessageFinal fact) {
    return new MessageFinal(fact.txid(), fact.message(), fact.ref(), Instant.EPOCH);
  }

  private static MessageEvent timeless(MessageExpired fact) {
    return new MessageExpired(fact.txid(), fact.message(), fact.ref(), Instant.EPOCH);
  }

  private static MessageEvent timeless(MessageDelivered fact) {
    return new MessageDelivered(
        fact.txid(), fact.outcome(), fact.ref(), fact.cost(), Instant.EPOCH);
  }

  private static String idOf(MessageEvent fact) {
    try {
      return Hash.of(MessageDigest.getInstance("SHA-256").digest(EventCodec.encode(fact))).hex();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
