// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.load.LoadPlan;
import io.settlement.devnet.load.LoadRun;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import io.settlement.devnet.world.WorldPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A long run: what a tenth of it and all of it leave in the heaps, and how long the statements take
 * at both points. Legs of a few thousand messages, each certified, keep the load itself small.
 */
public final class Soak {
  private static final int LEG = 10_000;
  private static final double BLOCK_SECONDS = 4;
  private static final int HEAP = 384;
  private static final int SHOWN = 12;

  private final Path root;
  private final Progress progress;

  /** In a world of its own. */
  public Soak(Path root, Progress progress) {
    this.root = root;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param first messages before the first look
   * @param messages before the second look
   * @param heap megabytes alive by service: at the first look, at the second, their ratio
   * @param heapRatio over all services
   * @param queryRatio time of the statements at the second look over that at the first
   * @param queries the statements that take most of the time
   * @param faults what was not exact
   */
  public record Result(
      int first,
      int messages,
      @JsonProperty("heap_mb") Map<String, List<Double>> heap,
      @JsonProperty("heap_ratio") double heapRatio,
      @JsonProperty("query_ratio") double queryRatio,
      Map<String, List<Double>> queries,
      List<String> faults) {}

  /** A look at the world after so many messages. */
  private record Look(Map<String, Double> heap, QueryTimes queries) {}

  /**
   * Runs it.
   *
   * @param messages in all; the first look is after a tenth
   * @param perSecond how many become due each second
   */
  public Result run(int messages, double perSecond) {
    int first = Math.max(messages / 10, 1);
    List<String> faults = new ArrayList<>();
    WorldPlan plan = WorldPlan.load(root, BLOCK_SECONDS).withHeap(HEAP).loggingQueries();
    try (World world = World.start(plan, progress)) {
      Look early = send(world, first, perSecond, faults);
      Look late = send(world, messages - first, perSecond, faults);
      List<QueryTimes.Change> changes = early.queries().against(late.queries());
      Map<String, List<Double>> heap = new TreeMap<>();
      early
          .heap()
          .forEach(
              (name, before) -> {
                double after = late.heap().getOrDefault(name, 0.0);
                heap.put(name, List.of(before, after, round(after / before)));
              });
      return new Result(
          first,
          messages,
          heap,
          round(sum(late.heap()) / sum(early.heap())),
          round(QueryTimes.ratio(changes)),
          shown(changes),
          faults);
    }
  }

  /** Sends so many; the statements of the last leg are the ones looked at. */
  private Look send(World world, int messages, double perSecond, List<String> faults) {
    LoadRun run = new LoadRun(new Network(world.file()), root, progress);
    Path log = new RunFolder(world.file().folder()).log("postgresql");
    long begin = size(log);
    for (int sent = 0; sent < messages; sent += LEG) {
      int leg = Math.min(LEG, messages - sent);
      begin = size(log);
      LoadPlan plan =
          new LoadPlan(leg, perSecond, List.of(new LoadPlan.Way("Alpha", "Beta")), 0, false);
      LoadRun.Report report = run.run(plan);
      faults.addAll(report.certificate().faults());
      progress.say("%d of %d: %s".formatted(sent + leg, messages, report.figures().json()));
    }
    QueryTimes queries = QueryTimes.read(log, begin, size(log));
    return new Look(Heap.alive(world.file()), queries);
  }

  private static Map<String, List<Double>> shown(List<QueryTimes.Change> changes) {
    Map<String, List<Double>> shown = new LinkedHashMap<>();
    changes.stream()
        .limit(SHOWN)
        .forEach(
            one ->
                shown.put(one.statement(), List.of(one.before(), one.after(), round(one.ratio()))));
    return shown;
  }

  private static double sum(Map<String, Double> values) {
    return values.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static long size(Path log) {
    try {
      return Files.size(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
