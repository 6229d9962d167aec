// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import io.settlement.artifact.primitive.Primitives.Step;
import io.settlement.events.ArtifactEvent.PrimitiveStage;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.kit.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Primitives, their specifications and their admission. */
@Tag(name = "Primitives")
@RestController
class PrimitiveController {
  private static final String OPERATOR = "hasAuthority('SCOPE_operator')";

  private final Primitives primitives;
  private final Specifications specifications;
  private final SpecificationSchema schema;
  private final Admission admission;

  PrimitiveController(
      Primitives primitives,
      Specifications specifications,
      SpecificationSchema schema,
      Admission admission) {
    this.primitives = primitives;
    this.specifications = specifications;
    this.schema = schema;
    this.admission = admission;
  }

  /**
   * A primitive as it is said.
   *
   * @param artifact whose books, as handlers name it in handler-registry
   * @param specification keccak256 of the stored bytes
   * @param vault {@code Bitcoin:0x…}; left out when it holds nothing on Bitcoin
   * @param descriptor the vault's descriptor
   */
  record PrimitiveBody(
      @NotBlank @Size(max = 64) String artifact,
      @NotNull Hash specification,
      @Nullable HandlerId vault,
      @Nullable @Size(max = 4000) String descriptor,
      @NotEmpty @Size(max = 64) List<@NotNull @Valid DeploymentBody> deployments) {

    Primitive of(String id) {
      return new Primitive(
          id,
          artifact,
          specification,
          vault,
          descriptor,
          PrimitiveStage.DRAFT,
          null,
          0,
          deployments.stream().map(one -> one.of(artifact)).toList());
    }
  }

  /** Where the contracts are on one chain; see {@link Deployment}. */
  record DeploymentBody(
      @NotNull ChainName chain,
      @NotNull EvmAddress token,
      @Nullable EvmAddress handler,
      @Nullable EvmAddress staking,
      @NotNull EvmAddress registry,
      @Nullable @Size(max = 64) List<@NotNull EvmAddress> wrappers,
      @Nullable @Size(max = 64) List<@NotNull EvmAddress> baskets,
      @Min(0) long startBlock) {

    Deployment of(String artifact) {
      return new Deployment(
          artifact,
          chain,
          token,
          handler,
          staking,
          registry,
          Objects.requireNonNullElse(wrappers, List.of()),
          Objects.requireNonNullElse(baskets, List.of()),
          startBlock);
    }
  }

  /** Why something is decided. */
  record ReasonsBody(@NotNull @Size(max = 20) List<@NotBlank @Size(max = 2000) String> reasons) {}

  /** A revision of the specification. */
  record RevisionBody(
      @NotNull Hash specification,
      @NotNull @Size(max = 20) List<@NotBlank @Size(max = 2000) String> reasons) {}

  /** A primitive with what was decided about it. */
  record PrimitiveView(Primitive primitive, List<Step> steps) {}

  @Operation(
      operationId = "getSpecificationSchema",
      summary = "The JSON Schema that specifications follow")
  @GetMapping(path = "/v1/specifications/schema", produces = "application/schema+json")
  byte[] schema() {
    return schema.document();
  }

  /** Keeps the exact bytes; their hash is what the artifact's contracts must name. */
  @Operation(
      operationId = "storeSpecification",
      summary = "Store the bytes of a specification; its hash names it")
  @PostMapping(path = "/v1/specifications", consumes = MediaType.APPLICATION_JSON_VALUE)
  @PreAuthorize(OPERATOR)
  Map<String, Hash> keep(@RequestBody byte[] body) {
    return Map.of("hash", specifications.keep(body));
  }

  @Operation(
      operationId = "getSpecification",
      summary = "A specification's bytes, as they were stored")
  @GetMapping(path = "/v1/specifications/{hash}", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] specification(@PathVariable Hash hash) {
    return specifications
        .find(hash)
        .orElseThrow(() -> Problem.notFound("unknown-specification", "none has this hash"));
  }

  @Operation(operationId = "listPrimitives", summary = "Primitives, and where each stands")
  @GetMapping("/v1/primitives")
  List<Primitive> all() {
    return primitives.all();
  }

  @Operation(
      operationId = "getPrimitive",
      summary = "A primitive: deployments, events and what was reviewed")
  @GetMapping("/v1/primitives/{id}")
  PrimitiveView one(@PathVariable String id) {
    Primitive primitive =
        primitives
            .find(id)
            .orElseThrow(() -> Problem.notFound("unknown-primitive", "no primitive is " + id));
    return new PrimitiveView(primitive, primitives.steps(id));
  }

  @Operation(operationId = "putPrimitive", summary = "Describe a primitive, or change a draft")
  @PutMapping("/v1/primitives/{id}")
  @PreAuthorize(OPERATOR)
  Primitive draft(
      @PathVariable String id, @Valid @RequestBody PrimitiveBody body, Principal operator) {
    return admission.draft(body.of(id), operator.getName());
  }

  @Operation(operationId = "submitPrimitive", summary = "Hand a draft in for review")
  @PostMapping("/v1/primitives/{id}/submit")
  @PreAuthorize(OPERATOR)
  Primitive submit(@PathVariable String id, Principal operator) {
    return admission.submit(id, operator.getName());
  }

  @Operation(operationId = "admitPrimitive", summary = "Admit a primitive that was handed in")
  @PostMapping("/v1/primitives/{id}/admit")
  @PreAuthorize(OPERATOR)
  Primitive admit(
      @PathVariable String id, @Valid @RequestBody ReasonsBody body, Principal operator) {
    return admission.admit(id, operator.getName(), body.reasons());
  }

  @Operation(operationId = "refusePrimitive", summary = "Refuse a primitive, and say why")
  @PostMapping("/v1/primitives/{id}/refuse")
  @PreAuthorize(OPERATOR)
  Primitive refuse(
      @PathVariable String id, @Valid @RequestBody ReasonsBody body, Principal operator) {
    return admission.refuse(id, operator.getName(), body.reasons());
  }

  @Operation(operationId = "withdrawPrimitive", summary = "Take a primitive back")
  @PostMapping("/v1/primitives/{id}/withdraw")
  @PreAuthorize(OPERATOR)
  Primitive withdraw(
      @PathVariable String id, @Valid @RequestBody ReasonsBody body, Principal operator) {
    return admission.withdraw(id, operator.getName(), body.reasons());
  }

  @Operation(
      operationId = "revisePrimitive",
      summary = "Give an admitted primitive another specification")
  @PostMapping("/v1/primitives/{id}/revise")
  @PreAuthorize(OPERATOR)
  Primitive revise(
      @PathVariable String id, @Valid @RequestBody RevisionBody body, Principal operator) {
    return admission.revise(id, body.specification(), operator.getName(), body.reasons());
  }
}
