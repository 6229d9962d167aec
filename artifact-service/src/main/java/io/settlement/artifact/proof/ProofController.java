// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.primitive.Primitive;
import io.settlement.artifact.primitive.Primitives;
import io.settlement.artifact.proof.Imbalances.Imbalance;
import io.settlement.artifact.proof.Imbalances.Note;
import io.settlement.artifact.proof.Proofs.Judged;
import io.settlement.artifact.proof.Statements.Statement;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proofs of reserves, statements, imbalances and what is to be done about them. */
@Tag(name = "Artifacts")
@RestController
@RequestMapping("/v1/artifacts/{id}")
class ProofController {
  private static final String OPERATOR = "hasAuthority('SCOPE_operator')";
  private static final int NEWEST = 50;

  private final Primitives primitives;
  private final Proofs proofs;
  private final ProofConfiguration.Signer signer;
  private final StatementTable statements;
  private final Imbalances imbalances;
  private final ProofConfiguration.Signing signing;

  ProofController(
      Primitives primitives,
      Proofs proofs,
      ProofConfiguration.Signer signer,
      StatementTable statements,
      Imbalances imbalances,
      ProofConfiguration.Signing signing) {
    this.primitives = primitives;
    this.proofs = proofs;
    this.signer = signer;
    this.statements = statements;
    this.imbalances = imbalances;
    this.signing = signing;
  }

  /** An imbalance and what was said about it. */
  record ImbalanceView(Imbalance imbalance, List<Note> notes) {}

  /** What somebody did about an imbalance. */
  record NoteBody(@NotBlank @Size(max = 4000) String text) {}

  @Operation(
      operationId = "getLatestReserveStatement",
      summary = "The latest signed statement of an artifact's reserve")
  @GetMapping("/statements/latest")
  Statement latest(@PathVariable String id) {
    return statements
        .newest(id)
        .orElseThrow(() -> Problem.notFound("no-statement", "nothing was signed of " + id));
  }

  @Operation(
      operationId = "getReserveStatement",
      summary = "A signed statement of an artifact's reserve")
  @GetMapping("/statements/{number}")
  Statement statement(@PathVariable String id, @PathVariable long number) {
    return statements
        .find(id, number)
        .orElseThrow(() -> Problem.notFound("no-statement", "no such statement of " + id));
  }

  /** Proves now and signs what is found. */
  @Operation(
      operationId = "signReserveStatement",
      summary = "Sign a statement of an artifact's reserve now")
  @PostMapping("/statements")
  @PreAuthorize(OPERATOR)
  Statement sign(@PathVariable String id) {
    Statements key =
        signer
            .statements()
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "no-signing-key", "settlement.artifact.proof names no key to sign with"));
    Judged judged = proofs.prove(primitive(id));
    return key.sign(judged.proof(), judged.balanced());
  }

  @Operation(
      operationId = "listImbalances",
      summary = "Times at which an artifact's books did not balance, the latest first")
  @GetMapping("/imbalances")
  List<ImbalanceView> imbalances(@PathVariable String id) {
    List<Imbalance> newest = imbalances.newest(id, NEWEST);
    Map<Long, List<Note>> notes =
        imbalances.notes(id, newest.stream().map(Imbalance::number).toList());
    return newest.stream()
        .map(one -> new ImbalanceView(one, notes.getOrDefault(one.number(), List.of())))
        .toList();
  }

  /** Keeps for ever what was done. */
  @Operation(operationId = "addImbalanceNote", summary = "Say something to an imbalance")
  @PostMapping("/imbalances/{number}/notes")
  @PreAuthorize(OPERATOR)
  List<Note> note(
      @PathVariable String id,
      @PathVariable long number,
      @Valid @RequestBody NoteBody body,
      Principal operator) {
    if (!imbalances.exists(id, number)) {
      throw Problem.notFound("unknown-imbalance", "no such imbalance of " + id);
    }
    imbalances.note(
        id, number, new Note(operator.getName(), body.text(), signing.clock().instant()));
    return imbalances.notes(id, number);
  }

  private Primitive primitive(String artifact) {
    return primitives
        .ofArtifact(artifact)
        .orElseThrow(
            () -> Problem.notFound("unknown-artifact", "no primitive stands behind " + artifact));
  }
}
