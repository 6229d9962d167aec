// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Seen;
import io.settlement.conformance.Unanswered;
import io.settlement.conformance.handler.Scene.Left;
import io.settlement.conformance.handler.Stage.Sent;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.web3j.crypto.ECKeyPair;

/** Who is heard, whose signatures count, and what comes home. */
final class HandlerChecks {
  private static final String DONE = Abi.selector("InvalidTransactionStatus(uint256,uint8)");
  private static final String UNSIGNED = Abi.selector("InvalidSignatures(uint256,bytes32)");

  private HandlerChecks() {}

  static Outcome caller(Scene scene) {
    HandlerCase about = scene.about();
    Message message = scene.ordinary();
    Seen seen = new Seen();
    BigInteger txid = new BigInteger("1");
    try {
      txid = scene.leave().txid();
      seen.figure("result", "of a message that is on its way");
    } catch (Unanswered unsent) {
      seen.figure("result", "of a message that nobody sent: " + unsent.getMessage());
    }
    for (String who : callers(scene)) {
      heard(seen, "a message from " + who, scene, who, message.handlerCall());
      heard(seen, "a result from " + who, scene, who, scene.failedCall(txid));
    }
    return seen.figure("handler", about.handler()).outcome();
  }

  private static List<String> callers(Scene scene) {
    String owner = scene.stage().view(scene.about().handler(), Abi.call("owner()"));
    return Stream.concat(
            Stream.of(Scene.stranger(), scene.about().handler()),
            owner == null ? Stream.of() : Stream.of(Abi.addressOf(owner, 0)))
        .toList();
  }

  private static void heard(Seen seen, String what, Scene scene, String who, String call) {
    Answer answer = scene.stage().call(who, scene.about().handler(), call, Scene.ROOM);
    seen.that(what, "a revert", answer instanceof Answer.Refused, MessageChecks.words(answer));
  }

  static Outcome callback(Scene scene) {
    Left left = scene.leave();
    HandlerCase about = scene.about();
    BigInteger given = scene.balance(left.sender());
    boolean movesTokens = about.asset().isPresent() && about.send().isEmpty();
    Seen seen = new Seen();
    if (movesTokens) {
      seen.equal("tokens of the sender while it is on its way", BigInteger.ZERO, given);
    }
    Sent home = scene.stage().send(Scene.ANYBODY, about.settlement(), scene.failed(left));
    seen.that(
        "the failure coming home",
        "is taken in",
        home.succeeded(),
        home.succeeded() ? "is taken in" : "reverts");
    BigInteger back = scene.balance(left.sender());
    if (movesTokens) {
      seen.equal("tokens of the sender then", Scene.AMOUNT, back);
    } else {
      seen.figure("escrow", "not known of this handler: only that the result is taken in");
    }
    Answer again =
        scene.stage().call(Scene.ANYBODY, about.settlement(), scene.failed(left), Stage.MOST_GAS);
    if (home.succeeded()) {
      seen.equal("the same once more", DONE, Stage.refusal(again));
    }
    scene.stage().send(about.settlement(), about.handler(), scene.failedCall(left.txid()));
    return seen.equal(
            "tokens of the sender after the settlement contract called twice",
            back,
            scene.balance(left.sender()))
        .outcome();
  }

  static Outcome signatures(Scene scene) {
    Message message = scene.ordinary();
    byte[] digest = scene.digest(message);
    ECKeyPair first = scene.keys(1).getFirst();
    List<ECKeyPair> repeated = Stream.generate(() -> first).limit(scene.required()).toList();
    List<ECKeyPair> enough = scene.keys(scene.required());
    return new Seen()
        .equal("enough validators", "is taken", tried(scene, message, digest, enough))
        .equal("one of them, repeated", UNSIGNED, tried(scene, message, digest, repeated))
        .equal(
            "one too few",
            UNSIGNED,
            tried(scene, message, digest, scene.keys(scene.required() - 1)))
        .equal(
            "one too few and a stranger",
            UNSIGNED,
            tried(scene, message, digest, scene.keysAndStranger()))
        .figure("threshold", scene.required())
        .outcome();
  }

  private static String tried(
      Scene scene, Message message, byte[] digest, List<ECKeyPair> signers) {
    return Stage.refusal(scene.tryOne(message, Scene.certificate(digest, signers), Stage.MOST_GAS));
  }

  /**
   * @param elsewhere the peer's chain, where somebody knows a node of it
   */
  static Outcome facts(Scene scene, Optional<Node> elsewhere) {
    HandlerCase about = scene.about();
    Stage stage = scene.stage();
    Seen seen =
        new Seen()
            .that(
                "owner()",
                "somebody",
                !view(stage, about.handler(), "owner()").equals(NOBODY),
                view(stage, about.handler(), "owner()"))
            .that(
                "settlement()",
                about.settlement(),
                view(stage, about.handler(), "settlement()").equalsIgnoreCase(about.settlement()),
                view(stage, about.handler(), "settlement()"))
            .equal("registered with the settlement contract", true, scene.registered());
    whitelist(seen, scene);
    elsewhere.ifPresentOrElse(
        node -> whitelistThere(seen, scene, node),
        () ->
            seen.figure(
                "peer's whitelist", "no node of %s is known".formatted(about.peer().chain())));
    return seen.outcome();
  }

  private static final String NOBODY = "0x" + "0".repeat(40);

  private static String view(Stage stage, String contract, String view) {
    String said = stage.view(contract, Abi.call(view));
    return said == null ? NOBODY : Abi.addressOf(said, 0);
  }

  /** A handler of messages may keep its whitelist in its own way: deliveries show it. */
  private static void whitelist(Seen seen, Scene scene) {
    HandlerCase about = scene.about();
    String said =
        scene.stage().view(about.handler(), allows(about.peer().chain(), about.peer().handler()));
    if (said == null) {
      seen.figure("whitelist", "does not say is_valid_handler; shown by HND-01, HND-03, HND-04");
    } else {
      seen.equal("it allows its peer", BigInteger.ONE, Abi.wordOf(said, 0));
    }
  }

  private static void whitelistThere(Seen seen, Scene scene, Node node) {
    HandlerCase about = scene.about();
    Answer said =
        node.call(
            "eth_call",
            Map.of("to", about.peer().handler(), "data", allows(about.chain(), about.handler())),
            "latest");
    if (said instanceof Answer.Result result && result.value().asString("").length() >= 66) {
      seen.equal("its peer allows it", BigInteger.ONE, Abi.wordOf(result.value().asString(), 0));
    } else {
      seen.figure("peer's whitelist", "does not say is_valid_handler");
    }
  }

  private static String allows(String chain, String handler) {
    return Abi.call("is_valid_handler(string,uint256)", Abi.text(chain), Abi.word(handler));
  }
}
