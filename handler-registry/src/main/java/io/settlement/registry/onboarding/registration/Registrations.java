// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.chain.contract.Control.Signed;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.onboarding.Desk;
import io.settlement.registry.onboarding.Finding;
import io.settlement.registry.onboarding.Finding.Verdict;
import io.settlement.registry.onboarding.Findings;
import io.settlement.registry.onboarding.HandlerOwners;
import io.settlement.registry.onboarding.Lines;
import io.settlement.registry.onboarding.Unasked;
import io.settlement.registry.onboarding.registration.Registrar.Evidence;
import io.settlement.registry.onboarding.registration.Registration.Signatory;
import io.settlement.registry.onboarding.registration.Registration.State;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A partner proposes, everybody whose contract it is about signs, the chains are looked at, and it
 * is in the book. Until then nothing changes there.
 */
@Component
class Registrations {
  private static final Logger log = LoggerFactory.getLogger(Registrations.class);
  private static final int NONCE_BYTES = 32;

  private final RegistrationBook book;
  private final Map<Proposal.Kind, Registrar<Proposal>> registrars;
  private final HandlerOwners owners;
  private final Lines lines;
  private final Desk desk;
  private final RegistrationSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @SuppressWarnings("unchecked") // a registrar is asked about proposals of its kind only
  Registrations(
      RegistrationBook book,
      List<Registrar<?>> registrars,
      HandlerOwners owners,
      Lines lines,
      Desk desk,
      RegistrationSettings settings,
      Clock clock) {
    this.book = book;
    this.registrars =
        registrars.stream()
            .collect(Collectors.toMap(Registrar::kind, one -> (Registrar<Proposal>) one));
    this.owners = owners;
    this.lines = lines;
    this.desk = desk;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What is to be signed, and what stands against it so far.
   *
   * @param expiresAt the longest that is allowed when left out
   * @throws Problem when it can never be registered by this partner
   */
  Registration propose(Proposal said, String partner, @Nullable Instant expiresAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant latest = now.plus(settings.lifetime());
    Instant expires = expiresAt == null ? latest : expiresAt.truncatedTo(ChronoUnit.SECONDS);
    if (!expires.isAfter(now) || expires.isAfter(latest)) {
      throw Problem.unprocessable(
          "claim-expired",
          "a signature counts until a time in the future, at most " + settings.lifetime());
    }
    registrar(said).require(said, partner);
    Registration proposed =
        book.add(
            new Registration(
                UUID.randomUUID(),
                partner,
                said,
                nonce(),
                now,
                expires,
                State.OPEN,
                null,
                said.contracts().stream()
                    .map(contract -> new Signatory(contract, null, null, null))
                    .toList(),
                List.of()));
    return foreseen(proposed);
  }

  private Hash nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return Hash.of(nonce);
  }

  /** Told early what would refuse it; whether the nodes answer now decides nothing yet. */
  private Registration foreseen(Registration proposed) {
    try {
      Proposal said = proposed.said();
      book.looked(proposed.id(), desk.ask(() -> registrar(said).look(said)).findings());
      return book.get(proposed.id());
    } catch (Unasked | Problem later) {
      log.atDebug().log("not foreseen: {}", later.getMessage());
      return proposed;
    }
  }

  /**
   * Takes a signature; with the last one it is registered.
   *
   * @throws Problem when nobody who may speak for a contract made it, or something differs
   */
  Registration sign(UUID id, Signed signed, String partner) {
    Registration open = RegistrationBook.requireOpen(book.get(id), clock.instant());
    List<HandlerId> contracts = spokenForBy(partner, open);
    Map<HandlerId, EvmAddress> signers =
        desk.ask(() -> answered(() -> signers(contracts, open.statement().digest(), signed)));
    if (signers.isEmpty()) {
      throw Problem.unprocessable(
          "not-the-owner",
          "neither an owner nor a manager of %s signed this statement".formatted(contracts));
    }
    Registration heard = book.sign(open, signers, partner, clock.instant());
    return heard.isSigned() ? complete(heard) : heard;
  }

  private List<HandlerId> spokenForBy(String partner, Registration open) {
    List<HandlerId> contracts =
        open.said().contracts().stream()
            .filter(one -> owners.partnerOf(one).filter(it -> !it.equals(partner)).isEmpty())
            .toList();
    if (contracts.isEmpty()) {
      throw Problem.conflict(
          "handler-taken", "others registered %s".formatted(open.said().contracts()));
    }
    return contracts;
  }

  private Map<HandlerId, EvmAddress> signers(
      List<HandlerId> contracts, Hash digest, Signed signed) {
    Map<HandlerId, EvmAddress> signers = new HashMap<>();
    for (HandlerId one : contracts) {
      Spokesmen.of(lines.to(one.chain()), one.evmAddress(), digest, signed)
          .ifPresent(signer -> signers.put(one, signer));
    }
    return signers;
  }

  private Registration complete(Registration signed) {
    Proposal said = signed.said();
    Evidence seen = desk.ask(() -> answered(() -> look(signed)));
    book.looked(signed.id(), seen.findings());
    requirePassed(seen.findings());
    Instant now = clock.instant();
    Registration registered =
        book.register(signed, () -> registrar(said).admit(said, seen, now), now);
    log.atInfo()
        .addKeyValue("registration", signed.id())
        .addKeyValue("kind", said.kind())
        .addKeyValue("subject", said.subject())
        .addKeyValue("partner", signed.partner())
        .log("registered by those who own it");
    return registered;
  }

  /** Between the first signature and the last, an owner may have become another. */
  private Evidence look(Registration signed) {
    Findings control = new Findings();
    for (Signatory one : signed.signatories()) {
      EvmAddress signer = one.signer();
      if (signer != null) {
        control.yes(
            "CONTROL",
            "%s still speaks for %s".formatted(signer, one.contract()),
            () ->
                Spokesmen.mayStill(
                    lines.to(one.contract().chain()), one.contract().evmAddress(), signer));
      }
    }
    Evidence seen = registrar(signed.said()).look(signed.said());
    List<Finding> all = new ArrayList<>(control.list());
    all.addAll(seen.findings());
    return new Evidence(all, seen.prints());
  }

  private static void requirePassed(List<Finding> findings) {
    Verdict verdict = Verdict.of(findings);
    if (verdict == Verdict.FAIL) {
      throw Problem.unprocessable("registration-differs", differences(findings, Verdict.FAIL));
    }
    if (verdict == Verdict.UNKNOWN) {
      throw Problem.unavailable("chain-not-asked", differences(findings, Verdict.UNKNOWN));
    }
  }

  private static String differences(List<Finding> findings, Verdict verdict) {
    return findings.stream()
        .filter(one -> one.verdict() == verdict)
        .map(one -> "%s: expected %s, found %s".formatted(one.what(), one.expected(), one.found()))
        .collect(Collectors.joining("; "));
  }

  private static <T> T answered(Supplier<T> question) {
    try {
      return question.get();
    } catch (Unasked silent) {
      throw Problem.unavailable("chain-not-asked", silent.detail());
    }
  }

  private Registrar<Proposal> registrar(Proposal said) {
    Registrar<Proposal> one = registrars.get(said.kind());
    if (one == null) {
      throw new IllegalStateException("nobody registers " + said.kind());
    }
    return one;
  }

  /** Takes a proposal back; only who made it may. */
  Registration withdraw(UUID id, String partner) {
    Registration one = book.get(id);
    if (!one.partner().equals(partner)) {
      throw Problem.forbidden("registration-of-another", "%s proposed it".formatted(one.partner()));
    }
    return book.withdraw(id, clock.instant());
  }
}
