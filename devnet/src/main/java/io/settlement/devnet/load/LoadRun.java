// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.process.Ports;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.AnvilNode;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One measurement: prepare, fire, wait until every message is over, then ask the chain alone. */
public final class LoadRun {
  private static final Duration STALLED = Duration.ofSeconds(90);
  private static final int FEWEST_AT_CEILING = 10_000;
  private static final int REQUIRED = 2;
  private static final String EACH = "0.00000100";

  private final Network network;
  private final Path projectRoot;
  private final Progress progress;

  /** In a running world. */
  public LoadRun(Network network, Path projectRoot, Progress progress) {
    this.network = network;
    this.projectRoot = projectRoot;
    this.progress = progress;
  }

  /** Runs it. Fails when a message was lost, or was not refunded. */
  public Figures run(LoadPlan plan) {
    Sending sending = network.from("Alpha").to("Beta");
    TokenAmount each = sending.units(EACH);
    // Twice the quote, so that prices may move while the run lasts; the rest comes back.
    Wei prepayment = sending.quote(EACH).total().times(2);
    progress.say("preparing %d senders".formatted(plan.senders()));
    Senders senders = Senders.prepare(sending, plan, each);
    List<List<String>> transfers = senders.signTransfers(plan, each, prepayment);
    RunFolder folder = RunFolder.fresh(projectRoot.resolve("devnet/run/load"));
    try (AnvilNode copy = copyOf(sending, folder);
        Heights heights = Heights.begin(sending.to().node());
        Watch watch = Watch.begin(new Facts(network.file().kafka()), senders.addresses())) {
      progress.say("sending %d messages".formatted(plan.messages()));
      Instant begin = new Battery(sending.from().node()).fire(transfers);
      progress.say("the source has them all");
      await(plan, watch);
      progress.say("measuring what the destination chain alone can take");
      Ceiling ceiling = new Ceiling(sending.to(), copy, validators());
      double perSecond =
          ceiling.measure(
              watch.passages().iterator().next().message(),
              Math.max(FEWEST_AT_CEILING, plan.messages()));
      return figures(plan, begin, watch, heights, perSecond);
    } finally {
      folder.release();
    }
  }

  /** The destination as it was before the first delivery, on a node of its own. */
  private AnvilNode copyOf(Sending sending, RunFolder folder) {
    AnvilNode copy =
        AnvilNode.start(
            folder,
            projectRoot,
            new AnvilNode.Plan(
                "ceiling",
                sending.to().contracts().chainId(),
                Ports.free(),
                network.file().blockSeconds()));
    copy.node().call("anvil_loadState", sending.to().node().call("anvil_dumpState").asString());
    return copy;
  }

  private List<Account> validators() {
    return network.file().validators().stream()
        .limit(REQUIRED)
        .map(WorldFile.Keystore::open)
        .toList();
  }

  private void await(LoadPlan plan, Watch watch) {
    int over = -1;
    Instant moved = Instant.now();
    String last = "";
    while (over < plan.messages()) {
      Pause.millis(500);
      String state =
          "final %d, delivered %d, settled %d, refunded %d"
              .formatted(
                  watch.passages().size(),
                  watch.count(Passage::isDelivered),
                  watch.count(Passage::isSettled),
                  watch.count(Passage::isRefunded));
      over = watch.count(Passage::isOver);
      if (!state.equals(last)) {
        progress.say(state);
        last = state;
        moved = Instant.now();
      }
      if (moved.plus(STALLED).isBefore(Instant.now())) {
        throw new Failure(lost(plan, watch, state));
      }
    }
    int failed = watch.count(Passage::hasFailed);
    if (failed > 0) {
      throw new Failure(failed + " messages failed on the destination.");
    }
  }

  private static String lost(LoadPlan plan, Watch watch, String state) {
    List<String> stuck =
        watch.passages().stream()
            .filter(passage -> !passage.isOver())
            .map(passage -> passage.message().txid().hex())
            .limit(5)
            .toList();
    return "Nothing moved for %d s and %d of %d messages are not over (%s); for instance %s"
        .formatted(
            STALLED.toSeconds(),
            plan.messages() - watch.count(Passage::isOver),
            plan.messages(),
            state,
            stuck);
  }

  private Figures figures(
      LoadPlan plan, Instant begin, Watch watch, Heights heights, double ceiling) {
    List<Long> delivered = millis(watch, passage -> Optional.ofNullable(passage.deliveredAt()));
    List<Long> included = millis(watch, passage -> heights.of(passage.deliveredIn()));
    return new Figures(
        plan.messages(),
        rate(plan, begin, watch, Passage::deliveredAt),
        rate(plan, begin, watch, Passage::settledAt),
        Figures.percentile(delivered, 50),
        Figures.percentile(delivered, 95),
        Figures.percentile(delivered, 99),
        Figures.rate(ceiling),
        Figures.percentile(included, 50),
        Figures.percentile(included, 99),
        network.file().blockSeconds());
  }

  private static List<Long> millis(Watch watch, Function<Passage, Optional<Instant>> end) {
    return watch.passages().stream()
        .flatMap(
            passage ->
                end.apply(passage).stream()
                    .map(at -> Duration.between(passage.finalAt(), at).toMillis()))
        .sorted()
        .toList();
  }

  private static BigDecimal rate(
      LoadPlan plan, Instant begin, Watch watch, Function<Passage, @Nullable Instant> end) {
    Instant last = begin;
    for (Passage passage : watch.passages()) {
      Instant at = end.apply(passage);
      last = at != null && at.isAfter(last) ? at : last;
    }
    double seconds = Math.max(Duration.between(begin, last).toNanos() / 1e9, 0.001);
    return Figures.rate(plan.messages() / seconds);
  }
}
