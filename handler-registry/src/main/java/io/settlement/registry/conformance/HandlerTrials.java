// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Finding;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Progress;
import io.settlement.conformance.Settings;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Suite;
import io.settlement.conformance.Unanswered;
import io.settlement.conformance.handler.Fork;
import io.settlement.conformance.handler.ForkSettings;
import io.settlement.conformance.handler.HandlerCase;
import io.settlement.conformance.handler.HandlerCase.Asset;
import io.settlement.conformance.handler.HandlerCase.Peer;
import io.settlement.conformance.handler.HandlerCase.Sample;
import io.settlement.conformance.handler.HandlerTrial;
import io.settlement.conformance.report.Report;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.RegistryEvent.RouteState;
import io.settlement.events.RegistryEvent.Status;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.Contents;
import io.settlement.registry.conformance.ConformanceSettings.Asked;
import io.settlement.registry.conformance.ConformanceSettings.Forks;
import io.settlement.registry.onboarding.OperatorsChains;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries handlers on forks of their chains, a few at once. */
@Component
class HandlerTrials {
  private final Contents book;
  private final Subjects subjects;
  private final OperatorsChains operators;
  private final Asked asked;
  private final Clock clock;
  private final @Nullable ForkSettings forks;
  private final Semaphore room;

  HandlerTrials(
      Contents book,
      Subjects subjects,
      OperatorsChains operators,
      ConformanceSettings settings,
      Clock clock) {
    this.book = book;
    this.subjects = subjects;
    this.operators = operators;
    this.asked = settings.load();
    this.clock = clock;
    Forks wanted = settings.fork();
    this.forks =
        wanted.anvil() == null
            ? null
            : new ForkSettings(wanted.anvil(), wanted.start(), wanted.longest());
    this.room = new Semaphore(wanted.atOnce(), true);
  }

  /**
   * How forks are made here.
   *
   * @throws Problem when this service has no program for it
   */
  ForkSettings forks() {
    if (forks == null || !Fork.isAvailable(forks)) {
      throw Problem.unavailable(
          "fork-unavailable",
          "handlers are not tried here: settlement.conformance.fork.anvil names no program");
    }
    return forks;
  }

  /**
   * What the handler is tried with.
   *
   * @throws Problem when it cannot be tried here, or something has to be said of it first
   */
  HandlerCase plan(HandlerState handler, TrialBody wanted) {
    forks();
    HandlerId id = handler.handler();
    ChainState chain = chain(id.chain());
    if (chain.family() != Family.EVM || !id.isEvm()) {
      throw Problem.unprocessable("not-forkable", "%s runs no code".formatted(id.chain()));
    }
    HandlerId peer = peer(id, wanted);
    Optional<Sample> sample = sample(wanted);
    Optional<HandlerState> known = book.findHandler(peer);
    if (sample.isEmpty() && handler.asset().isEmpty()) {
      throw Problem.unprocessable(
          "message-missing", "it moves no token: say a message and its payloadType");
    }
    if (sample.isEmpty() && known.flatMap(HandlerState::asset).isEmpty()) {
      throw Problem.unprocessable(
          "peer-unknown", "the book knows no token of %s: say a message".formatted(peer));
    }
    return new HandlerCase(
        id.chain().value(),
        chain.settlement().hex(),
        id.address(),
        new Peer(
            peer.chain().value(),
            peer.address(),
            known.flatMap(HandlerState::asset).map(asset -> asset.token().hex())),
        handler.asset().map(asset -> new Asset(asset.token().hex(), !asset.mode().mintsInbound())),
        sample,
        Optional.ofNullable(wanted.send()),
        Optional.ofNullable(wanted.gas()));
  }

  private ChainState chain(ChainName name) {
    return book.chains().stream()
        .filter(one -> one.chain().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("unknown-chain", "no chain is called " + name));
  }

  private HandlerId peer(HandlerId handler, TrialBody wanted) {
    if (wanted.peer() != null) {
      return HandlerId.parse(wanted.peer());
    }
    return book.routes().stream()
        .filter(route -> route.status() == Status.ACTIVE)
        .map(RouteState::route)
        .filter(route -> route.to().equals(handler))
        .map(RouteId::from)
        .findFirst()
        .orElseThrow(
            () ->
                Problem.unprocessable(
                    "peer-unknown",
                    "no active route leads to %s: say its peer".formatted(handler)));
  }

  private static Optional<Sample> sample(TrialBody wanted) {
    if ((wanted.message() == null) != (wanted.payloadType() == null)) {
      throw Problem.unprocessable("message-missing", "message and payloadType go together");
    }
    return wanted.message() == null || wanted.payloadType() == null
        ? Optional.empty()
        : Optional.of(new Sample(wanted.payloadType(), wanted.message()));
  }

  /**
   * Tries everything that is not known yet, when there is room.
   *
   * @throws Unanswered when there is no fork, or the handler is another than the one already tried
   * @throws InterruptedException when it is broken off
   */
  Report look(Run run, HandlerCase about, Subject subject, Known known)
      throws InterruptedException {
    room.acquire();
    try {
      Optional<Node> elsewhere = elsewhere(about);
      try {
        return look(run, about, subject, known, elsewhere);
      } finally {
        elsewhere.ifPresent(Node::close);
      }
    } finally {
      room.release();
    }
  }

  private Report look(
      Run run, HandlerCase about, Subject subject, Known known, Optional<Node> elsewhere)
      throws InterruptedException {
    try (HandlerTrial trial = HandlerTrial.begin(subject.node(), about, elsewhere, available())) {
      known.requireSame(trial.code());
      Suite suite = new Suite(trial.checks());
      Map<String, Finding> findings =
          suite.run(subject, new Settings(1, asked.perCheck()), known.progress(), known.findings());
      Instant began = Objects.requireNonNullElse(run.beganAt(), run.askedAt());
      return Report.of(
              Report.Origin.of(began, clock.instant(), load(), List.of()),
              subject,
              suite.requirements(),
              findings,
              List.of())
          .about(
              new Report.Handler(
                  about.handler(),
                  trial.code(),
                  Long.toString(trial.block().number()),
                  trial.block().hash()));
    }
  }

  private ForkSettings available() {
    try {
      return forks();
    } catch (Problem none) {
      throw new Unanswered(Unanswered.Cause.UNREACHABLE, String.valueOf(none.detail()), none);
    }
  }

  /**
   * What was found before, by this instance or another, and who is told what is found now.
   *
   * @param findings by requirement
   */
  record Known(Map<String, Finding> findings, Progress progress) {
    /** Findings of two codes are not mixed. */
    void requireSame(String code) {
      boolean isOther =
          findings.values().stream()
              .map(found -> found.outcome().figures().get("code"))
              .anyMatch(one -> one != null && !one.equals(code));
      if (isOther) {
        throw new Unanswered(
            Unanswered.Cause.REFUSED, "the handler's code changed while it was tried: ask again");
      }
    }
  }

  private Optional<Node> elsewhere(HandlerCase about) {
    ChainName chain = new ChainName(about.peer().chain());
    boolean isEvm =
        book.chains().stream()
            .anyMatch(one -> one.chain().equals(chain) && one.family() == Family.EVM);
    if (!isEvm || !new HandlerId(chain, about.peer().handler()).isEvm()) {
      return Optional.empty();
    }
    AddressPolicy addresses = subjects.isOwn(chain) ? AddressPolicy.ANY : operators.strangers();
    NodeSettings settings =
        new NodeSettings(asked.connect(), asked.answer(), asked.mostAnswer(), addresses);
    return subjects
        .node(chain)
        .map(
            node ->
                Node.of(
                    node.url(),
                    null,
                    settings,
                    Load.of(asked.callsPerSecond(), asked.callsAtOnce())));
  }

  private String load() {
    return "at most %d calls a second of the provider, by a fork".formatted(asked.callsPerSecond());
  }
}
