// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.conformance.Declaration;
import io.settlement.conformance.Finding;
import io.settlement.conformance.Node;
import io.settlement.conformance.Progress;
import io.settlement.conformance.Settings;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Suite;
import io.settlement.conformance.Verdict;
import io.settlement.conformance.handler.HandlerCase.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.web3j.utils.Numeric;

/**
 * The suite's own handlers keep every rule; of handlers that break one, each is found by its own
 * check and by no other without cause.
 */
class HandlerMatrixTest {
  private static final Settings SETTINGS = new Settings(1, Duration.ofSeconds(60));
  private static HandlerWorld world;

  @BeforeAll
  static void begins() {
    world = new HandlerWorld();
  }

  @AfterAll
  static void ends() {
    world.close();
  }

  /**
   * A broken handler.
   *
   * @param also what else is found, and the cause
   */
  private record Line(
      String requirement, String what, int fault, Map<String, Verdict> also, String cause) {
    static Line of(String requirement, String what, int fault) {
      return new Line(requirement, what, fault, Map.of(), "");
    }
  }

  /** Not the handler's fault, but its verifier's. */
  private static final int CARELESS = -1;

  private static final Map<String, Verdict> NOTHING_TO_TRY =
      Map.of(
          "HND-02", Verdict.UNKNOWN,
          "HND-06", Verdict.UNKNOWN,
          "HND-08", Verdict.UNKNOWN,
          "HND-09", Verdict.UNKNOWN);

  private static List<Line> lines() {
    return List.of(
        new Line(
            "HND-01",
            "it refuses everything",
            1,
            NOTHING_TO_TRY,
            "nothing is there to be repeated, starved or stood beside"),
        Line.of("HND-01", "it pays twice", 2),
        new Line(
            "HND-01",
            "it says true and pays nothing",
            3,
            Map.of("HND-09", Verdict.UNKNOWN),
            "what has no effect has none by halves"),
        Line.of("HND-02", "it takes again what it took", 4),
        Line.of("HND-03", "it allows its peer's number on any chain", 5),
        Line.of("HND-04", "it allows any handler of its peer's chain", 6),
        Line.of("HND-05", "anybody may bring messages", 7),
        Line.of("HND-05", "anybody may bring results", 8),
        Line.of("HND-06", "it says true to what it cannot read", 9),
        Line.of("HND-07", "it keeps what it was given", 10),
        Line.of("HND-07", "it gives back twice", 11),
        Line.of("HND-08", "it uses twice the gas", 12),
        Line.of("HND-09", "it says true when its payment ran out of gas", 13),
        Line.of("HND-10", "it burns all gas to refuse", 14),
        Line.of("HND-10", "it answers with 100,000 bytes", 15),
        Line.of("HND-11", "its settlement contract counts signatures, not signers", CARELESS),
        Line.of("HND-12", "it has no owner", 16),
        Line.of("HND-12", "it names another settlement contract", 17),
        Line.of("HND-12", "it says that its peer is not allowed", 18));
  }

  @Test
  void everyBrokenRuleIsFoundByItsOwnCheckAndByNoOtherWithoutCause() throws Exception {
    List<HandlerCase> cases = lines().stream().map(HandlerMatrixTest::broken).toList();
    world.settle();
    List<String> surprises = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Line line = lines().get(i);
      Map<String, Verdict> expected = new TreeMap<>(line.also());
      expected.put(line.requirement(), Verdict.FAIL);
      surprises.addAll(surprises(line.what(), cases.get(i), expected));
    }
    assertThat(surprises).isEmpty();
  }

  private static HandlerCase broken(Line line) {
    return line.fault() == CARELESS
        ? world.broken(0, world.settlement(world.create("CarelessVerifier")))
        : world.broken(line.fault(), world.settlement());
  }

  @Test
  void aHandlerThatBreaksNothingAndTheSuitesOwnKeepEveryRule() throws Exception {
    List<HandlerCase> cases =
        List.of(
            world.broken(0, world.settlement()),
            world.own(0),
            world.own(1),
            world.own(2),
            world.own(3));
    world.settle();
    List<String> surprises = new ArrayList<>();
    for (HandlerCase about : cases) {
      surprises.addAll(surprises("good", about, Map.of()));
    }
    assertThat(surprises).isEmpty();
  }

  @Test
  void aHandlerOfMessagesIsTriedWithItsPartnersSample() throws Exception {
    String handler = world.greeter();
    world.settle();
    byte[] envelope = new byte[34];
    envelope[0] = 1;
    String greeting =
        Numeric.toHexString(Abi.concat(envelope, "hello".getBytes(StandardCharsets.UTF_8)));
    HandlerCase about =
        new HandlerCase(
            HandlerWorld.CHAIN,
            world.settlement(),
            handler,
            HandlerWorld.PEER,
            Optional.empty(),
            Optional.of(new Sample(0, greeting)),
            Optional.of(
                Abi.call(
                    "cross_chain_msg_settlement(string,string)",
                    Abi.text(HandlerWorld.PEER.chain()),
                    Abi.text("hello"))),
            Optional.of(100_000L));
    assertThat(surprises("greeter", about, Map.of())).isEmpty();
  }

  @Test
  void aHandlerThatNobodyRegisteredIsTriedAllTheSame() throws Exception {
    HandlerCase about = world.broken(0, world.settlement());
    world.send(world.settlement(), Abi.call("remove_handler(address)", Abi.word(about.handler())));
    world.send(world.settlement(), Abi.call("pause_receiving()"));
    world.settle();
    try {
      assertThat(surprises("unregistered", about, Map.of("HND-12", Verdict.FAIL))).isEmpty();
    } finally {
      world.send(world.settlement(), Abi.call("unpause_receiving()"));
      world.settle();
    }
  }

  /** The peer's word is asked of its own chain; this chain stands for it. */
  @Test
  void whetherThePeerAllowsItIsAskedOnThePeersChain() throws Exception {
    HandlerCase known = allowedBy(0);
    HandlerCase forgotten = allowedBy(18);
    world.settle();
    try (Node elsewhere = world.node()) {
      assertThat(surprises("allowed", known, Map.of(), Optional.of(elsewhere))).isEmpty();
      assertThat(
              surprises(
                  "forgotten", forgotten, Map.of("HND-12", Verdict.FAIL), Optional.of(elsewhere)))
          .isEmpty();
    }
  }

  /** A good handler whose peer keeps, or forgets, that it is allowed. */
  private static HandlerCase allowedBy(int fault) {
    HandlerCase good = world.own(0);
    String token = HandlerWorld.PEER.token().orElseThrow();
    String peer =
        world.create(
            "BrokenHandler",
            Abi.word(world.settlement()),
            Abi.word(fault),
            Abi.text(HandlerWorld.CHAIN),
            Abi.word(good.handler()),
            Abi.word(token));
    String chain = HandlerWorld.PEER.chain();
    world.send(
        good.handler(), Abi.call("add_handler(string,uint256)", Abi.text(chain), Abi.word(peer)));
    world.send(
        good.handler(),
        Abi.call(
            "set_remote_token(string,uint256,uint256)",
            Abi.text(chain),
            Abi.word(peer),
            Abi.word(token)));
    return new HandlerCase(
        good.chain(),
        good.settlement(),
        good.handler(),
        new HandlerCase.Peer(chain, peer, Optional.of(token)),
        good.asset(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whoever changes the matrix finds the table to copy in target/handler-matrix.md. */
  @Test
  void theDocumentationShowsThisMatrix() throws Exception {
    Path module = Path.of(System.getProperty("basedir", "."));
    String table =
        lines().stream()
            .map(
                line ->
                    "| %s | %s | %s | %s |"
                        .formatted(
                            line.requirement(),
                            line.what(),
                            new TreeMap<>(line.also())
                                .entrySet().stream()
                                    .map(other -> other.getKey() + " " + other.getValue())
                                    .collect(Collectors.joining(", ")),
                            line.cause()))
            .collect(Collectors.joining("\n"));
    Files.writeString(module.resolve("target/handler-matrix.md"), table);
    assertThat(Files.readString(module.resolve("../docs/conformance.md"))).contains(table);
  }

  private static List<String> surprises(
      String what, HandlerCase about, Map<String, Verdict> expected) throws Exception {
    return surprises(what, about, expected, Optional.empty());
  }

  private static List<String> surprises(
      String what, HandlerCase about, Map<String, Verdict> expected, Optional<Node> elsewhere)
      throws Exception {
    try (Node node = world.node();
        HandlerTrial trial = HandlerTrial.begin(node, about, elsewhere, HandlerWorld.forks())) {
      Subject subject = Subject.of(List.of(node), Declaration.ofProviders(List.of(node.http())));
      Map<String, Finding> findings =
          new Suite(trial.checks()).run(subject, SETTINGS, Progress.unseen(), Map.of());
      assertThat(findings).hasSize(HandlerRequirements.all().size());
      return findings.values().stream()
          .filter(
              found ->
                  found.outcome().verdict()
                      != expected.getOrDefault(found.requirement(), Verdict.PASS))
          .map(
              found ->
                  "%s: %s is %s: %s %s"
                      .formatted(
                          what,
                          found.requirement(),
                          found.outcome().verdict(),
                          found.outcome().reason(),
                          found.outcome().evidence()))
          .toList();
    }
  }
}
