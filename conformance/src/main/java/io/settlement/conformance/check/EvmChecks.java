// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static io.settlement.conformance.Requirement.evm;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Purse;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Unanswered;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/** Global variables and opcodes: what contracts see of their chain. */
final class EvmChecks {
  private static final String NUMBER = "43";
  private static final String BLOCKHASH = "40";
  private static final int DEEPEST = 256;
  private static final List<Integer> DEPTHS = List.of(1, 2, 3, 5, 10, 30, 70, 128, 200, 255, 256);
  private static final int HEADERS = 100;
  private static final long MILLISECONDS_FROM = 100_000_000_000L;
  private static final String EMPTY_HASH =
      "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470";

  /** Returns the call's selector as a number, then its data. */
  private static final String ECHO = "60003560e01c6000523660006020373660200160" + "00f3";

  private EvmChecks() {}

  static List<Check> all() {
    return List.of(
        rule(
            evm(
                "EVM-01",
                "blockhash",
                "blockhash returns the hash for the last 256 blocks.",
                "BLOCKHASH at eleven depths to 256 is the header's hash; beyond, and of the block"
                    + " itself, it is zero."),
            EvmChecks::blockhash),
        rule(
            evm(
                "EVM-02",
                "block.number",
                "block.number is the chain's own block number.",
                "NUMBER in a call pinned to a block is that block's number, one off at most; so"
                    + " for the newest."),
            EvmChecks::number),
        rule(
            evm(
                "EVM-03",
                "block.chainid",
                "block.chainid is the chain's id.",
                "CHAINID is eth_chainId, the declared id, and net_version in decimal."),
            EvmChecks::chainId),
        rule(
            evm(
                "EVM-04",
                "block.timestamp",
                "block.timestamp is in seconds since the Unix epoch.",
                "TIMESTAMP is the header's, in seconds; within the declared drift of the wall"
                    + " clock and a block's time; never less than the parent's over 100 headers."),
            EvmChecks::timestamp),
        rule(
            evm(
                "EVM-05",
                "block.coinbase, gaslimit, basefee, prevrandao",
                "The variables of the block are those of its header.",
                "COINBASE, GASLIMIT, BASEFEE and PREVRANDAO are the header's fields."),
            EvmChecks::header),
        rule(
            evm(
                    "EVM-06",
                    "block.blobbasefee, blobhash",
                    "The variables of blobs exist.",
                    "BLOBBASEFEE is a fee and BLOBHASH outside of a blob transaction is zero;"
                        + " reported only.")
                .reportOnly(),
            EvmChecks::blobs),
        rule(
            evm(
                "EVM-07",
                "gasleft, msg.sender, msg.value, tx.gasprice, tx.origin",
                "The variables of a transaction are what it says.",
                "A call with explicit from, value, gas price and gas is echoed exactly; GAS is"
                    + " within the gas given."),
            EvmChecks::transaction),
        rule(
            evm(
                "EVM-08",
                "msg.data, msg.sig",
                "A contract sees the data it is called with.",
                "A contract that echoes its calldata and selector, as an account's code for one"
                    + " call, else made within the call."),
            EvmChecks::data),
        row(
            evm(
                "EVM-09",
                "addmod, mulmod",
                "Arithmetic modulo a number is exact.",
                "ADDMOD and MULMOD of 10 and 10 modulo 8 are 4, and of the largest numbers too."),
            new Row("10 + 10 mod 8", "6008600a600a08", "4"),
            new Row("10 * 10 mod 8", "6008600a600a09", "4"),
            new Row("(2^256-1) + (2^256-1) mod 7", "6007600019600019" + "08", "2"),
            new Row("(2^256-1) * (2^256-1) mod 7", "6007600019600019" + "09", "1")),
        row(
            evm(
                "EVM-10",
                "keccak256",
                "keccak256 is Keccak, not SHA-3.",
                "KECCAK256 of nothing is c5d2…a470."),
            new Row("keccak256 of nothing", "60006000" + "20", EMPTY_HASH)),
        row(
            evm(
                "EVM-11",
                "The compiler's target",
                "Contracts of Solidity 0.8.24 and later run as they are compiled.",
                "PUSH0 pushes zero; else contracts have to be built for paris."),
            new Row("PUSH0", "5f", "0")));
  }

  /** One expression and the hexadecimal number it has to leave. */
  private record Row(String what, String expression, String expected) {}

  private static Check row(Requirement requirement, Row... rows) {
    return rule(
        requirement,
        (subject, probe) -> {
          Seen seen = new Seen();
          for (Row row : rows) {
            String found = probe.words("latest", row.expression).getFirst().toString(16);
            seen.equal(row.what, row.expected, found);
          }
          return seen.outcome();
        });
  }

  /** Decided with a probe; code that is refused breaks the rule. */
  interface Probing {
    Outcome look(Subject subject, Probe probe) throws InterruptedException;
  }

  static Check rule(Requirement requirement, Probing look) {
    return Rule.asking(
        requirement,
        subject -> {
          try {
            return look.look(subject, Probe.of(subject));
          } catch (Probe.Refusal e) {
            return Outcome.fail(String.valueOf(e.getMessage()));
          }
        });
  }

  private static Outcome blockhash(Subject subject, Probe probe) throws InterruptedException {
    Ledger ledger = new Ledger(subject.node());
    long block = ledger.head();
    List<String> asked = new ArrayList<>(List.of(NUMBER, NUMBER + BLOCKHASH, depth(DEEPEST + 1)));
    DEPTHS.forEach(depth -> asked.add(depth(depth)));
    List<BigInteger> found = probe.words(Quantity.hex(block), asked.toArray(String[]::new));
    long seenAs = found.getFirst().longValue();
    Seen seen =
        new Seen()
            .that(
                "block.number of the call", "about " + block, near(block, seenAs), found.getFirst())
            .equal("of the block itself", BigInteger.ZERO, found.get(1))
            .equal("of the 257th before", BigInteger.ZERO, found.get(2));
    if (!seen.right()) {
      return seen.outcome();
    }
    List<Integer> depths = DEPTHS.stream().filter(depth -> depth <= seenAs).toList();
    List<JsonNode> headers = ledger.blocks(depths.stream().map(depth -> seenAs - depth).toList());
    for (int i = 0; i < depths.size(); i++) {
      seen.equal(
          "at depth " + depths.get(i),
          headers.get(i).path("hash").asString(""),
          Numeric.toHexStringWithPrefixZeroPadded(found.get(3 + i), 64));
    }
    if (depths.size() < DEPTHS.size()) {
      seen.missing("the chain has only " + block + " blocks, 256 are needed");
    }
    return seen.figure("depths", depths.size()).outcome();
  }

  private static String depth(int depth) {
    return Code.push(depth) + NUMBER + "03" + BLOCKHASH;
  }

  private static Outcome number(Subject subject, Probe probe) throws InterruptedException {
    Ledger ledger = new Ledger(subject.node());
    long before = ledger.head();
    BigInteger pinned = probe.words(Quantity.hex(before), NUMBER).getFirst();
    BigInteger newest = probe.words("latest", NUMBER).getFirst();
    long after = ledger.head();
    return new Seen()
        .that("in block " + before, "that number", near(before, pinned), pinned)
        .that(
            "in the newest block",
            "%d to %d".formatted(before, after),
            between(before - 1, newest, after + 1),
            newest)
        .outcome();
  }

  private static boolean near(long block, long found) {
    return Math.abs(block - found) <= 1;
  }

  private static boolean near(long block, BigInteger found) {
    return between(block - 1, found, block + 1);
  }

  private static boolean between(long least, BigInteger found, long most) {
    return found.compareTo(BigInteger.valueOf(least)) >= 0
        && found.compareTo(BigInteger.valueOf(most)) <= 0;
  }

  private static Outcome chainId(Subject subject, Probe probe) throws InterruptedException {
    BigInteger told = Quantity.big(subject.node().ask("eth_chainId"));
    Seen seen = new Seen().equal("block.chainid", told, probe.words("latest", "46").getFirst());
    subject
        .declaration()
        .chain()
        .id()
        .ifPresent(id -> seen.equal("eth_chainId", BigInteger.valueOf(id), told));
    String version = subject.node().ask("net_version").asString("");
    return seen.equal("net_version", told.toString(), version).outcome();
  }

  private static Outcome timestamp(Subject subject, Probe probe) throws InterruptedException {
    Ledger ledger = new Ledger(subject.node());
    JsonNode newest = ledger.known("latest");
    long head = Quantity.of(newest.path("number"));
    long time = Quantity.of(newest.path("timestamp"));
    Instant now = subject.clock().instant();
    BigInteger found = probe.words(Quantity.hex(head), "42").getFirst();
    List<Long> times =
        ledger
            .blocks(LongStream.rangeClosed(Math.max(0, head - HEADERS + 1), head).boxed().toList())
            .stream()
            .map(header -> Quantity.of(header.path("timestamp")))
            .toList();
    Declaration.Chain chain = subject.declaration().chain();
    long between = times.size() < 2 ? 0 : (time - times.getFirst()) / (times.size() - 1);
    long drift = chain.timestampDrift().toSeconds();
    long late = drift + chain.blockTime().map(Duration::toSeconds).orElse(between);
    long age = now.getEpochSecond() - time;
    boolean seconds = time < MILLISECONDS_FROM;
    return new Seen()
        .equal("block.timestamp of block " + head, BigInteger.valueOf(time), found)
        .that("its unit", "seconds", seconds, seconds ? "seconds" : "milliseconds or less")
        .that(
            "its distance from the wall clock",
            "%d s before to %d s after".formatted(late, drift),
            -drift <= age && age <= late,
            age + " s before")
        .that(
            "the times of " + times.size() + " headers",
            "none less than its parent's",
            times.equals(times.stream().sorted().toList()),
            "between %d and %d".formatted(times.getFirst(), times.getLast()))
        .figure("age-s", age)
        .figure("between-blocks-s", between)
        .outcome();
  }

  private static Outcome header(Subject subject, Probe probe) throws InterruptedException {
    JsonNode header = new Ledger(subject.node()).known("latest");
    String block = header.path("number").asString("");
    List<BigInteger> found = probe.words(block, "41", "45", "44");
    Seen seen =
        new Seen()
            .equal("block.coinbase", Quantity.big(header.path("miner")), found.get(0))
            .equal("block.gaslimit", Quantity.big(header.path("gasLimit")), found.get(1))
            .equal("block.prevrandao", randomness(header), found.get(2));
    BigInteger fee = Quantity.big(header.path("baseFeePerGas"));
    BigInteger free = probe.words(block, "48").getFirst();
    // Where a call names no price some nodes let it see no fee: it has to pay to see it.
    BigInteger paid = free.equals(fee) ? free : asPayer(subject, probe, header, "48").getFirst();
    return seen.equal("block.basefee", fee, paid).outcome();
  }

  /** After the merge the mix hash, before it the difficulty. */
  private static BigInteger randomness(JsonNode header) {
    BigInteger difficulty =
        header.has("difficulty") ? Quantity.big(header.path("difficulty")) : BigInteger.ZERO;
    return difficulty.signum() != 0 || !header.has("mixHash")
        ? difficulty
        : Quantity.big(header.path("mixHash"));
  }

  private static Outcome blobs(Subject subject, Probe probe) throws InterruptedException {
    String declared = subject.declaration().chain().blobs() ? "declared" : "not declared";
    try {
      BigInteger fee = probe.words("latest", "4a").getFirst();
      BigInteger hash = probe.words("latest", "600049").getFirst();
      return new Seen()
          .that("block.blobbasefee", "a fee", fee.signum() > 0, fee)
          .equal("blobhash(0) outside of a blob transaction", BigInteger.ZERO, hash)
          .figure("blobs", declared)
          .outcome();
    } catch (Probe.Refusal e) {
      return Outcome.fail("blobs are " + declared + "; " + e.getMessage());
    }
  }

  private static Outcome transaction(Subject subject, Probe probe) throws InterruptedException {
    JsonNode header = new Ledger(subject.node()).known("latest");
    Payer payer = payers(subject, header).getFirst();
    List<BigInteger> found = asPayer(subject, probe, header, "33", "32", "34", "3a", "5a");
    BigInteger from = found.get(1);
    boolean known =
        payers(subject, header).stream()
            .anyMatch(one -> new BigInteger(one.address.substring(2), 16).equals(from));
    return new Seen()
        .that("tx.origin", "from, as " + payer.address, known, hex(from))
        .equal("msg.sender", hex(from), hex(found.get(0)))
        .equal("msg.value", Payer.VALUE, found.get(2).longValue())
        .equal("tx.gasprice", price(header), found.get(3))
        .that("gasleft", "1 to " + Payer.GAS, between(1, found.get(4), Payer.GAS), found.get(4))
        .outcome();
  }

  private static String hex(BigInteger address) {
    return Numeric.toHexStringWithPrefixZeroPadded(address, 40);
  }

  private static Outcome data(Subject subject, Probe probe) throws InterruptedException {
    String data = "c0ffee42" + "00ff10".repeat(13);
    String account = "0xc0de000000000000000000000000000000000456";
    Answer overridden =
        subject
            .node()
            .call(
                "eth_call",
                Map.of("to", account, "data", "0x" + data),
                "latest",
                Map.of(account, Map.of("code", "0x" + ECHO)));
    String found =
        overridden instanceof Answer.Result result && result.value().asString("").length() > 2
            ? result.value().asString("")
            : Numeric.toHexString(probe.run(Code.callOf(ECHO, data)));
    int selectorEnds = 2 + 64;
    return new Seen()
        .equal("bytes", 32 + data.length() / 2, found.length() / 2 - 1)
        .equal("msg.sig", "0".repeat(56) + data.substring(0, 8), part(found, 2, selectorEnds))
        .equal("msg.data", data, part(found, selectorEnds, found.length()))
        .outcome();
  }

  private static String part(String text, int from, int to) {
    return text.length() < to ? "" : text.substring(from, to);
  }

  /**
   * Who may pay in a call.
   *
   * @param address who
   * @param accounts what the account is taken to have
   */
  private record Payer(String address, Map<String, Object> accounts) {
    static final long VALUE = 7;
    static final long GAS = 200_000;

    static Payer rich(String address) {
      return new Payer(
          address, Map.of(address, Map.of("balance", "0x" + BigInteger.TEN.pow(21).toString(16))));
    }
  }

  /** Somebody made rich for the call; where that is refused, whoever has something. */
  private static List<Payer> payers(Subject subject, JsonNode header) {
    Set<String> known = new LinkedHashSet<>();
    subject.purse().map(Purse::address).ifPresent(known::add);
    known.add(header.path("miner").asString(""));
    known.add("0x" + "0".repeat(40));
    known.add("0x000000000000000000000000000000000000dead");
    List<Payer> payers =
        new ArrayList<>(List.of(Payer.rich("0x00000000000000000000000000000000c0ffee42")));
    known.forEach(address -> payers.add(new Payer(address, Map.of())));
    return payers;
  }

  private static List<BigInteger> asPayer(
      Subject subject, Probe probe, JsonNode header, String... expressions)
      throws InterruptedException {
    Optional<Probe.Refusal> refusal = Optional.empty();
    for (Payer payer : payers(subject, header)) {
      Map<String, Object> fields =
          Map.of(
              "from",
              payer.address,
              "value",
              Quantity.hex(Payer.VALUE),
              "gas",
              Quantity.hex(Payer.GAS),
              "gasPrice",
              "0x" + price(header).toString(16));
      try {
        return probe.words(header.path("number").asString(""), fields, payer.accounts, expressions);
      } catch (Probe.Refusal e) {
        refusal = Optional.of(e);
      }
    }
    throw new Unanswered(
        Unanswered.Cause.REFUSED,
        "no call that pays is taken: " + refusal.map(Throwable::getMessage).orElse(""));
  }

  private static BigInteger price(JsonNode header) {
    return Quantity.big(header.path("baseFeePerGas")).shiftLeft(1).add(BigInteger.ONE);
  }
}
