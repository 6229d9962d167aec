// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import io.settlement.artifact.primitive.PrimitiveController.DeploymentBody;
import io.settlement.chain.contract.Control.Signed;
import io.settlement.chain.contract.Signable;
import io.settlement.events.ArtifactEvent.PrimitiveStage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Primitives that partners hand in with signatures of those who own the artifacts' contracts. */
@Tag(name = "Primitives")
@RestController
@RequestMapping("/v1/primitives/{id}/claims")
@PreAuthorize("hasAuthority('SCOPE_partner')")
class PrimitiveClaimController {
  private final PrimitiveClaims claims;

  PrimitiveClaimController(PrimitiveClaims claims) {
    this.claims = claims;
  }

  /**
   * A primitive as its partner says it.
   *
   * @param artifact whose books, as handlers name it in handler-registry
   * @param document the specification's exact bytes, in base64
   * @param vault {@code Bitcoin:0x…}; left out when it holds nothing on Bitcoin
   * @param descriptor the vault's descriptor
   * @param expiresAt until when it may be signed; seven days when left out
   */
  @SuppressWarnings("ArrayRecordComponent")
  record PrimitiveClaimBody(
      @NotBlank @Size(max = 64) String artifact,
      @NotEmpty @Size(max = 262_144) byte[] document,
      @Nullable HandlerId vault,
      @Nullable @Size(max = 4000) String descriptor,
      @NotEmpty @Size(max = 64) List<@NotNull @Valid DeploymentBody> deployments,
      @Nullable Instant expiresAt) {

    Primitive of(String id) {
      return new Primitive(
          id,
          artifact,
          new Signable(document).digest(),
          vault,
          descriptor,
          PrimitiveStage.DRAFT,
          null,
          0,
          deployments.stream().map(one -> one.of(artifact)).toList());
    }
  }

  /**
   * What is to be signed.
   *
   * @param specification keccak256 of the document, which the artifact's contracts must name
   * @param typedData the argument of {@code eth_signTypedData_v4}
   * @param digest what is signed, for owners that are contracts
   */
  record PrimitiveClaimView(
      UUID id, Hash specification, Instant expiresAt, Map<String, Object> typedData, Hash digest) {

    static PrimitiveClaimView of(PrimitiveClaim claim) {
      return new PrimitiveClaimView(
          claim.id(),
          claim.said().specification(),
          claim.expiresAt(),
          claim.statement().form(),
          claim.statement().digest());
    }
  }

  /**
   * A signature of the statement.
   *
   * @param signature r‖s‖v; what an owner that is a contract takes (EIP-1271)
   * @param signer who made it; needed of a contract that is a manager only
   */
  record ClaimSignatureBody(
      @NotNull @Pattern(regexp = "0x([0-9a-fA-F]{2}){1,4096}") String signature,
      @Nullable EvmAddress signer) {}

  /** One for the artifact's contract on each chain; the same may stand for several. */
  record ClaimSignaturesBody(
      @NotEmpty @Size(max = 64) List<@NotNull @Valid ClaimSignatureBody> signatures) {

    List<Signed> signed() {
      return signatures.stream()
          .map(one -> new Signed(Hex.decode(one.signature()), one.signer()))
          .toList();
    }
  }

  @Operation(
      operationId = "preparePrimitiveClaim",
      summary = "Hand a primitive in: what the owners of its artifact's contracts have to sign")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PrimitiveClaimView claim(
      @PathVariable String id, @Valid @RequestBody PrimitiveClaimBody body, Principal partner) {
    return PrimitiveClaimView.of(
        claims.claim(body.of(id), body.document(), partner.getName(), body.expiresAt()));
  }

  @Operation(
      operationId = "signPrimitiveClaim",
      summary = "Submit it by signatures of those owners")
  @PostMapping("/{claim}/signatures")
  Primitive sign(
      @PathVariable String id,
      @PathVariable UUID claim,
      @Valid @RequestBody ClaimSignaturesBody body,
      Principal partner) {
    return claims.register(claim, id, body.signed(), partner.getName());
  }
}
