// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.EvmAddress;
import io.settlement.kit.demo.DemoTest;
import io.settlement.kit.test.TestTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@DemoTest
class SecurityTest {
  private static final String READ = "/v1/messages/0x" + "ab".repeat(32);

  @LocalServerPort private int port;
  @Autowired private JwtDecoder decoder;
  @Autowired private InternalTokens tokens;
  private RestTestClient http;

  @BeforeEach
  void open() {
    http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }

  @Test
  void aCallerWithoutATokenIsRefused() {
    expectProblem(http.get().uri(READ).exchange(), 401, "unauthenticated");
  }

  @Test
  void aTokenThatSomebodyElseSignedIsRefused() {
    expectProblem(call(HttpMethod.GET, READ, TestTokens.forged()), 401, "unauthenticated");
  }

  @Test
  void aTokenThatIsNoTokenIsRefused() {
    expectProblem(call(HttpMethod.GET, READ, "Bearer nonsense"), 401, "unauthenticated");
  }

  @Test
  void aTokenThatHasExpiredIsRefused() throws Exception {
    Clock yesterday =
        Clock.fixed(Instant.now(Clock.systemUTC()).minus(Duration.ofDays(1)), ZoneOffset.UTC);
    String old =
        InternalTokens.with(TestTokens.keyFile(), yesterday, Duration.ofHours(1))
            .mint("late", Set.of("operator"));

    expectProblem(call(HttpMethod.GET, READ, "Bearer " + old), 401, "unauthenticated");
  }

  @Test
  void aKnownCallerMayRead() {
    call(HttpMethod.GET, READ, TestTokens.partner()).expectStatus().isOk();
  }

  @Test
  void aPartnerMayNotDoWhatNeedsAnOperator() {
    expectProblem(call(HttpMethod.PUT, "/v1/chains/A", TestTokens.partner()), 403, "forbidden");
    expectProblem(call(HttpMethod.GET, "/v1/secrets", TestTokens.partner()), 403, "forbidden");
  }

  @Test
  void anOperatorMay() {
    call(HttpMethod.PUT, "/v1/chains/A", TestTokens.operator()).expectStatus().isOk();
    call(HttpMethod.GET, "/v1/secrets", TestTokens.operator()).expectStatus().isOk();
  }

  @Test
  void aStrangerLearnsNothingAboutPathsThatDoNotExist() {
    expectProblem(http.get().uri("/v1/nowhere").exchange(), 401, "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
        "/actuator/prometheus",
        "/v3/api-docs"
      })
  void healthMetricsAndTheDescriptionOfTheApiAreOpen(String path) {
    http.get().uri(path).exchange().expectStatus().isOk();
  }

  @Test
  void aPartnerSeesTheMoneyOfHisOwnPayersAndAnOperatorAll() {
    EvmAddress own = new EvmAddress("0x" + "ab".repeat(20));
    EvmAddress other = new EvmAddress("0x" + "cd".repeat(20));

    Purview partner = purview(tokens.mint("acme", Set.of("partner"), Set.of(own)));
    assertThat(partner.covers(own)).isTrue();
    assertThat(partner.covers(other)).isFalse();
    assertThat(purview(tokens.mint("acme", Set.of("partner"))).covers(own)).isFalse();
    Purview operator = purview(tokens.mint("ops", Set.of("operator")));
    assertThat(operator.everybody()).isTrue();
    assertThat(operator.covers(other)).isTrue();
  }

  private Purview purview(String token) {
    return Purview.of(new JwtAuthenticationConverter().convert(decoder.decode(token)));
  }

  @Test
  void aMintedTokenSaysWhoAndWhat() {
    Jwt token = decoder.decode(tokens.mint("acme", Set.of("partner", "operator")));

    assertThat(token.getSubject()).isEqualTo("acme");
    assertThat(token.getClaimAsString("scope")).isEqualTo("operator partner");
    assertThat(token.getClaimAsString("iss")).isEqualTo("settlement-gateway");
    assertThat(token.getAudience()).containsExactly("settlement");
  }

  private ResponseSpec call(HttpMethod method, String path, String token) {
    return http.method(method).uri(path).header(HttpHeaders.AUTHORIZATION, token).exchange();
  }

  private static void expectProblem(ResponseSpec answer, int status, String code) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code)
        .jsonPath("$.type")
        .isEqualTo("urn:settlement:problem:" + code);
  }
}
