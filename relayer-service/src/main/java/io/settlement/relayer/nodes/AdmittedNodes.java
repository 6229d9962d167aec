// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.settlement.chain.ChainSettings;
import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.NodeAddress;
import io.settlement.events.RegistryEvent.NodesState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.loop.Rounds;
import io.settlement.relayer.nodes.ToldChains.Told;
import io.settlement.relayer.nodes.ToldChains.Word;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Chains that come into the book while this process runs: they are read through the nodes that an
 * operator admitted there, where this process's operator allows it. What is configured here goes
 * before. What was admitted once is kept: a chain that is suspended later is read on, also by the
 * next process.
 */
final class AdmittedNodes extends Rounds {
  private static final Logger log = LoggerFactory.getLogger(AdmittedNodes.class);
  private static final String REGISTRY = "registry";
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** Another process of this database may have been first. */
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final Nodes nodes;
  private final RegistryView registry;
  private final AdmissionSettings settings;
  private final ToldChains told;
  private final Clock clock;

  AdmittedNodes(
      Nodes nodes,
      RegistryView registry,
      AdmissionSettings settings,
      ToldChains told,
      Clock clock) {
    super("admitted-nodes", AFTER_FAILURE);
    this.nodes = nodes;
    this.registry = registry;
    this.settings = settings;
    this.told = told;
    this.clock = clock;
    registry.onChange(this::considerOrLater);
  }

  @Override
  protected void round() throws InterruptedException {
    registry.chains().stream()
        .map(ChainState::chain)
        .filter(chain -> nodes.reader(chain).isEmpty())
        .forEach(this::consider);
    awaitBell(LOOK);
  }

  /** At once, so that what comes after may rely on it; the rounds try again what failed. */
  private void considerOrLater(RegistryEvent change) {
    try {
      switch (change) {
        case ChainState chain -> consider(chain.chain());
        case NodesState told -> {
          if (told.providers().isEmpty()) {
            end(told.chain());
          } else {
            consider(told.chain());
          }
        }
        default -> {}
      }
    } catch (DataAccessException later) {
      log.atWarn()
          .log("what the registry says of a chain is looked at again: {}", later.toString());
      ring();
    }
  }

  private void consider(ChainName name) {
    if (!settings.allows(name) || nodes.isConfigured(name)) {
      return;
    }
    try {
      stated(name).ifPresent(stated -> take(new Told(name, stated, REGISTRY, clock.instant())));
    } catch (IllegalArgumentException impossible) {
      log.atError()
          .addKeyValue("chain", name)
          .log("cannot be read as the registry says: {}", impossible.getMessage());
    }
  }

  private void take(Told now) {
    ChainSettings wanted = now.stated().settings(now.chain());
    boolean isNew = told.add(Word.REGISTRY, now);
    StatedChain kept = isNew ? now.stated() : before(now);
    if (nodes.admit(isNew ? wanted : kept.settings(now.chain()))) {
      log.atInfo().addKeyValue("chain", now.chain()).log("is read by the registry's word");
    } else if (!kept.equals(now.stated())) {
      change(now, kept);
    }
  }

  private StatedChain before(Told now) {
    return told.find(Word.REGISTRY, now.chain()).map(Told::stated).orElse(now.stated());
  }

  private void change(Told now, StatedChain before) {
    if (now.stated().hasContractsOf(before)) {
      told.change(Word.REGISTRY, now);
      log.atInfo()
          .addKeyValue("chain", now.chain())
          .log("its nodes were told anew: the next start reads it through these");
    } else {
      log.atError()
          .addKeyValue("chain", now.chain())
          .log("the book names another chain id or contracts than it was admitted with: not taken");
    }
  }

  /** Nobody is to read its nodes any more. */
  private void end(ChainName chain) {
    if (told.forget(Word.REGISTRY, chain)) {
      log.atWarn()
          .addKeyValue("chain", chain)
          .log("its nodes were withdrawn: the next start does not read it");
    }
  }

  private Optional<StatedChain> stated(ChainName name) {
    Optional<ChainState> chain =
        registry
            .chain(name)
            .filter(
                one ->
                    one.status() == Status.ACTIVE
                        && one.family() == Family.EVM
                        && one.profile() == Profile.V2);
    Optional<NodesState> where = registry.nodes(name).filter(one -> !one.providers().isEmpty());
    return chain.flatMap(state -> where.map(nodesTold -> stated(state, nodesTold)));
  }

  private static StatedChain stated(ChainState chain, NodesState where) {
    return new StatedChain(
        chain.chainId(),
        where.providers().stream().map(AdmittedNodes::provider).toList(),
        null,
        null,
        where.confirmations(),
        null,
        chain.settlement(),
        chain.gasService(),
        chain.verifier());
  }

  private static StatedChain.Provider provider(NodeAddress node) {
    return new StatedChain.Provider(URI.create(node.url()), socket(node.webSocketUrl()));
  }

  private static @Nullable URI socket(@Nullable String url) {
    return url == null ? null : URI.create(url);
  }
}
