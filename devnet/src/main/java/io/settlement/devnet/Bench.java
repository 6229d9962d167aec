// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.devnet.bench.Bursts;
import io.settlement.devnet.bench.Destinations;
import io.settlement.devnet.bench.Fees;
import io.settlement.devnet.bench.Quotes;
import io.settlement.devnet.bench.Soak;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Measures what takes a world of its own. Fails when anything was not exact. */
final class Bench {
  private static final String USAGE =
      """
      ./devnet/bench bursts [--messages 40,300,5000]
             ./devnet/bench destinations [--messages N] [--gas-limit N]
             ./devnet/bench fees [--messages N] [--rate per-second] [--overrun-factor F] [--block-time seconds]
             ./devnet/bench quotes [--quotes N] [--rate per-second]
             ./devnet/bench soak [--messages N] [--rate per-second]\
      """;

  private Bench() {}

  public static void main(String[] given) {
    Command.run(
        () -> {
          String scenario = given.length == 0 ? "" : given[0];
          String[] rest = Stream.of(given).skip(1).toArray(String[]::new);
          Arguments arguments =
              Arguments.parse(
                  rest,
                  Set.of(
                      "--messages",
                      "--quotes",
                      "--gas-limit",
                      "--rate",
                      "--overrun-factor",
                      "--block-time"),
                  Set.of(),
                  USAGE);
          Progress progress = new Progress(System.err);
          switch (scenario) {
            case "bursts" -> bursts(arguments, progress);
            case "destinations" -> destinations(arguments, progress);
            case "fees" -> fees(arguments, progress);
            case "quotes" -> quotes(arguments, progress);
            case "soak" -> soak(arguments, progress);
            default -> throw new Failure("usage: " + USAGE);
          }
        });
  }

  private static void bursts(Arguments arguments, Progress progress) {
    String wanted = arguments.optional("--messages");
    List<Integer> sizes =
        wanted == null
            ? Bursts.SIZES
            : Arrays.stream(wanted.split(",", -1)).map(Bench::number).toList();
    Bursts.Result result = new Bursts(Command.projectRoot(), progress).run(sizes);
    report(result.table(), result.faults());
  }

  private static void destinations(Arguments arguments, Progress progress) {
    Destinations.Result result =
        new Destinations(Command.projectRoot(), progress)
            .run(arguments.count("--messages", 600), arguments.count("--gas-limit", 4_000_000));
    report(JsonMapper.shared().writeValueAsString(result), result.faults());
  }

  private static void fees(Arguments arguments, Progress progress) {
    String factor = arguments.optional("--overrun-factor");
    Fees.Result result =
        new Fees(Command.projectRoot(), progress)
            .run(
                arguments.count("--messages", 1_000),
                arguments.count("--rate", 2),
                factor == null ? "1.08" : factor,
                arguments.seconds("--block-time", 2));
    report(JsonMapper.shared().writeValueAsString(result), result.faults());
  }

  private static void quotes(Arguments arguments, Progress progress) {
    Quotes.Result result =
        new Quotes(Command.projectRoot(), progress)
            .run(arguments.count("--quotes", 6_000), arguments.count("--rate", 100));
    report(JsonMapper.shared().writeValueAsString(result), result.faults());
  }

  private static void soak(Arguments arguments, Progress progress) {
    Soak.Result result =
        new Soak(Command.projectRoot(), progress)
            .run(arguments.count("--messages", 100_000), arguments.count("--rate", 200));
    report(JsonMapper.shared().writeValueAsString(result), result.faults());
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Failure(text + " is not a number of messages.\nusage: " + USAGE, e);
    }
  }

  private static void report(String result, List<String> faults) {
    System.out.println(result);
    System.out.flush();
    if (!faults.isEmpty()) {
      throw new Failure("Not exact: " + String.join("; ", faults));
    }
  }
}
