// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.chain.contract.Views;
import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Contents;
import io.settlement.registry.RouteBook;
import io.settlement.registry.Rules;
import io.settlement.registry.onboarding.Baselines;
import io.settlement.registry.onboarding.Findings;
import io.settlement.registry.onboarding.Fingerprints;
import io.settlement.registry.onboarding.Lines;
import io.settlement.registry.onboarding.Peek;
import io.settlement.registry.onboarding.registration.Proposal.RouteProposal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Routes: both handlers in use, alike, paired, and each admitting the other on its own chain. */
@Component
class RouteRegistrar implements Registrar<RouteProposal> {
  private static final String BOOK = "BOOK";

  private final Contents book;
  private final RouteBook writer;
  private final ChainsInUse chains;
  private final Lines lines;
  private final Fingerprints fingerprints;
  private final Baselines baselines;

  RouteRegistrar(
      Contents book,
      RouteBook writer,
      ChainsInUse chains,
      Lines lines,
      Fingerprints fingerprints,
      Baselines baselines) {
    this.book = book;
    this.writer = writer;
    this.chains = chains;
    this.lines = lines;
    this.fingerprints = fingerprints;
    this.baselines = baselines;
  }

  @Override
  public Proposal.Kind kind() {
    return Proposal.Kind.ROUTE;
  }

  @Override
  public void require(RouteProposal said, String partner) {
    Rules.checkEnds(new RouteId(said.from(), said.to()));
    said.contracts().forEach(this::known);
    requireFree(said);
  }

  /** What is in the book is the operator's to change: also what it suspended or retired. */
  private void requireFree(RouteProposal said) {
    for (RouteId route : said.routes()) {
      if (book.findRoute(route).isPresent()) {
        throw Problem.conflict("route-taken", "%s is in the book".formatted(route));
      }
    }
  }

  private HandlerState known(HandlerId id) {
    if (!id.isEvm()) {
      throw Problem.unprocessable("handler-without-owner", "the vault %s has none".formatted(id));
    }
    return book.findHandler(id)
        .orElseThrow(
            () -> Problem.unprocessable("unknown-handler", "no handler is %s".formatted(id)));
  }

  @Override
  public Evidence look(RouteProposal said) {
    HandlerState from = known(said.from());
    HandlerState to = known(said.to());
    Findings findings = new Findings();
    chains.check(findings, said.from().chain(), said.fromChainId());
    chains.check(findings, said.to().chain(), said.toChainId());
    checkBook(findings, from, to);
    Map<String, Map<String, String>> prints = new HashMap<>();
    prints.putAll(checkEnd(findings, from, to));
    prints.putAll(checkEnd(findings, to, from));
    return new Evidence(findings.list(), prints);
  }

  private void checkBook(Findings findings, HandlerState from, HandlerState to) {
    for (HandlerState end : List.of(from, to)) {
      String id = end.handler().toString();
      findings
          .equal(BOOK, id + " in the book", Status.ACTIVE, end::status)
          .equal(
              BOOK,
              "how %s differs from what was admitted".formatted(id),
              List.of(),
              () -> baselines.find(id).map(Baselines.Baseline::drifted).orElse(List.of()));
    }
    findings
        .equal(
            BOOK,
            "the artifact of " + to.handler(),
            said(from.artifact()),
            () -> said(to.artifact()))
        .equal("INT-06", "decimals of " + to.handler(), from.decimals(), to::decimals)
        .equal(
            "INT-07",
            "the mode of " + to.handler(),
            said(from.asset().map(asset -> asset.mode().pair()).orElse(null)),
            () -> said(to.mode()));
  }

  private static String said(@Nullable Object what) {
    return what == null ? "none" : what.toString();
  }

  private Map<String, Map<String, String>> checkEnd(
      Findings findings, HandlerState here, HandlerState there) {
    HandlerId id = here.handler();
    EvmAddress at = id.evmAddress();
    Peek nodes = lines.to(id.chain());
    EvmAddress settlement =
        book.findChain(id.chain())
            .map(ChainState::settlement)
            .orElseThrow(() -> new IllegalStateException("a handler without its chain: " + id));
    findings
        .yes("INT-05", "code at " + id, () -> nodes.code(at).length > 0)
        .equal(
            "INT-05",
            id + ".settlement()",
            settlement,
            () -> Views.address(nodes.call(at, Views.ask("settlement()"))))
        .yes(
            "INT-05",
            "the settlement contract has registered " + id,
            () ->
                Views.yes(nodes.call(settlement, Views.ask("is_registered_handler(address)", at))));
    here.asset().ifPresent(asset -> checkAsset(findings, nodes, id, asset));
    here.asset()
        .flatMap(asset -> there.asset())
        .ifPresent(other -> checkAdmits(findings, nodes, id, there.handler(), other));
    Map<String, Map<String, String>> prints = new HashMap<>();
    findings.yes(
        "INT-05",
        "what is watched of " + id,
        () -> {
          prints.put(id.toString(), fingerprints.of(nodes, at));
          return true;
        });
    return prints;
  }

  private static void checkAsset(Findings findings, Peek nodes, HandlerId id, Asset asset) {
    EvmAddress at = id.evmAddress();
    findings
        .equal(
            "INT-05",
            id + ".token()",
            asset.token(),
            () -> Views.address(nodes.call(at, Views.ask("token()"))))
        .equal(
            "INT-07",
            id + ".mode()",
            asset.mode().wire(),
            () -> Views.number(nodes.call(at, Views.ask("mode()"))))
        .equal(
            "INT-06",
            "decimals of the token of " + id,
            asset.decimals(),
            () -> Views.number(nodes.call(asset.token(), Views.ask("decimals()"))));
  }

  private static void checkAdmits(
      Findings findings, Peek nodes, HandlerId here, HandlerId there, Asset other) {
    EvmAddress at = here.evmAddress();
    findings
        .yes(
            "INT-07",
            "%s admits %s".formatted(here, there),
            () -> Views.yes(nodes.call(at, Views.ask("is_valid_handler(string,uint256)", there))))
        .equal(
            "INT-05",
            "the token that %s knows of %s".formatted(here, there),
            other.token(),
            () ->
                Views.address(nodes.call(at, Views.ask("remote_token_of(string,uint256)", there))));
  }

  @Override
  public void admit(RouteProposal said, Evidence evidence, Instant now) {
    requireFree(said);
    evidence
        .prints()
        .forEach(
            (handler, print) -> {
              if (baselines.find(handler).isEmpty()) {
                baselines.admit(handler, null, print, now);
              }
            });
    said.routes()
        .forEach(route -> writer.put(new RouteState(route, Status.ACTIVE, List.of(), now)));
  }
}
