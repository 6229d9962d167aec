// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import io.settlement.artifact.chain.ChainNodes;
import io.settlement.chain.Call;
import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.Reverted;
import io.settlement.chain.RpcError;
import io.settlement.chain.contract.Control;
import io.settlement.chain.contract.Control.Signed;
import io.settlement.events.ArtifactEvent.PrimitiveStage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.kit.problem.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A partner hands a primitive in; who owns the artifact's contract on each chain signs for it; the
 * chains are looked at, and it is submitted. An operator admits it or refuses it as any other.
 */
@Component
class PrimitiveClaims {
  private static final Duration LIFETIME = Duration.ofDays(7);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int MOST_OPEN = 20;
  private static final int NONCE_BYTES = 32;

  private final PrimitiveClaimTable claims;
  private final Primitives primitives;
  private final Specifications specifications;
  private final Admission admission;
  private final LiveCheck chains;
  private final ChainNodes nodes;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  PrimitiveClaims(
      PrimitiveClaimTable claims,
      Primitives primitives,
      Specifications specifications,
      Admission admission,
      LiveCheck chains,
      ChainNodes nodes,
      TransactionTemplate transaction,
      Clock clock) {
    this.claims = claims;
    this.primitives = primitives;
    this.specifications = specifications;
    this.admission = admission;
    this.chains = chains;
    this.nodes = nodes;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What is to be signed.
   *
   * @param expiresAt the longest that is allowed when left out
   * @throws Problem when it can never be registered
   */
  PrimitiveClaim claim(
      Primitive said, byte[] document, String partner, @Nullable Instant expiresAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant latest = now.plus(LIFETIME);
    Instant expires = expiresAt == null ? latest : expiresAt.truncatedTo(ChronoUnit.SECONDS);
    if (!expires.isAfter(now) || expires.isAfter(latest)) {
      throw Problem.unprocessable(
          "claim-expired", "a signature counts until a time in the future, at most " + LIFETIME);
    }
    if (!specifications.checked(document).equals(said.id())) {
      throw Problem.unprocessable(
          "other-primitive", "the specification is not of %s".formatted(said.id()));
    }
    requireFree(said);
    claims.forget(now.minus(KEPT));
    if (claims.open(partner, now) >= MOST_OPEN) {
      throw Problem.tooMany(
          "too-many-registrations", "%d are open; let some expire".formatted(MOST_OPEN));
    }
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    PrimitiveClaim claim =
        new PrimitiveClaim(
            UUID.randomUUID(), partner, said, document, Hash.of(nonce), now, expires, null);
    claims.add(claim);
    return claim;
  }

  /** What is in the book already is the operator's; only what was refused may be said anew. */
  private void requireFree(Primitive said) {
    for (Primitive other : primitives.all()) {
      boolean same = other.id().equals(said.id());
      if (same ? other.state() != PrimitiveStage.REFUSED : shares(other, said)) {
        throw Problem.conflict(
            "primitive-taken", "%s is in the book with it".formatted(other.id()));
      }
    }
  }

  private static boolean shares(Primitive other, Primitive said) {
    return other.artifact().equals(said.artifact())
        || (said.vault() != null && said.vault().equals(other.vault()))
        || other.deployments().stream()
            .anyMatch(one -> said.deployments().stream().anyMatch(it -> shares(one, it)));
  }

  private static boolean shares(Deployment one, Deployment other) {
    return one.chain().equals(other.chain())
        && (one.token().equals(other.token())
            || (one.handler() != null && Objects.equals(one.handler(), other.handler())));
  }

  /**
   * Submits it.
   *
   * @throws Problem when a contract's owner has not signed, or the chains say otherwise
   */
  Primitive register(UUID id, String primitive, List<Signed> signatures, String partner) {
    PrimitiveClaim claim =
        claims
            .find(id)
            .filter(one -> one.partner().equals(partner) && one.said().id().equals(primitive))
            .orElseThrow(() -> Problem.notFound("unknown-registration", "no registration " + id));
    if (claim.registeredAt() != null) {
      throw used();
    }
    if (!clock.instant().isBefore(claim.expiresAt())) {
      throw Problem.unprocessable(
          "claim-expired", "the statement counted until %s".formatted(claim.expiresAt()));
    }
    Set<EvmAddress> signers = asked(() -> look(claim, signatures));
    return Objects.requireNonNull(transaction.execute(state -> submit(claim, signers)));
  }

  private static Problem used() {
    return Problem.conflict("nonce-used", "this statement was used before");
  }

  private static Set<EvmAddress> asked(Supplier<Set<EvmAddress>> question) {
    try {
      return question.get();
    } catch (ChainException silent) {
      throw Problem.unavailable("chain-not-asked", String.valueOf(silent.getMessage()));
    }
  }

  private Set<EvmAddress> look(PrimitiveClaim claim, List<Signed> signatures) {
    Set<EvmAddress> signers = new LinkedHashSet<>();
    for (Deployment one : claim.said().deployments()) {
      signers.add(signer(claim, one, signatures));
    }
    List<String> differ =
        claim.said().deployments().stream()
            .flatMap(
                one ->
                    Optional.ofNullable(chains.onChain(claim.said(), one))
                        .map(found -> one.chain() + ": " + found)
                        .stream())
            .toList();
    if (!differ.isEmpty()) {
      throw Problem.unprocessable("registration-differs", String.join("; ", differ));
    }
    return signers;
  }

  private EvmAddress signer(PrimitiveClaim claim, Deployment where, List<Signed> signatures) {
    EvmReader reader =
        nodes
            .of(where.chain())
            .orElseThrow(
                () ->
                    Problem.unavailable(
                        "chain-not-asked", "no node of %s is known here".formatted(where.chain())));
    Control.Asked chain = asked(reader, ChainNodes.finalHead(reader).number());
    Hash digest = claim.statement().digest();
    if (Control.owner(chain, where.token()).isEmpty()) {
      throw Problem.unprocessable(
          "handler-without-owner", where.token() + " names no owner() at its final block");
    }
    return signatures.stream()
        .flatMap(one -> Control.spokesman(chain, where.token(), digest, one).stream())
        .findFirst()
        .orElseThrow(
            () ->
                Problem.unprocessable(
                    "not-the-owner",
                    "neither the owner nor a manager of %s on %s signed this"
                        .formatted(where.token(), where.chain())));
  }

  private static Control.Asked asked(EvmReader reader, long block) {
    return (contract, data) -> {
      try {
        return Optional.of(reader.callsAt(List.of(Call.view(contract, data)), block).getFirst());
      } catch (Reverted | RpcError refused) {
        return Optional.empty();
      }
    };
  }

  private Primitive submit(PrimitiveClaim claim, Set<EvmAddress> signers) {
    if (!claims.register(claim.id(), signers, clock.instant())) {
      throw used();
    }
    requireFree(claim.said());
    specifications.keep(claim.document());
    admission.draft(claim.said(), claim.partner());
    return admission.submit(claim.said().id(), claim.partner());
  }
}
