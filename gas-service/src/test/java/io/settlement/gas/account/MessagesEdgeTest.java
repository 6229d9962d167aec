// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.GasEvent.GasAccountClosed;
import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.GasEvent.GasShort;
import io.settlement.events.GasEvent.RefundDue;
import io.settlement.events.Topics;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Wei;
import io.settlement.gas.GasTest;
import io.settlement.gas.Story;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.TestTokens;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

class MessagesEdgeTest extends GasTest {
  @Autowired KafkaProbe kafka;
  @LocalServerPort int port;

  @Test
  void aMessagesGasIsFollowedFromKafkaToKafka() {
    Story story = Story.begin();
    Wei prepaid = Wei.parse("10000000000000000");
    kafka.send(List.of(story.sent(), story.prepaid(prepaid)));
    kafka.await(Topics.GAS_EVENTS, GasCovered.class, f -> f.txid().equals(story.txid));

    kafka.send(story.ended());
    Wei due =
        kafka.await(Topics.GAS_EVENTS, RefundDue.class, f -> f.txid().equals(story.txid)).amount();

    kafka.send(story.refunded(due, 40_000, 1_000_000_000));
    GasAccountClosed closed =
        kafka.await(Topics.GAS_EVENTS, GasAccountClosed.class, f -> f.txid().equals(story.txid));

    assertThat(closed.spent().plus(closed.margin()).plus(closed.refunded())).isEqualTo(prepaid);
    client()
        .get()
        .uri("/v1/gas/" + story.txid)
        .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("CLOSED")
        .jsonPath("$.prepaid")
        .isEqualTo(prepaid.toString())
        .jsonPath("$.refunded")
        .isEqualTo(due.toString())
        .jsonPath("$.spent.delivery")
        .isEqualTo("25000000000000")
        .jsonPath("$.spent.deliveryNative")
        .isEqualTo("100000000000000")
        .jsonPath("$.overrun")
        .isEqualTo("0")
        .jsonPath("$.entries.length()")
        .isEqualTo(20);
  }

  @Test
  void aMessageThatIsShortIsToldWhereItCanBePaidForAndWhatTheLedgerSaid() {
    Story story = Story.begin();
    kafka.send(List.of(story.sent(), story.prepaid(Wei.of(1_000))));
    GasShort missing =
        kafka.await(Topics.GAS_EVENTS, GasShort.class, f -> f.txid().equals(story.txid));
    String paid = "PREPAYMENT:Alpha:" + Story.USER;

    get("/v1/gas/" + story.txid)
        .jsonPath("$.waitsFor")
        .isEqualTo("GAS")
        .jsonPath("$.waysToPay.length()")
        .isEqualTo(2)
        .jsonPath("$.waysToPay[0].amount")
        .isEqualTo(missing.missing().toString())
        .jsonPath("$.waysToPay[0].data")
        .isEqualTo(Hex.encode(GasServiceAbi.topUp(story.txid)))
        .jsonPath("$.waysToPay[1].chain")
        .isEqualTo("Beta")
        .jsonPath("$.waysToPay[1].amount")
        .isEqualTo(missing.missing().times(4).toString())
        .jsonPath("$.accounts[0].payer")
        .isEqualTo(Story.USER.toString());
    get("/v1/gas/" + story.txid + "?asOf=" + Instant.now().plusSeconds(60))
        .jsonPath("$.balances['" + paid + "']")
        .isEqualTo("1000");
    get("/v1/gas/" + story.txid + "?asOf=2020-01-01T00:00:00Z")
        .jsonPath("$.entries.length()")
        .isEqualTo(0);
  }

  private BodyContentSpec get(String path) {
    return client()
        .get()
        .uri(path)
        .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody();
  }

  @Test
  void whatIsNotAFactGoesToTheDeadLettersAndTheRestGoesOn() {
    int before = kafka.records(Topics.MESSAGE_EVENTS.deadLetters()).size();
    Story story = Story.begin();
    kafka.send(story.sent());
    kafka.sendRaw(Topics.MESSAGES, story.txid.hex(), "not ours".getBytes(UTF_8));
    kafka.sendRaw(Topics.MESSAGES, story.txid.hex(), "{\"type\":\"Strange\"}".getBytes(UTF_8));
    kafka.send(story.prepaid(Wei.parse("10000000000000000")));

    kafka.await(Topics.GAS_EVENTS, GasCovered.class, f -> f.txid().equals(story.txid));

    // The topic has two readers here, the accounts and the proof, and each puts aside what it
    // cannot read.
    assertThat(kafka.awaitRecords(Topics.MESSAGE_EVENTS.deadLetters(), before + 4))
        .hasSize(before + 4);
  }

  @Test
  void anUnknownOrMalformedTxidIsAProblemWithACode() {
    expectProblem("/v1/gas/0x" + "ab".repeat(32), 404, "unknown-message");
    expectProblem("/v1/gas/0x12", 400, "invalid-txid");
  }

  private void expectProblem(String path, int status, String code) {
    client()
        .get()
        .uri(path)
        .header(HttpHeaders.AUTHORIZATION, TestTokens.partner())
        .exchange()
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code);
  }

  private RestTestClient client() {
    return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }
}
