// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.chain.ChainNodes;
import io.settlement.artifact.position.BasketLegs;
import io.settlement.artifact.position.Positions;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.artifact.primitive.Primitive;
import io.settlement.chain.BlockRef;
import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.chain.contract.ArtifactAbi.LegState;
import io.settlement.chain.contract.ArtifactAbi.LegTerms;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a share of a basket is worth, leg by leg, at a final block. */
@Component
class Baskets {
  private static final int DIGITS = 8;

  private final ChainNodes nodes;
  private final BasketLegs legs;
  private final Positions positions;

  Baskets(ChainNodes nodes, BasketLegs legs, Positions positions) {
    this.nodes = nodes;
    this.legs = legs;
    this.positions = positions;
  }

  /**
   * A basket.
   *
   * @param shares its supply in the smallest unit of a share, decimal text
   */
  record BasketView(
      ChainName chain, EvmAddress contract, long block, String shares, List<LegView> legs) {}

  /**
   * A leg; amounts are decimal text in the smallest unit.
   *
   * @param artifact whose token; null when it is none of ours
   * @param ratio its part of a share that is whole, 8 digits, rounded down
   * @param reserve what it holds, the token's smallest unit
   * @param owed shares that are to be paid from it: the supply and open tickets
   * @param openTickets shares redeemed and not paid yet
   * @param perShare what a share is paid today, 8 digits, rounded down; absent without shares
   * @param unbonding seconds between redeeming and being paid
   */
  record LegView(
      @Nullable String artifact,
      EvmAddress token,
      String ratio,
      String reserve,
      String owed,
      String openTickets,
      @Nullable String perShare,
      long unbonding) {}

  List<BasketView> of(Primitive primitive) {
    List<BasketView> views = new ArrayList<>();
    for (Deployment at : primitive.deployments()) {
      Optional<EvmReader> reader = nodes.of(at.chain());
      if (reader.isPresent() && !at.baskets().isEmpty()) {
        BlockRef block = ChainNodes.finalHead(reader.get());
        at.baskets().forEach(one -> views.add(view(at.chain(), one, block, reader.get())));
      }
    }
    return views;
  }

  private BasketView view(ChainName chain, EvmAddress contract, BlockRef block, EvmReader reader) {
    List<LegTerms> terms = legs.of(reader, contract);
    List<Call> calls = new ArrayList<>();
    calls.add(Call.view(contract, ArtifactAbi.totalSupplyCall()));
    for (int leg = 0; leg < terms.size(); leg++) {
      calls.add(Call.view(contract, ArtifactAbi.legStateCall(leg)));
    }
    List<byte[]> answers = reader.callsAt(calls, block.number());
    long sum = terms.stream().mapToLong(LegTerms::ratio).sum();
    List<LegView> views = new ArrayList<>();
    for (int leg = 0; leg < terms.size(); leg++) {
      LegTerms term = terms.get(leg);
      LegState state = ArtifactAbi.legState(answers.get(leg + 1));
      views.add(
          new LegView(
              legs.artifactOf(chain, term.artifact()).orElse(null),
              term.artifact(),
              part(BigInteger.valueOf(term.ratio()), BigInteger.valueOf(sum)),
              state.reserve().toString(),
              state.shares().toString(),
              positions.openShares(chain, contract, leg).toString(),
              state.shares().signum() == 0 ? null : part(state.reserve(), state.shares()),
              term.unbonding()));
    }
    String shares = ArtifactAbi.number(answers.getFirst()).toString();
    return new BasketView(chain, contract, block.number(), shares, views);
  }

  private static String part(BigInteger of, BigInteger whole) {
    return new BigDecimal(of)
        .divide(new BigDecimal(whole), DIGITS, RoundingMode.DOWN)
        .toPlainString();
  }
}
