// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a newcomer finds at the door. */
@Tag(name = "Account")
@RestController
class IndexController {

  /** Where to go from here; path variables in braces. */
  record Index(String name, String authentication, Map<String, String> links) {}

  @Operation(operationId = "getIndex", summary = "Where to go from here")
  @GetMapping("/")
  Index index() {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("quote", "/v1/quotes");
    links.put("settlement", "/v1/settlements");
    links.put("prices", "/v1/prices");
    links.put("messages", "/v1/messages");
    links.put("messageSummary", "/v1/messages/summary");
    links.put("message", "/v1/messages/{txid}");
    links.put("messageEvents", "/v1/messages/{txid}/events");
    links.put("webhooks", "/v1/webhooks");
    links.put("me", "/v1/me");
    links.put("keys", "/v1/keys");
    links.put("audit", "/v1/audit");
    links.put("attestations", "/v1/messages/{txid}/attestations");
    links.put("gasAccount", "/v1/gas/{txid}");
    links.put("gasReceipt", "/v1/gas/{txid}/receipt");
    links.put("receipts", "/v1/receipts/{root}");
    links.put("ledgerAccount", "/v1/ledger/accounts/{account}");
    links.put("statement", "/v1/statements/{payer}?month={month}");
    links.put("chains", "/v1/chains");
    links.put("handlers", "/v1/handlers");
    links.put("routes", "/v1/routes");
    links.put("validators", "/v1/validators");
    links.put("artifacts", "/v1/artifacts");
    links.put("primitives", "/v1/primitives");
    links.put("depositAddress", "/v1/vaults/{vault}/addresses");
    links.put("plans", "/v1/plans");
    links.put("plan", "/v1/plans/{id}");
    links.put("lanes", "/v1/lanes");
    links.put("openapi", "/v1/openapi");
    links.put("asyncapi", "/v1/asyncapi");
    links.put("console", "/console/");
    links.put("health", "/actuator/health");
    return new Index("settlement gateway", "X-API-Key", links);
  }
}
