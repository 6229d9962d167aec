// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.artifact.chain.ChainNodes;
import io.settlement.chain.BlockRef;
import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.events.ArtifactEvent.PrimitiveStage;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.InvalidValue;
import io.settlement.kit.registry.RegistryView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * An admitted primitive is live while each of its artifact's contracts names it and its
 * specification, the registries on the chains list them, and handler-registry has the handlers in
 * use. A chain that does not answer changes nothing.
 */
@Component
class LiveCheck {
  private static final Logger log = LoggerFactory.getLogger(LiveCheck.class);

  private final Primitives primitives;
  private final Admission admission;
  private final ChainNodes nodes;
  private final RegistryView registry;

  LiveCheck(
      Primitives primitives,
      Admission admission,
      ChainNodes nodes,
      RegistryView registry,
      MeterRegistry meters) {
    this.primitives = primitives;
    this.admission = admission;
    this.nodes = nodes;
    this.registry = registry;
    Gauge.builder("settlement.artifact.primitives.waiting", primitives, LiveCheck::waiting)
        .description("admitted primitives that are not live")
        .register(meters);
  }

  private static long waiting(Primitives primitives) {
    return primitives.all().stream().filter(one -> one.state() == PrimitiveStage.ADMITTED).count();
  }

  @Scheduled(fixedDelayString = "${settlement.artifact.live-interval:30s}")
  void check() {
    for (Primitive primitive : primitives.all()) {
      if (primitive.state() == PrimitiveStage.ADMITTED
          || primitive.state() == PrimitiveStage.LIVE) {
        check(primitive);
      }
    }
  }

  private void check(Primitive primitive) {
    try {
      admission.found(primitive.id(), finding(primitive));
    } catch (ChainException e) {
      log.atWarn()
          .addKeyValue("primitive", primitive.id())
          .log("the chains were not asked: {}", e.getMessage());
    }
  }

  private @Nullable String finding(Primitive primitive) {
    for (Deployment deployment : primitive.deployments()) {
      String wrong = onChain(primitive, deployment);
      if (wrong == null) {
        wrong = deployment.handlerId().map(id -> inRegistry(id, deployment)).orElse(null);
      }
      if (wrong != null) {
        return deployment.chain() + ": " + wrong;
      }
    }
    return null;
  }

  /** What an artifact's contracts say otherwise than the primitive; null when nothing. */
  @Nullable String onChain(Primitive primitive, Deployment deployment) {
    Optional<EvmReader> nodesOf = nodes.of(deployment.chain());
    if (nodesOf.isEmpty()) {
      return "this service has no nodes of the chain";
    }
    EvmReader reader = nodesOf.get();
    BlockRef head = ChainNodes.finalHead(reader);
    try {
      List<byte[]> answers =
          reader.callsAt(
              List.of(
                  Call.view(deployment.token(), ArtifactAbi.primitiveCall()),
                  Call.view(deployment.registry(), ArtifactAbi.isArtifactCall(deployment.token()))),
              head.number());
      ArtifactAbi.Primitive named = ArtifactAbi.primitive(answers.getFirst());
      if (!named.id().equals(primitive.id())) {
        return "the artifact names the primitive " + named.id();
      }
      if (!named.contentHash().equals(primitive.specification())) {
        return "the artifact names another specification, " + named.contentHash();
      }
      return ArtifactAbi.yes(answers.get(1)) ? null : "the registry does not list the artifact";
    } catch (InvalidValue e) {
      return "a contract does not answer as an artifact and its registry do";
    }
  }

  private @Nullable String inRegistry(HandlerId id, Deployment deployment) {
    Optional<HandlerState> known = registry.handler(id);
    if (known.isEmpty()) {
      return "handler-registry does not know the handler " + id;
    }
    HandlerState handler = known.get();
    if (handler.status() != Status.ACTIVE) {
      return "the handler " + id + " is " + handler.status();
    }
    boolean otherToken =
        handler.asset().map(asset -> !asset.token().equals(deployment.token())).orElse(false);
    return otherToken ? "the handler " + id + " moves another token" : null;
  }
}
