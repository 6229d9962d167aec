// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.Reverted;
import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.events.PauseEvent.Progress;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.chain.ErrorSelector;
import io.settlement.relayer.loop.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows before it is needed whether some lane may pause each artifact that stands for BTC: the
 * artifact is asked what it would say to each lane. Where none may, and an order to pause is there,
 * that is told: people have to send it.
 */
final class GuardianPosts extends Rounds {
  /** What an artifact says to whoever is no guardian of it. */
  static final String NO_ROLE =
      ErrorSelector.of("AccessControlUnauthorizedAccount(address,bytes32)");

  /** What it says when it is paused. */
  static final String PAUSED_ALREADY = ErrorSelector.of("MintingIsPaused()");

  private static final Logger log = LoggerFactory.getLogger(GuardianPosts.class);

  private final Lanes lanes;
  private final RegistryView registry;
  private final LaneStore store;
  private final Duration look;
  private final Clock clock;
  private final Map<Post, Boolean> guarded = new ConcurrentSkipListMap<>();

  GuardianPosts(
      Lanes lanes,
      RegistryView registry,
      LaneStore store,
      PauseSettings settings,
      MeterRegistry meters,
      Clock clock) {
    super("guardian-posts", settings.look());
    this.lanes = lanes;
    this.registry = registry;
    this.store = store;
    this.look = settings.look();
    this.clock = clock;
    Gauge.builder("settlement.guardian.unguarded", this, posts -> posts.unguarded().size())
        .description("artifacts whose minting no lane of this courier may pause")
        .register(meters);
    Gauge.builder("settlement.guardian.orders", this, posts -> posts.store.publications().unsent())
        .description("orders to pause minting that no transaction carries")
        .register(meters);
  }

  /** An artifact on a chain. */
  record Post(ChainName chain, EvmAddress contract) implements Comparable<Post> {
    @Override
    public int compareTo(Post other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return chain + ":" + contract;
    }
  }

  /** Where no lane is a guardian, as far as artifacts could be asked. */
  Set<Post> unguarded() {
    return guarded.entrySet().stream()
        .filter(post -> !post.getValue())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Whether some lane is a guardian, by artifact. */
  Map<Post, Boolean> posts() {
    return new TreeMap<>(guarded);
  }

  @Override
  protected void round() throws InterruptedException {
    List<PublicationTable.Asked> orders = store.publications().pauses();
    Set<Post> wanted =
        Stream.concat(
                orders.stream()
                    .map(PublicationTable.Asked::publication)
                    .map(order -> new Post(order.chain(), order.contract())),
                artifacts())
            .filter(post -> lanes.serves(post.chain()))
            .collect(Collectors.toSet());
    guarded.keySet().retainAll(wanted);
    wanted.forEach(this::ask);
    orders.forEach(this::tellUnguarded);
    awaitBell(look);
  }

  /** What handlers mint for BTC. */
  private Stream<Post> artifacts() {
    return registry.routes().stream()
        .map(RouteState::route)
        .filter(route -> registry.isBitcoin(route.from().chain()))
        .map(route -> registry.handler(route.to()))
        .flatMap(Optional::stream)
        .flatMap(handler -> post(handler).stream());
  }

  private static Optional<Post> post(HandlerState handler) {
    return handler.asset().map(asset -> new Post(handler.handler().chain(), asset.token()));
  }

  private void ask(Post post) {
    List<Lane> guardians =
        lanes.all().stream()
            .filter(lane -> !lane.isTreasury() && lane.id().chain().equals(post.chain()))
            .toList();
    try {
      boolean some =
          guardians
              .getFirst()
              .chain()
              .refusals(
                  guardians.stream().map(lane -> pauseBy(lane, post)).toList(), FinalityTag.LATEST)
              .stream()
              .anyMatch(
                  refusal ->
                      refusal.map(Reverted::selector).map(PAUSED_ALREADY::equals).orElse(true));
      if (Boolean.FALSE.equals(guarded.put(post, some)) == some) {
        log.atInfo().addKeyValue("artifact", post).log("a lane may pause it: {}", some);
      }
    } catch (ChainException later) {
      log.atDebug().addKeyValue("artifact", post).log("not asked: {}", later.getMessage());
    }
  }

  private static Call pauseBy(Lane lane, Post post) {
    return new Call(lane.key().address(), post.contract(), ArtifactAbi.pauseMinting(), Wei.ZERO);
  }

  private void tellUnguarded(PublicationTable.Asked order) {
    Publication what = order.publication();
    if (!Boolean.FALSE.equals(guarded.get(new Post(what.chain(), what.contract())))) {
      return;
    }
    boolean isNew =
        store.within(
            () -> {
              boolean told = store.publications().isNewlyUnguarded(order.id());
              if (told) {
                store
                    .outbox()
                    .append(
                        List.of(
                            Pauses.report(
                                what, Progress.NO_GUARDIAN, null, null, clock.instant())));
              }
              return told;
            });
    if (isNew) {
      log.atError()
          .addKeyValue("chain", what.chain())
          .addKeyValue("artifact", what.contract())
          .log("minting is to be paused, and no lane may: send pause_minting() by hand");
    }
  }
}
