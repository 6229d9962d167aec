// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.gateway.Caller;
import io.settlement.gateway.Caller.Answer;
import io.settlement.gateway.GatewayWorld;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The world's gateway lets strangers ask 5 times a second and believes what this machine says. */
class StrangersTest extends GatewayWorld {
  private static final String FORWARDED = "X-Forwarded-For";

  @Test
  void anAddressWithoutAKeyIsToldToSlowDownAndNobodyElseIs() {
    String address = "203.0.113.7";
    Answer refused = refused(stranger(), "/v1/openapi", address);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("rate-limited");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    for (String path : new String[] {"/", "/console/sign-in.json", "/v1/prices"}) {
      assertThat(refused(stranger(), path, address).code()).isEqualTo("rate-limited");
    }

    assertThat(stranger().get("/v1/openapi", FORWARDED, "203.0.113.8").status()).isEqualTo(200);
    assertThat(stranger().get("/actuator/health/readiness", FORWARDED, address).status())
        .isEqualTo(200);
    assertThat(partner.get("/v1/me", FORWARDED, address).status()).isEqualTo(200);
  }

  @Test
  void guessingKeysIsSlowedDownToo() {
    String address = "203.0.113.9";

    assertThat(refused(caller("guessed"), "/v1/me", address).code()).isEqualTo("rate-limited");
    assertThat(refused(bearer("guessed"), "/v1/me", address).code()).isEqualTo("rate-limited");
    assertThat(caller("guessed").get("/v1/me", FORWARDED, "203.0.113.10").code())
        .isEqualTo("unauthenticated");
  }

  @Test
  void whatAClientSaysOfItselfBeforeAProxyDoesMakesItNobodyElse() {
    String address = "203.0.113.11";
    refused(stranger(), "/", address);

    assertThat(refused(stranger(), "/", "198.51.100.1, " + address, 20).status()).isEqualTo(429);
  }

  @Test
  void whoeverHasANetworkOfAddressesIsOneClient() {
    Strangers strangers = strangers(1);

    assertThat(strangers.pass(from("2001:db8:1:2::1"))).isNull();
    assertThat(strangers.pass(from("2001:db8:1:2:ffff::9"))).isPositive();
    assertThat(strangers.pass(from("2001:db8:1:3::1"))).isNull();
    assertThat(strangers.pass(from("198.51.100.1"))).isNull();
    assertThat(strangers.pass(from("198.51.100.2"))).isNull();
    assertThat(strangers.pass(from("198.51.100.1"))).isPositive();
  }

  @Test
  void whatIsRememberedIsBounded() {
    Strangers strangers = strangers(1);

    for (int i = 0; i < Strangers.MOST + 5_000; i++) {
      strangers.pass(from("10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255)));
    }

    assertThat(strangers.remembered()).isLessThanOrEqualTo(Strangers.MOST);
  }

  @Test
  void afterAWhileItGoesOn() throws InterruptedException {
    Strangers strangers = strangers(20);
    MockHttpServletRequest request = from("198.51.100.1");
    Duration pause = strangers.pass(request);
    while (pause == null) {
      pause = strangers.pass(request);
    }

    assertThat(pause).isPositive().isLessThanOrEqualTo(Duration.ofMillis(50));
    Thread.sleep(pause.plusMillis(1));
    assertThat(strangers.pass(request)).isNull();
  }

  private static Strangers strangers(int limit) {
    String rate = Integer.toString(limit);
    return new Strangers(
        Settings.of(
            Map.of(
                "settlement.gateway.api-keys-file",
                "none",
                "settlement.gateway.strangers.requests-per-second",
                rate,
                "settlement.gateway.strangers.burst",
                rate)),
        new SimpleMeterRegistry());
  }

  private static MockHttpServletRequest from(String address) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/openapi");
    request.setRemoteAddr(address);
    return request;
  }

  private static Answer refused(Caller caller, String path, String address) {
    return refused(caller, path, address, 5_000);
  }

  /** Asks until it is refused. */
  private static Answer refused(Caller caller, String path, String address, int most) {
    Answer answer = caller.get(path, FORWARDED, address);
    for (int i = 1; i < most && answer.status() != 429; i++) {
      answer = caller.get(path, FORWARDED, address);
    }
    return answer;
  }
}
