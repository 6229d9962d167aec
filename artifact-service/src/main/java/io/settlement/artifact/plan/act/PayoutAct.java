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
 * Artifacts for BTC at an address; a conversion when the address is another vault's, whose handler
 * then credits another artifact. The BTC really moves: nothing takes it back.
 *
 * @param handler takes the artifacts
 * @param token the artifact
 * @param vault pays
 * @param into what is credited for the payment; null when it leaves for good
 */
@JsonTypeName("payout")
public record PayoutAct(
    String artifact,
    HandlerId handler,
    EvmAddress token,
    HandlerId vault,
    String btcAddress,
    @Nullable Target into)
    implements Act {

  /**
   * The other artifact.
   *
   * @param vault is paid
   * @param handler credits it
   */
  public record Target(String artifact, HandlerId vault, HandlerId handler, EvmAddress token) {}

  /** The route of the withdrawal. */
  public RouteId route() {
    return new RouteId(handler, vault);
  }

  @Override
  public StepKind kind() {
    return into == null ? StepKind.WITHDRAW : StepKind.CONVERT;
  }

  @Override
  public ChainName chain() {
    return handler.chain();
  }

  @Override
  public List<Asset> takes() {
    return List.of(Asset.token(handler.chain(), token));
  }

  @Override
  public List<Asset> yields() {
    return List.of(into == null ? Asset.BTC : Asset.token(into.handler().chain(), into.token()));
  }

  @Override
  public Sign expects(EvmAddress owner, @Nullable BigInteger amount) {
    if (amount == null) {
      throw new IllegalStateException("a withdrawal has an amount");
    }
    return Sign.withdrawn(handler, owner, btcAddress, amount);
  }

  @Override
  public Optional<Act> reverse() {
    return Optional.empty();
  }
}
