// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of guardians' orders. Topic {@link Topics#PAUSES}, key artifact, writer the relayer's
 * courier.
 */
public sealed interface PauseEvent extends SuiteEvent {

  /** The artifact. */
  String artifact();

  @Override
  default String key() {
    return artifact();
  }

  @Override
  default Topic<PauseEvent> topic() {
    return Topics.PAUSE_EVENTS;
  }

  /** How far an order has come. */
  enum Progress {
    /** No lane of the courier may pause this artifact there: people have to. */
    NO_GUARDIAN,
    /** A guardian's transaction is signed. */
    SENT,
    /** Minting is paused there, by this order or before it. */
    PAUSED
  }

  /**
   * An order to pause an artifact's minting went a step further.
   *
   * @param contract the artifact on that chain
   * @param order its number among the artifact's imbalances
   * @param guardian whose transaction it is; null when there is none
   * @param txHash the transaction; null when there is none, or when it was found paused
   */
  @JsonTypeName("MintingPauseReported")
  record MintingPauseReported(
      String artifact,
      ChainName chain,
      EvmAddress contract,
      long order,
      Progress progress,
      @Nullable EvmAddress guardian,
      @Nullable Hash txHash,
      Instant at)
      implements PauseEvent {}
}
