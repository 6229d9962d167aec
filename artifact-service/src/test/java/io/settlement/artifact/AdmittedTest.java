// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import static org.awaitility.Awaitility.await;

import io.settlement.artifact.primitive.Papers;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.chain.contract.Signable;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.Terms;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.registry.RegistryView;
import io.settlement.kit.test.KafkaProbe;
import io.settlement.kit.test.TestTokens;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;

/** A primitive of its own with real contracts, admitted; and what the suite tells of its BTC. */
public abstract class AdmittedTest extends ArtifactTest {
  protected static final ChainName ALPHA = new ChainName("Alpha");
  protected static final ChainName BITCOIN = new ChainName("Bitcoin");
  protected static final Instant DEADLINE = Instant.parse("2030-01-01T00:00:00Z");
  protected static final String ADDRESS = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";

  @Autowired protected RegistryView registry;
  @Autowired protected KafkaProbe kafka;
  @LocalServerPort protected int port;

  protected final String id = "vault-" + UUID.randomUUID().toString().substring(0, 8);
  protected final String artifact = "BTC-" + id;
  protected final BigInteger vault = random(250).setBit(250);

  @SuppressWarnings("NullAway.Init")
  protected Contracts contracts;

  @BeforeEach
  void admitted() {
    byte[] paper = Papers.of(id);
    contracts = new Contracts(id, new Signable(paper).digest(), vault);
    HandlerId handler = HandlerId.of(ALPHA, contracts.handler);
    call(HttpMethod.POST, "/v1/specifications", paper, 200);
    call(HttpMethod.PUT, "/v1/primitives/" + id, said(new Signable(paper).digest()), 200);
    call(HttpMethod.POST, "/v1/primitives/" + id + "/submit", Map.of(), 200);
    call(HttpMethod.POST, "/v1/primitives/" + id + "/admit", Map.of("reasons", List.of("ok")), 200);
    kafka.send(HandlerState.ofMessages(handler, Status.ACTIVE, Instant.now()));
    await().until(() -> registry.handler(handler).isPresent());
  }

  protected static void finalise() {
    Contracts.node().mine(3);
  }

  protected Coin coin(long amount) {
    return new Coin(
        TxId.of(random(255)),
        new BtcPayload(
            Hash.of(random(255)),
            BigInteger.ONE,
            ADDRESS,
            Contracts.HOLDER,
            TokenAmount.of(amount)));
  }

  /** One output that paid the vault. */
  public final class Coin {
    private final TxId txid;
    private final BtcPayload payload;

    public Coin(TxId txid, BtcPayload payload) {
      this.txid = txid;
      this.payload = payload;
    }

    public TxId txid() {
      return txid;
    }

    public BtcPayload payload() {
      return payload;
    }

    public byte[] message() {
      return new MessageV1(BigInteger.ONE, PayloadType.BTC_DEPOSIT, payload.encode()).encode();
    }

    public MessageFinal sent() {
      return told(
          txid,
          HandlerId.of(BITCOIN, vault),
          HandlerId.of(ALPHA, contracts.handler),
          PayloadType.BTC_DEPOSIT,
          message());
    }

    public MessageDelivered delivered(Outcome outcome) {
      return new MessageDelivered(txid, outcome, ref(ALPHA), cost(ALPHA, 0), Instant.now());
    }
  }

  protected static MessageFinal told(
      TxId txid, HandlerId from, HandlerId to, PayloadType type, byte[] payload) {
    CrossChainMessage message =
        new CrossChainMessage(
            txid,
            from,
            to,
            Contracts.HOLDER,
            1,
            type,
            Hex.encode(payload),
            null,
            new Terms(1, new Gas(200_000), DEADLINE));
    return new MessageFinal(txid, message, ref(from.chain()), Instant.now());
  }

  protected static LogRef ref(ChainName chain) {
    return new LogRef(chain, 1, Hash.of(random(255)), Instant.now(), Hash.of(random(255)), 0);
  }

  protected static ExecutionCost cost(ChainName chain, long fee) {
    EvmAddress nobody = EvmAddress.of(BigInteger.ONE);
    return new ExecutionCost(
        chain, Hash.of(random(255)), nobody, new Gas(1), Wei.of(fee), Wei.of(fee));
  }

  protected static BigInteger random(int bits) {
    return new BigInteger(bits, ThreadLocalRandom.current());
  }

  private Map<String, Object> said(Hash specification) {
    return Map.of(
        "artifact",
        artifact,
        "specification",
        specification.hex(),
        "vault",
        HandlerId.of(BITCOIN, vault).toString(),
        "deployments",
        List.of(
            Map.of(
                "chain", "Alpha",
                "token", contracts.token.hex(),
                "handler", contracts.handler.hex(),
                "staking", contracts.staking.hex(),
                "registry", contracts.registry.hex(),
                "wrappers", List.of(contracts.wrapper.hex()),
                "baskets", List.of(contracts.basket.hex()),
                "startBlock", 0)));
  }

  /** As an operator. */
  protected BodyContentSpec call(
      HttpMethod method, String path, @Nullable Object body, int status) {
    return call(TestTokens.operator(), method, path, body, status);
  }

  /** As somebody. */
  protected BodyContentSpec call(
      String token, HttpMethod method, String path, @Nullable Object body, int status) {
    return call(Map.of(HttpHeaders.AUTHORIZATION, token), method, path, body, status);
  }

  /** With these headers. */
  protected BodyContentSpec call(
      Map<String, String> headers,
      HttpMethod method,
      String path,
      @Nullable Object body,
      int status) {
    var request =
        RestTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .build()
            .method(method)
            .uri(path)
            .headers(named -> headers.forEach(named::set));
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    return request.exchange().expectStatus().isEqualTo(status).expectBody();
  }
}
