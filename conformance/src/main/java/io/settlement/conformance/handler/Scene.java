// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import io.settlement.conformance.Answer;
import io.settlement.conformance.Unanswered;
import io.settlement.conformance.Unanswered.Cause;
import io.settlement.conformance.handler.Abi.Part;
import io.settlement.conformance.handler.Delivered.Answered;
import io.settlement.conformance.handler.Delivered.Effect;
import io.settlement.conformance.handler.Delivered.Outcome;
import io.settlement.conformance.handler.Stage.Sent;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/**
 * A handler on a forked chain. The chain's own settlement and verifier contracts are in place; the
 * validators are keys of this run, set by the verifier's owner in the way it sets validators.
 */
final class Scene {
  /** Gas for the handler where gas is not what is tried. */
  static final long ROOM = HandlerCase.MOST_GAS;

  static final BigInteger AMOUNT = BigInteger.valueOf(1_000);
  static final String ANYBODY = "0x00000000000000000000000000000000c0ffee01";

  private static final String MANAGER = Abi.topic("MANAGER_ROLE");
  private static final String RESULT =
      Abi.topic("CrossChainHandleResult(uint256,uint8,string,string,address,uint256,uint8)");
  private static final String RECEIVES =
      Abi.selector(
          "receive_cross_chain_msg(uint256,string,uint256,uint256,uint8,bytes,uint8,bytes)");
  private static final BigInteger ADDRESSES = BigInteger.ONE.shiftLeft(160);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ERC20 = 5;
  private static final int SUCCESS = 2;
  private static final int FAILED = 3;

  private final Stage stage;
  private final HandlerCase about;
  private final boolean registered;
  private final String verifier;
  private final long chainId;
  private final byte[] domain;
  private final BigInteger peer;
  private final List<ECKeyPair> keys;
  private final int required;
  private final long limit;
  private long next = 1L << 40;

  /**
   * Sets the scene.
   *
   * @throws Unanswered when the contracts are not what the suite knows
   */
  Scene(Stage stage, HandlerCase about) {
    this.stage = stage;
    this.about = about;
    this.peer = Numeric.toBigInt(about.peer().handler());
    this.chainId = Numeric.toBigInt(stage.ask("eth_chainId").asString()).longValueExact();
    this.domain = Message.domain(chainId, about.settlement());
    this.verifier = address("signature_verifier()");
    this.registered = yes(Abi.call("is_registered_handler(address)", Abi.word(about.handler())));
    String said =
        stage.demand("required_validators()", verifier, Abi.call("required_validators()"));
    // With a threshold of one there would be nobody to count twice.
    this.required = Math.max(2, Abi.wordOf(said, 0).intValueExact());
    this.keys =
        Stream.generate(Scene::key)
            .limit(required + 1L)
            .sorted(Comparator.comparing(Keys::getAddress))
            .toList();
    validate();
    open();
    fund();
    this.limit =
        about
            .gas()
            .orElseGet(() -> Abi.wordOf(settled("default_handler_gas()"), 0).longValueExact());
    stage.keep();
  }

  private static ECKeyPair key() {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    secret[0] &= 0x7f;
    return ECKeyPair.create(secret);
  }

  private String settled(String view) {
    return stage.demand(view, about.settlement(), Abi.call(view));
  }

  private String address(String view) {
    return Abi.addressOf(settled(view), 0);
  }

  private boolean yes(String call) {
    return Abi.wordOf(stage.demand("whom it knows", about.settlement(), call), 0).signum() != 0;
  }

  // ---------------------------------------------------------------- before anything is tried

  /** The run's keys become the validators, as the verifier's owner would do it. */
  private void validate() {
    String owner = Abi.addressOf(stage.demand("owner()", verifier, Abi.call("owner()")), 0);
    stage.require(
        "naming a manager of the verifier",
        owner,
        verifier,
        Abi.call("grantRole(bytes32,address)", Abi.word(MANAGER), Abi.word(ANYBODY)));
    String waiting = stage.demand("scheduled()", verifier, Abi.call("scheduled()"));
    if (Abi.wordOf(waiting, 2).signum() != 0) {
      stage.require(
          "cancelling a scheduled set", ANYBODY, verifier, Abi.call("cancel_scheduled()"));
    }
    long delay =
        Abi.wordOf(stage.demand("min_delay()", verifier, Abi.call("min_delay()")), 0)
            .longValueExact();
    List<Part> members = keys.stream().map(key -> Abi.word("0x" + Keys.getAddress(key))).toList();
    stage.require(
        "scheduling validators",
        ANYBODY,
        verifier,
        Abi.call(
            "schedule_validators(address[],uint16,uint48)",
            Abi.array(members),
            Abi.word(required),
            Abi.word(stage.now() + delay + 60)));
    stage.pass(delay + 120);
    stage.require("activating validators", ANYBODY, verifier, Abi.call("activate_scheduled()"));
    String before = stage.demand("previous()", verifier, Abi.call("previous()"));
    if (Abi.wordOf(before, 2).signum() != 0) {
      stage.require("ending the old set", ANYBODY, verifier, Abi.call("revoke_previous()"));
    }
  }

  /** Nothing is paused, and the handler may send and be sent to. */
  private void open() {
    String to = about.settlement();
    stage.require(
        "naming a manager of the settlement contract",
        address("owner()"),
        to,
        Abi.call("add_manager(address)", Abi.word(ANYBODY)));
    if (yes(Abi.call("receiving_paused()"))) {
      stage.require("opening it", ANYBODY, to, Abi.call("unpause_receiving()"));
    }
    if (yes(Abi.call("sending_paused()"))) {
      stage.require("opening it", ANYBODY, to, Abi.call("unpause_sending()"));
    }
    if (yes(route("route_paused"))) {
      stage.require("opening the route", ANYBODY, to, route("unpause_route"));
    }
    if (!registered) {
      stage.require(
          "registering the handler",
          ANYBODY,
          to,
          Abi.call("register_handler(address)", Abi.word(about.handler())));
    }
  }

  private String route(String what) {
    return Abi.call(
        what + "(address,string,uint256)",
        Abi.word(about.handler()),
        Abi.text(about.peer().chain()),
        Abi.word(peer));
  }

  /** What arrives can be paid. */
  private void fund() {
    about
        .asset()
        .filter(HandlerCase.Asset::unlocks)
        .ifPresent(
            asset -> {
              BigInteger much = AMOUNT.multiply(BigInteger.valueOf(100));
              give(ANYBODY, much);
              approve(ANYBODY, much);
              Sent added =
                  stage.send(
                      ANYBODY, about.handler(), Abi.call("add_liquidity(uint256)", Abi.word(much)));
              if (!added.succeeded()) {
                // One that counts no liquidity pays from what it has.
                give(about.handler(), much);
              }
            });
  }

  private boolean give(String to, BigInteger amount) {
    return stage.tries("anvil_dealERC20", to, token(), "0x" + balance(to).add(amount).toString(16));
  }

  private void approve(String from, BigInteger amount) {
    stage.send(
        from,
        token(),
        Abi.call("approve(address,uint256)", Abi.word(about.handler()), Abi.word(amount)));
  }

  private String token() {
    return about.asset().map(HandlerCase.Asset::token).orElse("");
  }

  // ---------------------------------------------------------------- what is known

  Stage stage() {
    return stage;
  }

  HandlerCase about() {
    return about;
  }

  /** Whether the settlement contract knew the handler before this run. */
  boolean registered() {
    return registered;
  }

  /** Gas that an ordinary delivery may use. */
  long limit() {
    return limit;
  }

  long chainId() {
    return chainId;
  }

  BigInteger peer() {
    return peer;
  }

  int required() {
    return required;
  }

  BigInteger balance(String account) {
    String said =
        token().isEmpty()
            ? null
            : stage.view(token(), Abi.call("balanceOf(address)", Abi.word(account)));
    return said == null ? BigInteger.ZERO : Abi.wordOf(said, 0);
  }

  private BigInteger supply() {
    String said = token().isEmpty() ? null : stage.view(token(), Abi.call("totalSupply()"));
    return said == null ? BigInteger.ZERO : Abi.wordOf(said, 0);
  }

  // ---------------------------------------------------------------- messages

  static String stranger() {
    byte[] bytes = new byte[20];
    RANDOM.nextBytes(bytes);
    bytes[0] = 0x5a;
    return "0x" + HexFormat.of().formatHex(bytes);
  }

  /** One that the handler should take. */
  Message ordinary() {
    BigInteger txid = new BigInteger(255, RANDOM).add(BigInteger.ONE);
    String sender = stranger();
    String receiver = stranger();
    HandlerCase.Sample sample =
        about.sample().orElseGet(() -> new HandlerCase.Sample(ERC20, transfer(sender, receiver)));
    return new Message(
        txid,
        about.peer().chain(),
        Numeric.toBigInt(sender),
        peer,
        receiver,
        sample.type(),
        sample.message(),
        next++,
        ROOM,
        stage.now() + 86_400);
  }

  private String transfer(String sender, String receiver) {
    byte[] envelope = new byte[34];
    RANDOM.nextBytes(envelope);
    envelope[0] = 1;
    envelope[33] = ERC20;
    return Numeric.toHexString(
        Abi.concat(
            envelope,
            new byte[] {1},
            Abi.word(sender).bytes(),
            Abi.word(receiver).bytes(),
            Abi.word(about.peer().token().orElse("0x0")).bytes(),
            Abi.word(token()).bytes(),
            Abi.word(AMOUNT).bytes()));
  }

  byte[] certificate(Message message) {
    return certificate(message.digest(domain, about.chain(), about.handler()), keys(required));
  }

  /** The first so many keys, ascending. */
  List<ECKeyPair> keys(int count) {
    return keys.subList(0, count);
  }

  /** One too few of them, and one that is no validator's; ascending. */
  List<ECKeyPair> keysAndStranger() {
    return Stream.concat(keys(required - 1).stream(), Stream.of(key()))
        .sorted(Comparator.comparing(Keys::getAddress))
        .toList();
  }

  byte[] digest(Message message) {
    return message.digest(domain, about.chain(), about.handler());
  }

  static byte[] certificate(byte[] digest, List<ECKeyPair> signers) {
    return Abi.concat(
        signers.stream()
            .map(key -> Sign.signMessage(digest, key, false))
            .map(one -> Abi.concat(one.getR(), one.getS(), one.getV()))
            .toArray(byte[][]::new));
  }

  /** What the settlement contract says to a delivery, without making it. */
  Answer tryOne(Message message, byte[] certificate, long gas) {
    return stage.call(
        ANYBODY, about.settlement(), message.delivery(about.handler(), certificate), gas);
  }

  /** Delivers it by the settlement contract. */
  Delivered deliver(Message message) {
    return observe(
        message,
        () ->
            stage.send(
                ANYBODY,
                about.settlement(),
                message.delivery(about.handler(), certificate(message))));
  }

  /** Delivers them in one transaction. */
  Sent deliverAll(List<Message> messages) {
    List<Part> members =
        messages.stream()
            .map(message -> message.member(about.handler(), certificate(message)))
            .toList();
    return stage.send(
        ANYBODY,
        about.settlement(),
        Abi.call(
            "receive_cross_chain_msgs((uint256,string,uint256,uint256,address,uint8,bytes,uint64,"
                + "uint64,uint64,uint8,bytes)[])",
            Abi.array(members)));
  }

  /** How somebody sends. */
  interface Sending {
    Sent send();
  }

  /** Sends, and looks at what is different. */
  Delivered observe(Message message, Sending sending) {
    BigInteger paid = balance(message.to());
    BigInteger held = balance(about.handler());
    BigInteger made = supply();
    Sent sent = sending.send();
    Effect effect =
        new Effect(
            balance(message.to()).subtract(paid),
            supply().subtract(made),
            balance(about.handler()).subtract(held),
            logs(sent));
    return new Delivered(outcome(sent, message), effect, answered(sent));
  }

  private List<String> logs(Sent sent) {
    List<String> all = new ArrayList<>();
    for (JsonNode log : sent.logs()) {
      if (!log.path("address").asString().equalsIgnoreCase(about.settlement())) {
        all.add(log.path("address").asString() + " " + log.path("topics").path(0).asString(""));
      }
    }
    return all;
  }

  /** What the settlement contract logged of it. */
  Outcome outcome(Sent sent, Message message) {
    for (JsonNode log : sent.logs()) {
      boolean isOfIt =
          log.path("address").asString().equalsIgnoreCase(about.settlement())
              && log.path("topics").path(0).asString("").equals(RESULT)
              && Numeric.toBigInt(log.path("topics").path(1).asString()).equals(message.txid());
      if (isOfIt) {
        int status = Abi.wordOf(log.path("data").asString(), 0).intValueExact();
        return status == SUCCESS ? Outcome.SUCCESS : Outcome.FAILED;
      }
    }
    return Outcome.NOT_TAKEN;
  }

  /** The settlement contract's call to the handler, by the transaction's trace. */
  private Answered answered(Sent sent) {
    JsonNode root =
        stage.ask("debug_traceTransaction", sent.hash(), java.util.Map.of("tracer", "callTracer"));
    return handlerCall(root, 0);
  }

  private Answered handlerCall(JsonNode frame, int depth) {
    boolean isIt =
        frame.path("to").asString("").equalsIgnoreCase(about.handler())
            && frame.path("type").asString("").equals("CALL")
            && frame.path("input").asString("").startsWith(RECEIVES);
    if (isIt) {
      String output = frame.path("output").asString("0x");
      String error = frame.path("error").asString("");
      return new Answered(
          true,
          Numeric.toBigInt(frame.path("gasUsed").asString("0x0")).longValueExact(),
          Math.max(0, output.length() - 2) / 2,
          error.isEmpty() ? "answers " + shortened(output) : error + " " + shortened(output));
    }
    for (JsonNode inner : frame.path("calls")) {
      Answered found = handlerCall(inner, depth + 1);
      if (found.reached()) {
        return found;
      }
    }
    return new Answered(false, 0, 0, "was not called");
  }

  private static String shortened(String hex) {
    return hex.length() <= 74 ? hex : hex.substring(0, 74) + "…";
  }

  // ---------------------------------------------------------------- messages that leave

  /**
   * A message that the handler sent.
   *
   * @param sender whose tokens it took
   */
  record Left(BigInteger txid, String sender) {}

  /**
   * Makes the handler send.
   *
   * @throws Unanswered when it does not
   */
  Left leave() {
    String sender = stranger();
    String data = about.send().orElseGet(() -> transferOut(sender));
    Answer tried = stage.call(sender, about.handler(), data, Stage.MOST_GAS);
    if (tried instanceof Answer.Refused refused) {
      throw new Unanswered(Cause.REFUSED, "no message is sent: the call is " + refused);
    }
    Sent sent = stage.send(sender, about.handler(), data);
    for (JsonNode log : sent.logs()) {
      if (log.path("address").asString().equalsIgnoreCase(about.settlement())
          && log.path("topics").path(0).asString("").equals(MESSAGE)) {
        return new Left(Numeric.toBigInt(log.path("topics").path(1).asString()), sender);
      }
    }
    throw new Unanswered(Cause.REFUSED, "no message is sent: the call logs none");
  }

  private static final String MESSAGE =
      Abi.topic("CrossChainMsg(uint256,address,string,string,address,uint256,uint8,bytes)");

  private String transferOut(String sender) {
    if (about.asset().isEmpty()) {
      throw new Unanswered(Cause.REFUSED, "nobody said how it is made to send");
    }
    if (!give(sender, AMOUNT)) {
      throw new Unanswered(Cause.REFUSED, "nobody can be given some of " + token());
    }
    approve(sender, AMOUNT);
    return Abi.call(
        "cross_chain_erc20_settlement(string,uint256,uint256,uint256,uint256)",
        Abi.text(about.peer().chain()),
        Abi.word(peer),
        Abi.word(about.peer().token().orElse("0x0")),
        Abi.word(stranger()),
        Abi.word(AMOUNT));
  }

  /** The settlement contract's call that brings home that a message failed. */
  String failed(Left left) {
    byte[] digest = Message.callback(domain, left.txid(), about, peer, FAILED);
    return Abi.call(
        "receive_cross_chain_callback(uint256,string,uint256,address,uint8,uint8,bytes)",
        Abi.word(left.txid()),
        Abi.text(about.peer().chain()),
        Abi.word(peer),
        Abi.word(about.handler()),
        Abi.word(FAILED),
        Abi.word(0),
        Abi.bytes(certificate(digest, keys(required))));
  }

  /** What it calls on the handler then. */
  String failedCall(BigInteger txid) {
    return Abi.call(
        "receive_cross_chain_callback(uint256,string,uint256,uint8,uint8,bytes)",
        Abi.word(txid),
        Abi.text(about.peer().chain()),
        Abi.word(peer),
        Abi.word(FAILED),
        Abi.word(0),
        Abi.bytes(new byte[0]));
  }

  static BigInteger otherThan(BigInteger handler) {
    return handler.xor(BigInteger.ONE).mod(ADDRESSES);
  }
}
