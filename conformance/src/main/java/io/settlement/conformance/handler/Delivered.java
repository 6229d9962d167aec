// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import java.math.BigInteger;
import java.util.List;

/**
 * What became of a message.
 *
 * @param outcome as the settlement contract logged it
 * @param effect what else is different now
 * @param call how the handler answered
 */
record Delivered(Outcome outcome, Effect effect, Answered call) {

  /** As the settlement contract logs it. */
  enum Outcome {
    SUCCESS,
    FAILED,
    /** Passed over within a batch, or nothing was logged at all. */
    NOT_TAKEN
  }

  /**
   * What can be seen of a message beside its outcome.
   *
   * @param paid by how much the receiver has more
   * @param made by how much there are more tokens
   * @param held by how much the handler has more
   * @param logs of everybody but the settlement contract, address and first topic
   */
  record Effect(BigInteger paid, BigInteger made, BigInteger held, List<String> logs) {
    /** Keeps its own copy. */
    Effect {
      logs = List.copyOf(logs);
    }

    boolean movesTokens() {
      return paid.signum() != 0 || made.signum() != 0 || held.signum() != 0;
    }

    boolean isVisible() {
      return movesTokens() || !logs.isEmpty();
    }

    String words() {
      return "%s paid, %s more tokens, %s more held, %d logs"
          .formatted(paid, made, held, logs.size());
    }
  }

  /**
   * The handler's own part.
   *
   * @param reached whether it was called
   * @param gas that it used
   * @param bytes of its answer
   * @param words how it ended
   */
  record Answered(boolean reached, long gas, int bytes, String words) {}

  boolean isSuccess() {
    return outcome == Outcome.SUCCESS;
  }
}
