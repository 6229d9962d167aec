// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.position.Positions;
import io.settlement.artifact.position.Positions.Stake;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.chain.BlockRef;
import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.events.value.EvmAddress;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Compares stakers' points with what the staking contract says at the same block, a page of them in
 * each round and in turn.
 */
@Component
class PointsProof {
  private static final int PAGE = 100;

  private final Positions positions;
  private final Map<EvmAddress, String> turn = new ConcurrentHashMap<>();

  PointsProof(Positions positions) {
    this.positions = positions;
  }

  void prove(Deployment at, BlockRef block, EvmReader reader, List<Finding> findings) {
    EvmAddress staking = at.staking();
    if (staking == null) {
      return;
    }
    List<Stake> page = positions.stakes(at.chain(), staking, turn.getOrDefault(staking, ""), PAGE);
    turn.put(staking, page.size() < PAGE ? "" : page.getLast().account().hex());
    if (page.isEmpty()) {
      return;
    }
    List<byte[]> answers =
        reader.callsAt(
            page.stream()
                .map(stake -> Call.view(staking, ArtifactAbi.pointsCall(stake.account())))
                .toList(),
            block.number());
    long second = block.time().getEpochSecond();
    for (int i = 0; i < page.size(); i++) {
      BigInteger found = ArtifactAbi.number(answers.get(i));
      BigInteger books = page.get(i).pointsAt(second);
      if (!found.equals(books)) {
        findings.add(
            new Finding(
                "points of " + page.get(i).account() + " in " + staking,
                "points of %s on %s at block %d are %s, booked %s"
                    .formatted(page.get(i).account(), at.chain(), block.number(), found, books)));
      }
    }
  }
}
