// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.check;

import io.settlement.artifact.chain.ChainNodes;
import io.settlement.artifact.plan.act.PoolAct;
import io.settlement.artifact.position.BasketLegs;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.chain.contract.ArtifactAbi.LegState;
import io.settlement.chain.contract.ArtifactAbi.LegTerms;
import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.value.EvmAddress;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Steps into and out of baskets, by what the baskets themselves say. */
@Component
class PoolActs {
  private final BasketLegs legs;
  private final ChainNodes nodes;

  PoolActs(BasketLegs legs, ChainNodes nodes) {
    this.legs = legs;
    this.nodes = nodes;
  }

  PoolAct act(StepKind kind, Deployment at, EvmAddress basket) {
    EvmReader reader =
        nodes
            .of(at.chain())
            .orElseThrow(() -> new Impossible("this service has no nodes of " + at.chain()));
    List<LegTerms> terms = legs.of(reader, basket);
    int own =
        IntStream.range(0, terms.size())
            .filter(leg -> terms.get(leg).artifact().equals(at.token()))
            .findFirst()
            .orElseThrow(() -> new Impossible("no leg of the basket is " + at.artifact()));
    if (kind == StepKind.POOL) {
      requireWhole(reader, basket, terms);
    }
    List<PoolAct.Leg> of =
        terms.stream().map(leg -> new PoolAct.Leg(leg.artifact(), leg.ratio())).toList();
    return new PoolAct(kind, at.artifact(), at.chain(), basket, of, own);
  }

  /** While a leg is short, no share is sold. */
  private static void requireWhole(EvmReader reader, EvmAddress basket, List<LegTerms> terms) {
    BigInteger sum = BigInteger.valueOf(terms.stream().mapToLong(LegTerms::ratio).sum());
    List<Call> calls =
        IntStream.range(0, terms.size())
            .mapToObj(leg -> Call.view(basket, ArtifactAbi.legStateCall(leg)))
            .toList();
    List<byte[]> answers = reader.calls(calls, FinalityTag.LATEST);
    for (int leg = 0; leg < terms.size(); leg++) {
      LegState state = ArtifactAbi.legState(answers.get(leg));
      BigInteger owed = state.shares().multiply(BigInteger.valueOf(terms.get(leg).ratio()));
      if (state.reserve().multiply(sum).compareTo(owed) < 0) {
        throw new Impossible("leg " + leg + " of the basket has a loss that is not made good");
      }
    }
  }

  /**
   * The shares that exactly these amounts buy.
   *
   * @throws Impossible when they do not fit the basket's ratio
   */
  static BigInteger shares(PoolAct act, List<BigInteger> amounts) {
    if (amounts.size() != act.legs().size()) {
      throw new Impossible("the basket has %d legs".formatted(act.legs().size()));
    }
    BigInteger shares = act.sharesFor(amounts);
    List<BigInteger> cost = act.cost(shares);
    if (!cost.equals(amounts)) {
      throw new Impossible(
          "the amounts do not fit the basket's ratio: %s buy what %s do".formatted(amounts, cost));
    }
    return shares;
  }
}
