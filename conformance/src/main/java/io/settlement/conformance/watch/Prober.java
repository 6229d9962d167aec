// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.watch;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Node;
import io.settlement.conformance.Unanswered;
import io.settlement.conformance.Unanswered.Cause;
import io.settlement.conformance.watch.Probe.Block;
import io.settlement.conformance.watch.Probe.Logs;
import io.settlement.conformance.watch.Probe.Sight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Looks at providers, one look at a time: four or five questions. */
public final class Prober {
  private static final Pattern NUMBER = Pattern.compile("0x[0-9a-fA-F]{1,15}");
  private static final Pattern NO_BLOOM = Pattern.compile("(0x)?0*");
  private static final int RECEIPTS = 3;

  /** The end of the year 9999, in seconds. */
  private static final long LATEST = 253_402_300_799L;

  private final Clock clock;

  /** Tells the time by this clock. */
  public Prober(Clock clock) {
    this.clock = clock;
  }

  /**
   * Looks once. Never throws for what a provider does.
   *
   * @param again a height that was called final before, to be named again
   */
  public Probe look(Node node, OptionalLong again) {
    Instant at = clock.instant();
    long start = System.nanoTime();
    try {
      JsonNode head = node.ask("eth_getBlockByNumber", "latest", false);
      Duration latency = Duration.ofNanos(System.nanoTime() - start);
      Sight sight =
          new Sight(
              number(node.ask("eth_chainId")), block(head), finals(node, again), logs(node, head));
      return new Probe(node.http(), at, latency, Optional.of(sight), Optional.empty());
    } catch (Unanswered e) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      return new Probe(node.http(), at, waited, Optional.empty(), Optional.of(e.kind()));
    }
  }

  private static List<Block> finals(Node node, OptionalLong again) {
    List<Block> finals = new ArrayList<>();
    if (node.call("eth_getBlockByNumber", "finalized", false) instanceof Answer.Result result
        && result.value().isObject()) {
      finals.add(block(result.value()));
    }
    if (again.isPresent()) {
      String height = "0x" + Long.toHexString(again.getAsLong());
      JsonNode block = node.ask("eth_getBlockByNumber", height, false);
      // Who is behind has not got it yet: that is lag, and no wrong answer.
      if (block.isObject()) {
        finals.add(block(block));
      }
    }
    return finals;
  }

  /** A bloom alone proves nothing where chains do not keep it: receipts do. */
  private static Logs logs(Node node, JsonNode head) {
    if (NO_BLOOM.matcher(head.path("logsBloom").asString("")).matches()) {
      return Logs.NONE;
    }
    String hash = head.path("hash").asString("");
    if (!node.ask("eth_getLogs", Map.of("blockHash", hash)).isEmpty()) {
      return Logs.SERVED;
    }
    boolean omitted =
        head.path("transactions")
            .valueStream()
            .limit(RECEIPTS)
            .map(transaction -> node.ask("eth_getTransactionReceipt", transaction))
            .anyMatch(receipt -> !receipt.path("logs").isEmpty());
    return omitted ? Logs.OMITTED : Logs.NONE;
  }

  private static Block block(JsonNode block) {
    String hash = block.path("hash").asString("").toLowerCase(Locale.ROOT);
    if (hash.isEmpty()) {
      throw new Unanswered(Cause.GARBAGE, "a block without a hash");
    }
    long time = number(block.path("timestamp"));
    if (time > LATEST) {
      throw new Unanswered(Cause.GARBAGE, "a block of a time that never comes: " + time);
    }
    return new Block(number(block.path("number")), hash, Instant.ofEpochSecond(time));
  }

  private static long number(JsonNode number) {
    String hex = number.asString("");
    if (!NUMBER.matcher(hex).matches()) {
      throw new Unanswered(Cause.GARBAGE, "not a number in hex: " + number);
    }
    return Long.parseLong(hex.substring(2), 16);
  }
}
