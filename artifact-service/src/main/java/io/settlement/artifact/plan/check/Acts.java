// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.check;

import static io.settlement.artifact.plan.check.Impossible.required;

import io.settlement.artifact.plan.act.Act;
import io.settlement.artifact.plan.act.DepositAct;
import io.settlement.artifact.plan.act.PayoutAct;
import io.settlement.artifact.plan.act.PositionAct;
import io.settlement.artifact.plan.act.TransferAct;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.artifact.primitive.Primitive;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.chain.bitcoin.BitcoinAddresses;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.registry.RegistryView;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a step that is asked for does: which contracts, tokens and vaults. */
@Component
class Acts {
  private final Primitives primitives;
  private final RegistryView registry;
  private final PoolActs pools;

  Acts(Primitives primitives, RegistryView registry, PoolActs pools) {
    this.primitives = primitives;
    this.registry = registry;
    this.pools = pools;
  }

  /**
   * @throws Impossible when something it needs is not there
   */
  Act of(StepRequest asked) {
    return switch (asked.kind()) {
      case DEPOSIT -> deposit(asked);
      case TRANSFER -> transfer(asked);
      case STAKE, UNSTAKE -> {
        Deployment at = at(asked);
        EvmAddress staking = at.staking();
        if (staking == null) {
          throw new Impossible("nothing stakes %s on %s".formatted(at.artifact(), at.chain()));
        }
        yield new PositionAct(asked.kind(), at.artifact(), at.chain(), staking, at.token());
      }
      case WRAP, UNWRAP -> {
        Deployment at = at(asked);
        EvmAddress wrapper = one(at.wrappers(), asked.contract(), "wrapper of " + at.artifact());
        yield new PositionAct(asked.kind(), at.artifact(), at.chain(), wrapper, at.token());
      }
      case POOL, UNPOOL -> {
        Deployment at = at(asked);
        EvmAddress basket = one(at.baskets(), asked.contract(), "basket of " + at.artifact());
        yield pools.act(asked.kind(), at, basket);
      }
      case WITHDRAW -> payout(asked, null);
      case CONVERT -> payout(asked, target(asked));
    };
  }

  private Deployment at(StepRequest asked) {
    ChainName chain = required(asked.chain(), "chain");
    return primitive(asked.artifact()).deployments().stream()
        .filter(one -> one.chain().equals(chain))
        .findFirst()
        .orElseThrow(() -> new Impossible("%s is not on %s".formatted(asked.artifact(), chain)));
  }

  private Primitive primitive(String artifact) {
    return primitives
        .ofArtifact(artifact)
        .orElseThrow(() -> new Impossible("no primitive stands behind " + artifact));
  }

  private static EvmAddress one(List<EvmAddress> known, @Nullable EvmAddress named, String what) {
    if (named != null && known.contains(named)) {
      return named;
    }
    if (named == null && known.size() == 1) {
      return known.getFirst();
    }
    throw new Impossible(
        named == null
            ? "name the contract: there are %d, each a %s".formatted(known.size(), what)
            : "%s is no %s".formatted(named, what));
  }

  private TransferAct transfer(StepRequest asked) {
    HandlerId from = required(asked.from(), "from");
    HandlerId to = required(asked.to(), "to");
    Asset left = asset(from, asked.artifact());
    Asset right = asset(to, asked.artifact());
    if (registry.isBitcoin(from.chain()) || registry.isBitcoin(to.chain())) {
      throw new Impossible("to and from Bitcoin lead DEPOSIT, WITHDRAW and CONVERT");
    }
    if (left.mode().pair() != right.mode()) {
      throw new Impossible("%s and %s are no pair".formatted(left.mode(), right.mode()));
    }
    return new TransferAct(asked.artifact(), from, left.token(), to, right.token());
  }

  private Asset asset(HandlerId id, String artifact) {
    Asset asset =
        registry
            .handler(id)
            .flatMap(HandlerState::asset)
            .orElseThrow(() -> new Impossible("no handler of tokens is " + id));
    if (!asset.artifact().equals(artifact)) {
      throw new Impossible("%s moves %s, not %s".formatted(id, asset.artifact(), artifact));
    }
    return asset;
  }

  private DepositAct deposit(StepRequest asked) {
    Deployment at = at(asked);
    return new DepositAct(asked.artifact(), vault(asked.artifact()), handler(at), at.token());
  }

  private PayoutAct payout(StepRequest asked, PayoutAct.@Nullable Target into) {
    Deployment at = at(asked);
    String address = required(asked.btcAddress(), "btcAddress");
    HandlerId vault = vault(asked.artifact());
    requireAddress(vault.chain(), address);
    if (into != null && into.vault().equals(vault)) {
      throw new Impossible("both artifacts are of one vault");
    }
    return new PayoutAct(asked.artifact(), handler(at), at.token(), vault, address, into);
  }

  private PayoutAct.Target target(StepRequest asked) {
    String artifact = required(asked.toArtifact(), "toArtifact");
    List<Deployment> handled =
        primitive(artifact).deployments().stream()
            .filter(one -> one.handler() != null)
            .filter(one -> asked.toChain() == null || one.chain().equals(asked.toChain()))
            .toList();
    if (handled.size() != 1) {
      throw new Impossible(
          "name the chain: %s is credited on %d".formatted(artifact, handled.size()));
    }
    Deployment at = handled.getFirst();
    return new PayoutAct.Target(artifact, vault(artifact), handler(at), at.token());
  }

  private HandlerId vault(String artifact) {
    return required(primitive(artifact).vault(), "a vault of " + artifact);
  }

  private static HandlerId handler(Deployment at) {
    return at.handlerId()
        .orElseThrow(
            () ->
                new Impossible(
                    "nothing turns %s into BTC on %s".formatted(at.artifact(), at.chain())));
  }

  /** Where the registry knows the network, the address must be one of it. */
  private void requireAddress(ChainName chain, String address) {
    Function<String, Boolean> pays =
        name ->
            Arrays.stream(BitcoinNetwork.values())
                .filter(network -> network.rpcName().equals(name))
                .allMatch(network -> BitcoinAddresses.scriptOf(network, address).isPresent());
    if (!registry.chain(chain).map(ChainState::network).map(pays).orElse(true)) {
      throw new Impossible("%s is no address of the vault's network".formatted(address));
    }
  }
}
