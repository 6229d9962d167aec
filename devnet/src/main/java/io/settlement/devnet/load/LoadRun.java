// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.load;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Ports;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.AnvilNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One measurement: prepare and sign, warm up, send, wait until every message is over, then ask the
 * chains alone.
 */
public final class LoadRun {
  private static final int FEWEST_AT_CEILING = 10_000;
  private static final int REQUIRED = 2;

  private final Network network;
  private final Path projectRoot;
  private final Progress progress;
  private final Books.Retelling retelling;

  private LoadRun(Network network, Path projectRoot, Progress progress, Books.Retelling retelling) {
    this.network = network;
    this.projectRoot = projectRoot;
    this.progress = progress;
    this.retelling = retelling;
  }

  /** In a running world. */
  public LoadRun(Network network, Path projectRoot, Progress progress) {
    this(network, projectRoot, progress, Books.Retelling.WORD_FOR_WORD);
  }

  /** The same where services come back with older databases: they say again what they knew. */
  public LoadRun withRestoredServices() {
    return new LoadRun(network, projectRoot, progress, Books.Retelling.AT_ANOTHER_TIME);
  }

  /**
   * What came of it.
   *
   * @param figures how fast
   * @param certificate whether every message is exactly once everywhere
   */
  public record Report(Figures figures, Certificate certificate) {}

  /** Runs it; messages that are lost or repeated are in the certificate. */
  public Report run(LoadPlan plan) {
    return run(plan, () -> {});
  }

  /**
   * The same.
   *
   * @param whenSent called when the last message was handed to its source
   */
  public Report run(LoadPlan plan, Runnable whenSent) {
    if (plan.warmUp() > 0) {
      progress.say("warming up with %d messages, which are not counted".formatted(plan.warmUp()));
      pass(plan.counting(plan.warmUp()), () -> {}, null);
    }
    if (!plan.ceiling()) {
      return pass(plan, whenSent, null);
    }
    RunFolder folder = RunFolder.fresh(projectRoot.resolve("devnet/run/load"));
    try (AnvilNode copy = copyOf(destination(plan), folder)) {
      return pass(plan, whenSent, copy);
    } finally {
      folder.release();
    }
  }

  private Report pass(LoadPlan plan, Runnable whenSent, @Nullable AnvilNode copy) {
    progress.say("signing %d messages".formatted(plan.messages()));
    Volley volley = Volley.prepare(network, plan);
    Audit audit = Audit.begin(network, volley, retelling);
    try (Heights heights = Heights.begin(network);
        Watch watch = Watch.begin(new Facts(network.file().kafkaClient()), volley.senders())) {
      Meters before = Meters.read(network.file());
      progress.say(
          plan.isBurst()
              ? "sending all of them at once"
              : "sending %s each second".formatted(plan.perSecond()));
      Battery.Departures departures =
          plan.isBurst()
              ? Battery.fire(volley.shots())
              : Battery.fire(volley.shots(), plan.perSecond());
      progress.say("the source has them all");
      whenSent.run();
      await(plan, watch);
      Meters used = Meters.read(network.file()).per1000Since(before, plan.messages());
      progress.say("asking the chains what became of each message");
      Certificate certificate = audit.certify();
      double ceiling = copy == null ? 0 : ceiling(plan, watch, copy);
      Timings timings = new Timings(departures, watch.passages(), heights);
      return new Report(Figures.of(plan, timings, used, ceiling, certificate), certificate);
    }
  }

  /** The destination as it was before the first delivery, on a node of its own. */
  private AnvilNode copyOf(Chain destination, RunFolder folder) {
    AnvilNode copy =
        AnvilNode.start(
            folder,
            projectRoot,
            new AnvilNode.Plan(
                "ceiling",
                destination.contracts().chainId(),
                Ports.free(),
                network.file().chain(destination.name()).blockSeconds()));
    copy.node().call("anvil_loadState", destination.node().call("anvil_dumpState").asString());
    return copy;
  }

  private Chain destination(LoadPlan plan) {
    return network.chain(plan.ways().get(0).to());
  }

  private double ceiling(LoadPlan plan, Watch watch, AnvilNode copy) {
    String first = plan.ways().get(0).to();
    progress.say("measuring what %s alone can take".formatted(first));
    List<Account> validators =
        network.file().validators().stream().limit(REQUIRED).map(WorldFile.Keystore::open).toList();
    return watch.passages().stream()
        .map(Passage::message)
        .filter(message -> message.to().chain().value().equals(first))
        .findFirst()
        .map(
            message ->
                new Ceiling(destination(plan), copy, validators)
                    .measure(message, Math.max(FEWEST_AT_CEILING, plan.messages())))
        .orElse(0.0);
  }

  /** Until all are over, or nothing moves any more: then the certificate says what is missing. */
  private void await(LoadPlan plan, Watch watch) {
    if (!watch.awaitOver(plan.messages(), progress)) {
      progress.say(
          "nothing has moved for %d s; for instance %s"
              .formatted(Watch.STALLED.toSeconds(), unfinished(watch)));
    }
  }

  private static List<String> unfinished(Watch watch) {
    return watch.passages().stream()
        .filter(passage -> !passage.isOver())
        .map(passage -> passage.message().txid().hex())
        .limit(5)
        .toList();
  }
}
