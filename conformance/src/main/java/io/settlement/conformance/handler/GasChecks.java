// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Seen;
import io.settlement.conformance.handler.Delivered.Answered;
import io.settlement.conformance.handler.Stage.Sent;
import java.util.List;

/** What messages cost, and what handlers could do to others by it. */
final class GasChecks {
  private static final String TOO_LITTLE = Abi.selector("InsufficientHandlerGas(uint256,uint256)");
  private static final int WORD = 32;
  private static final int MOST_REVERT = 1_024;
  private static final int STEPS = 32;

  /** Of two and thirty parts of what an ordinary delivery uses. */
  private static final List<Integer> PARTS = List.of(4, 8, 12, 16, 20, 24, 26, 28, 30, 31);

  private GasChecks() {}

  static Outcome limit(Scene scene) {
    Delivered ample = scene.deliver(scene.ordinary());
    if (!ample.isSuccess()) {
      return MessageChecks.nothingDelivered(ample);
    }
    scene.stage().reset();
    Delivered found = scene.deliver(scene.ordinary().withGas(scene.limit()));
    return new Seen()
        .that(
            "an ordinary message with %d gas".formatted(scene.limit()),
            "SUCCESS",
            found.isSuccess(),
            "%s; it uses %d".formatted(found.outcome(), ample.call().gas()))
        .figure("handler-gas", ample.call().gas())
        .figure("declared-gas", scene.limit())
        .figure("percent-of-declared", ample.call().gas() * 100 / scene.limit())
        .outcome();
  }

  static Outcome grief(Scene scene) {
    Delivered ample = scene.deliver(scene.ordinary());
    if (!ample.isSuccess()) {
      return MessageChecks.nothingDelivered(ample);
    }
    Seen seen = new Seen();
    if (!ample.effect().isVisible()) {
      seen.missing("an ordinary message moves no token and logs nothing: halves cannot be told");
    }
    long used = ample.call().gas();
    for (int part : PARTS) {
      scene.stage().reset();
      long gas = used * part / STEPS;
      Delivered found = scene.deliver(scene.ordinary().withGas(gas));
      boolean whole = found.isSuccess() && found.effect().equals(ample.effect());
      boolean nothing = found.outcome() == Delivered.Outcome.FAILED && !found.effect().isVisible();
      seen.that(
          "with %d gas of %d".formatted(gas, used),
          "FAILED without effect, or the whole effect",
          whole || nothing,
          found.outcome() + ": " + found.effect().words());
    }
    neighbours(scene, seen, Math.max(1, used / 2));
    scene.stage().reset();
    Message greedy = scene.ordinary();
    Answer poor = scene.tryOne(greedy, scene.certificate(greedy), Scene.ROOM / 4);
    return seen.equal("a transaction with a quarter of it", TOO_LITTLE, Stage.refusal(poor))
        .figure("handler-gas", used)
        .outcome();
  }

  private static void neighbours(Scene scene, Seen seen, long little) {
    scene.stage().reset();
    Message first = scene.ordinary();
    Message starved = scene.ordinary().withGas(little);
    Message last = scene.ordinary();
    Sent sent = scene.deliverAll(List.of(first, starved, last));
    seen.equal(
            "in a batch, the one before it", Delivered.Outcome.SUCCESS, scene.outcome(sent, first))
        .that(
            "in a batch, one with half the gas",
            "an outcome",
            scene.outcome(sent, starved) != Delivered.Outcome.NOT_TAKEN,
            scene.outcome(sent, starved))
        .equal(
            "in a batch, the one after it", Delivered.Outcome.SUCCESS, scene.outcome(sent, last));
  }

  static Outcome answers(Scene scene) {
    Seen seen = new Seen();
    Delivered ample = scene.deliver(scene.ordinary());
    length(seen, "an ordinary message", ample.call());
    int refused = 0;
    for (Message message : refusals(scene)) {
      scene.stage().reset();
      Delivered found = scene.deliver(message);
      String what = message.payload().length() < 10 ? "an empty message" : "another's message";
      // One that it takes is another check's business.
      if (found.outcome() == Delivered.Outcome.FAILED && found.call().reached()) {
        refused++;
        length(seen, what, found.call());
        seen.that(
                "gas to refuse " + what,
                "at most " + scene.limit(),
                found.call().gas() <= scene.limit(),
                found.call().gas())
            .figure("gas-to-refuse-" + what.replace(' ', '-'), found.call().gas());
      }
    }
    return refused > 0 ? seen.outcome() : seen.missing("it refuses nothing").outcome();
  }

  private static List<Message> refusals(Scene scene) {
    return List.of(
        scene.ordinary().ofHandler(Scene.otherThan(scene.peer())),
        scene.ordinary().saying(MessageChecks.UNREADABLE.getFirst()),
        scene.ordinary().ofChain("Nowhere-in-conformance"));
  }

  private static void length(Seen seen, String what, Answered answered) {
    boolean answers = answered.words().startsWith("answers");
    int most = answers ? WORD : MOST_REVERT;
    seen.that(
        "bytes that come back for " + what,
        "at most " + most,
        answered.bytes() <= most,
        answered.bytes());
  }
}
