// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Ready-to-sign transactions for a user's wallet. */
@Tag(name = "Settlements")
@RestController
class SettlementController {
  private final Settlements settlements;
  private final PayoutCosts payouts;

  SettlementController(Settlements settlements, PayoutCosts payouts) {
    this.settlements = settlements;
    this.payouts = payouts;
  }

  @Operation(
      operationId = "buildSettlement",
      summary = "Build the transactions that send something; the user's wallet signs them",
      parameters =
          @Parameter(
              in = ParameterIn.HEADER,
              name = "Idempotency-Key",
              schema = @Schema(type = "string", minLength = 1, maxLength = 128),
              description = "The same key and body get the same answer for a day"))
  @PostMapping("/v1/settlements")
  SettlementView build(@Valid @RequestBody SettlementRequest request) {
    return switch (settlements.build(request)) {
      case Settlements.Signable built -> view(built);
      case Settlements.Deposit built -> view(built);
    };
  }

  private SettlementView view(Settlements.Signable built) {
    Wallet.Transactions transactions = built.transactions();
    return new SettlementView(
        built.kind(),
        QuoteView.of(built.quote(), payouts),
        built.txid(),
        built.quote().validity().until(),
        transactions.allowance(),
        transactions.approve(),
        transactions.prepay(),
        transactions.send(),
        transactions.topUp(),
        null);
  }

  private SettlementView view(Settlements.Deposit built) {
    return new SettlementView(
        SettlementView.Kind.DEPOSIT,
        QuoteView.of(built.quote(), payouts),
        null,
        built.quote().validity().until(),
        null,
        null,
        null,
        null,
        null,
        built.how());
  }
}
