// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.kit.problem.Problem;
import io.settlement.relayer.attest.GuardInterchange.Metadata;
import io.settlement.relayer.attest.GuardInterchange.Signed;
import io.settlement.relayer.attest.SigningGuard.Entry;
import io.settlement.relayer.attest.SigningGuard.Subject;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Carries what was signed from one instance of a validator to another. */
@Tag(name = "Validator")
@RestController
@ConditionalOnRole(Role.VALIDATOR)
@RequestMapping("/v1/validator/signing-guard")
@PreAuthorize("hasAuthority('SCOPE_operator')")
class SigningGuardController {
  private static final Logger log = LoggerFactory.getLogger(SigningGuardController.class);

  /** Rows of one statement. */
  private static final int PAGE = 2_000;

  /** Conflicts that are named. */
  private static final int NAMED = 10;

  private final SigningGuard guard;
  private final TransactionOperations transactions;
  private final JsonMapper json;
  private final Clock clock;

  SigningGuardController(
      SigningGuard guard, TransactionOperations transactions, JsonMapper json, Clock clock) {
    this.guard = guard;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What an import did.
   *
   * @param added digests that were not known here
   * @param known digests that were
   */
  record Imported(long added, long known) {}

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "exportSigningGuard",
      summary = "Everything this validator ever signed, for import elsewhere")
  ResponseEntity<StreamingResponseBody> export() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            out -> {
              try (JsonGenerator writer = json.createGenerator(out)) {
                write(writer);
              }
            });
  }

  /** Page by page, so that a long history needs no memory. */
  private void write(JsonGenerator writer) {
    writer.writeStartObject();
    writer.writeName("metadata");
    writer.writePOJO(Metadata.of(guard.validator()));
    writer.writeName("signed");
    writer.writeStartArray();
    List<Entry> page = guard.after(null, PAGE);
    while (!page.isEmpty()) {
      for (Entry one : page) {
        writer.writePOJO(new Signed(one.subject().txid(), one.subject().kind(), one.digest()));
      }
      page = guard.after(page.getLast().subject(), PAGE);
    }
    writer.writeEndArray();
    writer.writeEndObject();
  }

  @PostMapping
  @Operation(
      operationId = "importSigningGuard",
      summary = "Learn what this validator signed elsewhere; all of it or, on conflict, none")
  Imported add(@RequestBody @Valid GuardInterchange interchange) {
    check(interchange.metadata());
    Imported imported =
        transactions.execute(
            status -> merge(interchange.signed().stream().map(this::entry).toList()));
    log.atInfo()
        .addKeyValue("added", imported.added())
        .addKeyValue("known", imported.known())
        .log("signing guard imported");
    return imported;
  }

  private void check(Metadata metadata) {
    if (!metadata.format().equals(GuardInterchange.FORMAT)
        || metadata.version() != GuardInterchange.VERSION) {
      throw Problem.unprocessable(
          "unknown-format",
          "only %s of version %d can be read"
              .formatted(GuardInterchange.FORMAT, GuardInterchange.VERSION));
    }
    if (!metadata.validator().equals(guard.validator())) {
      throw Problem.unprocessable(
          "another-validator",
          "it is of %s, this is %s".formatted(metadata.validator(), guard.validator()));
    }
  }

  private Entry entry(Signed signed) {
    return new Entry(new Subject(signed.txid(), signed.kind()), signed.digest());
  }

  private Imported merge(List<Entry> entries) {
    long added = 0;
    for (int from = 0; from < entries.size(); from += PAGE) {
      List<Entry> page = entries.subList(from, Math.min(entries.size(), from + PAGE));
      added += guard.record(page, clock.instant()).size();
      List<Entry> conflicts = guard.contradicting(page);
      if (!conflicts.isEmpty()) {
        throw Problem.conflict(
            "signed-otherwise",
            "another digest was signed here for "
                + conflicts.stream()
                    .limit(NAMED)
                    .map(one -> one.subject().txid() + " " + one.subject().kind())
                    .collect(Collectors.joining(", ")));
      }
    }
    return new Imported(added, entries.size() - added);
  }
}
