// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.demo;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.problem.Problem;
import io.settlement.kit.security.SecurityRules;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A request of every kind that can go wrong. */
@RestController
class DemoDoor {

  record Order(@NotBlank String name, Wei amount) {}

  @GetMapping("/v1/messages/{txid}")
  Map<String, Object> message(
      @PathVariable TxId txid, @RequestParam(required = false) HandlerId of) {
    return Map.of("txid", txid, "of", String.valueOf(of));
  }

  @GetMapping("/v1/pages")
  Map<String, Object> page(@RequestParam @Max(100) int limit) {
    return Map.of("limit", limit);
  }

  @PostMapping("/v1/orders")
  Order order(@RequestBody @Valid Order order) {
    return order;
  }

  @PutMapping("/v1/chains/{name}")
  Map<String, Object> chain(@PathVariable ChainName name) {
    return Map.of("chain", name);
  }

  @PreAuthorize("hasAuthority('SCOPE_operator')")
  @GetMapping("/v1/secrets")
  Map<String, Object> secrets() {
    return Map.of();
  }

  @GetMapping("/v1/refusals/{kind}")
  void refuse(@PathVariable String kind) {
    throw switch (kind) {
      case "bad-request" -> Problem.badRequest("odd", "this is odd");
      case "not-found" -> Problem.notFound("gone", "this is gone");
      case "conflict" -> Problem.conflict("taken", "this is taken");
      case "unprocessable" -> Problem.unprocessable("unknown-route", "there is no such route");
      case "too-many" -> Problem.tooMany("slow-down", "too many at once");
      case "unavailable" -> Problem.unavailable("chain-away", "the chain is away");
      default -> new IllegalStateException("the password is 1234");
    };
  }

  @Bean
  static SecurityRules operatorsWrite() {
    return rules ->
        rules.requestMatchers(HttpMethod.PUT, "/v1/chains/*").hasAuthority("SCOPE_operator");
  }
}
