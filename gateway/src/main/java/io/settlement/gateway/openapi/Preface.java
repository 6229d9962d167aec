// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What stands before the operations: version, credentials, tags. */
@Component
class Preface implements GlobalOpenApiCustomizer {
  private static final String DESCRIPTION =
      """
      Moves messages, tokens and native BTC between Bitcoin and EVM chains.

      **Units.** Amounts are integers in the smallest unit, as strings of decimal digits: wei for a \
      chain's native token, the token's own smallest unit otherwise; a field says which. Satoshi (at \
      most 2.1·10¹⁵), units of gas, blocks and counts are JSON numbers. Times are ISO 8601 in UTC, durations \
      ISO 8601 (`PT15M`).

      **Problems.** Every refusal is `application/problem+json` (RFC 9457) with a stable `code`.

      **Versions.** What is below `/v1` only grows: new operations, optional parameters, fields, \
      codes and values of enumerations may come at any time, so ignore what you do not know. What \
      is taken away or changes its meaning comes as `/v2`, beside `/v1` for at least a year; until \
      then it is marked `deprecated` here and answers with the headers `Deprecation` and `Sunset`.
      """;

  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("Account", "Who is calling."),
          Map.entry("Artifacts", "What is locked, minted and reserved, and the proof of it."),
          Map.entry("Bitcoin", "Deposit addresses, deposits and withdrawals."),
          Map.entry("Chains", "Chains, their nodes and how far they were read."),
          Map.entry("Conformance", "Runs of the conformance suite, reports and waivers."),
          Map.entry("Gas", "What messages cost, receipts, refunds, statements."),
          Map.entry("Handlers", "The contracts that send and receive."),
          Map.entry("Keys", "API keys and their limits."),
          Map.entry("Messages", "Messages and all that happens to them."),
          Map.entry("Onboarding", "Applications, from the first line to going live."),
          Map.entry("Operations", "What operators decide: stops, limits, lanes, parked messages."),
          Map.entry("Plans", "Several steps that follow one another over chains."),
          Map.entry("Prices", "What gas and native tokens cost."),
          Map.entry("Primitives", "How BTC becomes an artifact."),
          Map.entry("Quotes", "What a message will cost."),
          Map.entry("Routes", "Which handler may send to which."),
          Map.entry("Settlements", "Transactions for the user's wallet to sign."),
          Map.entry("Validators", "Who signs for a chain."),
          Map.entry("Webhooks", "Deliveries of events to you."));

  @Override
  public void customise(OpenAPI api) {
    api.info(
        new Info()
            .title("Settlement suite")
            .version("v1")
            .description(DESCRIPTION)
            .license(
                new License()
                    .name("Apache-2.0")
                    .url("https://www.apache.org/licenses/LICENSE-2.0")));
    api.servers(List.of(new Server().url("/").description("Where this document was asked for")));
    api.tags(
        TAGS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(tag -> new Tag().name(tag.getKey()).description(tag.getValue()))
            .toList());
    api.getComponents()
        .addSecuritySchemes(
            "apiKey",
            new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-API-Key")
                .description("Your key; an operation names the scopes of which it needs one."))
        .addSecuritySchemes(
            "bearer",
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                    "A token of the issuer at which operators sign in, where the gateway knows one;"
                        + " its roles give the scopes."));
  }
}
