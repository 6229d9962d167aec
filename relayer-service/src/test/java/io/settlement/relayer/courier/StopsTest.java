// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.chain.keys.TestKeys;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageHeld;
import io.settlement.events.MessageEvent.MessageReleased;
import io.settlement.events.MessageEvent.MessageWouldBeHeld;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.Reason;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.Anvil;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.limit.Scope;
import io.settlement.relayer.limit.Stops;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class StopsTest extends QuietCourier {
  private static final CrossChainMessage REAL = CHAINS.send(7, 0);

  @Autowired private Stops stops;

  @BeforeEach
  void everythingGoes() {
    knowTheRegistry();
  }

  @Test
  void aMessageOfAStoppedChainIsHeldAndGoesOnByItselfWhenTheStopEnds() {
    assertThat(stop("CHAIN", "Beta", false, TestTokens.partner()).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(stop("CHAIN", "Beta", false, TestTokens.operator()).getStatusCode())
        .isEqualTo(HttpStatus.CREATED);
    assertThat(stop("CHAIN", "Beta", false, TestTokens.operator()).getStatusCode())
        .isEqualTo(HttpStatus.CONFLICT);
    CrossChainMessage message = another(REAL);

    handle(deliverable(message));
    handle(deliverable(message));

    TxId txid = message.txid();
    assertThat(standing(txid)).isEqualTo("HELD PAUSED");
    assertThat(said(MessageHeld.class, txid))
        .singleElement()
        .satisfies(held -> assertThat(held.detail()).isEqualTo("chain Beta: maintenance"));

    assertThat(resume("CHAIN", "Beta").getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    awaitStanding(txid, "ADMITTED");
    assertThat(said(MessageReleased.class, txid)).hasSize(1);
    assertThat(request("GET", "/v1/audit?subject=CHAIN%20Beta", TestTokens.operator()).getBody())
        .contains("\"action\":\"STOP\"", "\"action\":\"RESUME\"", "\"actor\":\"test-operator\"");
  }

  @Test
  void aStoppedRouteOrHandlerHoldsItsMessagesAndAShadowOnlyReports() {
    String route = CHAINS.route().toString();
    stop("ROUTE", route, false, TestTokens.operator());
    CrossChainMessage first = another(REAL);
    handle(deliverable(first));
    assertThat(standing(first.txid())).isEqualTo("HELD PAUSED");
    stop("HANDLER", CHAINS.route().to().toString(), false, TestTokens.operator());
    resume("ROUTE", route);
    CrossChainMessage second = another(REAL);
    handle(deliverable(second));
    assertThat(standing(second.txid())).isEqualTo("HELD PAUSED");
    resume("HANDLER", CHAINS.route().to().toString());
    awaitStanding(first.txid(), "ADMITTED");
    awaitStanding(second.txid(), "ADMITTED");

    stop("CHAIN", "Alpha", true, TestTokens.operator());
    await().until(() -> stops.now().shadowOf(CHAINS.route()).isPresent());
    CrossChainMessage third = another(REAL);
    handle(deliverable(third));
    resume("CHAIN", "Alpha");

    assertThat(standing(third.txid())).isEqualTo("ADMITTED");
    assertThat(said(MessageWouldBeHeld.class, third.txid())).hasSize(1);
  }

  @Test
  void ofAReorganisedChainNoOutcomeIsBelievedUntilAnOperatorHasLooked() {
    CrossChainMessage message = another(REAL);
    handle(deliverable(message));
    stops.stop(Scope.CHAIN, "Beta", Reason.REORG, "block 7 was replaced", "observer");
    MessageDelivered golden = Golden.read(MessageDelivered.class);
    TxId txid = message.txid();

    handle(new MessageDelivered(txid, Outcome.SUCCESS, golden.ref(), golden.cost(), golden.at()));
    handle(
        List.of(
            Signed.callback(
                message, Outcome.SUCCESS, CHAINS.alpha().settings(), TestKeys.VALIDATOR_1),
            Signed.callback(
                message, Outcome.SUCCESS, CHAINS.alpha().settings(), TestKeys.VALIDATOR_2)));

    assertThat(standing(txid)).isEqualTo("DELIVERED REORG");
    assertThat(stops.now().ends(new ChainName("Beta"))).isPresent();
    assertThat(resume("CHAIN", "Beta").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(resume("CHAIN", "Beta&reason=REORG").getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);
    awaitStanding(txid, "DELIVERED");
    assertThat(rows("SELECT purpose FROM intent WHERE txid = ?", txid))
        .containsExactly("{purpose=CALL_BACK}", "{purpose=DELIVER}");
  }

  @Test
  void aGuardiansPauseOnChainStopsAndItsEndLetsGo() {
    asRole("Beta", "GUARDIAN_ROLE", "pause_receiving()");
    await().until(() -> stops.isStopped(new ChainName("Beta")));
    CrossChainMessage message = another(REAL);
    handle(deliverable(message));
    assertThat(standing(message.txid())).isEqualTo("HELD PAUSED_ON_CHAIN");
    assertThat(resume("CHAIN", "Beta&reason=PAUSED_ON_CHAIN").getStatusCode())
        .isEqualTo(HttpStatus.CONFLICT);

    asRole("Beta", "MANAGER_ROLE", "unpause_receiving()");

    awaitStanding(message.txid(), "ADMITTED");
  }

  @Test
  void nobodyRewritesTheAudit() {
    stops.stop(Scope.CHAIN, "Gamma", Reason.PAUSED, "try", "test");
    stops.resume(Scope.CHAIN, "Gamma", Reason.PAUSED, "done", "test");

    assertThatThrownBy(() -> jdbc.sql("UPDATE audit SET actor = 'nobody'").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM audit").update())
        .hasMessageContaining("append-only");
  }

  private ResponseEntity<String> stop(String scope, String subject, boolean shadow, String token) {
    ResponseEntity<String> answer =
        request(
            "POST",
            "/v1/stops",
            token,
            Map.of("scope", scope, "subject", subject, "because", "maintenance", "shadow", shadow));
    return answer;
  }

  private ResponseEntity<String> resume(String scope, String subject) {
    String safe =
        subject.contains("&") ? subject : URLEncoder.encode(subject, StandardCharsets.UTF_8);
    return request(
        "DELETE",
        "/v1/stops?because=over&scope=" + scope + "&subject=" + safe,
        TestTokens.operator());
  }

  /** Whoever has a role on a chain's settlement contract calls a function without arguments. */
  private static void asRole(String chain, String role, String function) {
    EvmAddress settlement = CHAINS.deployed().chain(chain).settlement();
    Hash granted = keccak("RoleGranted(bytes32,address,address)");
    Hash wanted = keccak(role);
    EvmReader reader = chain.equals("Alpha") ? CHAINS.alpha() : CHAINS.beta();
    long head = reader.head(FinalityTag.LATEST).number();
    EvmAddress holder =
        reader.logs(0, head, List.of(settlement), List.of(granted)).stream()
            .filter(log -> log.topics().get(1).equals(wanted))
            .map(log -> EvmAddress.of(log.topics().get(2).toBigInteger()))
            .findFirst()
            .orElseThrow();
    Anvil node = CHAINS.deployed().node(chain);
    node.rpc("anvil_impersonateAccount", holder.hex());
    node.rpc("anvil_setBalance", holder.hex(), "0xde0b6b3a7640000");
    CHAINS.transact(
        chain, holder, settlement, Hex.decode(keccak(function).hex().substring(0, 10)), 0);
  }

  private static Hash keccak(String text) {
    return new Hash(org.web3j.crypto.Hash.sha3String(text));
  }
}
