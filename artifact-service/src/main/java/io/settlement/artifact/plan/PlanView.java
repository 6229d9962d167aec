// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan;

import io.settlement.artifact.plan.call.CallView;
import io.settlement.artifact.plan.call.CallView.Ask;
import io.settlement.events.ArtifactEvent.PlanState;
import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.ArtifactEvent.StepState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan as its partner sees it.
 *
 * @param owner who signs
 * @param reason why it is taken back
 * @param staying positions of steps that are done and cannot be taken back
 */
record PlanView(
    UUID id,
    EvmAddress owner,
    PlanState state,
    @Nullable String reason,
    Instant createdAt,
    @Nullable Instant endedAt,
    List<Integer> staying,
    List<StepView> steps) {

  /**
   * A step; amounts are decimal text in the smallest unit.
   *
   * @param chain where it is signed
   * @param amount of POOL and UNPOOL shares; absent while it is not known
   * @param takesFrom the step whose yield it takes
   * @param compensates the step that it takes back
   * @param reversible whether anything takes it back
   * @param expiresAt when time is up
   * @param yields amounts by what they are of: a token {@code Chain:0x…}, a stake, or BTC
   * @param calls what is to be signed now, in order
   * @param payTo where the address of a deposit is to be had
   * @param facts what counted for it
   */
  record StepView(
      int position,
      StepKind kind,
      String artifact,
      ChainName chain,
      StepState state,
      @Nullable String reason,
      @Nullable String amount,
      @Nullable Integer takesFrom,
      @Nullable Integer compensates,
      boolean reversible,
      @Nullable Instant readyAt,
      @Nullable Instant expiresAt,
      @Nullable Instant endedAt,
      Map<String, String> yields,
      List<CallView> calls,
      @Nullable Ask payTo,
      List<FactView> facts) {}

  /**
   * A fact.
   *
   * @param block its height
   * @param txHash its transaction; absent when that was not kept
   */
  record FactView(
      String fact, ChainName chain, long block, @Nullable String txHash, Instant takenAt) {}
}
