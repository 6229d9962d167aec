// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.Sent;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.world.Service;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.TokenAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** A chain that nobody configured, from its team's application to settled messages both ways. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(SharedWorld.USER)
class OnboardingJourney {
  private static final String NAME = "Gamma";
  private static final String OTHER = "Alpha";
  private static final int CREATED = 201;

  private final Network world = SharedWorld.network();

  @Test
  void aNewChainIsAppliedForCheckedAndServedWhileNothingIsRestarted() {
    Map<String, Long> processes = processes();
    Newcomer team = Newcomer.start(NAME, 31339, world);

    Dossier dossier = Dossier.apply(world, team);
    dossier.decide("REVIEW");
    dossier.decide("SCHEDULE_CALL");
    dossier.decide("HOLD_CALL");
    dossier.waive("CONFORMANCE_PASSED", "a test network of our own");

    Newcomer.Terms terms = terms();
    team.deploy(terms);
    team.pairWith(OTHER);
    dossier.state("TESTNET", deployment(team));
    dossier.pass("SETTLEMENT_DEPLOYED");
    dossier.pass("HANDLER_DEPLOYED");

    team.fund(terms.submitters());
    enterIntoTheBook(team, terms);
    dossier.admitNodes("TESTNET");
    tellValidators(team);
    tellWhatTheTokenIsWorth();

    Network joined = team.network();
    Sending there = joined.from(OTHER).to(NAME);
    Sending back = joined.from(NAME).to(OTHER);
    awaitQuotes(there, back);
    sendBothWays(there, back);
    failOnce(team, there);
    dossier.pass("LAYER_INTEGRATED");
    dossier.pass("MESSAGES_TESTED");

    dossier.state("MAINNET", deployment(team));
    dossier.pass("MAINNET_DEPLOYED");
    assertThat(dossier.decide("GO_LIVE").path("stage").asString()).isEqualTo("LIVE");
    booksAreProved(team, terms);
    assertThat(processes()).isEqualTo(processes);
  }

  /** Everything that runs, by its name. */
  private static Map<String, Long> processes() {
    return SharedWorld.world().services().stream()
        .filter(Service::isAlive)
        .collect(Collectors.toMap(Service::name, service -> service.process().pid()));
  }

  /** What the operator answers a team that asks before it deploys. */
  private Newcomer.Terms terms() {
    JsonNode set =
        world.operator().get("/v1/validators/" + OTHER).orFail("asking for validators").json();
    List<EvmAddress> validators = new ArrayList<>();
    set.path("validators").forEach(one -> validators.add(new EvmAddress(one.asString())));
    Map<String, Object> bound =
        new LinkedHashMap<>(world.from(OTHER).to("Beta").quoteRequest("1000"));
    bound.put("sender", world.user().address());
    bound.put("receiver", world.user().address());
    JsonNode quote = world.partner().post("/v1/quotes", bound).orFail("asking for a quote").json();
    return new Newcomer.Terms(
        validators,
        set.path("required").asInt(),
        new EvmAddress(quote.at("/signed/signer").asString()),
        world.file().newcomersSubmitters());
  }

  private static Map<String, Object> deployment(Newcomer team) {
    WorldFile.Contracts contracts = team.contracts();
    WorldFile.Handler handler = team.handler();
    return Map.of(
        "settlement", contracts.settlement(),
        "verifier", contracts.verifier(),
        "gasService", contracts.gasService(),
        "handlers",
            List.of(
                Map.of(
                    "address", handler.handler(),
                    "token", handler.token(),
                    "decimals", handler.decimals(),
                    "mode", handler.mode(),
                    "counterparts", List.of(counterpart(team).on(OTHER).toString()))));
  }

  private static WorldFile.Handler counterpart(Newcomer team) {
    return team.network().chain(OTHER).contracts().handler(team.handler().mode().pair());
  }

  /** What an operator writes into the book. */
  private void enterIntoTheBook(Newcomer team, Newcomer.Terms terms) {
    WorldFile.Contracts contracts = team.contracts();
    WorldFile.Handler handler = team.handler();
    put(
        world.operator(),
        "/v1/chains/" + NAME,
        Map.of(
            "chainId", contracts.chainId(),
            "settlement", contracts.settlement(),
            "gasService", contracts.gasService(),
            "verifier", contracts.verifier()));
    put(
        world.operator(),
        "/v1/validators/" + NAME,
        Map.of("required", terms.required(), "validators", terms.validators()));
    put(
        world.operator(),
        "/v1/handlers/" + NAME + "/" + handler.handler(),
        Map.of(
            "token", handler.token(),
            "decimals", handler.decimals(),
            "mode", handler.mode(),
            "artifact", "mintBurn"));
    String here = handler.on(NAME).toString();
    String there = counterpart(team).on(OTHER).toString();
    put(world.operator(), "/v1/routes", Map.of("from", here, "to", there));
    put(world.operator(), "/v1/routes", Map.of("from", there, "to", here));
  }

  /** Each believes its own operator alone. */
  private void tellValidators(Newcomer team) {
    WorldFile.Contracts contracts = team.contracts();
    Map<String, Object> told =
        Map.of(
            "chainId", contracts.chainId(),
            "providers", List.of(Map.of("url", team.rpcUrl().toString())),
            "settlement", contracts.settlement(),
            "gasService", contracts.gasService(),
            "verifier", contracts.verifier());
    world.file().services().keySet().stream()
        .filter(name -> name.startsWith("validator"))
        .sorted()
        .forEach(name -> put(world.file().door(name), "/v1/validator/chains/" + NAME, told));
  }

  private void tellWhatTheTokenIsWorth() {
    put(
        world.operator(),
        "/v1/prices/" + NAME + "/source",
        Map.of("sameAs", OTHER, "because", "its native token is the same"));
  }

  private static void put(Gateway door, String path, Object body) {
    door.put(path, body).orFail("writing " + path);
  }

  /**
   * The services hear of a chain and of what it is worth over Kafka, and ask its node themselves.
   */
  private static void awaitQuotes(Sending... sendings) {
    for (Sending sending : sendings) {
      BtcHolder.await(
          () -> "quotes from %s: %s".formatted(sending.from().name(), sending.askQuote("1")),
          () -> sending.askQuote("1").status() == CREATED);
    }
  }

  private static void sendBothWays(Sending there, Sending back) {
    Holdings before = Holdings.of(there);
    Sent first = there.send("1.5");
    TokenAmount amount = first.amount();
    Sent second = back.send("0.5");

    for (Sent sent : List.of(first, second)) {
      MessageView view = sent.awaitRefunded();
      assertThat(view.outcome()).isEqualTo("SUCCESS");
      assertThat(sent.refund().pushed()).isTrue();
      assertThat(sent.refund().to()).isEqualTo(sent.sending().sender().address());
      assertThat(view.amount("refunded")).contains(sent.refund().amount());
    }
    Holdings after = Holdings.of(there);
    assertThat(after.sender()).isEqualTo(before.sender().minus(amount).plus(second.amount()));
    assertThat(after.receiver()).isEqualTo(before.receiver().plus(amount).minus(second.amount()));
  }

  private static void failOnce(Newcomer team, Sending there) {
    Holdings before = Holdings.of(there);
    team.closeHandler();
    Sent refused = there.send("1");
    MessageView view = refused.awaitRefunded();
    team.openHandler();

    assertThat(view.outcome()).isEqualTo("FAILED");
    assertThat(Holdings.of(there)).isEqualTo(before);
  }

  /** What the vault and the operator's key hold is what the books say, at final blocks. */
  private void booksAreProved(Newcomer team, Newcomer.Terms terms) {
    List<EvmAddress> accounts = new ArrayList<>(terms.submitters());
    accounts.add(team.contracts().gasService());
    for (EvmAddress account : accounts) {
      BtcHolder.await(
          () -> "%s is proved: %s".formatted(account, proof(account)),
          () -> proof(account).path("agrees").asBoolean());
    }
  }

  private JsonNode proof(EvmAddress account) {
    JsonNode proofs =
        world.operator().get("/v1/gas-proof?chain=" + NAME).orFail("asking for proofs").json();
    return proofs
        .valueStream()
        .filter(one -> one.path("account").asString().equals(account.hex()))
        .filter(one -> one.path("subject").asString().equals("BALANCE"))
        .findFirst()
        .orElse(tools.jackson.databind.node.MissingNode.getInstance());
  }
}
