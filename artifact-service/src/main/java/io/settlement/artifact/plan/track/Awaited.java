// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.track;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What a step that began waits for; one step at most waits for each.
 *
 * @param text starts with a word for what it is
 */
public record Awaited(String text) {
  private static final String MESSAGE = "message:";
  private static final String OUTPUT = "output:";
  private static final String TICKET = "ticket:";

  /** How a message ends. */
  static Awaited message(TxId txid) {
    return new Awaited(MESSAGE + txid);
  }

  /** That an output on Bitcoin is credited. */
  static Awaited output(Hash outpoint) {
    return new Awaited(OUTPUT + outpoint);
  }

  /** That a ticket of a basket is paid. */
  static Awaited ticket(ChainName chain, EvmAddress basket, BigInteger ticket) {
    return new Awaited(TICKET + chain + ":" + basket + "/" + ticket);
  }

  boolean isMessage() {
    return text.startsWith(MESSAGE);
  }

  boolean isOutput() {
    return text.startsWith(OUTPUT);
  }

  /** The number of the ticket; empty when it is none. */
  public Optional<BigInteger> ticket() {
    return text.startsWith(TICKET)
        ? Optional.of(new BigInteger(text.substring(text.lastIndexOf('/') + 1)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
