// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.ConditionalOnBitcoin;
import io.settlement.relayer.bitcoin.cosign.CosignTable.Signed;
import io.settlement.relayer.limit.Audit;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this cosigner has signed for a withdrawal, and what an operator shows it about that. */
@Tag(name = "Validator")
@RestController
@ConditionalOnRole(Role.VALIDATOR)
@ConditionalOnBitcoin
@ConditionalOnProperty("settlement.relayer.bitcoin.cosigner.keystore")
@RequestMapping("/v1/validator/withdrawals/{txid}")
@PreAuthorize("hasAuthority('SCOPE_operator')")
class CosignedController {
  private final DeadPayments payments;
  private final Audit audit;

  CosignedController(DeadPayments payments, Audit audit) {
    this.payments = payments;
    this.audit = audit;
  }

  /**
   * A transaction that has spent coins of what was signed.
   *
   * @param height of its block
   * @param because why an operator looked; for the audit
   */
  record SpentBody(
      @NotNull Hash transaction, @Min(0) long height, @NotBlank @Size(max = 500) String because) {}

  @GetMapping("/signed")
  @Operation(
      operationId = "listCosignedPayments",
      summary = "Every payment of a withdrawal that this key has signed")
  List<Signed> signed(@PathVariable TxId txid) {
    return payments.of(txid);
  }

  @PostMapping("/spent")
  @Operation(
      operationId = "proveCosignedSpent",
      summary = "Have this cosigner's own node see that what it signed can never be mined")
  List<Signed> spent(
      @PathVariable TxId txid, @Valid @RequestBody SpentBody body, Principal operator) {
    payments.show(
        txid,
        body.transaction(),
        body.height(),
        () ->
            audit.write(
                operator.getName(),
                "PAYMENT_DEAD",
                txid.hex(),
                body.because(),
                body.transaction().hex()));
    return payments.of(txid);
  }
}
