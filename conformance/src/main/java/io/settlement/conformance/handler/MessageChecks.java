// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Seen;
import io.settlement.conformance.handler.Stage.Sent;
import java.math.BigInteger;
import java.util.List;

/** What becomes of messages that arrive. */
final class MessageChecks {
  private static final String DONE = Abi.selector("InvalidTransactionStatus(uint256,uint8)");
  private static final String UNSIGNED = Abi.selector("InvalidSignatures(uint256,bytes32)");
  private static final String ELSEWHERE = "Nowhere-in-conformance";

  /** No MessageV1: nothing at all, and one of another version. */
  static final List<String> UNREADABLE = List.of("0x", "0x02" + "00".repeat(194));

  private MessageChecks() {}

  static Outcome delivered(Scene scene) {
    Delivered found = scene.deliver(scene.ordinary());
    Seen seen =
        new Seen()
            .that(
                "an ordinary message",
                "SUCCESS",
                found.isSuccess(),
                found.outcome() + ", the handler " + found.call().words());
    if (scene.about().asset().isPresent() && scene.about().sample().isEmpty()) {
      seen.equal("tokens that its receiver got", Scene.AMOUNT, found.effect().paid());
    }
    return seen.figure("effect", found.effect().words()).outcome();
  }

  static Outcome replay(Scene scene) {
    Message message = scene.ordinary();
    Delivered first = scene.deliver(message);
    if (!first.isSuccess()) {
      return nothingDelivered(first);
    }
    Answer again = scene.tryOne(message, scene.certificate(message), Stage.MOST_GAS);
    Seen seen =
        new Seen().equal("delivered again, the settlement contract", DONE, Stage.refusal(again));
    Answer direct =
        scene
            .stage()
            .call(
                scene.about().settlement(),
                scene.about().handler(),
                message.handlerCall(),
                Scene.ROOM);
    Delivered after =
        scene.observe(
            message,
            () ->
                scene
                    .stage()
                    .send(
                        scene.about().settlement(),
                        scene.about().handler(),
                        message.handlerCall()));
    return seen.that(
            "called again by the settlement contract",
            "a revert or false",
            !saysTrue(direct),
            words(direct))
        .that("tokens then", "none", !after.effect().movesTokens(), after.effect().words())
        .outcome();
  }

  static Outcome wrongChain(Scene scene) {
    HandlerCase about = scene.about();
    Message message = scene.ordinary();
    byte[] here = Message.domain(scene.chainId(), about.settlement());
    byte[] there = Message.domain(scene.chainId() + 1, about.settlement());
    Answer otherId =
        scene.tryOne(
            message,
            Scene.certificate(
                message.digest(there, about.chain(), about.handler()),
                scene.keys(scene.required())),
            Stage.MOST_GAS);
    Answer otherName =
        scene.tryOne(
            message,
            Scene.certificate(
                message.digest(here, ELSEWHERE, about.handler()), scene.keys(scene.required())),
            Stage.MOST_GAS);
    Delivered unlisted = scene.deliver(message.ofChain(ELSEWHERE));
    return refused(
            new Seen()
                .equal("signed for another chain id", UNSIGNED, Stage.refusal(otherId))
                .equal("signed for another chain's name", UNSIGNED, Stage.refusal(otherName)),
            "from a chain that is not allowed",
            unlisted)
        .outcome();
  }

  static Outcome wrongHandler(Scene scene) {
    Delivered other = scene.deliver(scene.ordinary().ofHandler(Scene.otherThan(scene.peer())));
    Delivered nobody = scene.deliver(scene.ordinary().ofHandler(BigInteger.ZERO));
    return refused(
            refused(new Seen(), "from another handler there", other),
            "from the handler with number zero",
            nobody)
        .outcome();
  }

  private static Seen refused(Seen seen, String what, Delivered found) {
    return seen.that(
            what,
            "FAILED",
            found.outcome() == Delivered.Outcome.FAILED,
            found.outcome() + ", the handler " + found.call().words())
        .that("tokens " + what, "none", !found.effect().movesTokens(), found.effect().words());
  }

  static Outcome batch(Scene scene) {
    Delivered alone = scene.deliver(scene.ordinary());
    if (!alone.isSuccess()) {
      return nothingDelivered(alone);
    }
    scene.stage().reset();
    // Four of them fit one transaction.
    long gas = Math.max(Scene.ROOM / 2, alone.call().gas() * 5 / 4);
    Message first = scene.ordinary().withGas(gas);
    Message empty = scene.ordinary().saying(UNREADABLE.getFirst()).withGas(gas);
    Message version = scene.ordinary().saying(UNREADABLE.getLast()).withGas(gas);
    Message last = scene.ordinary().withGas(gas);
    Sent sent = scene.deliverAll(List.of(first, empty, version, last));
    BigInteger paid = alone.effect().paid();
    return new Seen()
        .that("the batch", "is mined", sent.succeeded(), sent.succeeded() ? "is mined" : "reverts")
        .equal("the first, ordinary", Delivered.Outcome.SUCCESS, scene.outcome(sent, first))
        .equal("an empty message", Delivered.Outcome.FAILED, scene.outcome(sent, empty))
        .equal("one of another version", Delivered.Outcome.FAILED, scene.outcome(sent, version))
        .equal("the last, ordinary", Delivered.Outcome.SUCCESS, scene.outcome(sent, last))
        .equal("tokens of the first", paid, scene.balance(first.to()))
        .equal("tokens of the last", paid, scene.balance(last.to()))
        .outcome();
  }

  /** What needs an ordinary delivery is not known without one. */
  static Outcome nothingDelivered(Delivered found) {
    return Outcome.unknown(
        "no ordinary message takes effect (HND-01): the handler " + found.call().words());
  }

  static boolean saysTrue(Answer answer) {
    return answer instanceof Answer.Result result
        && result.value().asString("").length() >= 66
        && Abi.wordOf(result.value().asString(), 0).equals(BigInteger.ONE);
  }

  static String words(Answer answer) {
    if (answer instanceof Answer.Result) {
      return saysTrue(answer) ? "true" : "false";
    }
    return "a revert";
  }
}
