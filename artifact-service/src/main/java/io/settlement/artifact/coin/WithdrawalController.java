// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.coin;

import io.settlement.artifact.coin.PaymentTable.Payout;
import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What withdrawals came to. */
@Tag(name = "Bitcoin")
@RestController
@RequestMapping("/v1/artifacts/{id}/withdrawals")
class WithdrawalController {
  private final PaymentTable payments;

  WithdrawalController(PaymentTable payments) {
    this.payments = payments;
  }

  /** Amount, what arrived, and what the network took; once it is paid. */
  @Operation(
      operationId = "getPayoutProof",
      summary = "What was paid on Bitcoin for a withdrawal, and where")
  @GetMapping("/{txid}")
  Payout payout(@PathVariable String id, @PathVariable TxId txid) {
    return payments
        .payout(id, txid)
        .orElseThrow(() -> Problem.notFound("not-paid", "no paid withdrawal " + txid));
  }
}
