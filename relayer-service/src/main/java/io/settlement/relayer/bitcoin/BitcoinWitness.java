// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;

/**
 * What a validator's own Bitcoin node says about what others claim. Nothing of a claim is believed:
 * it only says where to look. Every method may throw a {@link io.settlement.chain.ChainException}
 * when a node does not answer; the claim then waits.
 */
public interface BitcoinWitness {

  /** What Bitcoin is called here. */
  ChainName chain();

  /** Height of the newest block that the own node knows; claims about higher ones wait. */
  long height();

  /**
   * What message the vault's output at this place makes.
   *
   * @param ref transaction and output number, and the block both are claimed to be in
   * @param txid which of the messages that can be told of it; the first when it names none of them
   */
  Testimony deposit(LogRef ref, TxId txid);

  /**
   * Whether a withdrawal has ended so: paid by the output at this place, or never to be paid. Who
   * holds a key of the vault signs no payment of it once a failure is confirmed here.
   *
   * @param withdrawal as this validator found it on its own node of the source
   * @param ref of the paying output; of a failure, the transaction that spent the coins of what had
   *     been signed, its hashes zero when there is none
   */
  Testimony outcome(CrossChainMessage withdrawal, Outcome outcome, LogRef ref);

  /**
   * Whether a transaction has spent its coins for something else than a withdrawal, for good.
   *
   * @param withdrawal as this validator found it on its own node of the source
   * @param height of the block it is claimed to be in
   */
  Spending elsewhere(CrossChainMessage withdrawal, Hash transaction, long height);

  /** What a transaction comes to for a withdrawal that it does not pay. */
  sealed interface Spending {

    /** It pays the withdrawal nothing and is as deep as its amount asks. */
    record Deep(PaymentPromise.Elsewhere what) implements Spending {}

    /** Nothing of the kind can be said of it. */
    record Not(Testimony why) implements Spending {}
  }

  /** What the own node says. */
  sealed interface Testimony {

    /**
     * It is so, and as deep as its amount asks.
     *
     * @param message the deposit as the own node makes it, or the withdrawal that was asked about
     */
    record Confirmed(CrossChainMessage message) implements Testimony {}

    /** It is so, in a block that is not deep enough yet, or it is too early to say. */
    record NotYet() implements Testimony {}

    /** Nothing of the kind is there; a block may have been replaced. */
    record Absent() implements Testimony {}

    /**
     * Something else is there.
     *
     * @param why for the log
     */
    record Contradicted(String why) implements Testimony {}
  }
}
