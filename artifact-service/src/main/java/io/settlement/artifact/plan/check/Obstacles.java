// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.check;

import io.settlement.artifact.chain.ChainNodes;
import io.settlement.artifact.plan.act.Act;
import io.settlement.artifact.plan.act.DepositAct;
import io.settlement.artifact.plan.act.PayoutAct;
import io.settlement.artifact.plan.act.PoolAct;
import io.settlement.artifact.plan.act.PositionAct;
import io.settlement.artifact.plan.act.TransferAct;
import io.settlement.artifact.primitive.Primitive;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.events.ArtifactEvent.PrimitiveStage;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.kit.registry.RegistryView;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is in the way of a step now, by primitives and registry. */
@Component
public class Obstacles {
  private final Primitives primitives;
  private final RegistryView registry;
  private final ChainNodes nodes;

  Obstacles(Primitives primitives, RegistryView registry, ChainNodes nodes) {
    this.primitives = primitives;
    this.registry = registry;
    this.nodes = nodes;
  }

  /**
   * The first thing in the way of a step; empty when it can be taken.
   *
   * @param back whether it takes another back: what is out of use can still be left
   */
  public Optional<String> of(Act act, boolean back) {
    return Stream.of(
            nodes.of(act.chain()).isPresent()
                ? Optional.<String>empty()
                : Optional.of("this service has no nodes of " + act.chain()),
            back ? Optional.<String>empty() : notLive(act),
            routes(act))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> notLive(Act act) {
    Optional<String> own = notLive(act.artifact());
    PayoutAct.Target into = act instanceof PayoutAct payout ? payout.into() : null;
    return own.isPresent() || into == null ? own : notLive(into.artifact());
  }

  private Optional<String> notLive(String artifact) {
    Optional<Primitive> primitive = primitives.ofArtifact(artifact);
    if (primitive.isEmpty()) {
      return Optional.of("no primitive stands behind " + artifact);
    }
    return primitive.get().state() == PrimitiveStage.LIVE
        ? Optional.empty()
        : Optional.of(
            "the primitive %s is %s".formatted(primitive.get().id(), primitive.get().state()));
  }

  private Optional<String> routes(Act act) {
    return switch (act) {
      case PositionAct position -> Optional.empty();
      case PoolAct pool -> Optional.empty();
      case TransferAct transfer -> closed(transfer.route());
      case DepositAct deposit -> closed(deposit.route());
      case PayoutAct payout -> {
        PayoutAct.Target into = payout.into();
        Optional<String> out = closed(payout.route());
        yield out.isPresent() || into == null
            ? out
            : closed(new RouteId(into.vault(), into.handler()));
      }
    };
  }

  private Optional<String> closed(RouteId route) {
    Optional<Status> status = registry.route(route).map(RouteState::status);
    if (status.isEmpty()) {
      return Optional.of("there is no route " + route);
    }
    if (status.get() != Status.ACTIVE) {
      return Optional.of("the route %s is %s".formatted(route, status.get()));
    }
    return Stream.of(route.from(), route.to())
        .map(this::inactive)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> inactive(HandlerId id) {
    Status handler = registry.handler(id).map(HandlerState::status).orElse(Status.RETIRED);
    if (handler != Status.ACTIVE) {
      return Optional.of("the handler %s is %s".formatted(id, handler));
    }
    ChainName chain = id.chain();
    Status of = registry.chain(chain).map(ChainState::status).orElse(Status.ACTIVE);
    return of == Status.ACTIVE ? Optional.empty() : Optional.of("%s is %s".formatted(chain, of));
  }
}
