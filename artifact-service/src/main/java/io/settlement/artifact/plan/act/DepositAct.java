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
 * BTC into a vault, artifacts to the owner. It counts when the handler credits it.
 *
 * @param vault is paid
 * @param handler credits it
 */
@JsonTypeName("deposit")
public record DepositAct(String artifact, HandlerId vault, HandlerId handler, EvmAddress token)
    implements Act {

  /** The route of the deposit. */
  public RouteId route() {
    return new RouteId(vault, handler);
  }

  @Override
  public StepKind kind() {
    return StepKind.DEPOSIT;
  }

  @Override
  public ChainName chain() {
    return handler.chain();
  }

  @Override
  public List<Asset> takes() {
    return List.of(Asset.BTC);
  }

  @Override
  public List<Asset> yields() {
    return List.of(Asset.token(handler.chain(), token));
  }

  @Override
  public Sign expects(EvmAddress owner, @Nullable BigInteger amount) {
    return Sign.logged(kind(), chain(), handler.evmAddress(), owner, amount);
  }

  @Override
  public Optional<Act> reverse() {
    return Optional.empty();
  }
}
