// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.act;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a step does, with everything that was looked up when the plan was made. Amounts are in the
 * smallest unit; those of baskets are shares.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Act permits DepositAct, TransferAct, PositionAct, PoolAct, PayoutAct {

  /** What its owner calls it. */
  StepKind kind();

  /** Whose books it moves. */
  String artifact();

  /** Where its first fact is said; blocks are that chain's. */
  ChainName chain();

  /** What leaves its owner. */
  List<Asset> takes();

  /** What its owner gets. */
  List<Asset> yields();

  /**
   * The fact that shows that it began.
   *
   * @param amount null for any, where the kind allows that
   */
  Sign expects(EvmAddress owner, @Nullable BigInteger amount);

  /** What takes it back; empty when nothing does. */
  Optional<Act> reverse();

  /** How much of it takes what an earlier step yielded; 0 when that is too little for any. */
  default BigInteger amountFor(BigInteger carried) {
    return carried;
  }

  /** Which of an earlier step's assets it takes when no amount is stated. */
  default Asset carries() {
    return takes().getFirst();
  }

  /** What is yielded, in the order of {@link #yields}, when facts do not say otherwise. */
  default List<BigInteger> yielded(BigInteger amount) {
    return List.of(amount);
  }

  /**
   * How much its reverse is to take; 0 when nothing can be taken back.
   *
   * @param yielded in the order of {@link #yields}
   */
  default BigInteger taken(List<BigInteger> yielded) {
    return yielded.getFirst();
  }
}
