// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.TxId;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows who signed a message. */
@Tag(name = "Messages")
@RestController
@ConditionalOnRole(Role.COURIER)
@RequestMapping("/v1/messages/{txid}")
class MessageController {
  private final Messages messages;
  private final SignatureStore signatures;
  private final Quorum quorum;

  MessageController(Messages messages, SignatureStore signatures, Quorum quorum) {
    this.messages = messages;
    this.signatures = signatures;
    this.quorum = quorum;
  }

  @GetMapping("/attestations")
  @Operation(
      operationId = "getMessageAttestations",
      summary = "Who signed the message for its destination and its outcome for the source")
  AttestationReport attestations(@PathVariable TxId txid) {
    Dossier dossier =
        new Dossier(
            known(txid),
            signatures.alone().of(List.of(txid)).getOrDefault(txid, List.of()),
            signatures.bundles().of(List.of(txid)).getOrDefault(txid, List.of()));
    return AttestationReport.of(dossier, signatures.alone().rejected(txid), quorum);
  }

  @GetMapping("/archive")
  @PreAuthorize("hasAuthority('SCOPE_operator')")
  @Operation(
      operationId = "getMessageArchive",
      summary = "What is kept of a message that has ended and was archived")
  Archive.Ended archive(@PathVariable TxId txid) {
    return messages
        .archive()
        .find(txid)
        .orElseThrow(() -> Problem.notFound("not-archived", txid + " is not archived"));
  }

  private MessageRow known(TxId txid) {
    return messages
        .find(txid)
        .orElseThrow(
            () ->
                messages
                    .archive()
                    .find(txid)
                    .map(
                        it ->
                            Problem.notFound(
                                "message-archived",
                                "message %s ended at %s and is archived"
                                    .formatted(txid, it.endedAt())))
                    .orElseGet(() -> Problem.notFound("unknown-message", "no message " + txid)));
  }
}
