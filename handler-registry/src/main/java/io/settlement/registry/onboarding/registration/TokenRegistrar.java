// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.chain.contract.Views;
import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.RegistryEvent.TokenState;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Contents;
import io.settlement.registry.onboarding.Baselines;
import io.settlement.registry.onboarding.Findings;
import io.settlement.registry.onboarding.Fingerprints;
import io.settlement.registry.onboarding.Lines;
import io.settlement.registry.onboarding.Peek;
import io.settlement.registry.onboarding.registration.Proposal.TokenProposal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tokens: named as their own contracts name them, and moved by a handler in the book. */
@Component
class TokenRegistrar implements Registrar<TokenProposal> {
  private static final String BOOK = "BOOK";

  private final Contents book;
  private final TokenBook tokens;
  private final ChainsInUse chains;
  private final Lines lines;
  private final Fingerprints fingerprints;
  private final Baselines baselines;

  TokenRegistrar(
      Contents book,
      TokenBook tokens,
      ChainsInUse chains,
      Lines lines,
      Fingerprints fingerprints,
      Baselines baselines) {
    this.book = book;
    this.tokens = tokens;
    this.chains = chains;
    this.lines = lines;
    this.fingerprints = fingerprints;
    this.baselines = baselines;
  }

  @Override
  public Proposal.Kind kind() {
    return Proposal.Kind.TOKEN;
  }

  @Override
  public void require(TokenProposal said, String partner) {
    known(said);
    requireFree(said);
  }

  /** Several handlers may move a token; the first names it, another only by the token's owner. */
  private void requireFree(TokenProposal said) {
    tokens
        .find(said.chain(), said.token())
        .filter(one -> !said.byTokensOwner() && !one.handler().equals(said.handler()))
        .ifPresent(
            one -> {
              throw Problem.conflict(
                  "token-taken", "%s was registered for %s".formatted(one.token(), one.handler()));
            });
  }

  private HandlerState known(TokenProposal said) {
    HandlerState handler =
        book.findHandler(said.handler())
            .filter(one -> one.handler().isEvm())
            .orElseThrow(
                () ->
                    Problem.unprocessable(
                        "unknown-handler", "no handler is %s".formatted(said.handler())));
    if (handler.asset().filter(asset -> asset.token().equals(said.token())).isEmpty()) {
      throw Problem.unprocessable(
          "token-not-moved", "%s does not move %s".formatted(said.handler(), said.token()));
    }
    return handler;
  }

  @Override
  public Evidence look(TokenProposal said) {
    HandlerState handler = known(said);
    Peek nodes = lines.to(said.chain());
    Findings findings = new Findings();
    chains.check(findings, said.chain(), said.chainId());
    String subject = Baselines.TOKEN + said.contract();
    findings
        .equal(BOOK, said.handler() + " in the book", Status.ACTIVE, handler::status)
        .equal(
            BOOK,
            "how the token differs from what was admitted",
            List.of(),
            () -> baselines.find(subject).map(Baselines.Baseline::drifted).orElse(List.of()))
        .equal(
            "INT-05",
            said.handler() + ".token()",
            said.token(),
            () -> Views.address(nodes.call(said.handler().evmAddress(), Views.ask("token()"))));
    checkToken(findings, nodes, said, handler.asset().map(Asset::decimals).orElse(0));
    Map<String, Map<String, String>> prints = new HashMap<>();
    findings.yes(
        "INT-06",
        "what is watched of the token",
        () -> {
          prints.put(subject, fingerprints.ofToken(nodes, said.token()));
          return true;
        });
    return new Evidence(findings.list(), prints);
  }

  private static void checkToken(Findings findings, Peek nodes, TokenProposal said, int inBook) {
    EvmAddress token = said.token();
    findings
        .equal("INT-06", "decimals in the book", said.decimals(), () -> inBook)
        .equal(
            "INT-06",
            token + ".decimals()",
            said.decimals(),
            () -> Views.number(nodes.call(token, Views.ask("decimals()"))))
        .equal(
            "INT-06",
            token + ".symbol()",
            said.symbol(),
            () -> Views.text(nodes.call(token, Views.ask("symbol()"))));
  }

  @Override
  public void admit(TokenProposal said, Evidence evidence, Instant now) {
    requireFree(said);
    tokens.put(
        new TokenState(
            said.chain(), said.token(), said.symbol(), said.decimals(), said.handler(), now));
    evidence
        .prints()
        .forEach(
            (subject, print) -> {
              if (baselines.find(subject).isEmpty()) {
                baselines.admit(subject, null, print, now);
              }
            });
  }
}
