// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.bench;

import io.settlement.devnet.journey.Network;
import io.settlement.devnet.load.LoadPlan;
import io.settlement.devnet.load.LoadRun;
import io.settlement.devnet.load.Paces;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import io.settlement.devnet.world.WorldPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Bursts of every size from sources of every block time, to one destination; nothing may be lost.
 * All sources are chains of one world.
 */
public final class Bursts {
  /** Sizes that have to be shown. */
  public static final List<Integer> SIZES = List.of(40, 300, 5000);

  private static final String DESTINATION = "Beta";
  private static final double DESTINATION_BLOCKS = 0.25;
  private static final Map<String, Double> SOURCES = sources();
  private static final int HEAP = 384;

  private final Path root;
  private final Progress progress;

  /** In a world of its own. */
  public Bursts(Path root, Progress progress) {
    this.root = root;
    this.progress = progress;
  }

  /** The table and whether every cell of it is exact. */
  public record Result(String table, List<String> faults) {}

  /** Runs the matrix. */
  public Result run(List<Integer> sizes) {
    List<String> lines = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    lines.add("messages  source block  settled  lost  duplicated  settled/s  p50 ms  p99 ms");
    WorldPlan plan =
        WorldPlan.load(root, DESTINATION_BLOCKS)
            .withChains(List.of("Alpha", DESTINATION, "Gamma", "Delta"))
            .withHeap(HEAP);
    for (Map.Entry<String, Double> source : SOURCES.entrySet()) {
      plan = plan.withBlockSeconds(source.getKey(), source.getValue());
    }
    try (World world = World.start(plan, progress);
        Paces paces = Paces.of(new Network(world.file()), SOURCES)) {
      paces.begin();
      for (int size : sizes) {
        for (Map.Entry<String, Double> source : SOURCES.entrySet()) {
          progress.say("a burst of %d from blocks of %s s".formatted(size, source.getValue()));
          LoadRun.Report report = burst(world, source.getKey(), size);
          lines.add(line(size, source.getValue(), report));
          report.certificate().faults().forEach(fault -> faults.add(size + ": " + fault));
          progress.say(lines.get(lines.size() - 1));
        }
      }
    }
    return new Result(String.join("\n", lines), faults);
  }

  private LoadRun.Report burst(World world, String source, int size) {
    LoadPlan plan = new LoadPlan(size, 0, List.of(new LoadPlan.Way(source, DESTINATION)), 0, false);
    return new LoadRun(new Network(world.file()), root, progress).run(plan);
  }

  private static String line(int size, double blockSeconds, LoadRun.Report report) {
    return String.format(
        Locale.ROOT,
        "%8d  %10.2f s  %7d  %4d  %10d  %9s  %6d  %6d",
        size,
        blockSeconds,
        report.certificate().settled(),
        report.certificate().lost(),
        report.certificate().duplicated(),
        report.figures().speed().settled(),
        report.figures().delay().p50(),
        report.figures().delay().p99());
  }

  private static Map<String, Double> sources() {
    Map<String, Double> sources = new LinkedHashMap<>();
    sources.put("Alpha", 1.0);
    sources.put("Gamma", 0.25);
    sources.put("Delta", 0.1);
    return sources;
  }
}
