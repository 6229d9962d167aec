// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import io.settlement.artifact.primitive.Primitives.Step;
import io.settlement.events.ArtifactEvent.PrimitiveChanged;
import io.settlement.events.ArtifactEvent.PrimitiveStage;
import io.settlement.events.value.Hash;
import io.settlement.kit.outbox.Outbox;
import io.settlement.kit.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draft, submitted, admitted or refused by an operator, live when the chains agree: each step is
 * kept with who took it and why, and told.
 */
@Service
class Admission {
  private final Primitives primitives;
  private final Specifications specifications;
  private final Outbox outbox;
  private final Clock clock;

  Admission(Primitives primitives, Specifications specifications, Outbox outbox, Clock clock) {
    this.primitives = primitives;
    this.specifications = specifications;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What is said of a primitive; it can be said anew until it is submitted. */
  @Transactional
  Primitive draft(Primitive said, String by) {
    String of =
        specifications
            .primitiveOf(said.specification())
            .orElseThrow(
                () ->
                    Problem.unprocessable(
                        "unknown-specification", "store the specification's bytes first"));
    if (!of.equals(said.id())) {
      throw Problem.unprocessable(
          "other-primitive", "the specification is of " + of + ", not of " + said.id());
    }
    Primitive last = primitives.lock(said.id()).orElse(null);
    if (last != null) {
      requireState(last, Set.of(PrimitiveStage.DRAFT, PrimitiveStage.REFUSED));
    }
    return keep(with(said, PrimitiveStage.DRAFT, null, last), by, List.of());
  }

  @Transactional
  Primitive submit(String id, String by) {
    Primitive last = locked(id, Set.of(PrimitiveStage.DRAFT));
    if (last.deployments().isEmpty()) {
      throw Problem.unprocessable("no-deployment", "name where its artifact's contracts are");
    }
    LockUp.requireSame(last.descriptor(), specifications.unbondingBlocks(last.specification()));
    return keep(with(last, PrimitiveStage.SUBMITTED, null, last), by, List.of());
  }

  @Transactional
  Primitive admit(String id, String by, List<String> reasons) {
    Primitive last = locked(id, Set.of(PrimitiveStage.SUBMITTED));
    return keep(
        with(last, PrimitiveStage.ADMITTED, "the chains were not asked yet", last), by, reasons);
  }

  @Transactional
  Primitive refuse(String id, String by, List<String> reasons) {
    if (reasons.isEmpty()) {
      throw Problem.badRequest("reasons-missing", "a refusal says why");
    }
    Primitive last = locked(id, Set.of(PrimitiveStage.SUBMITTED));
    return keep(with(last, PrimitiveStage.REFUSED, null, last), by, reasons);
  }

  /** Takes it out of use; its books go on. */
  @Transactional
  Primitive withdraw(String id, String by, List<String> reasons) {
    if (reasons.isEmpty()) {
      throw Problem.badRequest("reasons-missing", "a withdrawal says why");
    }
    Primitive last = locked(id, Set.of(PrimitiveStage.ADMITTED, PrimitiveStage.LIVE));
    return keep(with(last, PrimitiveStage.WITHDRAWN, null, last), by, reasons);
  }

  /**
   * A new revision of its specification: it is admitted again when the contracts name the hash.
   *
   * @param hash of bytes that were stored
   */
  @Transactional
  Primitive revise(String id, Hash hash, String by, List<String> reasons) {
    Primitive last = locked(id, Set.of(PrimitiveStage.ADMITTED, PrimitiveStage.LIVE));
    if (!specifications.primitiveOf(hash).equals(java.util.Optional.of(id))) {
      throw Problem.unprocessable("unknown-specification", "no specification of " + id + " has it");
    }
    LockUp.requireSame(last.descriptor(), specifications.unbondingBlocks(hash));
    Primitive next =
        new Primitive(
            last.id(),
            last.artifact(),
            hash,
            last.vault(),
            last.descriptor(),
            last.state(),
            last.finding(),
            last.version(),
            last.deployments());
    return keep(
        with(next, PrimitiveStage.ADMITTED, "the chains were not asked yet", last), by, reasons);
  }

  /** What the chains and the registry say now; only a change is kept. */
  @Transactional
  void found(String id, @Nullable String finding) {
    Primitive last = primitives.lock(id).orElse(null);
    if (last == null
        || (last.state() != PrimitiveStage.ADMITTED && last.state() != PrimitiveStage.LIVE)) {
      return;
    }
    PrimitiveStage next = finding == null ? PrimitiveStage.LIVE : PrimitiveStage.ADMITTED;
    boolean same = java.util.Objects.equals(finding, last.finding()) && next == last.state();
    if (!same) {
      List<String> reasons = finding == null ? List.of() : List.of(finding);
      keep(with(last, next, finding, last), "chains", reasons);
    }
  }

  private Primitive locked(String id, Set<PrimitiveStage> states) {
    Primitive last =
        primitives
            .lock(id)
            .orElseThrow(() -> Problem.notFound("unknown-primitive", "no primitive is " + id));
    requireState(last, states);
    return last;
  }

  private static void requireState(Primitive primitive, Set<PrimitiveStage> states) {
    if (!states.contains(primitive.state())) {
      throw Problem.conflict(
          "wrong-state", primitive.id() + " is " + primitive.state() + ", not one of " + states);
    }
  }

  private static Primitive with(
      Primitive said, PrimitiveStage state, @Nullable String finding, @Nullable Primitive last) {
    return new Primitive(
        said.id(),
        said.artifact(),
        said.specification(),
        said.vault(),
        said.descriptor(),
        state,
        finding,
        last == null ? 1 : last.version() + 1,
        said.deployments());
  }

  private Primitive keep(Primitive next, String by, List<String> reasons) {
    Instant now = clock.instant();
    primitives.keep(next);
    primitives.keep(next.id(), next.version(), new Step(next.state(), by, reasons, now));
    outbox.append(
        new PrimitiveChanged(
            next.artifact(), next.id(), next.state(), next.specification(), reasons, now));
    return next;
  }
}
