// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.chain.contract.Views;
import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Contents;
import io.settlement.registry.onboarding.Desk;
import io.settlement.registry.onboarding.Finding.Verdict;
import io.settlement.registry.onboarding.Findings;
import io.settlement.registry.onboarding.Fingerprints;
import io.settlement.registry.onboarding.Lines;
import io.settlement.registry.onboarding.Peek;
import io.settlement.registry.onboarding.Unasked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Handlers that partners register themselves: the contract's owner must have signed for it. */
@Component
class Claims {
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Contents book;
  private final Lines lines;
  private final Fingerprints fingerprints;
  private final Desk desk;
  private final ClaimBook claims;
  private final Clock clock;

  Claims(
      Contents book,
      Lines lines,
      Fingerprints fingerprints,
      Desk desk,
      ClaimBook claims,
      Clock clock) {
    this.book = book;
    this.lines = lines;
    this.fingerprints = fingerprints;
    this.desk = desk;
    this.claims = claims;
    this.clock = clock;
  }

  /**
   * Puts the handler into the book.
   *
   * @throws Problem when control is not proved, or the contract is not what is said of it
   */
  HandlerState register(Claim claim, byte[] signature) {
    requireTime(claim.expiresAt());
    claims.requireFree(claim);
    ChainState chain = chain(claim.handler().handler());
    Proof proof = desk.ask(() -> answered(() -> prove(claim, chain, signature)));
    return claims.admit(claim, proof, clock.instant());
  }

  /**
   * What was found on chain.
   *
   * @param fingerprint what must not change from now on
   */
  record Proof(EvmAddress owner, Map<String, String> fingerprint) {}

  private void requireTime(Instant expiresAt) {
    Instant now = clock.instant();
    if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
      throw Problem.unprocessable(
          "claim-expired", "a signature counts until a time in the future, at most " + LONGEST);
    }
  }

  private ChainState chain(HandlerId handler) {
    return book.chains().stream()
        .filter(chain -> chain.chain().equals(handler.chain()) && chain.status() == Status.ACTIVE)
        .findFirst()
        .orElseThrow(
            () ->
                Problem.unprocessable(
                    "unknown-chain", "%s is not a chain in use".formatted(handler.chain())));
  }

  private static <T> T answered(Supplier<T> question) {
    try {
      return question.get();
    } catch (Unasked silent) {
      throw Problem.unavailable("chain-not-asked", silent.detail());
    }
  }

  private Proof prove(Claim claim, ChainState chain, byte[] signature) {
    Peek nodes = lines.to(chain.chain());
    EvmAddress handler = claim.handler().handler().evmAddress();
    EvmAddress owner = Spokesmen.owner(nodes, handler);
    if (!Spokesmen.hasSigned(nodes, owner, claim.typed().digest(), signature)
        && !Spokesmen.hasSigned(nodes, owner, claim.digest(), signature)) {
      throw Problem.unprocessable(
          "not-the-owner", "%s did not sign this; it owns %s".formatted(owner, handler));
    }
    requireAsSaid(nodes, chain, claim.handler());
    return new Proof(owner, fingerprints.of(nodes, handler));
  }

  private static void requireAsSaid(Peek nodes, ChainState chain, HandlerState said) {
    EvmAddress at = said.handler().evmAddress();
    Findings findings =
        new Findings()
            .equal(
                "INT-05",
                "settlement()",
                chain.settlement(),
                () -> Views.address(nodes.call(at, Views.ask("settlement()"))));
    said.asset().ifPresent(asset -> requireAsset(findings, nodes, at, asset));
    findings.list().stream()
        .filter(one -> one.verdict() == Verdict.FAIL)
        .findFirst()
        .ifPresent(
            wrong -> {
              throw Problem.unprocessable(
                  "handler-differs",
                  "%s of %s: expected %s, found %s"
                      .formatted(wrong.what(), at, wrong.expected(), wrong.found()));
            });
    if (Verdict.of(findings.list()) == Verdict.UNKNOWN) {
      throw new Unasked(Unasked.Why.UNREACHABLE, "the handler was not answered for");
    }
  }

  private static void requireAsset(Findings findings, Peek nodes, EvmAddress at, Asset asset) {
    findings
        .equal(
            "INT-05",
            "token()",
            asset.token(),
            () -> Views.address(nodes.call(at, Views.ask("token()"))))
        .equal(
            "INT-07",
            "mode()",
            asset.mode().wire(),
            () -> Views.number(nodes.call(at, Views.ask("mode()"))))
        .equal(
            "INT-06",
            "decimals()",
            asset.decimals(),
            () -> Views.number(nodes.call(asset.token(), Views.ask("decimals()"))));
  }
}
