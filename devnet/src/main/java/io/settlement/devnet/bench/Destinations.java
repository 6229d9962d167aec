// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.settlement.devnet.evm.Node;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.load.LoadPlan;
import io.settlement.devnet.load.LoadRun;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import io.settlement.devnet.world.WorldPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One destination, then two of the same kind with as many lanes each. A small block gas limit makes
 * the destination's node the bottleneck, far below what the machine can do: what is measured is
 * whether lanes of two chains get in each other's way.
 */
public final class Destinations {
  private static final int LANES = 4;
  private static final int HEAP = 384;
  private static final double SOURCE_BLOCKS = 0.25;
  private static final double DESTINATION_BLOCKS = 3;
  private static final String BATCH_GAS = "1000000";
  private static final String IN_FLIGHT = "4";

  private final Path root;
  private final Progress progress;

  /** In a world of its own. */
  public Destinations(Path root, Progress progress) {
    this.root = root;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param gasLimit of a destination's block
   * @param one sustained messages a second delivered and settled with one destination
   * @param two with two destinations and twice the lanes
   * @param ratio of the two
   * @param filled share of the first destination's block gas that was used meanwhile, in per cent:
   *     how much of a bottleneck it was
   * @param faults what was not exact
   */
  public record Result(
      @JsonProperty("destination_gas_limit") long gasLimit,
      @JsonProperty("one_destination_per_s") BigDecimal one,
      @JsonProperty("two_destinations_per_s") BigDecimal two,
      BigDecimal ratio,
      @JsonProperty("destination_gas_used_percent") long filled,
      List<String> faults) {}

  /**
   * Measures both in one world.
   *
   * @param each messages for each destination
   * @param gasLimit of a destination's block
   */
  public Result run(int each, long gasLimit) {
    WorldPlan plan =
        WorldPlan.load(root, SOURCE_BLOCKS)
            .withChains(List.of("Alpha", "Beta", "Gamma"))
            .withLanes(LANES)
            .withHeap(HEAP)
            .withRelayerSetting("settlement.relayer.courier.batch-gas-budget", BATCH_GAS)
            .withRelayerSetting("settlement.relayer.courier.in-flight", IN_FLIGHT);
    for (String destination : List.of("Beta", "Gamma")) {
      plan =
          plan.withGasLimit(destination, gasLimit)
              .withBlockSeconds(destination, DESTINATION_BLOCKS);
    }
    LoadPlan.Way first = new LoadPlan.Way("Alpha", "Beta");
    LoadPlan.Way second = new LoadPlan.Way("Alpha", "Gamma");
    try (World world = World.start(plan, progress)) {
      LoadRun run = new LoadRun(new Network(world.file()), root, progress);
      Node node = new Node(world.file().chain("Beta").rpcUrl());
      long before = node.height();
      LoadRun.Report one = run.run(new LoadPlan(each, 0, List.of(first), each / 5, false));
      long filled = filled(node, before, gasLimit);
      LoadRun.Report two = run.run(new LoadPlan(2 * each, 0, List.of(first, second), 0, false));
      List<String> faults =
          Stream.of(one, two).flatMap(report -> report.certificate().faults().stream()).toList();
      BigDecimal alone = one.figures().speed().sustained();
      BigDecimal both = two.figures().speed().sustained();
      BigDecimal ratio =
          alone.signum() == 0 ? BigDecimal.ZERO : both.divide(alone, 2, RoundingMode.HALF_UP);
      return new Result(gasLimit, alone, both, ratio, filled, faults);
    }
  }

  /** Of the blocks that had any transaction, the median share of gas used, in per cent. */
  private static long filled(Node node, long since, long gasLimit) {
    List<Node.Call> blocks =
        LongStream.rangeClosed(since + 1, node.height())
            .mapToObj(n -> List.of("0x" + Long.toHexString(n), false))
            .map(params -> new Node.Call("eth_getBlockByNumber", params))
            .toList();
    List<Long> used =
        node.batch(blocks).stream()
            .map((JsonNode block) -> Node.quantity(block.path("gasUsed")).longValueExact())
            .filter(gas -> gas > 0)
            .sorted()
            .toList();
    return used.isEmpty() ? 0 : 100 * used.get(used.size() / 2) / gasLimit;
  }
}
