// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.ChainException;

/** Tries what a message waits for on a node, alone and as its lane would, without sending it. */
public final class Trial {
  /** What a node says to work that would be done. */
  public static final String WORKS = "WORKS";

  /** What is said when there was nobody to ask. */
  private static final String NOT_TRIED = "NOT_TRIED";

  private final Lanes lanes;
  private final Rehearsal rehearsal;

  Trial(Lanes lanes, Rehearsal rehearsal) {
    this.lanes = lanes;
    this.rehearsal = rehearsal;
  }

  /** WORKS, NOT_TRIED, or REVERTED with why it would fail or change nothing. */
  public String of(Work work) {
    return lanes
        .of(work.chain(), work.txid())
        .flatMap(lanes::lane)
        .map(lane -> said(lane, work))
        .orElse(NOT_TRIED);
  }

  private String said(Lane lane, Work work) {
    try {
      return rehearsal.refusal(lane, work).map(Trial::words).orElse(WORKS);
    } catch (ChainException e) {
      return NOT_TRIED + ": " + e.getMessage();
    }
  }

  private static String words(Rehearsal.Refusal refusal) {
    String detail = refusal.detail();
    return "REVERTED: " + (detail == null ? refusal.reason() : detail);
  }
}
