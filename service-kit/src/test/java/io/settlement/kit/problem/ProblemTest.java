// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.problem;

import io.settlement.kit.demo.DemoTest;
import io.settlement.kit.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@DemoTest
class ProblemTest {
  private static final String TXID = "0x" + "ab".repeat(32);

  @LocalServerPort private int port;
  private RestTestClient http;

  @BeforeEach
  void open() {
    http =
        RestTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .defaultHeader(HttpHeaders.AUTHORIZATION, TestTokens.partner())
            .build();
  }

  @Test
  void valueTypesAreReadFromPathsAndParameters() {
    http.get()
        .uri("/v1/messages/{txid}?of=Alpha:0x{handler}", TXID, "11".repeat(20))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.txid")
        .isEqualTo(TXID)
        .jsonPath("$.of")
        .isEqualTo("Alpha:0x" + "11".repeat(20));
  }

  @ParameterizedTest
  @CsvSource({
    "bad-request,   400, odd",
    "not-found,     404, gone",
    "conflict,      409, taken",
    "unprocessable, 422, unknown-route",
    "too-many,      429, slow-down",
    "unavailable,   503, chain-away",
    "surprise,      500, internal"
  })
  void aRefusalKeepsItsStatusAndCode(String kind, int status, String code) {
    expect(get("/v1/refusals/" + kind), status, code);
  }

  @Test
  void whatWentWrongInsideIsNotToldOutside() {
    get("/v1/refusals/surprise")
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("Something went wrong on our side.");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/messages/0x12,                    400, invalid-txid",
    "/v1/messages/%s?of=nonsense,          400, invalid-handler",
    "/v1/messages/%s?of=9:0x12,            400, invalid-chain-name",
    "/v1/pages?limit=101,                  400, invalid-request",
    "/v1/pages?limit=many,                 400, invalid-request",
    "/v1/pages,                            400, invalid-request",
    "/v1/nowhere,                          404, not-found"
  })
  void aRequestThatCannotBeRightSaysWhy(String path, int status, String code) {
    expect(get(path.formatted(TXID)), status, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"a\",\"amount\":\"-1\"}  | invalid-wei-amount",
        "{\"name\":\"a\",\"amount\":\"lots\"} | invalid-wei-amount",
        "{\"name\":                         | malformed-body",
        "[]                                 | malformed-body",
        "{\"name\":\"\",\"amount\":\"1\"}   | invalid-request"
      })
  void aBodyThatCannotBeRightSaysWhy(String body, String code) {
    expect(post(body), 400, code);
  }

  @Test
  void everyInvalidFieldIsNamed() {
    post("{\"name\":\" \",\"amount\":\"1\"}")
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("name")
        .jsonPath("$.errors[0].message")
        .isEqualTo("must not be blank");
  }

  @Test
  void theWrongMethodIsNamed() {
    expect(http.method(HttpMethod.DELETE).uri("/v1/orders").exchange(), 405, "method-not-allowed");
  }

  @Test
  void theWrongMediaTypeIsNamed() {
    expect(
        http.post().uri("/v1/orders").contentType(MediaType.TEXT_PLAIN).body("x").exchange(),
        415,
        "unsupported-media-type");
  }

  private ResponseSpec get(String path) {
    return http.get().uri(path).exchange();
  }

  private ResponseSpec post(String body) {
    return http.post()
        .uri("/v1/orders")
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .exchange();
  }

  private static void expect(ResponseSpec answer, int status, String code) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:settlement:problem:" + code)
        .jsonPath("$.code")
        .isEqualTo(code)
        .jsonPath("$.status")
        .isEqualTo(status)
        .jsonPath("$.title")
        .isNotEmpty()
        .jsonPath("$.detail")
        .isNotEmpty();
  }
}
