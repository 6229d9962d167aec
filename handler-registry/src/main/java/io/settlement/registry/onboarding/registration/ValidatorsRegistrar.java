// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.chain.contract.VerifierAbi;
import io.settlement.chain.contract.Views;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.RouteBook;
import io.settlement.registry.Rules;
import io.settlement.registry.ValidatorSetProposal;
import io.settlement.registry.onboarding.Baselines;
import io.settlement.registry.onboarding.Findings;
import io.settlement.registry.onboarding.Fingerprints;
import io.settlement.registry.onboarding.Lines;
import io.settlement.registry.onboarding.Peek;
import io.settlement.registry.onboarding.registration.Proposal.ValidatorsProposal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Validator sets: what the chain's own verifier contract says, and nothing else. */
@Component
class ValidatorsRegistrar implements Registrar<ValidatorsProposal> {
  private static final String BOOK = "BOOK";

  private final ChainsInUse chains;
  private final RouteBook writer;
  private final Lines lines;
  private final Fingerprints fingerprints;
  private final Baselines baselines;
  private final Clock clock;

  ValidatorsRegistrar(
      ChainsInUse chains,
      RouteBook writer,
      Lines lines,
      Fingerprints fingerprints,
      Baselines baselines,
      Clock clock) {
    this.chains = chains;
    this.writer = writer;
    this.lines = lines;
    this.fingerprints = fingerprints;
    this.baselines = baselines;
    this.clock = clock;
  }

  @Override
  public Proposal.Kind kind() {
    return Proposal.Kind.VALIDATORS;
  }

  @Override
  public void require(ValidatorsProposal said, String partner) {
    chains
        .applicant(said.chain())
        .filter(one -> !one.owner().equals(partner))
        .ifPresent(
            one -> {
              throw Problem.forbidden(
                  "chain-of-another", "another partner applied for " + said.chain());
            });
    Rules.checkSet(
        new ValidatorSetState(
            said.chain(), 1, said.required(), said.validators(), clock.instant()));
  }

  @Override
  public Evidence look(ValidatorsProposal said) {
    ChainState chain = chains.get(said.chain());
    Peek nodes = lines.to(said.chain());
    EvmAddress verifier = said.verifier();
    Findings findings =
        new Findings()
            .equal(
                BOOK, "chain %s in the book".formatted(said.chain()), Status.ACTIVE, chain::status)
            .equal(BOOK, "the id of " + said.chain(), said.chainId(), chain::chainId)
            .equal(BOOK, "the verifier of " + said.chain(), verifier, chain::verifier)
            .equal(BOOK, "the profile of " + said.chain(), Profile.V2, chain::profile)
            .equal(
                "INT-05",
                "settlement.signature_verifier()",
                verifier,
                () ->
                    Views.address(
                        nodes.call(chain.settlement(), Views.ask("signature_verifier()"))));
    checkSet(findings, nodes, said);
    checkQuorum(findings, nodes, chain, said);
    Map<String, Map<String, String>> prints = new HashMap<>();
    findings.yes(
        "INT-04",
        "what is watched of the validators of " + said.chain(),
        () -> {
          prints.put(
              Baselines.VALIDATORS + said.chain(), fingerprints.ofValidators(nodes, verifier));
          return true;
        });
    return new Evidence(findings.list(), prints);
  }

  private static void checkSet(Findings findings, Peek nodes, ValidatorsProposal said) {
    findings
        .equal(
            "INT-03",
            "required_validators()",
            said.required(),
            () -> VerifierAbi.required(nodes.call(said.verifier(), VerifierAbi.required())))
        .equal(
            "INT-04",
            "validators()",
            sorted(said.validators()),
            () ->
                sorted(
                    VerifierAbi.validators(nodes.call(said.verifier(), VerifierAbi.validators()))))
        .yes(
            "INT-03",
            "more than half of the validators must sign",
            () -> 2 * said.required() > said.validators().size());
  }

  private static void checkQuorum(
      Findings findings, Peek nodes, ChainState chain, ValidatorsProposal said) {
    findings
        .equal(
            "INT-03",
            "what the settlement contract requires",
            said.required(),
            () ->
                Views.number(
                    nodes.call(chain.settlement(), Views.ask("view_required_validators_num()"))))
        .yes(
            "INT-03",
            "a set hands over to the next with an overlap",
            () -> Views.number(nodes.call(chain.verifier(), Views.ask("overlap()"))).signum() > 0);
  }

  private static List<String> sorted(Collection<EvmAddress> validators) {
    return validators.stream().map(EvmAddress::hex).sorted().toList();
  }

  @Override
  public void admit(ValidatorsProposal said, Evidence evidence, Instant now) {
    writer.put(
        new ValidatorSetProposal(said.chain(), null, said.required(), said.validators(), now));
    evidence.prints().forEach((subject, print) -> baselines.admit(subject, null, print, now));
  }
}
