// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.artifact.AdmittedTest;
import io.settlement.artifact.Contracts;
import io.settlement.artifact.chain.ChainNodes;
import io.settlement.artifact.position.LogKeeper;
import io.settlement.artifact.primitive.Deployment;
import io.settlement.artifact.primitive.LiveNow;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.Erc20Abi;
import io.settlement.chain.contract.MessageV1;
import io.settlement.events.ArtifactEvent.PlanChanged;
import io.settlement.events.ArtifactEvent.PlanState;
import io.settlement.events.ArtifactEvent.StepKind;
import io.settlement.events.ArtifactEvent.StepState;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.Topics;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TokenTransfer;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.DeployedChains.DeployedHandler;
import io.settlement.kit.test.TestTokens;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import org.web3j.abi.datatypes.generated.Uint256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans over real contracts: what they offer is signed as it is, what the chain logs counts. */
class PlansTest extends AdmittedTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired PlanLook look;
  @Autowired LogKeeper keeper;
  @Autowired ChainNodes nodes;
  @Autowired Primitives primitives;
  @Autowired LiveNow live;

  private final String partner = TestTokens.of("partner-" + id, "partner");

  @BeforeEach
  void aLivePrimitiveWithAHolder() {
    live.look();
    Coin coin = coin(1_000_000);
    contracts.deliver(coin.txid().toBigInteger(), vault, coin.message());
    readLogs();
  }

  @Test
  void stakeWrapAndPoolAreOfferedOneAfterTheOtherAndDoneByWhatTheChainLogs() {
    contracts.send(
        Contracts.HOLDER, contracts.staking, "stake", new Uint256(300_000)); // before the plan

    JsonNode made =
        make(
            step("STAKE", "amount", "300000"),
            step("WRAP", "amount", "200000"),
            step("POOL", "amounts", List.of("40000", "60000")),
            step("UNWRAP"));
    String plan = made.get("id").asString();

    assertThat(states(made)).containsExactly("READY", "WAITING", "WAITING", "WAITING");
    readLogs();
    assertThat(states(plan)).as("an equal stake before").startsWith("READY");

    sign(plan, 1);
    assertThat(states(plan)).as("not final").startsWith("READY");
    readLogs();
    assertThat(states(plan)).containsExactly("DONE", "READY", "WAITING", "WAITING");
    sign(plan, 2);
    readLogs();
    JsonNode third = get(plan).get("steps").get(2);
    assertThat(third.get("amount").asString()).as("shares").isEqualTo("100000");
    assertThat(third.get("calls")).hasSize(3);
    sign(plan, 3);
    readLogs();
    JsonNode last = get(plan).get("steps").get(3);
    assertThat(last.get("amount").asString()).as("what the wrap yielded").isEqualTo("200000");
    assertThat(last.get("takesFrom").asInt()).isEqualTo(2);
    sign(plan, 4);
    readLogs();

    JsonNode done = get(plan);
    assertThat(done.get("state").asString()).isEqualTo("DONE");
    assertThat(states(done)).containsExactly("DONE", "DONE", "DONE", "DONE");
    assertThat(done.get("steps").get(0).get("facts")).hasSize(1);
    assertThat(said(plan, 9))
        .last()
        .returns(PlanState.DONE, PlanChanged::state)
        .returns(artifact, PlanChanged::artifact);
    assertThat(balance(contracts.basket)).isEqualTo(100_000);
  }

  @Test
  void whenAMessageFailsWhatWasDoneIsTakenBackInReverseOrder() {
    RouteId route = route();
    long before = balance(contracts.token);
    JsonNode made =
        make(
            step("STAKE", "amount", "300000"),
            step("WRAP", "amount", "200000"),
            transfer(route, "5000"));
    String plan = made.get("id").asString();
    sign(plan, 1);
    readLogs();
    sign(plan, 2);
    tell(route, Status.SUSPENDED);
    readLogs();
    assertThat(get(plan).get("steps").get(2).get("reason").asString()).contains("is SUSPENDED");
    tell(route, Status.ACTIVE);
    await()
        .until(
            () -> {
              look.look();
              return states(plan).getLast().equals("READY");
            });
    JsonNode calls = get(plan).get("steps").get(2).get("calls");
    assertThat(calls.get(1).get("valueFrom").asString()).isEqualTo("quote");
    assertThat(calls.get(1).hasNonNull("value")).isFalse();
    assertThat(calls.get(1).get("ask").get("body").get("toChain").asString()).isEqualTo("Beta");
    TxId txid = TxId.of(random(255));
    kafka.send(told(txid, route, 5_000, 0));
    long block = sign(plan, 3);
    assertThat(states(plan)).as("told of a block before it was ready").endsWith("READY");

    TxId counts = TxId.of(random(255));
    kafka.send(List.of(told(counts, route, 5_000, block), told(counts, route, 5_000, block)));
    await().until(() -> states(plan).getLast().equals("UNDER_WAY"));
    MessageSettled failed =
        new MessageSettled(counts, Outcome.FAILED, ref(ALPHA), cost(ALPHA, 0), Instant.now());
    kafka.send(List.of(failed, failed));
    await().until(() -> states(plan).size() == 4);
    look.look();

    JsonNode stopped = get(plan);
    assertThat(stopped.get("state").asString()).isEqualTo("COMPENSATING");
    assertThat(stopped.get("reason").asString()).contains("step 3 failed", counts.hex());
    assertThat(states(stopped)).containsExactly("DONE", "DONE", "FAILED", "READY");
    assertThat(stopped.get("steps").get(3).get("kind").asString()).isEqualTo("UNWRAP");
    assertThat(stopped.get("steps").get(3).get("compensates").asInt()).isEqualTo(2);
    sign(plan, 4);
    readLogs();
    assertThat(get(plan).get("steps").get(4).get("kind").asString()).isEqualTo("UNSTAKE");
    sign(plan, 5);
    readLogs();

    assertThat(get(plan).get("state").asString()).isEqualTo("COMPENSATED");
    assertThat(balance(contracts.token)).isEqualTo(before);
    assertThat(said(plan, 12))
        .last()
        .satisfies(
            told -> {
              assertThat(told.state()).isEqualTo(PlanState.COMPENSATED);
              assertThat(told.steps())
                  .singleElement()
                  .returns(StepKind.UNSTAKE, step -> step.kind())
                  .returns(StepState.DONE, step -> step.state());
            });
  }

  @Test
  void btcThatIsDepositedIsCreditedAndWithdrawnAgain() {
    vaultRoutes();
    JsonNode made = make(step("DEPOSIT"), step("WITHDRAW", "btcAddress", ADDRESS));
    String plan = made.get("id").asString();
    assertThat(made.get("steps").get(0).get("payTo").get("path").asString())
        .isEqualTo("/v1/vaults/" + HandlerId.of(BITCOIN, vault) + "/addresses");
    Coin coin = coin(250_000);
    contracts.deliver(coin.txid().toBigInteger(), vault, coin.message());
    readLogs();
    JsonNode second = get(plan).get("steps").get(1);
    assertThat(second.get("amount").asString()).as("what was credited").isEqualTo("250000");
    long block = sign(plan, 2);
    assertThat(balance(contracts.token)).isEqualTo(1_000_000);

    TxId txid = TxId.of(random(255));
    kafka.send(withdrawn(txid, 250_000, block));
    kafka.send(
        new MessageDelivered(
            txid, Outcome.SUCCESS, ref(BITCOIN), cost(BITCOIN, 300), Instant.now()));

    await().until(() -> get(plan).get("state").asString().equals("DONE"));
    assertThat(get(plan).get("steps").get(1).get("facts")).hasSize(2);
  }

  @Test
  void aStepThatNobodySignsFailsWhenItsTimeIsUp() {
    Map<String, Object> hasty = with(step("STAKE", "amount", "5"), "patience", "PT1S");
    String plan = make(hasty, step("WRAP", "amount", "5")).get("id").asString();

    await()
        .until(
            () -> {
              look.look();
              return get(plan).get("state").asString().equals("COMPENSATED");
            });

    assertThat(get(plan).get("reason").asString())
        .isEqualTo("step 1 failed: nobody signed it in time");
    assertThat(states(plan)).containsExactly("FAILED", "CANCELLED");
  }

  @Test
  void sharesThatAreRedeemedAreDoneWhenTheirTicketsArePaid() {
    JsonNode made =
        make(step("POOL", "amounts", List.of("40000", "60000")), step("UNPOOL"), step("STAKE"));
    String plan = made.get("id").asString();
    sign(plan, 1);
    readLogs();
    sign(plan, 2);
    readLogs();
    JsonNode redeemed = get(plan).get("steps").get(1);
    assertThat(redeemed.get("state").asString()).isEqualTo("UNDER_WAY");
    assertThat(redeemed.get("reason").asString()).startsWith("its tickets can all be claimed from");
    Contracts.node().rpc("evm_increaseTime", 86_500);
    Contracts.node().mine(1);

    sign(plan, 2);
    readLogs();

    JsonNode third = get(plan).get("steps").get(2);
    assertThat(third.get("state").asString()).isEqualTo("READY");
    assertThat(third.get("amount").asString()).as("of its own leg").isEqualTo("40000");
  }

  @Test
  void anImpossiblePlanIsRefusedAsAWholeAndNamesTheStep() {
    RouteId route = route();
    refused(
        "step 2 (WRAP): " + OTHER + " is no wrapper",
        step("STAKE", "amount", "1"),
        step("WRAP", "contract", OTHER));
    refused("step 1 (STAKE): it has no amount", step("STAKE"));
    refused("fit the basket's ratio", step("POOL", "amounts", List.of("40000", "60001")));
    refused("no primitive stands behind X", with(step("STAKE", "amount", "1"), "artifact", "X"));
    refused("is not on Gamma", with(step("STAKE", "amount", "1"), "chain", "Gamma"));
    refused(
        "there is no route",
        with(transfer(route, "1"), "from", route.to().toString(), "to", route.from().toString()));
    refused("there is no route", step("WITHDRAW", "amount", "50000", "btcAddress", ADDRESS));
    contracts.send(
        Contracts.HOLDER, contracts.basket, "deposit", Contracts.amounts(40_000, 60_000));
    contracts.send(
        Contracts.OWNER, contracts.basket, "report_loss", new Uint256(0), new Uint256(1_000));
    refused("has a loss", step("POOL", "amount", "10"));
    call(partner, HttpMethod.GET, "/v1/plans", null, 200).jsonPath("$.plans").isEmpty();
  }

  @Test
  void aPlanIsItsPartnersAndMadeOnceUnderOneName() {
    Map<String, String> named =
        Map.of(HttpHeaders.AUTHORIZATION, partner, "Idempotency-Key", "order-1");
    Object body = body(step("STAKE", "amount", "5"));
    String plan = id(call(named, HttpMethod.POST, "/v1/plans", body, 201));
    assertThat(id(call(named, HttpMethod.POST, "/v1/plans", body, 200))).isEqualTo(plan);
    call(named, HttpMethod.POST, "/v1/plans", body(step("STAKE", "amount", "6")), 422)
        .jsonPath("$.code")
        .isEqualTo("idempotency-key-reused");
    String second = make(step("STAKE", "amount", "5")).get("id").asString();

    String stranger = TestTokens.of("somebody", "partner");
    call(stranger, HttpMethod.GET, "/v1/plans/" + plan, null, 404);
    call(stranger, HttpMethod.POST, "/v1/plans/" + plan + "/cancel", null, 404);
    call(TestTokens.of("nobody", "operator"), HttpMethod.GET, "/v1/plans/" + plan, null, 403);
    String first = "/v1/plans?limit=1&owner=" + Contracts.HOLDER + "&state=RUNNING";
    String[] next = new String[1];
    call(partner, HttpMethod.GET, first, null, 200)
        .jsonPath("$.plans[0].id")
        .isEqualTo(second)
        .jsonPath("$.next")
        .value(String.class, cursor -> next[0] = cursor);
    call(partner, HttpMethod.GET, first + "&after=" + next[0], null, 200)
        .jsonPath("$.plans[0].id")
        .isEqualTo(plan);
    call(partner, HttpMethod.POST, "/v1/plans/" + plan + "/cancel", null, 200)
        .jsonPath("$.state")
        .isEqualTo("COMPENSATED");
    call(partner, HttpMethod.POST, "/v1/plans/" + plan + "/cancel", null, 409)
        .jsonPath("$.code")
        .isEqualTo("plan-ended");
  }

  private static final String OTHER = "0x" + "77".repeat(20);

  private void readLogs() {
    finalise();
    EvmReader reader = nodes.of(ALPHA).orElseThrow();
    Deployment at = primitives.find(id).orElseThrow().deployments().getFirst();
    keeper.read(at, ChainNodes.finalHead(reader), reader);
    look.look();
  }

  /** Signs what a step offers, as it is; returns the block of the last transaction. */
  private long sign(String plan, int position) {
    long block = 0;
    for (JsonNode call : get(plan).get("steps").get(position - 1).get("calls")) {
      EvmAddress to = new EvmAddress(call.get("to").asString());
      String value = call.hasNonNull("value") ? "0x0" : "0x2386f26fc10000";
      JsonNode receipt = contracts.send(Contracts.HOLDER, to, call.get("data").asString(), value);
      block = Long.decode(receipt.get("blockNumber").asString());
    }
    return block;
  }

  /** Both ends of a route move the artifact from now on. */
  private RouteId route() {
    DeployedHandler from = Contracts.chain().handler("mintBurn");
    DeployedHandler to = Contracts.far().handler("mintBurn");
    for (DeployedHandler handler : List.of(from, to)) {
      kafka.send(
          new HandlerState(
              handler.id(),
              handler.token(),
              8,
              handler.mode(),
              artifact,
              Status.ACTIVE,
              Instant.now()));
    }
    RouteId route = new RouteId(from.id(), to.id());
    tell(route, Status.ACTIVE);
    await()
        .until(
            () ->
                registry
                    .handler(to.id())
                    .flatMap(HandlerState::asset)
                    .map(Asset::artifact)
                    .filter(artifact::equals)
                    .isPresent());
    return route;
  }

  private void tell(RouteId route, Status status) {
    kafka.send(new RouteState(route, status, Instant.now()));
    await()
        .until(
            () -> registry.route(route).map(RouteState::status).filter(status::equals).isPresent());
  }

  /** Between the vault and its handler, both ways. */
  private void vaultRoutes() {
    HandlerId there = HandlerId.of(BITCOIN, vault);
    HandlerId here = HandlerId.of(ALPHA, contracts.handler);
    kafka.send(HandlerState.ofMessages(there, Status.ACTIVE, Instant.now()));
    await().until(() -> registry.handler(there).isPresent());
    tell(new RouteId(there, here), Status.ACTIVE);
    tell(new RouteId(here, there), Status.ACTIVE);
  }

  private MessageFinal withdrawn(TxId txid, long amount, long block) {
    BtcPayload payload =
        new BtcPayload(
            Hash.of(BigInteger.ZERO),
            BigInteger.ONE,
            ADDRESS,
            Contracts.HOLDER,
            TokenAmount.of(amount));
    PayloadType type = PayloadType.BTC_WITHDRAW;
    MessageFinal told =
        told(
            txid,
            HandlerId.of(ALPHA, contracts.handler),
            HandlerId.of(BITCOIN, vault),
            type,
            new MessageV1(BigInteger.ONE, type, payload.encode()).encode());
    return new MessageFinal(txid, told.message(), ref(ALPHA, block), told.at());
  }

  private static LogRef ref(ChainName chain, long block) {
    return new LogRef(chain, block, Hash.of(random(255)), Instant.now(), Hash.of(random(255)), 0);
  }

  private static MessageFinal told(TxId txid, RouteId route, long amount, long block) {
    TokenTransfer tokens =
        new TokenTransfer(
            Contracts.chain().handler("mintBurn").token(),
            Contracts.far().handler("mintBurn").token(),
            Contracts.HOLDER,
            TokenAmount.of(amount));
    HandlerId from = route.from();
    return new MessageFinal(
        txid,
        new CrossChainMessage(
            txid,
            from,
            route.to(),
            Contracts.HOLDER,
            1,
            PayloadType.ERC20,
            "0x01",
            tokens,
            new Terms(1, new Gas(500_000), DEADLINE)),
        ref(from.chain(), block),
        Instant.now());
  }

  private JsonNode make(Object... steps) {
    return json(call(partner, HttpMethod.POST, "/v1/plans", body(steps), 201));
  }

  private void refused(String why, Object... steps) {
    call(partner, HttpMethod.POST, "/v1/plans", body(steps), 422)
        .jsonPath("$.code")
        .isEqualTo("impossible-step")
        .jsonPath("$.detail")
        .value(String.class, detail -> assertThat(detail).contains(why));
  }

  private static Map<String, Object> body(Object... steps) {
    return Map.of("owner", Contracts.HOLDER.hex(), "steps", List.of(steps));
  }

  private Map<String, Object> step(String kind, Object... more) {
    return with(Map.of("kind", kind, "artifact", artifact, "chain", "Alpha"), more);
  }

  private Map<String, Object> transfer(RouteId route, String amount) {
    return step(
        "TRANSFER", "from", route.from().toString(), "to", route.to().toString(), "amount", amount);
  }

  private static Map<String, Object> with(Map<String, Object> step, Object... more) {
    Map<String, Object> all = new HashMap<>(step);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i].toString(), more[i + 1]);
    }
    return all;
  }

  private JsonNode get(String plan) {
    return json(call(partner, HttpMethod.GET, "/v1/plans/" + plan, null, 200));
  }

  private List<String> states(String plan) {
    return states(get(plan));
  }

  private static List<String> states(JsonNode plan) {
    List<String> states = new ArrayList<>();
    plan.get("steps").forEach(step -> states.add(step.get("state").asString()));
    return states;
  }

  private static String id(BodyContentSpec answer) {
    return json(answer).get("id").asString();
  }

  private static JsonNode json(BodyContentSpec answer) {
    byte @Nullable [] bytes = answer.returnResult().getResponseBody();
    return JSON.readTree(bytes == null ? new byte[0] : bytes);
  }

  private List<PlanChanged> said(String plan, int count) {
    return kafka.await(
        Topics.ARTIFACT_EVENTS,
        PlanChanged.class,
        fact -> fact.plan().equals(UUID.fromString(plan)),
        count);
  }

  private long balance(EvmAddress token) {
    byte[] answer =
        nodes
            .of(ALPHA)
            .orElseThrow()
            .call(Call.view(token, Erc20Abi.balanceOfCall(Contracts.HOLDER)), FinalityTag.LATEST);
    return Erc20Abi.balance(answer).value().longValueExact();
  }
}
