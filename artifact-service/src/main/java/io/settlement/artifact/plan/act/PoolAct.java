// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.act;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Into or out of a basket; its amount is shares.
 *
 * @param own number of the leg of the step's artifact
 */
@JsonTypeName("pool")
public record PoolAct(
    StepKind kind, String artifact, ChainName chain, EvmAddress contract, List<Leg> legs, int own)
    implements Act {

  /**
   * A leg.
   *
   * @param ratio its part of what a share is worth
   */
  public record Leg(EvmAddress token, long ratio) {}

  /** Keeps its own copy. */
  public PoolAct {
    legs = List.copyOf(legs);
  }

  /** What shares cost, leg by leg, rounded up as the contract does. */
  public List<BigInteger> cost(BigInteger shares) {
    List<BigInteger> amounts = new ArrayList<>();
    for (Leg leg : legs) {
      BigInteger[] exact =
          shares.multiply(BigInteger.valueOf(leg.ratio())).divideAndRemainder(sum());
      amounts.add(exact[1].signum() == 0 ? exact[0] : exact[0].add(BigInteger.ONE));
    }
    return amounts;
  }

  /** The most shares that these amounts pay for, as the contract counts. */
  public BigInteger sharesFor(List<BigInteger> amounts) {
    BigInteger most = null;
    for (int leg = 0; leg < legs.size(); leg++) {
      BigInteger shares = sharesFor(leg, amounts.get(leg));
      most = most == null ? shares : most.min(shares);
    }
    return most == null ? BigInteger.ZERO : most;
  }

  private BigInteger sharesFor(int leg, BigInteger amount) {
    return amount.multiply(sum()).divide(BigInteger.valueOf(legs.get(leg).ratio()));
  }

  private BigInteger sum() {
    return BigInteger.valueOf(legs.stream().mapToLong(Leg::ratio).sum());
  }

  @Override
  public List<Asset> takes() {
    return kind == StepKind.POOL ? artifacts() : List.of(shares());
  }

  @Override
  public List<Asset> yields() {
    return kind == StepKind.POOL ? List.of(shares()) : artifacts();
  }

  @Override
  public Asset carries() {
    return takes().get(kind == StepKind.POOL ? own : 0);
  }

  /** What pays for some shares may pay for more: the contract sells all that it pays for. */
  public BigInteger sold(BigInteger shares) {
    return sharesFor(cost(shares));
  }

  @Override
  public BigInteger amountFor(BigInteger carried) {
    return kind == StepKind.POOL ? sold(sharesFor(own, carried)) : carried;
  }

  @Override
  public Sign expects(EvmAddress owner, @Nullable BigInteger amount) {
    return Sign.logged(kind, chain, contract, owner, amount);
  }

  /** What was redeemed is in its owner's hands, and rounded: it buys fewer shares than it was. */
  @Override
  public Optional<Act> reverse() {
    return kind == StepKind.POOL
        ? Optional.of(new PoolAct(StepKind.UNPOOL, artifact, chain, contract, legs, own))
        : Optional.empty();
  }

  private List<Asset> artifacts() {
    return legs.stream().map(leg -> Asset.token(chain, leg.token())).toList();
  }

  private Asset shares() {
    return Asset.token(chain, contract);
  }
}
