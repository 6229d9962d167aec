// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.act;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To the owner's account on another chain, by token handlers.
 *
 * @param fromToken of the sending handler
 * @param toToken of the receiving handler
 */
@JsonTypeName("transfer")
public record TransferAct(
    String artifact, HandlerId from, EvmAddress fromToken, HandlerId to, EvmAddress toToken)
    implements Act {

  /** The route it takes. */
  public RouteId route() {
    return new RouteId(from, to);
  }

  @Override
  public StepKind kind() {
    return StepKind.TRANSFER;
  }

  @Override
  public ChainName chain() {
    return from.chain();
  }

  @Override
  public List<Asset> takes() {
    return List.of(Asset.token(from.chain(), fromToken));
  }

  @Override
  public List<Asset> yields() {
    return List.of(Asset.token(to.chain(), toToken));
  }

  @Override
  public Sign expects(EvmAddress owner, @Nullable BigInteger amount) {
    if (amount == null) {
      throw new IllegalStateException("a transfer has an amount");
    }
    return Sign.transferred(from, to, owner, owner, amount);
  }

  @Override
  public Optional<Act> reverse() {
    return Optional.of(new TransferAct(artifact, to, toToken, from, fromToken));
  }
}
