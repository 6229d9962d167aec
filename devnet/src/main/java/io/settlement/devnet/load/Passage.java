// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.events.MessageEvent;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When one message got where, by the times its facts carry. The first fact of a kind counts. */
final class Passage {
  private final CrossChainMessage message;
  private final Instant finalAt;
  private final Hash transaction;
  private volatile @Nullable Instant deliveredAt;
  private volatile @Nullable Instant settledAt;
  private volatile long deliveredIn;
  private volatile String deliveredOn = "";
  private volatile boolean refunded;

  Passage(MessageEvent.MessageFinal fact) {
    this.message = fact.message();
    this.finalAt = fact.at();
    this.transaction = fact.ref().txHash();
  }

  Passage note(MessageEvent.MessageDelivered fact) {
    if (deliveredAt == null) {
      deliveredIn = fact.ref().blockNumber();
      deliveredOn = fact.ref().chain().value();
      deliveredAt = fact.at();
    }
    return this;
  }

  Passage note(MessageEvent.MessageSettled fact) {
    if (settledAt == null) {
      settledAt = fact.at();
    }
    return this;
  }

  Passage noteRefund() {
    refunded = true;
    return this;
  }

  /** The transaction that sent it. */
  Hash transaction() {
    return transaction;
  }

  CrossChainMessage message() {
    return message;
  }

  Instant finalAt() {
    return finalAt;
  }

  /** When the delivery was final; null before. */
  @Nullable Instant deliveredAt() {
    return deliveredAt;
  }

  /** The destination block that holds the delivery. */
  long deliveredIn() {
    return deliveredIn;
  }

  /** The destination; empty before. */
  String deliveredOn() {
    return deliveredOn;
  }

  /** When the outcome was home, finally; null before. */
  @Nullable Instant settledAt() {
    return settledAt;
  }

  boolean isDelivered() {
    return deliveredAt != null;
  }

  boolean isSettled() {
    return settledAt != null;
  }

  boolean isRefunded() {
    return refunded;
  }

  /** Whether nothing more is to come. */
  boolean isOver() {
    return isSettled() && refunded;
  }
}
