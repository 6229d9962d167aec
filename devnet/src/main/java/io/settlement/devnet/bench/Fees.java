// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.load.QuotedRun;
import io.settlement.devnet.load.Tide;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import io.settlement.devnet.world.WorldPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What messages were said to cost beside what they did cost, while the base fees of both chains
 * move by up to an eighth with each block.
 */
public final class Fees {
  private static final int HEAP = 384;
  private static final int LEARNED = 60;

  /** As many blocks as gas-service looks back at, so that it knows nothing of a calm before. */
  private static final int HISTORY = 100;

  private static final long SEED = 1;

  /** Faults that are told of with their figures. */
  private static final int SHOWN = 5;

  /** Nobody goes at the operator's cost because he went alone. */
  private static final String PATIENT = "1h";

  /** Those of a block share a transaction: who saves gas waits for company, who hurries pays. */
  private static final String BATCH_WAIT = "2s";

  private final Path root;
  private final Progress progress;

  /** In a world of its own. */
  public Fees(Path root, Progress progress) {
    this.root = root;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param messages that were sent, each with a quote of its own
   * @param aboveQuote how many cost more than was quoted
   * @param median what was quoted beyond the cost, in per cent of it
   * @param returned of that, what went back: the rest is the operator's margin
   * @param largest the same as the median of the message where it was most
   * @param smallest the same of the message where it was least
   * @param legs by name, over the transactions that were made
   * @param exact how many paid, after the refund, cost and margin to the wei
   * @param faults what must not be
   */
  public record Result(
      int messages,
      @JsonProperty("above_quote") int aboveQuote,
      @JsonProperty("median_excess_percent") double median,
      @JsonProperty("median_returned_percent") double returned,
      @JsonProperty("smallest_excess_percent") double smallest,
      @JsonProperty("largest_excess_percent") double largest,
      Map<String, LegFigures> legs,
      int exact,
      List<String> faults) {}

  /**
   * What was quoted of a leg for each that it was, in the median and at the lowest; and what it
   * was.
   *
   * @param units of gas
   * @param price of a unit
   * @param used units of gas that were used: a tenth of the messages less, half, a tenth more
   * @param together messages in one transaction, on average
   */
  public record LegFigures(
      double units,
      @JsonProperty("units_lowest") double unitsLowest,
      double price,
      @JsonProperty("price_lowest") double priceLowest,
      List<Long> used,
      double together) {

    private static final int TENTHS = 10;

    private static LegFigures of(List<QuotedRun.Leg> legs) {
      double[] units = legs.stream().mapToDouble(QuotedRun.Leg::units).sorted().toArray();
      double[] prices = legs.stream().mapToDouble(QuotedRun.Leg::price).sorted().toArray();
      long[] used = legs.stream().mapToLong(leg -> leg.used().units()).sorted().toArray();
      long transactions = legs.stream().map(QuotedRun.Leg::transaction).distinct().count();
      return new LegFigures(
          units[units.length / 2],
          units[0],
          prices[prices.length / 2],
          prices[0],
          List.of(
              used[used.length / TENTHS],
              used[used.length / 2],
              used[used.length - 1 - used.length / TENTHS]),
          (double) legs.size() / transactions);
    }
  }

  /**
   * Runs it; the first messages teach what this route uses and are in no figure.
   *
   * @param messages that count
   * @param perSecond how many are sent each second
   * @param overrunFactor so many times the prepaid price couriers offer at most
   * @param blockSeconds time between the blocks of either chain: fees move with blocks, couriers
   *     work by the clock
   */
  public Result run(int messages, double perSecond, String overrunFactor, double blockSeconds) {
    WorldPlan plan =
        WorldPlan.load(root, blockSeconds)
            .withHeap(HEAP)
            .withRelayerSetting("settlement.relayer.courier.overrun-factor", overrunFactor)
            .withRelayerSetting("settlement.relayer.courier.batch-wait", BATCH_WAIT)
            .withRelayerSetting("settlement.relayer.courier.patience.companions", PATIENT);
    try (World world = World.start(plan, progress)) {
      Network network = new Network(world.file());
      try (Tide source = new Tide(network.chain("Alpha").node(), SEED);
          Tide destination = new Tide(network.chain("Beta").node(), SEED + 1)) {
        source.begin();
        destination.begin();
        progress.say("letting base fees move for %d blocks".formatted(HISTORY));
        destination.awaitBlocks(HISTORY);
        QuotedRun run = new QuotedRun(network, progress);
        progress.say("learning from %d messages, which are not counted".formatted(LEARNED));
        run.run("Alpha", "Beta", LEARNED, perSecond);
        progress.say("sending %d messages, each with its own quote".formatted(messages));
        return result(run.run("Alpha", "Beta", messages, perSecond));
      }
    }
  }

  private static Result result(List<QuotedRun.Account> accounts) {
    List<Double> excess = accounts.stream().map(QuotedRun.Account::excessPercent).sorted().toList();
    List<Double> returned =
        accounts.stream().map(QuotedRun.Account::returnedPercent).sorted().toList();
    List<QuotedRun.Account> above =
        accounts.stream().filter(QuotedRun.Account::isAboveQuote).toList();
    List<QuotedRun.Account> inexact = accounts.stream().filter(one -> !one.isExact()).toList();
    List<String> faults = new ArrayList<>();
    if (!above.isEmpty()) {
      faults.add(
          above.size()
              + " cost more than was quoted, for instance "
              + above.subList(0, Math.min(above.size(), SHOWN)));
    }
    if (!inexact.isEmpty()) {
      faults.add(inexact.size() + " paid not what the terms say, for instance " + inexact.get(0));
    }
    return new Result(
        accounts.size(),
        above.size(),
        excess.get(excess.size() / 2),
        returned.get(returned.size() / 2),
        excess.get(0),
        excess.get(excess.size() - 1),
        accounts.stream()
            .flatMap(account -> account.legs().stream())
            .collect(
                Collectors.groupingBy(
                    QuotedRun.Leg::name,
                    TreeMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), LegFigures::of))),
        accounts.size() - inexact.size(),
        faults);
  }
}
