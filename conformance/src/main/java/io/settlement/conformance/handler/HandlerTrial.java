// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import io.settlement.conformance.Check;
import io.settlement.conformance.Node;
import io.settlement.conformance.Outcome;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Unanswered;
import io.settlement.conformance.Unanswered.Cause;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/**
 * One handler's trial: a fork of its chain, and the checks that try its code there. The checks look
 * one after another, each at the chain as it was forked.
 */
public final class HandlerTrial implements AutoCloseable {
  private static final String IMPLEMENTATION =
      "0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc";

  private final Fork fork;
  private final Stage stage;
  private final HandlerCase about;
  private final Optional<Node> elsewhere;
  private final String code;
  private Optional<Scene> scene = Optional.empty();

  private HandlerTrial(Fork fork, HandlerCase about, Optional<Node> elsewhere, String code) {
    this.fork = fork;
    this.stage = new Stage(fork.node());
    this.about = about;
    this.elsewhere = elsewhere;
    this.code = code;
  }

  /**
   * Forks the chain.
   *
   * @param chain a node of the handler's chain
   * @param elsewhere a node of the peer's chain
   * @throws Unanswered when there is no fork, or no code at the handler's address
   */
  public static HandlerTrial begin(
      Node chain, HandlerCase about, Optional<Node> elsewhere, ForkSettings settings)
      throws InterruptedException {
    Fork fork = Fork.of(chain, settings);
    try {
      return new HandlerTrial(fork, about, elsewhere, codeOf(fork.node(), about.handler()));
    } catch (RuntimeException e) {
      fork.close();
      throw e;
    }
  }

  /**
   * What a handler's behaviour comes from: the hash of its code, and behind a proxy (ERC-1967) of
   * its implementation's too.
   *
   * @throws Unanswered when the node does not answer, or there is no code
   */
  public static String codeOf(Node node, String handler) {
    String code = node.ask("eth_getCode", handler, "latest").asString();
    if (code.length() <= 2) {
      throw new Unanswered(Cause.REFUSED, "there is no code at " + handler);
    }
    String own = hash(code);
    String slot = node.ask("eth_getStorageAt", handler, IMPLEMENTATION, "latest").asString();
    if (Numeric.toBigInt(slot).signum() == 0) {
      return own;
    }
    String implementation = Abi.addressOf(slot, 0);
    return own + "+" + hash(node.ask("eth_getCode", implementation, "latest").asString());
  }

  private static String hash(String code) {
    return Numeric.toHexString(Hash.sha3(Numeric.hexStringToByteArray(code)));
  }

  /** The handler's code at the fork. */
  public String code() {
    return code;
  }

  /** Where the fork begins. */
  public Fork.Block block() {
    return fork.block();
  }

  /** The checks, in the order of their requirements. */
  public List<Check> checks() {
    return List.of(
        rule(HandlerRequirements.DELIVERED, MessageChecks::delivered),
        rule(HandlerRequirements.REPLAY, MessageChecks::replay),
        rule(HandlerRequirements.WRONG_CHAIN, MessageChecks::wrongChain),
        rule(HandlerRequirements.WRONG_HANDLER, MessageChecks::wrongHandler),
        rule(HandlerRequirements.CALLER, HandlerChecks::caller),
        rule(HandlerRequirements.REVERT, MessageChecks::batch),
        rule(HandlerRequirements.CALLBACK, HandlerChecks::callback),
        rule(HandlerRequirements.GAS, GasChecks::limit),
        rule(HandlerRequirements.GAS_GRIEF, GasChecks::grief),
        rule(HandlerRequirements.ANSWERS, GasChecks::answers),
        rule(HandlerRequirements.SIGNATURES, HandlerChecks::signatures),
        rule(HandlerRequirements.FACTS, ready -> HandlerChecks.facts(ready, elsewhere)));
  }

  private Check rule(Requirement requirement, Function<Scene, Outcome> look) {
    return new Rule(requirement, look, this);
  }

  private record Rule(Requirement requirement, Function<Scene, Outcome> looks, HandlerTrial trial)
      implements Check {
    @Override
    public Outcome look(Subject subject) {
      return trial.look(looks);
    }
  }

  private synchronized Outcome look(Function<Scene, Outcome> looks) {
    Scene ready = scene.orElseGet(() -> new Scene(stage, about));
    scene = Optional.of(ready);
    stage.reset();
    return looks.apply(ready).with("block", fork.block().number()).with("code", code);
  }

  @Override
  public void close() {
    fork.close();
  }
}
