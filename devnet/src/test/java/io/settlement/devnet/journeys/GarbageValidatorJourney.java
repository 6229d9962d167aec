// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.SentMessages;
import io.settlement.chain.contract.SettlementAbi;
import io.settlement.devnet.evm.Account;
import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Sent;
import io.settlement.devnet.world.Service;
import io.settlement.events.AttestationEvent.AttestationSigned;
import io.settlement.events.AttestationEvent.Kind;
import io.settlement.events.EventCodec;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
@Tag("thorough")
class GarbageValidatorJourney {
  private final Service third = SharedWorld.world().service("validator3");
  private final Account key = SharedWorld.world().file().validators().get(2).open();
  private final Facts facts = SharedWorld.facts();

  @AfterEach
  void bringsTheValidatorBack() {
    third.start();
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(300))
        .until(third::isReady);
  }

  @Test
  void settlesByTheHonestTwoAndRecordsTheGarbageOfTheThird() {
    third.stop();
    Sent sent = SharedWorld.network().from("Alpha").to("Beta").send("0.5");

    Hash right = digest(sent);
    Hash wrong = new Hash("0x" + "ab".repeat(32));
    publish(sent.txid(), wrong, key.address(), key.sign(wrong));
    Account stranger = Account.random();
    publish(sent.txid(), right, stranger.address(), stranger.sign(right));
    publish(sent.txid(), right, key.address(), new byte[65]);
    MessageView view = sent.awaitRefunded();

    assertThat(view.outcome()).isEqualTo("SUCCESS");
    assertThat(view.all("AttestationRejected"))
        .extracting(entry -> entry.detail().get("reason"))
        .contains("WRONG_DIGEST", "NOT_A_VALIDATOR", "UNREADABLE");
    assertThat(view.all("AttestationSigned"))
        .filteredOn(entry -> right.hex().equals(entry.detail().get("digest")))
        .extracting(entry -> entry.detail().get("validator"))
        .contains(honest(0), honest(1));
  }

  private static String honest(int index) {
    return SharedWorld.world().file().validators().get(index).open().address().hex();
  }

  private static Hash digest(Sent sent) {
    List<ChainLog> logs = Chain.logs(sent.transfer().receipt().path("logs"));
    CrossChainMessage message =
        logs.stream()
            .filter(log -> log.topics().get(0).equals(SettlementAbi.MESSAGE))
            .map(SentMessages.in(logs)::of)
            .findFirst()
            .orElseThrow();
    var destination = sent.sending().to().contracts();
    return Digests.receive(message, destination.chainId(), destination.settlement());
  }

  private void publish(TxId txid, Hash digest, EvmAddress validator, byte[] signature) {
    AttestationSigned garbage =
        new AttestationSigned(
            txid, Kind.RECEIVE, digest, validator, Hex.encode(signature), Instant.now());
    facts.publish(
        garbage.topic().name(),
        garbage.key(),
        new String(EventCodec.encode(garbage), StandardCharsets.UTF_8),
        new RecordHeaders());
  }
}
