// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.chain.contract.VerifierAbi;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.RegistryEvent.ValidatorSetState;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.registry.Contents;
import io.settlement.registry.onboarding.Finding.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The book has the chain, its validators, handlers and routes, and the relayer reads it. */
@Component
class IntegrationCheck implements StepCheck {
  private static final String ID = "LAYER";
  private static final String MISSING = "not in the book";

  private final Lines lines;
  private final Contents book;
  private final TestMessages messages;

  IntegrationCheck(Lines lines, Contents book, TestMessages messages) {
    this.lines = lines;
    this.book = book;
    this.messages = messages;
  }

  @Override
  public Step step() {
    return Step.LAYER_INTEGRATED;
  }

  @Override
  public List<Finding> look(Application application) {
    Deployed stated =
        application.deployment(Paper.Network.TESTNET).orElseThrow(Docket::notDeployed);
    Findings findings = new Findings();
    checkChain(findings, stated);
    checkValidators(findings, stated);
    stated.handlers().forEach(handler -> checkHandler(findings, stated, handler));
    checkObserved(findings, stated);
    return findings.list();
  }

  private void checkChain(Findings findings, Deployed stated) {
    findings.equal(
        ID,
        "the chain in the book",
        "ACTIVE, id %d, %s, %s, %s"
            .formatted(
                stated.chainId(), stated.settlement(), stated.verifier(), stated.gasService()),
        () ->
            book.chains().stream()
                .filter(chain -> chain.chain().equals(stated.name()))
                .findFirst()
                .map(
                    chain ->
                        "%s, id %d, %s, %s, %s"
                            .formatted(
                                chain.status(),
                                chain.chainId(),
                                chain.settlement(),
                                chain.verifier(),
                                chain.gasService()))
                .orElse(MISSING));
  }

  private void checkValidators(Findings findings, Deployed stated) {
    Peek chain = lines.to(stated.providers());
    Optional<ValidatorSetState> set =
        book.validatorSets().stream().filter(one -> one.chain().equals(stated.name())).findFirst();
    findings.equal(
        ID,
        "the validators that sign for it, and how many must",
        set.map(one -> one.required() + " of " + sorted(one.validators())).orElse(MISSING),
        () ->
            VerifierAbi.required(chain.call(stated.verifier(), VerifierAbi.required()))
                + " of "
                + sorted(
                    VerifierAbi.validators(
                        chain.call(stated.verifier(), VerifierAbi.validators()))));
  }

  private static List<String> sorted(List<io.settlement.events.value.EvmAddress> validators) {
    return validators.stream().map(one -> one.hex()).sorted(Comparator.naturalOrder()).toList();
  }

  private void checkHandler(Findings findings, Deployed stated, Paper.StatedHandler handler) {
    HandlerId id = stated.idOf(handler);
    findings.equal(
        ID,
        "handler %s in the book".formatted(id),
        "ACTIVE, %s, %d decimals, %s"
            .formatted(handler.token(), handler.decimals(), handler.mode()),
        () ->
            book.handlers().stream()
                .filter(one -> one.handler().equals(id))
                .findFirst()
                .map(IntegrationCheck::said)
                .orElse(MISSING));
    for (HandlerId other : handler.counterparts()) {
      List.of(new RouteId(id, other), new RouteId(other, id))
          .forEach(
              route ->
                  findings.equal(
                      ID, "route " + route, Status.ACTIVE.toString(), () -> status(route)));
    }
  }

  private static String said(HandlerState handler) {
    return "%s, %s, %d decimals, %s"
        .formatted(handler.status(), handler.token(), handler.decimals(), handler.mode());
  }

  private String status(RouteId route) {
    return book.routes().stream()
        .filter(one -> one.route().equals(route))
        .findFirst()
        .map(RouteState::status)
        .map(Status::toString)
        .orElse(MISSING);
  }

  /** Only the relayer tells facts of a chain's blocks, so one is enough. */
  private void checkObserved(Findings findings, Deployed stated) {
    String what = "a fact of the relayer about a block of " + stated.name();
    messages
        .sighting(stated.name())
        .ifPresentOrElse(
            seen -> findings.add(ID, Verdict.PASS, what, "at least one", seen),
            () -> findings.add(ID, Verdict.FAIL, what, "at least one", "none so far"));
  }
}
