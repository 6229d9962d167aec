// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows who signed a message, and lets an operator start one over. */
@RestController
@ConditionalOnRole(Role.COURIER)
@RequestMapping("/v1/messages/{txid}")
class MessageController {
  private static final Logger log = LoggerFactory.getLogger(MessageController.class);

  private final Messages messages;
  private final SignatureStore signatures;
  private final Quorum quorum;
  private final Redrives redrives;
  private final TransactionOperations transactions;

  MessageController(
      Messages messages,
      SignatureStore signatures,
      Quorum quorum,
      Redrives redrives,
      TransactionOperations transactions) {
    this.messages = messages;
    this.signatures = signatures;
    this.quorum = quorum;
    this.redrives = redrives;
    this.transactions = transactions;
  }

  @GetMapping("/attestations")
  @Operation(summary = "Who signed the message for its destination and its outcome for the source")
  AttestationReport attestations(@PathVariable TxId txid) {
    Dossier dossier =
        new Dossier(
            known(txid),
            signatures.alone().of(List.of(txid)).getOrDefault(txid, List.of()),
            signatures.bundles().of(List.of(txid)).getOrDefault(txid, List.of()));
    return AttestationReport.of(dossier, signatures.alone().rejected(txid), quorum);
  }

  @PostMapping("/redrive")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PreAuthorize("hasAuthority('SCOPE_operator')")
  @Operation(summary = "Start a parked or refused message over, with today's routes and signatures")
  Redrive redrive(@PathVariable TxId txid) {
    known(txid);
    Redrive redrive =
        transactions.execute(
            status ->
                redrives
                    .redrive(txid)
                    .orElseThrow(
                        () ->
                            Problem.conflict(
                                "message-not-parked",
                                "message " + txid + " is neither parked nor refused")));
    log.atInfo().addKeyValue("txid", txid).log("message started over by an operator");
    return redrive;
  }

  private MessageRow known(TxId txid) {
    return messages
        .find(txid)
        .orElseThrow(() -> Problem.notFound("unknown-message", "no message " + txid));
  }
}
