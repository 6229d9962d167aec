// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.act;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Into or out of staking, or a wrapper; one to one.
 *
 * @param token the artifact
 */
@JsonTypeName("position")
public record PositionAct(
    StepKind kind, String artifact, ChainName chain, EvmAddress contract, EvmAddress token)
    implements Act {

  /** Whether the artifacts go into the contract. */
  public boolean goesIn() {
    return kind == StepKind.STAKE || kind == StepKind.WRAP;
  }

  @Override
  public List<Asset> takes() {
    return List.of(goesIn() ? held() : position());
  }

  @Override
  public List<Asset> yields() {
    return List.of(goesIn() ? position() : held());
  }

  @Override
  public Sign expects(EvmAddress owner, @Nullable BigInteger amount) {
    return Sign.logged(kind, chain, contract, owner, amount);
  }

  @Override
  public Optional<Act> reverse() {
    return Optional.of(new PositionAct(opposite(), artifact, chain, contract, token));
  }

  private StepKind opposite() {
    return switch (kind) {
      case STAKE -> StepKind.UNSTAKE;
      case UNSTAKE -> StepKind.STAKE;
      case WRAP -> StepKind.UNWRAP;
      case UNWRAP -> StepKind.WRAP;
      case DEPOSIT, TRANSFER, POOL, UNPOOL, CONVERT, WITHDRAW ->
          throw new IllegalStateException(kind + " is no position");
    };
  }

  private Asset held() {
    return Asset.token(chain, token);
  }

  private Asset position() {
    boolean stake = kind == StepKind.STAKE || kind == StepKind.UNSTAKE;
    return stake ? Asset.stake(chain, contract) : Asset.token(chain, contract);
  }
}
