// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.position;

import io.settlement.artifact.primitive.Deployment;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.chain.contract.ArtifactAbi.LegTerms;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * What each leg of a basket is, which is fixed as it is deployed; and whose books it belongs to.
 */
@Component
public class BasketLegs {
  private final Primitives primitives;
  private final Map<Basket, List<LegTerms>> terms = new ConcurrentHashMap<>();

  BasketLegs(Primitives primitives) {
    this.primitives = primitives;
  }

  private record Basket(ChainName chain, EvmAddress contract) {}

  /** Its legs, asked for once. */
  public List<LegTerms> of(EvmReader reader, EvmAddress contract) {
    return terms.computeIfAbsent(
        new Basket(reader.settings().name(), contract), basket -> ask(reader, contract));
  }

  private static List<LegTerms> ask(EvmReader reader, EvmAddress contract) {
    int count =
        ArtifactAbi.number(
                reader.call(Call.view(contract, ArtifactAbi.legCountCall()), FinalityTag.LATEST))
            .intValueExact();
    List<Call> calls =
        IntStream.range(0, count)
            .mapToObj(leg -> Call.view(contract, ArtifactAbi.legTermsCall(leg)))
            .toList();
    return reader.calls(calls, FinalityTag.LATEST).stream().map(ArtifactAbi::legTerms).toList();
  }

  /** The artifact of a token on a chain; empty when it is none of ours. */
  public Optional<String> artifactOf(ChainName chain, EvmAddress token) {
    return primitives.deployments().stream()
        .filter(one -> one.chain().equals(chain) && one.token().equals(token))
        .map(Deployment::artifact)
        .findFirst();
  }
}
