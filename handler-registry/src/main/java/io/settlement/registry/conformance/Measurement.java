// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.conformance;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Check;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Finding;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Progress;
import io.settlement.conformance.Requirement;
import io.settlement.conformance.Settings;
import io.settlement.conformance.Subject;
import io.settlement.conformance.Suite;
import io.settlement.conformance.check.Catalogue;
import io.settlement.conformance.check.Demands;
import io.settlement.conformance.handler.HandlerCase;
import io.settlement.conformance.handler.HandlerRequirements;
import io.settlement.conformance.report.Report;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.conformance.ConformanceSettings.Asked;
import io.settlement.registry.onboarding.OperatorsChains;
import io.settlement.registry.servicelevel.ServiceLevelHistory;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks at a chain, within the load that its nodes may be asked. */
@Component
class Measurement {
  private static final List<Check> CHECKS = Catalogue.all();

  private final OperatorsChains operators;
  private final Asked asked;
  private final Keys keys;
  private final ServiceLevelHistory history;
  private final HandlerTrials handlers;
  private final Clock clock;

  /** What a node is asked is limited for all runs together. */
  private final Cache<URI, Load> loads = Caffeine.newBuilder().weakValues().build();

  Measurement(
      OperatorsChains operators,
      ConformanceSettings settings,
      Keys keys,
      ServiceLevelHistory history,
      HandlerTrials handlers,
      Clock clock) {
    this.operators = operators;
    this.asked = settings.load();
    this.keys = keys;
    this.history = history;
    this.handlers = handlers;
    this.clock = clock;
  }

  /** What is demanded: of handlers, or of chains. */
  static List<Requirement> requirements(Measured measured) {
    return measured.handler() == null
        ? CHECKS.stream().map(Check::requirement).toList()
        : HandlerRequirements.all();
  }

  /** Every requirement's id: of handlers, or of chains. */
  static Set<String> demanded(Measured measured) {
    return requirements(measured).stream().map(Requirement::id).collect(Collectors.toSet());
  }

  /** Every requirement's id. */
  static Set<String> demanded() {
    return CHECKS.stream().map(check -> check.requirement().id()).collect(Collectors.toSet());
  }

  /**
   * Areas as they are written, in their order.
   *
   * @throws Problem when there is none of that name
   */
  static List<String> areas(Collection<String> wanted) {
    Set<String> known =
        demanded().stream().map(Measurement::area).collect(Collectors.toCollection(TreeSet::new));
    if (!known.containsAll(wanted)) {
      throw Problem.badRequest("unknown-area", "areas are " + known);
    }
    return List.copyOf(new TreeSet<>(wanted));
  }

  /** Which area a requirement is of. */
  static String area(String id) {
    return id.substring(0, id.indexOf('-'));
  }

  /** How many requirements a run looks at. */
  static int count(Run run) {
    return run.plan().handler() != null
        ? HandlerRequirements.all().size()
        : checks(run.plan().areas()).size();
  }

  private static List<Check> checks(List<String> areas) {
    return CHECKS.stream()
        .filter(check -> areas.isEmpty() || areas.contains(area(check.requirement().id())))
        .toList();
  }

  /**
   * Looks at everything that is not known yet.
   *
   * @return the report, with nothing waived
   * @throws InterruptedException when it is broken off; what {@code progress} was told is true
   */
  Report look(Run run, Map<String, Finding> known, Progress progress) throws InterruptedException {
    List<Node> nodes = nodes(run);
    try {
      Subject subject = subject(run, nodes);
      HandlerCase tried = run.plan().handler();
      if (tried != null) {
        return handlers.look(run, tried, subject, new HandlerTrials.Known(known, progress));
      }
      Suite suite = new Suite(checks(run.plan().areas()));
      Map<String, Finding> findings =
          suite.run(subject, new Settings(asked.checksAtOnce(), asked.perCheck()), progress, known);
      Instant began = Objects.requireNonNullElse(run.beganAt(), run.askedAt());
      return Report.of(
          Report.Origin.of(began, clock.instant(), load(), run.plan().areas()),
          subject,
          suite.requirements(),
          findings,
          List.of());
    } finally {
      nodes.forEach(Node::close);
    }
  }

  /** What was seen over days is asked of who watches each minute. */
  private Subject subject(Run run, List<Node> nodes) {
    Declaration declared = run.plan().declaration();
    List<URI> addresses = nodes.stream().map(Node::http).toList();
    long chainId = declared.chain().id().orElseThrow();
    return new Subject(nodes, declared, keys.purse(), history.of(chainId, addresses), clock);
  }

  private List<Node> nodes(Run run) {
    AddressPolicy addresses = run.plan().own() ? AddressPolicy.ANY : operators.strangers();
    NodeSettings settings =
        new NodeSettings(asked.connect(), asked.answer(), asked.mostAnswer(), addresses);
    return run.plan().declaration().providers().stream()
        .map(
            provider ->
                Node.of(
                    provider.url(),
                    provider.ws().orElse(null),
                    settings,
                    loads.get(
                        provider.url(),
                        any -> Load.of(asked.callsPerSecond(), asked.callsAtOnce()))))
        .toList();
  }

  private String load() {
    Demands demands = Demands.polite();
    return "at most %d calls a second of each provider, in bursts %d for %d s"
        .formatted(asked.callsPerSecond(), demands.perSecond(), demands.burst().toSeconds());
  }
}
