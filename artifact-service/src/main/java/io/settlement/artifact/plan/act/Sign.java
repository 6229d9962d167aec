// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.act;

import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a step began: who did what where, and how much of it. Steps wait for one, facts
 * carry one, and equal texts meet.
 */
public record Sign(String text) {
  private static final String ANY = "*";

  /**
   * A contract around an artifact logged it.
   *
   * @param amount null for any
   */
  public static Sign logged(
      StepKind kind,
      ChainName chain,
      EvmAddress contract,
      EvmAddress account,
      @Nullable BigInteger amount) {
    return of(kind, chain + ":" + contract, account, Objects.toString(amount, ANY));
  }

  /** A message with tokens for an account on another chain. */
  public static Sign transferred(
      HandlerId from, HandlerId to, EvmAddress sender, EvmAddress receiver, BigInteger amount) {
    return of(StepKind.TRANSFER, from + ">" + to, sender, receiver + "|" + amount);
  }

  /** A message that asks a vault to pay an address. */
  public static Sign withdrawn(
      HandlerId handler, EvmAddress account, String btcAddress, BigInteger amount) {
    return of(StepKind.WITHDRAW, handler.toString(), account, btcAddress + "|" + amount);
  }

  private static Sign of(StepKind kind, String where, EvmAddress account, String rest) {
    return new Sign(kind + "|" + where + "|" + account + "|" + rest);
  }

  @Override
  public String toString() {
    return text;
  }
}
